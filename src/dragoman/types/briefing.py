"""One page on one story: every statement carries its evidence and its counts."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dragoman.types.evidence import ArticleId, Basis
from dragoman.types.story import StoryId


class Mark(Enum):
    """The sign in front of a line."""

    PLANNED = "o"
    HAPPENED = "x"
    EXPECTED = "~"
    ONLY_ONE = "!"


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a briefing: ``texts`` articles and ``origins`` independent origins say so."""

    text: str
    marks: tuple[Mark, ...]
    texts: int
    origins: int
    basis: Basis
    group: str | None = None
    """A label that neighbouring lines share, such as "announced" in the agenda."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; ``empty`` says in words why there are none."""

    title: str
    statements: tuple[Statement, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Source:
    """One text of the story as the briefing lists it; ``origin`` counts from 1."""

    article: ArticleId
    outlet: str | None
    title: str | None
    published: str | None
    location: str
    url: str | None
    origin: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """A story told in lines that can each be opened; ``as_of`` is the day of the newest dated text."""

    story: StoryId
    title: str
    as_of: date | None
    texts: int
    publishers: int
    origins: int
    origin_reasons: tuple[str, ...]
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
