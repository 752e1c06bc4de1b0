"""What the mentions of a meeting add up to: its status by now, its day, its place, its protocol."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from dragoman.stages.meeting_parts.course import Course, course_of
from dragoman.stages.meeting_parts.mention import MeetingMention
from dragoman.types import ArticleId, MeetingFormat, Precision, Protocol, Status, Step, VisitRank, When, Where

T = TypeVar("T")

_STRONG = (
    Status.POSTPONED,
    Status.CANCELLED,
    Status.HAPPENED,
    Status.ONGOING,
    Status.SCHEDULED,
    Status.PLANNED,
    Status.ARRANGING,
    Status.EXPECTED,
    Status.NEGATED,
    Status.POSSIBLE,
)
"""Of statuses told equally often in one report, the one that says most."""

_FINAL = (Status.HAPPENED, Status.CANCELLED, Status.POSTPONED)
_FLEETING = ("today", "tonight", "tomorrow", "yesterday")
"""Words that mean little beside another day's report; a weekday or date is shown in their place."""
_LONGEST = 14
"""A visit told with its first and last day is no longer than this; wider stretches are vague."""


def article_status(mentions: Sequence[MeetingMention], when: When | None) -> Status:
    """Return the status that one article gives a meeting: a word of change, else the most frequent.

    Headings and loose mentions count only where nothing else does. Where the day of the meeting, ``when``,
    lies after the article, it cannot be over there.
    """
    body = [m for m in mentions if not m.heading and not m.loose]
    counts = Counter(m.status for m in body or mentions)
    for changed in (Status.POSTPONED, Status.CANCELLED):
        if counts[changed] and counts[changed] * 3 >= counts.total():
            return changed
    published = mentions[0].published
    if when is not None and published is not None and when.start > published:
        ahead = {s: n for s, n in counts.items() if course_of(s) is not Course.HELD}
        counts = Counter(ahead or {Status.PLANNED: 1})
    return min(counts, key=lambda status: (-counts[status], _STRONG.index(status)))


def latest_status(steps: Sequence[Step]) -> Status:
    """Return the latest word: that of the newest dated reports; undated ones speak only for themselves.

    Held, cancelled or postponed outweigh an older plan; they need half of the reports from then on.
    """
    dated = [step for step in steps if step.published is not None] or list(steps)
    finals = [step for step in dated if step.status in _FINAL]
    last = _since(dated, max((step.published for step in finals if step.published), default=None))
    counts = Counter(step.status for step in last)
    for final in sorted(_FINAL, key=lambda status: -counts[status]):
        if counts[final] and counts[final] * 2 >= len(last):
            return final
    newest = max((step.published for step in dated if step.published), default=None)
    counts = Counter(step.status for step in _since(dated, newest))
    if len(dated) < len(steps):
        counts.update(step.status for step in steps if step.published is None)
    return min(counts, key=lambda status: (-counts[status], _STRONG.index(status)))


def _since(steps: Sequence[Step], day: date | None) -> Sequence[Step]:
    """Return the steps told on ``day`` or later; all of them where no day is known."""
    if day is None:
        return steps
    return [step for step in steps if step.published is not None and step.published >= day] or steps


def merged_when(mentions: Sequence[MeetingMention]) -> When | None:
    """Return the days most reports tell, of the finest told; of a visit its first to last day, where told."""
    told: dict[When, set[ArticleId]] = {}
    for mention in mentions:
        if mention.when is not None and not mention.loose:
            told.setdefault(mention.when, set()).add(mention.article)
    if not told:
        return None
    stretch = [when for when in told if mentions[0].family == "visit" and _is_first_to_last(when)]
    finest = [w for w in told if _fineness(w) == min(map(_fineness, told))]
    return max(stretch or finest, key=lambda when: _backing(when, told))


def _is_first_to_last(when: When) -> bool:
    return when.precision is Precision.DAY and 1 < when.days <= _LONGEST


def _fineness(when: When) -> int:
    return 1 if when.precision is Precision.MINUTE else when.days


def _backing(when: When, told: Mapping[When, set[ArticleId]]) -> tuple[int, int, date, bool, str]:
    """Return what speaks for ``when``: the reports that tell these days, then those it agrees with."""
    same = {a for other, tellers in told.items() for a in tellers if _days(other) == _days(when)}
    near = {a for other, tellers in told.items() for a in tellers if other.covers(when) or when.covers(other)}
    return len(same), len(near), when.start, when.told.lower() not in _FLEETING, when.told


def _days(when: When) -> tuple[date, date]:
    return when.start, when.end


def merged_where(mentions: Sequence[MeetingMention], visited: frozenset[str]) -> Where | None:
    """Return the place most reports tell; a town before its state where enough of them name it.

    Of a visit only places in the state ``visited`` count: the White House may announce a trip to London.
    """
    told: dict[str, set[ArticleId]] = {}
    forms: dict[str, Where] = {}
    wheres = [(m.article, m.where) for m in mentions if m.where is not None]
    inside = [(a, w) for a, w in wheres if w.state and f"state:{w.state}" in visited]
    for article, where in inside or [(a, w) for a, w in wheres if not (visited and w.state)]:
        key = where.place or f"state:{where.state}" if where.state else where.name
        told.setdefault(key, set()).add(article)
        forms[key] = max((forms.get(key, where), where), key=lambda w: (len(w.name), w.name))
    if not told:
        return None
    tellers = {article for articles in told.values() for article in articles}
    towns = [
        k
        for k in told
        if _is_within_state(forms[k]) and (len(told[k]) * 3 >= len(tellers) or len(told[k]) > 1)
    ]
    return forms[max(towns or told, key=lambda k: (len(told[k]), forms[k].place is not None, len(k), k))]


def _is_within_state(where: Where) -> bool:
    """Tell whether a place is a town or house, not a state as a whole."""
    return where.place is not None and not where.place.startswith("state:")


def merged_protocol(mentions: Sequence[MeetingMention]) -> Protocol:
    """Return format, rank and length as most mentions state them; what none states stays unknown."""
    protocols = [m.event.protocol for m in mentions if m.event.protocol and not m.loose]
    formats = Counter(p.format for p in protocols if p.format is not None)
    ranks: Counter[VisitRank] = Counter(p.rank for p in protocols if p.rank is not VisitRank.UNSTATED)
    lengths = Counter(p.days for p in protocols if p.days is not None)
    chosen: MeetingFormat | None = _most(formats)
    return Protocol(chosen, _most(ranks) or VisitRank.UNSTATED, _most(lengths))


def _most(counts: "Counter[T]") -> T | None:
    """Return the most frequent value; of ties the one seen first."""
    return max(counts, key=lambda value: counts[value]) if counts else None
