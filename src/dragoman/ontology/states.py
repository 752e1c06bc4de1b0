"""States and territories: names, people, capitals and the seats that stand for their governments."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import TableRow, table_rows
from dragoman.types.actor import ActorId

_COLUMNS = (
    "id", "iso2", "name", "official", "aliases", "demonyms", "adjectives", "capital", "metonyms", "region",
    "status", "source",
)  # fmt: skip
_CODE_LENGTH = 3


class StateStatus(Enum):
    """How a state or territory stands in the United Nations: a fact about seats, no judgement of claims."""

    UN_MEMBER = "un_member"
    UN_OBSERVER = "un_observer"
    DISPUTED = "disputed"
    DEPENDENT_TERRITORY = "dependent_territory"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class State:
    """A state, territory or former state.

    ``id`` is ISO 3166 alpha-3, or a code of our own beginning with X where there is none. An adjective that
    ends in a hyphen, such as ``Sino-``, is a combining form. ``metonyms`` are seats and bodies that stand for
    the government.
    """

    id: str
    iso2: str | None
    name: str
    official: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    region: str
    status: StateStatus
    source: str

    @property
    def actor(self) -> ActorId:
        """The id by which findings name the state."""
        return ActorId(f"state:{self.id}")

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all its variants, each once."""
        return tuple(dict.fromkeys((self.name, self.official, *self.aliases)))


@cache
def states() -> tuple[State, ...]:
    """All states and territories, by id."""
    found = tuple(
        sorted((_state(row) for row in table_rows("states.csv", _COLUMNS)), key=lambda state: state.id)
    )
    for one, two in pairwise(found):
        if one.id == two.id:
            raise RecordError(f"states.csv has {one.id} twice")
    return found


@cache
def states_by_id() -> Mapping[str, State]:
    """States by alpha-3 code."""
    return MappingProxyType({state.id: state for state in states()})


@cache
def states_by_iso2() -> Mapping[str, State]:
    """States by alpha-2 code, those that have one."""
    return MappingProxyType({state.iso2: state for state in states() if state.iso2})


def _state(row: TableRow) -> State:
    code, status = row.text("id"), row.text("status")
    if len(code) != _CODE_LENGTH or not (code.isascii() and code.isupper()):
        raise row.wrong(f"id {code!r} is not three capital letters")
    if status not in {each.value for each in StateStatus}:
        raise row.wrong(f"status {status!r} is none of {', '.join(each.value for each in StateStatus)}")
    return State(
        id=code,
        iso2=row.optional("iso2"),
        name=row.text("name"),
        official=row.text("official"),
        aliases=row.many("aliases"),
        demonyms=row.many("demonyms"),
        adjectives=row.many("adjectives"),
        capitals=row.many("capital"),
        metonyms=row.many("metonyms"),
        region=row.text("region"),
        status=StateStatus(status),
        source=row.text("source"),
    )
