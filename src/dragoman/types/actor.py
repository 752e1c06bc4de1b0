"""Who acts: states, organisations, people with their dated offices; names in a text, and what they mean."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from dragoman.types.evidence import Basis
from dragoman.types.span import Span

ActorId = NewType("ActorId", str)
"""``state:KOR``, ``organisation:UN``, ``person:lee-jae-myung``; a person in no table is named by the name."""


class ActorKind(Enum):
    """What sort of party an actor is."""

    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that can meet, speak, promise or threaten; ``affiliation`` is that of a person."""

    id: ActorId
    kind: ActorKind
    name: str
    affiliation: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office as held on the article's day: ``title`` for display, ``office`` from ``offices.csv``.

    ``since`` and ``until`` are ``[since, until)``; ``None`` is unknown or not yet ended.
    ``dated`` tells whether a table of terms confirms it for that day, or only the report says so.
    """

    office: str
    title: str
    of: ActorId | None
    since: date | None
    until: date | None
    dated: bool


class MentionKind(Enum):
    """The sense in which a name stands in the text."""

    PERSON = "person"
    STATE = "state"
    """A state or its people: Japan, Japanese."""
    GOVERNMENT = "government"
    """A capital or seat that stands for its government: "Tokyo said", the Kremlin."""
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    """An event with a name of its own: an election, a war, a summit."""
    OTHER = "other"
    """Something else that bears a name: a treaty, a work, a language, a prize."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something: ``span`` is the name alone, ``title`` the office beside it."""

    span: Span
    kind: MentionKind
    name: str
    title: Span | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Link:
    """The judgement that a mention means one known actor.

    Kept apart from the mention: when the actor list changes, links are made again and mentions
    stay. A wrong link is undone by deleting one row. ``why`` says what decided, such as
    ``alias "Seoul"`` or ``title + state``.
    """

    mention: Span
    actor: Actor
    office: Office | None
    why: str
    basis: Basis
