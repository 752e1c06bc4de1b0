"""Quarters, halves, years, decades and centuries by their names and figures."""

from dataclasses import replace
from datetime import date

from dragoman.text.timex_calendar import (
    century,
    decade,
    half,
    narrowed,
    quarter,
    unknown,
    unplaced,
    year,
)
from dragoman.text.timex_periods import placed, told_year
from dragoman.text.timex_reading import Found, Reading, first_of, kinds_of
from dragoman.text.timex_words import CENTURY, QUARTER, YEAR, row
from dragoman.types import Tense, TimeKind


def quarterly(reading: Reading, first: int, last: int) -> Found | None:
    """Read a numbered quarter; without a year it is the one nearest the report on the side told."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    ordinal = first_of(tokens, "ordinal")
    if ordinal is None or not 1 <= ordinal.value <= 4:  # noqa: PLR2004 - quarters
        return None
    number = ordinal.value
    told = told_year(tokens, anchor)
    if told is None and anchor is None:
        return placed(reading, (first, last), unknown(f"XXXX-Q{number}"))
    if told is None and anchor is not None:
        told = _quarter_year(number, anchor, reading.tense(first, last))
        told -= "yearago" in kinds_of(tokens)
    if told is None:
        return None
    reading.memory.quarter = (told, number)
    return placed(reading, (first, last), quarter(told, number))


def _quarter_year(number: int, anchor: date, tense: Tense | None) -> int:
    """Return the year of a quarter told without one: this year, unless it lies far on the wrong side."""
    steps = (anchor.month + 2) // 3 - number
    if tense is Tense.PAST and steps < -1:
        return anchor.year - 1
    if tense is Tense.FUTURE and steps > 1:
        return anchor.year + 1
    return anchor.year


def half_year(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the first half of 2026"."""
    tokens = reading.tokens[first:last]
    ordinal = first_of(tokens, "ordinal")
    number = ordinal.value if ordinal else 2
    rest = tuple(token for token in tokens[tokens.index(first_of(tokens, "half") or tokens[0]) :])
    told = told_year(rest, reading.anchor)
    if told is None or number not in {1, 2}:
        return None
    return placed(reading, (first, last), half(told, number))


def decades(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the 1990s", "the '80s", "the nineties"."""
    tokens = reading.tokens[first:last]
    word = first_of(tokens, "decadal", "tensword")
    if word is None:
        return None
    if word.value > 99:  # noqa: PLR2004 - all four figures are told
        return placed(reading, (first, last), decade(word.value))
    told = tokens[0].kind in {"the", "early", "late", "mid", "apostrophe", "end", "start"}
    if not told or (word.kind == "decadal" and word.value < 20):  # noqa: PLR2004 - "the 10s" are no decade
        return None
    return placed(reading, (first, last), decade(1900 + word.value))


def centuries(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the 20th century"."""
    tokens = reading.tokens[first:last]
    unit, ordinal = first_of(tokens, "unit"), first_of(tokens, "ordinal")
    if unit is None or ordinal is None:
        return None
    if unit.value == CENTURY:
        return placed(reading, (first, last), century(ordinal.value))
    return None


_OLDEST, _LATEST = 1500, 2100
"""Years that stand in figures in news; of older and later ones more is told than the figures."""
_PLAIN = range(1800, 2061)
"""Years that need no "in" or "since" before them."""


def years(reading: Reading, first: int, last: int) -> Found | None:
    """Read a year in figures, unless what stands beside it says that it counts something else."""
    at = next((n for n in range(first, last) if reading.kind(n) == "year"), None)
    if at is None:
        return _spelled_year(reading, first, last)
    number = reading.tokens[at].value
    plain = at > first or number in _PLAIN or reading.low(first - 1) in {"in", "since", "of", "by", "from"}
    if not plain or not _OLDEST <= number <= _LATEST or _counts(reading, first, at):
        return None
    return placed(reading, (first, at + 1), year(number))


def _counts(reading: Reading, first: int, at: int) -> bool:
    """Tell whether four figures number or count something: a resolution, soldiers, money, views."""
    if reading.low(at + 1) in row("counted") or reading.kind(at + 1) in {"money", "slash"}:
        return True
    before = reading.kind(first - 1)
    glued = {"money", "hyphen", "slash", "stop", "comma", "mark", "apostrophe"}
    if before in {"money", "clocked", "halfday", "zone"} or (reading.joined(first) and before in glued):
        return True
    return reading.low(first - (2 if before == "stop" else 1)) in row("numbered")


def year_span(reading: Reading, first: int, last: int) -> Found | None:
    """Read "2019-2021" and "2025/26"."""
    begin, final = reading.tokens[first], reading.tokens[last - 1]
    end = final.value if final.kind == "year" else begin.value // 100 * 100 + final.value
    if not reading.joined(first + 1) or len(final.text) == 1 or not _OLDEST <= begin.value < end <= _LATEST:
        return None
    if reading.joined(first) and reading.kind(first - 1) != "open":
        return None
    opening, closing = year(begin.value), year(end)
    if opening is None or closing is None:
        return None
    period = replace(opening, value=f"{begin.value}/{end}", end=closing.end)
    return Found(first, last, TimeKind.DATE, period)


def _spelled_year(reading: Reading, first: int, last: int) -> Found | None:
    """Read "nineteen ninety-six", and after "the year" or "in" also "two thousand"."""
    tokens = reading.tokens[first:last]
    values = [token.value for token in tokens if token.kind in {"numberword", "teen", "bignumber"}]
    led = tokens[0].kind == "the"
    if values[0] in {18, 19} and values[1] >= 10 and values[1] != 100:  # noqa: PLR2004 - centuries of news
        return placed(reading, (first, last), year(100 * values[0] + sum(values[1:])))
    if led and values[:2] == [2, 1000] and sum(values[2:]) < 100:  # noqa: PLR2004 - two thousand and six
        return placed(reading, (first, last), year(2000 + sum(values[2:])))
    return None


def year_end(reading: Reading, first: int, last: int) -> Found | None:
    """Read "year-end": the year, and of its days the last quarter."""
    anchor = reading.anchor
    period = year(anchor.year) if anchor else unplaced(YEAR)
    return Found(first, last, TimeKind.DATE, narrowed(period, "end")) if period else None


def year_ago(reading: Reading, first: int, last: int) -> Found | None:
    """Read "a year earlier", "year-ago": the same quarter of the year before where one is spoken of."""
    if reading.memory.quarter:
        told, number = reading.memory.quarter
        return Found(first, last, TimeKind.DATE, quarter(told - 1, number) or unplaced(QUARTER))
    period = year(reading.anchor.year - 1) if reading.anchor else None
    return Found(first, last, TimeKind.DATE, period or unplaced(YEAR))
