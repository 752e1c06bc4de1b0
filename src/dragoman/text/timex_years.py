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
from dragoman.text.timex_words import CENTURY, QUARTER, YEAR
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
    before = reading.before(first)
    told = tokens[0].kind in {"the", "early", "late", "mid", "apos", "end", "start"}
    person = before is not None and before.low in {"his", "her", "their", "in"} and tokens[0] is word
    if not told or person or word.value % 10 or (word.kind == "decadal" and word.value < 20):  # noqa: PLR2004 - ages
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


_YEAR_AFTER = frozenset(
    ["people", "troops", "soldiers", "dollars", "euros", "tons", "tonnes", "miles", "kilometers", "kilometres", "metres", "meters", "feet", "men", "women", "children", "jobs", "homes", "houses", "cases", "deaths", "times", "points", "votes", "percent", "civilians", "refugees", "prisoners", "tanks", "police", "officers", "members", "workers", "employees", "students", "barrels", "shares", "square", "cubic", "others", "km", "families", "pounds", "acres", "hectares", "views", "likes", "comments"]
)
_YEAR_BEFORE = frozenset(
    ["resolution", "resolutions", "flight", "article", "section", "room", "no", "number", "numbers", "line", "page", "route", "highway", "channel", "model", "boeing", "act", "bill", "about", "around", "nearly", "almost", "over", "roughly", "approximately", "some", "than", "least", "most", "up", "other"]
)


def years(reading: Reading, first: int, last: int) -> Found | None:
    """Read a year in figures, unless what stands beside it says that it counts something else."""
    tokens = reading.tokens[first:last]
    at = next((n for n, token in enumerate(tokens) if token.kind == "year"), None)
    if at is None:
        return _spelled_year(reading, first, last)
    token, before, after = tokens[at], reading.before(first), reading.after(first + at + 1)
    led = at > 0
    if not 1500 <= token.value <= 2100:  # noqa: PLR2004 - older and later years are told otherwise in news
        return None
    if after is not None and (
        after.low in _YEAR_AFTER or after.kind in {"money", "slash"} or after.low == "per"
    ):
        return None
    joined = before is not None and before.end == token.start
    if (
        joined
        and before is not None
        and before.kind in {"money", "hyphen", "slash", "stop", "comma", "mark", "apos"}
    ):
        return None
    numbered = (
        first > 1
        and before is not None
        and before.kind == "stop"
        and reading.tokens[first - 2].low in _YEAR_BEFORE
    )
    if (
        numbered
        or (before is not None
        and (before.low in _YEAR_BEFORE or before.kind in {"money", "hhmm", "ampm", "zone"}))
    ):
        return None
    if (
        not led
        and not 1800 <= token.value <= 2060
        and (before is None or before.low not in {"in", "since", "of", "by", "from"})
    ):
        return None
    end = first + at + 1
    return placed(reading, (first, end), year(token.value))


def year_span(reading: Reading, first: int, last: int) -> Found | None:
    """Read "2019-2021" and "2025/26"."""
    begin, final = reading.tokens[first], reading.tokens[last - 1]
    before = reading.before(first)
    end = final.value if final.kind == "year" else begin.value // 100 * 100 + final.value
    if (
        len(final.text) < 2
        or not 1500 <= begin.value < end <= 2100
        or reading.tokens[first + 1].start != begin.end
    ):
        return None
    if before is not None and before.end == begin.start and before.kind != "open":
        return None
    opening, closing = year(begin.value), year(end)
    if opening is None or closing is None:
        return None
    period = replace(opening, value=f"{begin.value}/{end}", end=closing.end)
    return Found(first, last, TimeKind.DATE, period)


def _spelled_year(reading: Reading, first: int, last: int) -> Found | None:
    """Read "nineteen ninety-six", and after "the year" or "in" also "two thousand"."""
    tokens = reading.tokens[first:last]
    values = [token.value for token in tokens if token.kind in {"numword", "teen", "bignumber"}]
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
