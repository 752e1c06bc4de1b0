"""The kinds of events with their codes in PLOVER and CAMEO, and the words that name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import TableRow, table_rows
from dragoman.types import EventKind

_KIND_COLUMNS = (
    "kind", "label", "family", "plover_root", "plover_mode", "plover_context", "cameo", "shape", "source",
)  # fmt: skip
_TRIGGER_COLUMNS = ("lemma", "part", "kind", "next", "previous", "source")


class Shape(Enum):
    """How the parties of a kind of event stand to each other."""

    MUTUAL = "mutual"
    """All take part alike."""
    VISIT = "visit"
    """Guest and host."""
    DIRECTED = "directed"
    """One acts, another is acted on."""
    MEDIATOR = "mediator"
    """One stands between others."""
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; ``family`` groups kinds that a reader takes up as one ("the summit", "the talks").

    The PLOVER and CAMEO codes are those of an event that happened: PLOVER codes a future meeting as AGREE.
    """

    kind: EventKind
    label: str
    family: str
    root: str | None
    mode: str | None
    context: str | None
    cameo: str | None
    shape: Shape

    @property
    def consults(self) -> bool:
        """Tell whether parties come together, so that protocol (format, rank, length) applies."""
        return self.family == "meeting"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event; ``next`` and ``previous`` are words one of which must be beside it."""

    lemma: str
    verb: bool
    kind: EventKind
    next: frozenset[str]
    previous: frozenset[str]


@cache
def event_kinds() -> Mapping[EventKind, Kind]:
    """Return the kinds by key, in the order of ``event_kinds.csv``."""
    found: dict[EventKind, Kind] = {}
    for row in table_rows("event_kinds.csv", _KIND_COLUMNS):
        kind = _kind(row)
        if kind.kind in found:
            raise row.wrong(f"kind {kind.kind} stands twice")
        found[kind.kind] = kind
    return MappingProxyType(found)


@cache
def event_triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return the triggers by lemma."""
    found: dict[str, list[Trigger]] = {}
    for row in table_rows("event_triggers.csv", _TRIGGER_COLUMNS):
        part = row.text("part")
        kind = EventKind(row.text("kind"))
        if part not in ("verb", "noun") or kind not in event_kinds():
            raise row.wrong(f"part {part!r} or kind {kind!r} is unknown")
        row.text("source")
        conditions = frozenset(row.many("next")), frozenset(row.many("previous"))
        found.setdefault(row.text("lemma"), []).append(
            Trigger(row.text("lemma"), part == "verb", kind, *conditions)
        )
    return MappingProxyType({lemma: tuple(group) for lemma, group in found.items()})


@cache
def event_families() -> Mapping[str, str]:
    """Return the family by lemma, for lemmas of one family that need no particular word behind them."""
    families: dict[str, set[str]] = {}
    for lemma, triggers in event_triggers().items():
        if not any(trigger.verb and trigger.next for trigger in triggers):
            families[lemma] = {event_kinds()[trigger.kind].family for trigger in triggers}
    return MappingProxyType(
        {lemma: next(iter(found)) for lemma, found in families.items() if len(found) == 1}
    )


def _kind(row: TableRow) -> Kind:
    try:
        shape = Shape(row.text("shape"))
    except ValueError as error:
        raise RecordError(f"{row.table} line {row.line}: {error}") from error
    row.text("source")
    return Kind(
        kind=EventKind(row.text("kind")),
        label=row.text("label"),
        family=row.text("family"),
        root=row.optional("plover_root"),
        mode=row.optional("plover_mode"),
        context=row.optional("plover_context"),
        cameo=row.optional("cameo"),
        shape=shape,
    )
