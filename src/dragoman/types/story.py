"""Articles side by side: stories, origins, meetings with their lives, claims."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from dragoman.errors import RecordError
from dragoman.types.actor import ActorId
from dragoman.types.evidence import ArticleId, Basis, Evidence
from dragoman.types.finding import EventKind, Protocol, Status, Where
from dragoman.types.when import When

StoryId = NewType("StoryId", str)
"""Digest of the first article of the story: it stays when later articles join."""


@dataclass(frozen=True, slots=True)
class Story:
    """All articles on one event, in order of publication, then id."""

    id: StoryId
    title: str
    articles: tuple[ArticleId, ...]

    def __post_init__(self) -> None:
        if not self.articles:
            raise RecordError(f"story {self.id} has no article")


@dataclass(frozen=True, slots=True)
class Origin:
    """A group of articles of one story that go back to one report.

    ``reasons`` are in words, one per kind of evidence; ``head`` is the member nearest the common
    report, where that can be told. An article that stands alone is an origin of one.
    """

    story: StoryId
    members: tuple[ArticleId, ...]
    reasons: tuple[str, ...]
    head: ArticleId | None

    def __post_init__(self) -> None:
        if not self.members:
            raise RecordError(f"an origin of story {self.story} has no member")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part, under the fullest name any report gives."""

    actor: ActorId | None
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one article says of a meeting at its time of writing; ``days`` is the length it tells."""

    article: ArticleId
    published: date | None
    status: Status
    when: When | None
    where: Where | None
    evidence: tuple[Evidence, ...]
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting or visit of a story over all its reports, with its life so far.

    ``steps`` are in order of publication; ``status`` is the latest word, in which held, cancelled
    or postponed outweigh an older plan. ``texts`` and ``origins`` count the articles and the
    independent origins that speak of it.
    """

    story: StoryId
    kind: EventKind
    participants: tuple[Party, ...]
    when: When | None
    where: Where | None
    status: Status
    protocol: Protocol
    steps: tuple[Step, ...]
    texts: int
    origins: int
    basis: Basis


class Agreement(Enum):
    """How the reports of a story stand to one fact."""

    AGREE = "agree"
    ONLY_ONE = "only_one"
    CONFLICT = "conflict"
    PRECISION = "precision"
    """Told more and less finely: "in January", "on 13 January"."""
    TIME_OF_WRITING = "time_of_writing"
    """True at different times: planned before, held after."""
    SCOPE = "scope"
    """Said of different things, such as two visits with two lengths."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One value of a claim: ``value`` for display, and where it is told."""

    value: str
    articles: tuple[ArticleId, ...]
    origins: int
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError(f"claim variant {self.value!r} has no evidence")


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as told: ``relation`` of ``subject`` within ``scope``, with its variants and who is silent."""

    story: StoryId
    subject: str
    relation: str
    scope: str
    agreement: Agreement
    variants: tuple[Variant, ...]
    silent: tuple[ArticleId, ...]
    basis: Basis
