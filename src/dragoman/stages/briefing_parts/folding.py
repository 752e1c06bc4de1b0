"""Meetings told twice: near-identical records as one, and what else tells how a planned one came out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.types import (
    ActorId,
    ArticleId,
    Basis,
    Event,
    Evidence,
    Meeting,
    Party,
    Protocol,
    Status,
    VisitRank,
    When,
)

_OVER = (Status.HAPPENED, Status.ONGOING)
_AHEAD = (Status.ARRANGING, Status.SCHEDULED, Status.PLANNED, Status.EXPECTED, Status.POSSIBLE)
_SETTLED = (*_OVER, Status.CANCELLED, Status.POSTPONED, Status.NEGATED)
_PAIR = 2
_ONE_STAY = timedelta(days=7)
"""Days told more widely than this do not show that two records are one."""
_SOON = timedelta(days=7)
"""So long after its day a text that dates nothing may speak of a meeting."""
_IN_PERSON = {"meeting": "meeting", "negotiation": "meeting"}


def folded(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return the meetings, those of one kind, the same people and the same days as one; in their order.

    Held outweighs planned. What is told as off stays apart from what is told as held: that is a difference.
    """
    kept: list[Meeting] = []
    for one in meetings:
        place = next((n for n, other in enumerate(kept) if _is_one(one, other)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = _joined(kept[place], one)
    return tuple(kept)


def _is_one(one: Meeting, other: Meeting) -> bool:
    kinds = [_IN_PERSON.get(str(meeting.kind), str(meeting.kind)) for meeting in (one, other)]
    if kinds[0] != kinds[1] or not _same_people(one, other) or one.when is None or other.when is None:
        return False
    known = (*_AHEAD, *_OVER)
    fits = one.status is other.status or (one.status in known and other.status in known)
    short = all(when.end - when.start <= _ONE_STAY for when in (one.when, other.when))
    return fits and short and one.when.overlaps(other.when) and not _elsewhere(one, other)


def _people(meeting: Meeting) -> frozenset[str]:
    return frozenset(_key(party) for party in meeting.participants)


def _same_people(one: Meeting, other: Meeting) -> bool:
    """Tell whether the parties are the same, where one without a name ("leader") may be any of the others."""
    if _people(one) == _people(other):
        return True
    named = [frozenset(_key(p) for p in m.participants if not _is_unnamed(p)) for m in (one, other)]
    loose = [len(named[place]) < len(m.participants) for place, m in enumerate((one, other))]
    return len(one.participants) == len(other.participants) and (
        (loose[0] and not loose[1] and bool(named[0]) and named[0] < named[1])
        or (loose[1] and not loose[0] and bool(named[1]) and named[1] < named[0])
    )


def _is_unnamed(party: Party) -> bool:
    return party.actor is None and party.name == party.name.lower()


def _key(party: Party) -> str:
    return str(party.actor or party.name)


def _elsewhere(one: Meeting, other: Meeting) -> bool:
    """Tell whether two meetings are told in two places."""
    if one.where is None or other.where is None:
        return False
    if one.where.state and other.where.state:
        return one.where.state != other.where.state
    return one.where.name != other.where.name


def _joined(one: Meeting, other: Meeting) -> Meeting:
    """Return two records of one meeting as one, told as the better known of them."""
    base, more = (other, one) if other.status in _OVER and one.status not in _OVER else (one, other)
    named = one if not any(map(_is_unnamed, one.participants)) else other
    steps = sorted((*one.steps, *other.steps), key=lambda step: step.published or date.max)
    evidence = tuple(dict.fromkeys((*base.basis.evidence, *more.basis.evidence)))
    mine, theirs = base.protocol, more.protocol
    rank = theirs.rank if mine.rank is VisitRank.UNSTATED else mine.rank
    return replace(
        base,
        participants=named.participants if any(map(_is_unnamed, base.participants)) else base.participants,
        where=base.where or more.where,
        protocol=Protocol(mine.format or theirs.format, rank, mine.days or theirs.days),
        steps=tuple(steps),
        texts=len({piece.article for piece in evidence}),
        basis=Basis(evidence, base.basis.maker, base.basis.probability),
    )


@dataclass(frozen=True, slots=True)
class Sides:
    """The states that people stand for; who stands for none known is a side of their own."""

    of_actor: Mapping[ActorId, str]

    def of(self, meeting: Meeting) -> frozenset[str]:
        """Return the sides of a meeting."""
        return frozenset(map(self.side, meeting.participants))

    def side(self, party: Party) -> str:
        """Return the side of one party."""
        return self.of_actor.get(party.actor, _key(party)) if party.actor else party.name

    def of_event(self, event: Event) -> frozenset[str]:
        """Return the sides of an event whose parties are known."""
        return frozenset(
            self.of_actor.get(role.actor, str(role.actor)) for role in event.roles if role.actor is not None
        )


def settling(meeting: Meeting, meetings: Iterable[Meeting], sides: Sides) -> Meeting | None:
    """Return another record that tells how ``meeting`` came out: held first, then off.

    It has the same parties, a state standing for its people, on the same or neighbouring days; or one of the
    two is a visit, the place is the same and somebody takes part in both. A record without days counts
    where a text of the day or soon after tells it. What was postponed may be held at any later time.
    """
    put_off = meeting.status is Status.POSTPONED
    wanted = _OVER if put_off else _SETTLED
    found = [
        other
        for other in meetings
        if other.status in wanted
        and meeting.when is not None
        and _falls(meeting.when, other, later=put_off)
        and _same_company(meeting, other, sides)
    ]
    return min(found, key=lambda other: (other.status not in _OVER, other.when is None), default=None)


def _falls(when: When, other: Meeting, *, later: bool) -> bool:
    """Tell whether a meeting falls on these days or beside them; or ``later``."""
    if other.when is not None:
        return when.start <= other.when.end and (later or other.when.start <= when.end)
    last = when.end - timedelta(days=1)
    told = [step.published for step in other.steps if step.published and step.status in _SETTLED]
    return any(last <= day and (later or day <= when.end + _SOON) for day in told)


def _same_company(one: Meeting, other: Meeting, sides: Sides) -> bool:
    """Tell whether two meetings are of the same parties, or are a visit and a meeting in it."""
    ours, theirs = one.participants, other.participants
    if len(ours) >= _PAIR and _people(one) == _people(other):
        return True
    if _elsewhere(one, other):
        return False
    if len(ours) >= _PAIR and len(theirs) >= _PAIR:
        forth = all(any(_stands_for(party, mate, sides) for mate in theirs) for party in ours)
        back = all(any(_stands_for(party, mate, sides) for mate in ours) for party in theirs)
        if forth and back:
            return True
    placed = one.where is not None and other.where is not None
    return bool(_people(one) & _people(other)) and placed and "visit" in (one.kind, other.kind)


def _stands_for(one: Party, other: Party, sides: Sides) -> bool:
    """Tell whether two parties are one, or a state and somebody who stands for it: no two people are.

    A party without a name ("leader") may be anybody.
    """
    if _is_unnamed(one) or _is_unnamed(other) or _key(one) == _key(other):
        return True
    states = [_key(party).startswith("state:") for party in (one, other)]
    return any(states) and sides.side(one) == sides.side(other)


def acting(
    meeting: Meeting, events: Iterable[Event], sides: Sides, days: Mapping[ArticleId, date]
) -> Event | None:
    """Return something else told as done between the same sides on the days of ``meeting``.

    ``days`` are the days of publication by article: an undated act counts in a text of the day or soon after.
    """
    ours = sides.of(meeting)
    when = meeting.when
    if when is None or len(ours) < _PAIR:
        return None
    for event in events:
        if event.status not in _OVER or not ours <= sides.of_event(event):
            continue
        if event.basis.evidence[0] in meeting.basis.evidence:
            continue
        published = days.get(event.basis.article)
        soon = published is not None and when.end - timedelta(days=1) <= published <= when.end + _SOON
        if event.when.overlaps(when) and event.when.days <= _ONE_STAY.days if event.when else soon:
            return event
    return None


def pieces(*meetings: Meeting) -> tuple[Evidence, ...]:
    """Return the evidence of meetings together."""
    return tuple(dict.fromkeys(piece for meeting in meetings for piece in meeting.basis.evidence))
