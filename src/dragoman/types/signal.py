"""What the reports show when they are read for sequence, rank, venue and language."""

from dataclasses import dataclass
from enum import Enum

from dragoman.types.actor import ActorId
from dragoman.types.evidence import Basis
from dragoman.types.when import When


class SignalKind(Enum):
    """What is observed."""

    SEQUENCE = "sequence"
    LENGTH = "length"
    RANK = "rank"
    VENUE = "venue"
    LANGUAGE = "language"
    TRILATERAL = "trilateral"
    EXPECTATION = "expectation"


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation, in words a reader can check; ``baseline`` is ``None`` where no history is at hand."""

    kind: SignalKind
    about: tuple[ActorId, ...]
    window: When | None
    value: str
    baseline: str | None
    basis: Basis
