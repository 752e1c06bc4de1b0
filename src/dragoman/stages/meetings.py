"""Story and its events -> Meeting: one record per meeting or visit, over all its reports, with its life."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.stages.meetingparts.anchor import story_day, told_day
from dragoman.stages.meetingparts.mention import MeetingMention, Setting, meeting_mentions
from dragoman.stages.meetingparts.outcome import (
    article_status,
    latest_status,
    merged_protocol,
    merged_when,
    merged_where,
)
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
    Party,
    Step,
    Story,
)

READS, WRITES, VERSION = (Story, Article, Parse, Origin, Link, Event), Meeting, 1

_MAKER = Maker("meetings", VERSION)
_SLACK = timedelta(days=1)
"""Reports in other time zones tell a meeting a day apart."""


def meetings(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    origins: tuple[Origin, ...],
    links: tuple[Link, ...],
    events: tuple[Event, ...],
) -> Iterator[Meeting]:
    """Yield the meetings and visits of ``story``: best attested first, then by day and names.

    Mentions are one meeting when their kind fits, one set of sides holds the other, and their days
    touch. Two meetings of one pair in one month stay two. A mention without sides ("the summit")
    goes to the meeting of its article that it can only mean.
    """
    day = story_day(articles)
    settings = {
        article.id: Setting(parse, told_day(article, parse, day))
        for article, parse in zip(articles, parses, strict=True)
    }
    found = meeting_mentions(events, links, settings)
    groups: list[_Group] = []
    for mention in sorted(found, key=_surest_first):
        home = _home(groups, mention)
        if home is not None:
            home.add(mention)
        elif mention.sides:
            groups.append(_Group([mention]))
    groups = _joined(groups)
    named = [group for group in groups if len(group.sides) > 1]
    made = [_meeting(story, group, articles, origins, links) for group in named]
    yield from sorted(made, key=_best_first)


@dataclass
class _Group:
    """Mentions that mean one meeting."""

    mentions: list[MeetingMention]
    sides: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.sides = frozenset().union(*(m.sides for m in self.mentions))

    def add(self, mention: MeetingMention) -> None:
        """Take ``mention`` in."""
        self.mentions.append(mention)
        self.sides |= mention.sides

    def days(self) -> list[tuple[date, date]]:
        """Return the stretches of days its mentions tell."""
        return [(m.when.start, m.when.end) for m in self.mentions if m.when]

    def touches(self, mention: MeetingMention) -> bool:
        """Tell whether the days of ``mention`` can be those of this meeting."""
        if mention.when is None or not self.days():
            return True
        start, end = mention.when.start, mention.when.end
        return all(a < end + _SLACK and start < b + _SLACK for a, b in self.days())

    def directions_fit(self, mention: MeetingMention) -> bool:
        """Tell whether nobody hosts here who is a guest there: a return visit is another visit."""
        return all(not (own.hosts & mention.guests or own.guests & mention.hosts) for own in self.mentions)

    def parties_fit(self, mention: MeetingMention) -> bool:
        """Tell whether nobody of one side is another person in the other: two ministers are two meetings."""
        ours: dict[str, set[ActorId]] = {}
        for own in self.mentions:
            for side, person in own.persons:
                ours.setdefault(side, set()).add(person)
        return all(person in ours[side] for side, person in mention.persons if side in ours)


def _surest_first(mention: MeetingMention) -> tuple[int, int, str, int]:
    """Order mentions so that those that tell most make the groups: persons, then a day, then a place."""
    told = 4 * min(len(mention.persons), 2) + 2 * min(len(mention.sides), 2) + (mention.when is not None)
    return (-told, 0 if mention.where else 1, mention.article, mention.event.trigger.start)


def _home(groups: list[_Group], mention: MeetingMention) -> _Group | None:
    """Return the group that ``mention`` belongs to, if it can be told."""
    fits = [
        group
        for group in groups
        if group.mentions[0].family == mention.family
        and _sides_fit(group.sides, mention.sides)
        and group.parties_fit(mention)
        and group.directions_fit(mention)
        and group.touches(mention)
        and group.mentions[0].fits_course(mention)
    ]
    if not mention.sides:
        fits = [group for group in fits if any(m.article == mention.article for m in group.mentions)]
        return fits[0] if len(fits) == 1 else None
    ranked = sorted(fits, key=lambda g: (-_closeness(g, mention), -len(g.mentions)))
    return ranked[0] if ranked else None


def _sides_fit(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two sets of sides can be one meeting's: the same, or one side alone of the other's.

    A meeting of three is not a meeting of two of them.
    """
    fewer = min(ours, theirs, key=len)
    return ours == theirs or (len(fewer) <= 1 and fewer <= max(ours, theirs, key=len))


def _closeness(group: _Group, mention: MeetingMention) -> int:
    """Return how much speaks for ``mention`` meaning this meeting."""
    same_course = sum(m.past == mention.past for m in group.mentions) * 2 >= len(group.mentions)
    shared = len(group.sides & mention.sides)
    told = mention.when is not None and any(
        a == mention.when.start and b == mention.when.end for a, b in group.days()
    )
    return 2 * shared + 2 * told + same_course


def _joined(groups: list[_Group]) -> list[_Group]:
    """Return the groups with those joined that later mentions showed to be one."""
    kept: list[_Group] = []
    for group in groups:
        home = next(
            (
                other
                for other in kept
                if other.mentions[0].family == group.mentions[0].family
                and other.sides == group.sides
                and all(
                    other.touches(m) and other.parties_fit(m) and other.directions_fit(m)
                    for m in group.mentions
                )
                and other.mentions[0].fits_course(group.mentions[0])
            ),
            None,
        )
        if home is None:
            kept.append(group)
        else:
            for mention in group.mentions:
                home.add(mention)
    return kept


def _meeting(
    story: Story,
    group: _Group,
    articles: tuple[Article, ...],
    origins: tuple[Origin, ...],
    links: tuple[Link, ...],
) -> Meeting:
    """Return the record of one group of mentions."""
    order = {article.id: place for place, article in enumerate(articles)}
    mentions = sorted(group.mentions, key=lambda m: (order[m.article], m.event.trigger))
    steps = tuple(
        _step(article, [m for m in mentions if m.article == article.id])
        for article in articles
        if any(m.article == article.id for m in mentions)
    )
    told = {step.article for step in steps}
    evidence = tuple(dict.fromkeys(piece for m in mentions for piece in m.event.basis.evidence))
    return Meeting(
        story=story.id,
        kind=Counter(m.event.kind for m in mentions).most_common(1)[0][0],
        participants=_parties(group, links),
        when=merged_when(steps),
        where=merged_where(mentions),
        status=latest_status(steps),
        protocol=merged_protocol(mentions),
        steps=steps,
        texts=len(told),
        origins=sum(any(member in told for member in origin.members) for origin in origins),
        basis=Basis(evidence, _MAKER),
    )


def _step(article: Article, mentions: list[MeetingMention]) -> Step:
    """Return what one article says of a meeting."""
    whens = [m.when for m in mentions if m.when]
    wheres = [m.where for m in mentions if m.where]
    return Step(
        article=article.id,
        published=article.published.day if article.published else None,
        status=article_status(mentions),
        when=min(whens, key=lambda w: (w.days, w.start)) if whens else None,
        where=max(wheres, key=lambda w: (w.place is not None, len(w.name))) if wheres else None,
        evidence=tuple(dict.fromkeys(piece for m in mentions for piece in m.event.basis.evidence)),
        days=merged_protocol(mentions).days,
    )


def _parties(group: _Group, links: tuple[Link, ...]) -> tuple[Party, ...]:
    """Return the participants by name, a state only where no person stands for it."""
    names: dict[ActorId, str] = {link.actor.id: link.actor.name for link in links}
    stood_for = {side for m in group.mentions for side, _ in m.persons}
    parties: dict[str, Party] = {}
    for mention in group.mentions:
        for role in mention.roles:
            key = role.actor or role.name
            side = mention.side_of.get(key)
            if side is None or (key == side and side in stood_for):
                continue
            name = names.get(role.actor, role.name) if role.actor else role.name
            parties.setdefault(key, Party(role.actor, name))
    return tuple(sorted(parties.values(), key=lambda party: (party.name, party.actor or "")))


def _best_first(meeting: Meeting) -> tuple[int, int, str, str, tuple[str, ...]]:
    day = meeting.when.start.isoformat() if meeting.when else "9999"
    return (-meeting.origins, -meeting.texts, day, meeting.kind, tuple(p.name for p in meeting.participants))
