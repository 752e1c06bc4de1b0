"""Lengths of time, repetitions and vague times: "two weeks", "a year ago", "every Monday", "recently"."""

from dataclasses import dataclass, replace
from datetime import date

from dragoman.text.timex_calendar import Period, shift, unit_at, unknown, unplaced
from dragoman.text.timex_reading import Found, Reading, first_of, kinds_of
from dragoman.text.timex_tokens import Token
from dragoman.text.timex_words import (
    CENTURY,
    DAY,
    DECADE,
    HOUR,
    MINUTE,
    MONTH,
    PART_CODES,
    QUARTER,
    SEASON_CODES,
    SECOND,
    WEEK,
    YEAR,
    row,
)
from dragoman.types import Precision, TimeKind

_LETTERS = {DAY: "D", WEEK: "W", MONTH: "M", QUARTER: "Q", YEAR: "Y"}
_CLOCK_LETTERS = {SECOND: "S", MINUTE: "M", HOUR: "H"}
_HALVES = {YEAR: "6M", HOUR: "30M", MINUTE: "30S"}
_MANY_YEARS = {DECADE: 10, CENTURY: 100}
_UNITS = ("unit", "units", "quarter", "yearunit")
_HUNDRED = 100
_SETS = {DAY: "P1D", HOUR: "PT1H", WEEK: "P1W", MONTH: "P1M", YEAR: "P1Y"}
_DAYS = {DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 91, YEAR: 365, DECADE: 3652, CENTURY: 36524}
_SOON = {DAY: 7, WEEK: 35, MONTH: 183}
"""Days that "the coming days", "weeks", "months" are taken to span, with soft ends."""
_MOST = 1000
"""Units: a longer stretch has no days."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: its TIMEX3 value, its unit, and its count, ``X`` where nobody counts."""

    value: str
    unit: int
    count: str


def _spelled(words: list[int]) -> int:
    """Return the number that number words tell: twenty four, two thousand, nineteen ninety-six hundred."""
    total = part = 0
    for value in words:
        if value >= _HUNDRED:
            part = max(part, 1) * value
            total, part = (total + part, 0) if value > _HUNDRED else (total, part)
        else:
            part += value
    return total + part


def count_of(tokens: tuple[Token, ...]) -> str:
    """Return the count these words tell as TIMEX3 writes it, ``X`` for a vague one."""
    digits = [token for token in tokens if token.kind in {"day", "number", "year", "decimal"}]
    spelled = [token.value for token in tokens if token.kind in {"numberword", "teen", "bignumber"}]
    if digits:
        plain = digits[-1].text.replace(",", "")
        return plain if digits[-1].kind == "decimal" else str(int(plain[:9]))
    if spelled:
        return str(_spelled(spelled))
    kinds = kinds_of(tokens)
    vague = {"couple": "2", "few": "X", "many": "X", "dozen": "12", "a": "1", "the": "1"}
    return next((count for kind, count in vague.items() if kind in kinds), "X")


def length_of(tokens: tuple[Token, ...]) -> Length | None:
    """Return the length of time these words tell."""
    word = next((token for token in reversed(tokens) if token.kind in _UNITS), None)
    if word is None or (word.kind != "units" and any(token.kind == "year" for token in tokens)):
        return None
    unit, count = word.value, count_of(tokens)
    if word.kind == "units" and count == "1" and not any(token.value == 1 for token in tokens):
        count = "X"  # "the days" are more than one
    halved = any(token.low in {"1/2", "½", "half"} for token in tokens)
    half = _HALVES.get(unit, "") if halved else ""
    if unit in _MANY_YEARS:
        value = f"P{int(count) * _MANY_YEARS[unit]}Y" if count.isdigit() else _vague_years(unit)
    elif unit in _CLOCK_LETTERS:
        value = f"PT{count}{_CLOCK_LETTERS[unit]}{half}"
    else:
        value = f"P{count}{_LETTERS[unit]}{half}"
    return Length(value, unit, count)


def _vague_years(unit: int) -> str:
    return "PXY" if unit == DECADE else "PXC"


def span(reading: Reading, first: int, last: int) -> Found | None:
    """Read a length of time; ages are not read."""
    tokens = reading.tokens[first:last]
    length = length_of(tokens)
    if length is None or _is_age(reading, tokens, last) or _is_no_length(reading, length, (first, last)):
        return None
    if tokens[0].kind == "these":
        now = unknown("PRESENT_REF", Precision.VAGUE)
        return Found(first, last, TimeKind.DATE, now) if length.unit == DAY else None
    if len(tokens) == 2 and tokens[0].kind == "the":  # noqa: PLR2004 - "the day", "the week"
        return Found(first, last, TimeKind.DATE, unplaced(WEEK)) if length.unit == WEEK else None
    attributive = any(token.kind == "hyphen" for token in tokens)
    first += (tokens[0].kind == "the" and attributive) or (tokens[0].kind == "over" and tokens[1].kind != "a")
    last -= tokens[-1].kind == "hyphen"
    return Found(first, last, TimeKind.DURATION, unknown(length.value, Precision.VAGUE))


def _is_age(reading: Reading, tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a length is an age: "30 years old", "a 27-year-old man"."""
    following = last + (reading.kind(last) == "hyphen")
    return any(token.kind == "old" for token in tokens) or reading.low(following) in {"old", "olds"}


def _is_no_length(reading: Reading, length: Length, where: tuple[int, int]) -> bool:
    """Tell whether the words are no time: a title, a fraction, a rate, a sum of money."""
    first, last = where
    tokens = reading.tokens[first:last]
    if reading.joined(first) and reading.kind(first - 1) in {"money", "hyphen"}:
        return True
    figures = any(token.kind in {"day", "number"} for token in tokens)
    if figures and length.unit < DAY and tokens[-1].kind == "units" and tokens[-1].text[0].isupper():
        return True  # "60 Minutes" on television
    if length.unit == QUARTER and any(token.kind == "hyphen" for token in tokens[:-1]):
        return True  # "three-quarters of the oil"
    if tokens[0].kind != "a":
        return False
    if length.unit == SECOND or (length.unit == QUARTER and reading.low(last) == "of"):
        return True
    return len(tokens) == 2 and not _is_measured(reading, first, last)  # noqa: PLR2004 - "a week"


def _is_measured(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "a week" is a length here, and not a rate as in "four flights a week"."""
    if reading.low(last) in row("after a length"):
        return True
    return reading.kind(first - 1) in {"", "comma", "stop", "halt", "quote"} or reading.low(first - 1) in row(
        "before a length"
    )


def rolling(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the past two weeks", "the next few days": a length that ends or begins with the report."""
    tokens = reading.tokens[first:last]
    length, kinds = length_of(tokens), kinds_of(tokens)
    if length is None or ("ordinal" in kinds and "units" not in kinds):
        return None
    if len(tokens) <= 3 and "units" not in kinds and not _is_rolling(reading, length, (first, last)):  # noqa: PLR2004
        return None
    side = 1 if kinds & {"next", "coming"} else -1 if kinds & {"last", "past", "latest"} else 0
    return Found(first, last, TimeKind.DURATION, _up_to(reading.anchor, length, side))


def _is_rolling(reading: Reading, length: Length, where: tuple[int, int]) -> bool:
    """Tell "the past week", a length, from "last week" of the calendar and from "the last week of May"."""
    first, last = where
    if reading.low(last) == "of" or length.unit in {DAY, QUARTER}:
        return False
    return reading.low(first) == "the" or length.unit in _MANY_YEARS


def _up_to(anchor: date | None, length: Length, side: int) -> Period:
    """Return the stretch of this length before or after the report, with soft ends."""
    nowhere = unknown(length.value, Precision.VAGUE)
    if anchor is None or not side:
        return nowhere
    reach = _SOON.get(length.unit, 0)
    if length.count.isdigit():
        reach = min(int(length.count), _MOST) * _DAYS.get(length.unit, 0)
    far, tomorrow = shift(anchor, side * reach), shift(anchor, 1)
    if not reach or far is None or tomorrow is None:
        return nowhere
    begin, end = (anchor, far) if side > 0 else (far, tomorrow)
    return Period(length.value, begin, end, Precision.VAGUE)


def ago(reading: Reading, first: int, last: int) -> Found | None:
    """Read "two weeks ago" (a date) and "two days after" (a length told from something else)."""
    tokens = reading.tokens[first:last]
    length, how = length_of(tokens), tokens[-1].kind
    if length is None or (tokens[0].kind == "the" and length.unit != DAY):
        return None
    if how in {"ago", "now"} and length.unit >= DAY:
        period = _from_now(reading.anchor, length, -1 if how == "ago" else 1)
        return Found(first, last, TimeKind.DATE, period)
    known = reading.memory.near_day
    period = unknown(length.value, Precision.VAGUE)
    if how in {"earlier", "later"} and length.unit == DAY and known and length.count.isdigit():
        target = unit_at(known, DAY, int(length.count[:6]) * (-1 if how == "earlier" else 1))
        period = replace(target, value=length.value) if target else period
    return Found(first, last - (how in {"before", "after"}), TimeKind.DURATION, period)


def _from_now(anchor: date | None, length: Length, side: int) -> Period:
    """Return the day, week, month or year so far from the report."""
    if not length.count.isdigit():
        return unknown("PAST_REF" if side < 0 else "FUTURE_REF", Precision.VAGUE)
    steps, unit = side * int(length.count[:6]), length.unit
    if unit in _MANY_YEARS:
        steps, unit = steps * _MANY_YEARS[unit], YEAR
    return (unit_at(anchor, unit, steps) if anchor else None) or unplaced(unit)


def sets(reading: Reading, first: int, last: int) -> Found | None:
    """Read repetitions: "every Monday", "each year", "daily", "twice a week"."""
    tokens = reading.tokens[first:last]
    kinds = kinds_of(tokens)
    named = reading.capital(first) and "name" in {reading.kind(first - 1), reading.kind(last)}
    if named and kinds <= {"setword", "seasons"}:  # the Daily Mail, China Daily
        return None
    value = _repeated(tokens) or _every(tokens)
    if value is None and "twice" in kinds:
        length = length_of(tokens)
        value = length.value if length else None
    return Found(first, last, TimeKind.SET, unknown(value, Precision.VAGUE)) if value else None


def _repeated(tokens: tuple[Token, ...]) -> str | None:
    """Return the value of a repeated day, part of a day, month or season."""
    part = first_of(tokens, "part", "parts")
    if day := first_of(tokens, "weekday", "maybeday", "weekdays"):
        return f"XXXX-WXX-{day.value}" + (f"T{PART_CODES[part.value]}" if part else "")
    if word := first_of(tokens, "setword"):
        return _SETS[word.value]
    if word := first_of(tokens, "month", "maybemonth"):
        return f"XXXX-{word.value:02}"
    if word := first_of(tokens, "season", "seasons"):
        return f"XXXX-{SEASON_CODES[word.value]}"
    return f"XXXX-XX-XXT{PART_CODES[part.value]}" if part else None


def _every(tokens: tuple[Token, ...]) -> str | None:
    """Return the value of "every year", "every other day", "each of two weeks"."""
    unit = first_of(tokens, *_UNITS)
    if unit is None or tokens[0].kind != "every":
        return None
    if first_of(tokens, "alternate"):
        return f"P2{_LETTERS.get(unit.value, 'D')}"
    length = length_of(tokens if unit.kind == "units" else (replace(tokens[0], kind="a"), unit))
    return length.value if length else None


def vague(reading: Reading, first: int, last: int) -> Found | None:
    """Read "now", "recently", "the future": a side of the present and no days."""
    kinds = kinds_of(reading.tokens[first:last])
    before, after = reading.low(first - 1), reading.low(last)
    if kinds <= {"the", "moment"} or kinds >= {"the", "present"}:
        return None
    if kinds & {"short", "long", "near"} and not kinds & {"future", "term"}:
        return None
    if "soon" in kinds and after in {"after", "as", "-"}:
        return None
    if kinds == {"the", "past"} and before not in row("before the past"):
        return None
    if kinds == {"future"} and before != "in":
        return None
    value = "FUTURE_REF"
    if kinds & {"now", "present", "current"}:
        value = "PRESENT_REF"
    elif kinds & {"lately", "recent", "past"}:
        value = "PAST_REF"
    return Found(first, last, TimeKind.DATE, unknown(value, Precision.VAGUE))


def some(reading: Reading, first: int, last: int) -> Found | None:
    """Read "days", "weeks", "years" that nobody counts."""
    length = length_of(reading.tokens[first:last])
    if length is None or length.unit in {SECOND, MINUTE, QUARTER} or reading.low(last) == "old":
        return None
    return Found(first, last, TimeKind.DURATION, unknown(length.value, Precision.VAGUE))


def ahead(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the coming days", "the weeks ahead"."""
    length = length_of(tuple(token for token in reading.tokens[first:last] if token.kind == "units"))
    if length is None:
        return None
    return Found(first, last, TimeKind.DURATION, _up_to(reading.anchor, length, 1))
