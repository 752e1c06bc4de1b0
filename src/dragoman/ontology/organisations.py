"""Organisations, alliances, courts, banks, companies and armed groups that act in news of diplomacy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import TableRow, table_rows
from dragoman.types.actor import ActorId, ActorKind

_COLUMNS = ("id", "name", "acronym", "aliases", "kind", "seat", "region", "source")


class OrganisationKind(Enum):
    """What sort of body it is."""

    INTERGOVERNMENTAL = "intergovernmental"
    ORGAN = "organ"
    """A part of another body, such as the Security Council."""
    FORUM = "forum"
    """States that meet or agree without founding a body, such as the G7."""
    COURT = "court"
    ALLIANCE = "alliance"
    BANK = "bank"
    ARMED_GROUP = "armed_group"
    NONGOVERNMENTAL = "nongovernmental"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body with its spellings; ``seat`` is a city, ``None`` where it has none or moves."""

    id: str
    name: str
    acronym: str | None
    aliases: tuple[str, ...]
    kind: OrganisationKind
    seat: str | None
    region: str
    source: str

    @property
    def actor(self) -> ActorId:
        """The id by which findings name the organisation."""
        return ActorId(f"organisation:{self.id}")

    @property
    def actor_kind(self) -> ActorKind:
        """The sort of actor it is."""
        return ActorKind.ARMED_GROUP if self.kind is OrganisationKind.ARMED_GROUP else ActorKind.ORGANISATION

    @property
    def names(self) -> tuple[str, ...]:
        """The name, the acronym and all variants, each once."""
        acronym = (self.acronym,) if self.acronym else ()
        return tuple(dict.fromkeys((self.name, *acronym, *self.aliases)))


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations, by id."""
    found = tuple(sorted((_organisation(row) for row in table_rows("organisations.csv", _COLUMNS)), key=_id))
    for one, two in pairwise(found):
        if one.id == two.id:
            raise RecordError(f"organisations.csv has {one.id} twice")
    return found


@cache
def organisations_by_id() -> Mapping[str, Organisation]:
    """Organisations by id."""
    return MappingProxyType({organisation.id: organisation for organisation in organisations()})


def _id(organisation: Organisation) -> str:
    return organisation.id


def _organisation(row: TableRow) -> Organisation:
    code, kind = row.text("id"), row.text("kind")
    if not (code.isascii() and code.isalnum() and code.isupper()):
        raise row.wrong(f"id {code!r} is not capital letters and digits")
    if kind not in {each.value for each in OrganisationKind}:
        raise row.wrong(f"kind {kind!r} is none of {', '.join(each.value for each in OrganisationKind)}")
    return Organisation(
        id=code,
        name=row.text("name"),
        acronym=row.optional("acronym"),
        aliases=row.many("aliases"),
        kind=OrganisationKind(kind),
        seat=row.optional("seat"),
        region=row.text("region"),
        source=row.text("source"),
    )
