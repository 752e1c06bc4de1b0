"""What we find in articles. Every finding rests on a ``Basis``."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from dragoman.types.actor import ActorId
from dragoman.types.evidence import Basis
from dragoman.types.span import Span
from dragoman.types.when import When

EventKind = NewType("EventKind", str)
"""A key of ``ontology/data/events.csv``: the code list is data, so it can grow without a release."""


class TimeKind(Enum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, with their TIMEX3 ``value`` and, where they name days, the ``When``."""

    span: Span
    kind: TimeKind
    value: str
    when: When | None
    basis: Basis


class Status(Enum):
    """How a report presents something: see the table of status words in the documentation.

    Meetings use ``HAPPENED`` for held, and have four words of their own at the end.
    """

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    AIM = "aim"
    NORMATIVE = "normative"
    OPINION = "opinion"
    NONE = "none"
    ARRANGING = "arranging"
    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Tense(Enum):
    """On which side of the time of writing something lies."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class VoiceKind(Enum):
    """Who asserts a sentence."""

    OUTLET = "outlet"
    NAMED = "named"
    UNNAMED = "unnamed"
    """"Analysts", "officials", "sources"."""
    AGENTLESS = "agentless"
    """"It is believed", "is seen as"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts a sentence, with the words that name them where there are any."""

    kind: VoiceKind
    told: Span | None = None
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """How one sentence is meant: its status, the words that show it (``told``), and whose voice it is."""

    sentence: Span
    status: Status
    tense: Tense
    told: Span | None
    voice: Voice
    basis: Basis


class RoleName(Enum):
    """A party's part in an event; ACTOR and RECIPIENT are PLOVER's terms."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"
    HOST = "host"
    GUEST = "guest"
    MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Role:
    """One party's part in an event: the words (``told``), and the actor where it is known."""

    role: RoleName
    told: Span
    name: str
    actor: ActorId | None


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event: the words, the known place (GeoNames id or our own), its state (ISO alpha-3)."""

    told: Span
    name: str
    place: str | None
    state: str | None


class MeetingFormat(Enum):
    """How many sides meet, and in what frame."""

    BILATERAL = "bilateral"
    TRILATERAL = "trilateral"
    MULTILATERAL = "multilateral"
    SIDELINES = "sidelines"
    CALL = "call"


class VisitRank(Enum):
    """Protocol rank of a visit as the report states it."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is particular to meetings and visits; ``days`` is the length in days as told."""

    format: MeetingFormat | None = None
    rank: VisitRank = VisitRank.UNSTATED
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something one article says was, is or may be done between parties.

    ``trigger`` is the word that names it, ``told`` the words that show its status.
    ``protocol`` is set for meetings, visits and calls only.
    """

    kind: EventKind
    trigger: Span
    roles: tuple[Role, ...]
    when: When | None
    where: Where | None
    status: Status
    tense: Tense
    told: Span | None
    protocol: Protocol | None
    basis: Basis


class QuoteKind(Enum):
    """How near a quote is to the words that were spoken."""

    DIRECT = "direct"
    PARTIAL = "partial"
    """Some of the content stands in quotation marks."""
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words one article puts in someone's mouth.

    ``content`` is without outer quotation marks; ``speaker`` the words that name the source,
    ``name`` and ``actor`` who that is, with a pronoun or a family name resolved.
    """

    content: Span
    speaker: Span | None
    cue: Span | None
    kind: QuoteKind
    name: str | None
    actor: ActorId | None
    basis: Basis


class Domain(Enum):
    """The field of relations a position belongs to."""

    SECURITY = "security"
    ECONOMY = "economy"
    TECHNOLOGY = "technology"
    HISTORY = "history"
    SOVEREIGNTY = "sovereignty"
    DIPLOMACY = "diplomacy"


class Sign(Enum):
    """Whether a position is for or against its target."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class Manner(Enum):
    """How a position shows: said by its holder, done, or ascribed by another voice."""

    DECLARED = "declared"
    DONE = "done"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Position:
    """Where ``source`` stands towards another actor (``target``) or a matter, in one domain."""

    source: ActorId
    source_name: str
    target: ActorId | None
    target_name: str | None
    matter: str | None
    domain: Domain
    sign: Sign
    manner: Manner
    voice: Voice
    basis: Basis
