"""Story and its events -> Meeting: one record per meeting or visit, over all its reports, with its life."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dragoman.stages.meeting_parts.anchor import story_day, told_day
from dragoman.stages.meeting_parts.frame import framed, still_ahead
from dragoman.stages.meeting_parts.group import Group
from dragoman.stages.meeting_parts.grouping import grouped
from dragoman.stages.meeting_parts.mention import MeetingMention, Setting, meeting_mentions
from dragoman.stages.meeting_parts.outcome import (
    article_status,
    latest_status,
    merged_protocol,
    merged_when,
    merged_where,
)
from dragoman.stages.meeting_parts.parties import parties
from dragoman.types import (
    ActorId,
    Article,
    Basis,
    Event,
    Link,
    Maker,
    Meeting,
    Origin,
    Parse,
    Step,
    Story,
    When,
)

READS, WRITES, VERSION = (Story, Article, Parse, Origin, Link, Event), Meeting, 3

_MAKER = Maker("meetings", VERSION)
_PAIR = 2


def meetings(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    origins: tuple[Origin, ...],
    links: tuple[Link, ...],
    events: tuple[Event, ...],
) -> Iterator[Meeting]:
    """Yield the meetings and visits of ``story``: best attested first, then by day and names.

    Mentions are one meeting when their kind, sides, persons, days, places and course fit. Two meetings of
    one pair stay two. A mention without sides ("the summit") goes to the meeting of its article that it can
    only mean. A meeting in a visit has the visit's days and place where its own are not told.
    """
    day = story_day(articles)
    settings = {
        article.id: Setting(article, parse, told_day(article, parse, day))
        for article, parse in zip(articles, parses, strict=True)
    }
    names = {link.actor.id: link.actor.name for link in links}
    made = []
    for group in grouped(meeting_mentions(events, links, settings)):
        meeting = _meeting(story, group, articles, origins, names)
        if len(meeting.participants) >= _PAIR:
            made.append((meeting, group))
    made = [still_ahead(one, made) for one in made]
    yield from sorted((framed(one, made) for one in made), key=_best_first)


def _meeting(
    story: Story,
    group: Group,
    articles: tuple[Article, ...],
    origins: tuple[Origin, ...],
    names: Mapping[ActorId, str],
) -> Meeting:
    """Return the record of one group of mentions."""
    order = {article.id: place for place, article in enumerate(articles)}
    mentions = sorted(group.mentions, key=lambda m: (order[m.article], m.event.trigger, sorted(m.sides)))
    when = merged_when(mentions)
    visited = (
        frozenset(s for s in group.hosts if s.startswith("state:"))
        if group.family == "visit"
        else frozenset()
    )
    steps = tuple(
        _step(article, own, when, visited)
        for article in articles
        if (own := [m for m in mentions if m.article == article.id])
    )
    told = {step.article for step in steps}
    evidence = tuple(dict.fromkeys(piece for m in mentions for piece in m.event.basis.evidence))
    return Meeting(
        story=story.id,
        kind=Counter(m.event.kind for m in mentions).most_common(1)[0][0],
        participants=parties(mentions, names),
        when=when,
        where=merged_where(mentions, visited),
        status=latest_status(steps),
        protocol=merged_protocol(mentions),
        steps=steps,
        texts=len(told),
        origins=sum(any(member in told for member in origin.members) for origin in origins),
        basis=Basis(evidence, _MAKER),
    )


def _step(
    article: Article, mentions: list[MeetingMention], when: When | None, visited: frozenset[str]
) -> Step:
    """Return what one article says of a meeting whose days are ``when``."""
    return Step(
        article=article.id,
        published=article.published.day if article.published else None,
        status=article_status(mentions, when),
        when=merged_when(mentions),
        where=merged_where(mentions, visited),
        evidence=tuple(dict.fromkeys(piece for m in mentions for piece in m.event.basis.evidence)),
        days=merged_protocol(mentions).days,
    )


def _best_first(meeting: Meeting) -> tuple[int, int, str, str, str, tuple[str, ...]]:
    day = meeting.when.start.isoformat() if meeting.when else "9999"
    names = tuple(party.name for party in meeting.participants)
    return (-meeting.origins, -meeting.texts, day, meeting.kind, meeting.status.value, names)
