"""How long a meeting that was held lasted, in hours and minutes, as each report tells it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dragoman.stages.claim_parts.telling import Fact, Judge, Telling
from dragoman.types import Agreement, Article, ArticleId, Meeting, Status, Step

_HELD = (Status.HAPPENED, Status.ONGOING)
_ROUGH = 0.2
"""Share by which lengths told as "about" may differ: set by hand, 2026-11-22."""
_HOUR = 60
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@cache
def _length() -> re.Pattern[str]:
    number = rf"(?P<number>{'|'.join(_NUMBERS)}|an?|\d{{1,3}}(?:\.5)?)"
    return re.compile(
        r"\b(?:last(?:ed|ing)|took|ran|for|spent)\s+(?P<rough>(?:(?:about|nearly|almost|around|over|some|more"
        rf"|than|at|least|just|under)\s+)*)(?P<told>{number}(?P<half>\s+and\s+a\s+half)?\s+"
        r"(?P<unit>hours?|minutes?))\b",
        re.IGNORECASE,
    )


def hour_facts(
    meetings: Sequence[Meeting], articles: Mapping[ArticleId, Article], names: Mapping[int, str]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield the length of each meeting held that a report tells; ``names`` go by the meeting's place.

    A sentence counts only where it tells one length: "an hour with one, two with the other" tells none.
    """
    for place, meeting in enumerate(meetings):
        if meeting.kind == "visit":
            continue
        told = tuple(t for step in meeting.steps if (t := _telling(step, articles[step.article])) is not None)
        if told:
            scope = meeting.when.start.isoformat() if meeting.when else "day not told"
            yield Fact(names[place], "duration", scope, tuple(one for one, _ in told)), _judge(told)


def _telling(step: Step, article: Article) -> tuple[Telling, bool] | None:
    """Return the one length that a report tells of a meeting, and whether it is a rough one."""
    if step.status not in _HELD:
        return None
    for piece in step.evidence:
        found = list(_length().finditer(piece.span.cut(article.text)))
        if len(found) == 1:
            words = " ".join(found[0]["told"].split())
            return Telling(step.article, words, _minutes(found[0]), (piece,)), bool(found[0]["rough"])
    return None


def _minutes(found: re.Match[str]) -> int:
    low = found["number"].casefold()
    number = 1.0 if low in ("a", "an") else float(_NUMBERS.index(low) + 1 if low in _NUMBERS else low)
    unit = _HOUR if found["unit"].casefold().startswith("hour") else 1
    return round((number + 0.5 * bool(found["half"])) * unit)


def _judge(told: Sequence[tuple[Telling, bool]]) -> Judge:
    """Judge lengths: a rough one close by differs in precision only; the rest contradict each other."""

    def minutes(telling: Telling) -> int:
        return telling.key if isinstance(telling.key, int) else 0

    def clash(one: tuple[Telling, bool], other: tuple[Telling, bool]) -> bool:
        a, b = minutes(one[0]), minutes(other[0])
        slack = _ROUGH * max(a, b) if one[1] or other[1] else 0
        return abs(a - b) > slack

    def judge(_: Sequence[Telling]) -> Agreement:
        apart = any(clash(one, other) for one in told for other in told)
        return Agreement.CONFLICT if apart else Agreement.PRECISION

    return judge
