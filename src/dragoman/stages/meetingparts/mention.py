"""Events of one article that speak of a meeting or visit, with who stands on which side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.stages.meetingparts.anchor import Anchored
from dragoman.types import (
    ActorId,
    ArticleId,
    Event,
    Link,
    MeetingFormat,
    Parse,
    Role,
    RoleName,
    SentenceRole,
    Status,
    Tense,
    When,
    Where,
)

_SPOKEN_OF = {
    Status.HAPPENED,
    Status.ONGOING,
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.ARRANGING,
    Status.SCHEDULED,
    Status.POSTPONED,
    Status.CANCELLED,
    Status.NEGATED,
}
"""Statuses in which a report speaks of one meeting, not of meetings as such or of a wish."""

_MEETERS = {RoleName.PARTICIPANT, RoleName.HOST, RoleName.GUEST, RoleName.ACTOR, RoleName.RECIPIENT}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an event is read against: the sentences of its article, and the days its words tell there."""

    parse: Parse
    anchored: Anchored

    def is_heading(self, event: Event) -> bool:
        """Tell whether the event's word stands in a title or heading."""
        sentence = self.parse.at(event.trigger.start)
        return sentence is not None and sentence.role in {SentenceRole.TITLE, SentenceRole.HEADING}


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """One event that speaks of a meeting: ``sides`` are states (or parties of no known state).

    ``persons`` pairs a side with who stands for it; ``side_of`` gives the side of each party.
    """

    event: Event
    article: ArticleId
    family: str
    roles: tuple[Role, ...]
    side_of: Mapping[str, str]
    sides: frozenset[str]
    persons: tuple[tuple[str, ActorId], ...]
    when: When | None
    where: Where | None
    heading: bool
    """It stands in a title or heading, whose tense is the headline's own: "Xi to host" may be over."""

    @property
    def hosts(self) -> frozenset[str]:
        """The sides that host."""
        return frozenset(self.side_of[r.actor or r.name] for r in self.roles if r.role is RoleName.HOST)

    @property
    def guests(self) -> frozenset[str]:
        """The sides that come."""
        return frozenset(self.side_of[r.actor or r.name] for r in self.roles if r.role is RoleName.GUEST)

    @property
    def past(self) -> bool:
        """Tell whether the meeting lies behind the report."""
        return self.event.status in {Status.HAPPENED, Status.ONGOING} or self.event.tense is Tense.PAST

    def fits_course(self, other: "MeetingMention") -> bool:
        """Tell whether both can mean one meeting: a past and a coming one, in one report, are two."""
        if self.article != other.article or self.heading or other.heading:
            return True
        return self.past == other.past or bool(self.when and other.when)


def meeting_mentions(
    events: tuple[Event, ...], links: tuple[Link, ...], settings: Mapping[ArticleId, Setting]
) -> Iterator[MeetingMention]:
    """Yield the mentions of meetings, visits and calls among ``events``, in their order."""
    home = {link.actor.id: link.actor.affiliation for link in links if link.actor.affiliation}
    for event in events:
        if event.protocol is None or event.status not in _SPOKEN_OF:
            continue
        roles = tuple(role for role in event.roles if role.role in _MEETERS)
        side_of = {(role.actor or role.name): _side(role, home) for role in roles}
        article = event.basis.article
        yield MeetingMention(
            event=event,
            article=article,
            family=_family(event),
            roles=roles,
            side_of=side_of,
            sides=frozenset(side_of.values()),
            persons=tuple(
                sorted(
                    (side_of[r.actor], r.actor) for r in roles if r.actor and r.actor.startswith("person:")
                )
            ),
            when=settings[article].anchored(event),
            where=event.where,
            heading=settings[article].is_heading(event),
        )


def _side(role: Role, home: Mapping[ActorId, ActorId]) -> str:
    """Return the state a party stands for, or the party itself."""
    if role.actor is None:
        return f"name:{role.name.casefold()}"
    return home.get(role.actor, role.actor)


def _family(event: Event) -> str:
    """Return ``visit``, ``call`` or ``meeting``: only mentions of one family can be of one meeting."""
    if event.protocol and event.protocol.format is MeetingFormat.CALL:
        return "call"
    return event.kind if event.kind in {"visit", "call"} else "meeting"
