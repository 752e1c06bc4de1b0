"""Events of one article that speak of a meeting or visit, with who stands on which side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dragoman.stages.meeting_parts.anchor import Anchored
from dragoman.stages.meeting_parts.course import Course, course_of, told_status
from dragoman.types import (
    ActorId,
    Article,
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
_SEVERAL = frozenset(("visits", "trips", "meetings", "summits", "tours", "journeys"))
"""Plurals that speak of more than one event; "talks" are one."""
_NEW_TO_READER = frozenset(("a", "an", "any", "no", "such", "some"))
_NEAR = 3
"""How many words before the event's word are searched for an article."""
_BEFORE, _AFTER = 30, 24
"""How many characters around the event's word are searched for words such as "again"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the events of an article are read against: its text, its sentences, its days."""

    article: Article
    parse: Parse
    anchored: Anchored

    @property
    def published(self) -> date | None:
        """The day of publication, where the article tells it."""
        return self.article.published.day if self.article.published else None

    def is_heading(self, event: Event) -> bool:
        """Tell whether the event's word stands in a title or heading."""
        sentence = self.parse.at(event.trigger.start)
        return sentence is not None and sentence.role in {SentenceRole.TITLE, SentenceRole.HEADING}

    def points_back(self, event: Event) -> bool:
        """Tell whether the event is one spoken of before: not "a meeting", not what nobody did."""
        if event.status is Status.NEGATED and event.tense is Tense.PAST:
            return False
        sentence = self.parse.at(event.trigger.start)
        before = self.article.text[sentence.span.start if sentence else 0 : event.trigger.start]
        return _NEW_TO_READER.isdisjoint(before.lower().split()[-_NEAR:])

    def around(self, event: Event) -> str:
        """Return the words around the event's word, inside its sentence."""
        sentence = self.parse.at(event.trigger.start)
        low, high = (sentence.span.start, sentence.span.end) if sentence else (0, len(self.article.text))
        start, end = max(low, event.trigger.start - _BEFORE), min(high, event.trigger.end + _AFTER)
        return self.article.text[start:end].lower()


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """One event that speaks of a meeting: ``sides`` are states (or parties of no known state).

    ``persons`` pairs a side with who stands for it; ``side_of`` gives the side of each party. ``status`` is
    that of the event, put right by its days. ``apart`` tells that words say it is another meeting than the
    one the report is about ("again", "last met").
    """

    event: Event
    article: ArticleId
    published: date | None
    family: str
    roles: tuple[Role, ...]
    side_of: Mapping[str, str]
    sides: frozenset[str]
    guests: frozenset[str]
    hosts: frozenset[str]
    persons: tuple[tuple[str, ActorId], ...]
    status: Status
    when: When | None
    where: Where | None
    heading: bool
    """It stands in a title or heading, whose tense is the headline's own: "Xi to host" may be over."""
    loose: bool
    """It speaks of several meetings at once, and so founds none and has no say in what one is."""
    apart: bool
    points_back: bool
    """It can speak of a meeting told elsewhere: "the summit", not "a summit"."""
    coming: tuple[When, ...] = ()
    """The days of all that its report tells as still ahead."""

    @property
    def course(self) -> Course:
        """Where the report places the meeting."""
        return course_of(self.status)


def meeting_mentions(
    events: tuple[Event, ...], links: tuple[Link, ...], settings: Mapping[ArticleId, Setting]
) -> Iterator[MeetingMention]:
    """Yield the mentions of meetings, visits and calls among ``events``, in their order."""
    found = tuple(_mentions(events, links, settings))
    coming: dict[ArticleId, dict[When, None]] = {}
    for mention in found:
        if mention.when is not None and mention.course is Course.AHEAD:
            coming.setdefault(mention.article, {})[mention.when] = None
    for mention in found:
        days = sorted(coming.get(mention.article, ()), key=lambda when: (when.start, when.end, when.told))
        yield replace(mention, coming=tuple(days))


def _mentions(
    events: tuple[Event, ...], links: tuple[Link, ...], settings: Mapping[ArticleId, Setting]
) -> Iterator[MeetingMention]:
    home = {link.actor.id: link.actor.affiliation for link in links if link.actor.affiliation}
    for event in events:
        if event.protocol is None or event.status not in _SPOKEN_OF:
            continue
        roles = tuple(role for role in event.roles if role.role in _MEETERS)
        setting = settings[event.basis.article]
        goals = _states_visited(roles, home) if event.kind == "visit" else ()
        if len(goals) > 1:
            for goal in goals:
                yield _mention(event, _visiting(roles, goal, home), home, setting, loose=True)
        else:
            yield _mention(event, roles, home, setting, loose=_is_plural(event, setting))


def _mention(
    event: Event,
    roles: tuple[Role, ...],
    home: Mapping[ActorId, ActorId],
    setting: Setting,
    *,
    loose: bool,
) -> MeetingMention:
    side_of = {(role.actor or role.name): _side(role, home) for role in roles}
    family = _family(event)
    hosts = frozenset(side_of[r.actor or r.name] for r in roles if r.role is RoleName.HOST)
    when = setting.anchored(event)
    status = told_status(event, setting.article.text, when, setting.published)
    return MeetingMention(
        event=event,
        article=event.basis.article,
        published=setting.published,
        family=family,
        roles=roles,
        side_of=side_of,
        sides=frozenset(side_of.values()),
        guests=frozenset(side_of[r.actor or r.name] for r in roles if r.role is RoleName.GUEST),
        hosts=hosts,
        persons=tuple(
            sorted(
                (side_of[r.actor], r.actor)
                for r in roles
                if r.actor
                and r.actor.startswith("person:")
                and not (family == "visit" and r.role is RoleName.HOST)
            )
        ),
        status=status,
        when=when,
        where=None if loose or (family == "visit" and _is_elsewhere(event.where, hosts)) else event.where,
        heading=setting.is_heading(event),
        loose=loose,
        points_back=setting.points_back(event),
        apart=_is_apart(setting.around(event), course_of(status)),
    )


def _side(role: Role, home: Mapping[ActorId, ActorId]) -> str:
    """Return the state a party stands for, or the party itself."""
    if role.actor is None:
        return f"name:{role.name.casefold()}"
    return home.get(role.actor, role.actor)


def _family(event: Event) -> str:
    """Return the family of an event: only mentions of one family can be of one meeting.

    Negotiations run on over many meetings, so that they are none of them.
    """
    if event.protocol and event.protocol.format is MeetingFormat.CALL:
        return "call"
    return event.kind if event.kind in {"visit", "call", "negotiation"} else "meeting"


def _is_elsewhere(where: Where | None, hosts: frozenset[str]) -> bool:
    """Tell whether a place lies in no state that is visited: the capital that announced the visit."""
    states = [host for host in hosts if host.startswith("state:")]
    return where is not None and bool(where.state and states) and f"state:{where.state}" not in states


def _states_visited(roles: tuple[Role, ...], home: Mapping[ActorId, ActorId]) -> tuple[str, ...]:
    hosts = (_side(role, home) for role in roles if role.role is RoleName.HOST)
    return tuple(dict.fromkeys(side for side in hosts if side.startswith("state:")))


def _visiting(roles: tuple[Role, ...], goal: str, home: Mapping[ActorId, ActorId]) -> tuple[Role, ...]:
    """Return the roles of the one visit to ``goal``, of "visits to China and Japan"."""
    return tuple(r for r in roles if r.role is not RoleName.HOST or _side(r, home) == goal)


def _is_plural(event: Event, setting: Setting) -> bool:
    return event.trigger.cut(setting.article.text).lower() in _SEVERAL


@cache
def _apart_words(course: Course) -> frozenset[str]:
    """Return the words by which a report tells a meeting from the one it is about."""
    if course is Course.HELD:
        return frozenset(("last", "previous", "previously", "earlier", "since", "ago", "former", "past"))
    return frozenset(
        ("again", "next", "another", "second", "return", "further", "future", "follow-up", "later")
    )


def _is_apart(around: str, course: Course) -> bool:
    return not _apart_words(course).isdisjoint(around.replace(",", " ").replace(".", " ").split())
