"""What the mentions of a meeting add up to: its status by now, its day, its place, its protocol."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from dragoman.stages.meetingparts.mention import MeetingMention
from dragoman.types import MeetingFormat, Protocol, Status, Step, VisitRank, When, Where

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


def article_status(mentions: Sequence[MeetingMention]) -> Status:
    """Return the status that one article gives a meeting: a word of change, else the most frequent.

    Headings count only where nothing else does.
    """
    body = [m for m in mentions if not m.heading]
    counts = Counter(m.event.status for m in body or mentions)
    for changed in (Status.POSTPONED, Status.CANCELLED):
        if counts[changed]:
            return changed
    return min(counts, key=lambda status: (-counts[status], _STRONG.index(status)))


def latest_status(steps: Sequence[Step]) -> Status:
    """Return the latest word: that of the newest dated reports; undated ones speak only for themselves.

    Reports of one day are weighed by number, and held, cancelled or postponed outweigh an older plan.
    """
    dated = [step for step in steps if step.published is not None]
    newest = max((step.published for step in dated if step.published), default=None)
    last = [step for step in dated if step.published == newest] or list(steps)
    counts = Counter(step.status for step in last)
    for final in _FINAL:
        if counts[final] * 2 >= len(last):
            return final
    if not dated or len(dated) < len(steps):
        counts.update(step.status for step in steps if step.published is None)
    return min(counts, key=lambda status: (-counts[status], _STRONG.index(status)))


def merged_when(steps: Sequence[Step]) -> When | None:
    """Return the days most reports tell, most precisely; of ties the newest report's."""
    whens = [step.when for step in steps if step.when]
    if not whens:
        return None
    support = {when: sum(when.covers(o) or o.covers(when) for o in whens) for when in whens}
    best = max(range(len(whens)), key=lambda i: (-whens[i].days, support[whens[i]], i))
    return whens[best]


def merged_where(mentions: Sequence[MeetingMention]) -> Where | None:
    """Return the place most mentions tell; a known town before a state, a fuller name before a shorter."""
    wheres = [m.where for m in mentions if m.where]
    if not wheres:
        return None
    counts = Counter(w.name for w in wheres)
    towns = [w for w in wheres if w.place is not None] or wheres
    return max(towns, key=lambda w: (counts[w.name], len(w.name), w.name))


def merged_protocol(mentions: Sequence[MeetingMention]) -> Protocol:
    """Return format, rank and length as most mentions state them; what none states stays unknown."""
    protocols = [m.event.protocol for m in mentions if m.event.protocol]
    formats = Counter(p.format for p in protocols if p.format is not None)
    ranks: Counter[VisitRank] = Counter(p.rank for p in protocols if p.rank is not VisitRank.UNSTATED)
    lengths = Counter(p.days for p in protocols if p.days is not None)
    chosen: MeetingFormat | None = _most(formats)
    return Protocol(chosen, _most(ranks) or VisitRank.UNSTATED, _most(lengths))


def _most(counts: "Counter[T]") -> T | None:
    """Return the most frequent value; of ties the one seen first."""
    return max(counts, key=lambda value: counts[value]) if counts else None
