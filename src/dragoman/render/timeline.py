"""The meetings of a story in order of their days, for drawing: held, still to come, or off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from dragoman.stages.briefing_parts.folding import folded
from dragoman.stages.briefing_parts.moved import moved
from dragoman.types import Article, ArticleId, Meeting, Parse, Status, When

_HELD = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.CANCELLED, Status.POSTPONED, Status.NEGATED)
_WORDS = {Status.HAPPENED: "held", Status.ONGOING: "under way", Status.NEGATED: "not held"}
_ANEW = "postponed to these days"
_MOST = 10
"""Most meetings drawn with days, and most without: those that most origins tell come first from the stage."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One meeting on the line of time; ``sign`` is held, ahead or off, ``days`` empty where none is told."""

    days: str
    sign: str
    status: str
    words: str


def timeline(
    meetings: Iterable[Meeting],
    articles: Iterable[Article] = (),
    parses: Iterable[Parse] = (),
) -> tuple[Stop, ...]:
    """Return the meetings, earliest first, those without a day last; near-identical ones as one.

    A meeting that is off was on no day: its days are told as those it was planned for. One put off to days
    that a text tells stands at those.
    """
    texts = {article.id: article for article in articles}
    parsed = {parse.article: parse for parse in parses}
    placed = [(one, *_place(one, texts, parsed)) for one in folded(meetings)]
    dated = sorted(
        [(when, _stop(one, days, status)) for one, when, days, status in placed if when][:_MOST],
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    undated = [_stop(one, days, status) for one, when, days, status in placed if when is None]
    return (*(stop for _, stop in dated), *undated[:_MOST])


def _place(
    meeting: Meeting, articles: Mapping[ArticleId, Article], parses: Mapping[ArticleId, Parse]
) -> tuple[When | None, str, str]:
    """Return the days at which a meeting stands, these in words, and its status in words."""
    status = _WORDS.get(meeting.status, meeting.status.value)
    if meeting.status is Status.POSTPONED:
        found = moved(meeting, articles, parses)
        if found.new is not None:
            was = f", was planned for {_days(found.old)}" if found.old else ""
            return found.new, _days(found.new), f"{_ANEW}{was}"
        return found.old, f"was {_days(found.old)}" if found.old else "", status
    if meeting.when is None:
        return None, "", status
    days = _days(meeting.when)
    return meeting.when, f"was {days}" if meeting.status is Status.CANCELLED else days, status


def _stop(meeting: Meeting, days: str, status: str) -> Stop:
    sign = "held" if meeting.status in _HELD else "off" if meeting.status in _OFF else "ahead"
    if status.startswith(_ANEW):
        sign = "ahead"
    names = [party.name for party in meeting.participants] or ["Unnamed parties"]
    who = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    where = f" in {meeting.where.name}" if meeting.where else ""
    return Stop(days, sign, status, f"{who}{where}")


def _days(when: When) -> str:
    """Return the days as ISO dates, the last one included."""
    last = when.end - timedelta(days=1)
    return when.start.isoformat() if when.days == 1 else f"{when.start.isoformat()} to {last.isoformat()}"
