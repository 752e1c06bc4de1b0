"""Single days and times of day: calendar dates, weekdays, "yesterday", feasts, the clock."""

from dataclasses import replace
from datetime import date

from dragoman.text.timex_calendar import (
    Period,
    easter,
    make_day,
    one_day,
    shift,
    thanksgiving,
    unknown,
)
from dragoman.text.timex_reading import Found, Reading, first_of, kinds_of
from dragoman.text.timex_tokens import Token
from dragoman.text.timex_words import PART_CODES, WEEK, row
from dragoman.types import Precision, Tense, TimeKind

_WEEK, _NOON, _LAST_HOUR, _LAST_MINUTE = 7, 12, 24, 59
_FAR = 320
"""Days: a day without its year is read on the side a verb tells, unless it is the day just on the other side
of the report, six weeks away or less, whose year nobody needs to be told (open times suite, 2026-11-21)."""
_FULL_DATE, _CENTURY_FIGURES, _TURN = 10, 99, 50
"""Characters of an ISO date; figures of a year in a century; from this one on, of the 20th century."""


def nearest(
    candidates: tuple[date | None, ...], anchor: date, tense: Tense | None, far: int = _FAR
) -> date | None:
    """Return the candidate on the side that ``tense`` tells, or the nearest where none is within ``far``."""
    days = sorted((abs((day - anchor).days), day) for day in candidates if day)
    for distance, day in days:
        on_side = day <= anchor if tense is Tense.PAST else day >= anchor
        if tense is not None and on_side and distance <= far:
            return day
    return days[0][1] if days else None


def dated(month: int, number: int, reading: Reading, where: tuple[int, int]) -> date | None:
    """Return the day of a date told without its year."""
    if reading.anchor is None:
        return None
    years = (reading.anchor.year + step for step in (-1, 0, 1))
    return nearest(
        tuple(make_day(year, month, number) for year in years), reading.anchor, reading.tense(*where)
    )


def _numeric(text: str) -> Period | None:
    """Read ``13/1/2026``, ``13.01.26``, ``2026/1/13``; no day where day and month may be swapped."""
    low, high, year = (int(part) for part in text.replace(".", "/").split("/"))
    if low > _CENTURY_FIGURES:
        low, year = year, low
        found = make_day(year, high, low)
        return one_day(found) if found else None
    if year <= _CENTURY_FIGURES:
        year += 2000 if year < _TURN else 1900
    european, american = make_day(year, high, low), make_day(year, low, high)
    if "." in text or american is None or low == high:
        return one_day(european) if european else None
    return one_day(american) if european is None else unknown(f"{year:04}-XX-XX")


def _relative_year(tokens: tuple[Token, ...], anchor: date | None) -> int | None:
    word = first_of(tokens, "last", "next", "this", "same", "current", "previous", "following")
    if word is None or anchor is None:
        return None
    return anchor.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word.kind, 0)


def _iso(text: str) -> Period | None:
    found = make_day(*(int(part) for part in text[:_FULL_DATE].split("-")))
    period = one_day(found) if found else None
    if period is None or len(text) == _FULL_DATE:
        return period
    return replace(period, value=text[:16], precision=Precision.MINUTE)


def _calendar(tokens: tuple[Token, ...], reading: Reading, where: tuple[int, int]) -> Period | None:
    """Return the day of a date of the calendar, or nothing where the calendar has no such day."""
    if token := first_of(tokens, "iso"):
        return _iso(token.text)
    if token := first_of(tokens, "numeric"):
        return _numeric(token.text)
    name, number = first_of(tokens, "month", "maybemonth"), first_of(tokens, "day", "ordinal")
    if name is None or number is None or make_day(2000, name.value, number.value) is None:
        return None
    figures = first_of(tokens, "year")
    year = figures.value if figures else None
    if year is None and first_of(tokens, "yearunit"):
        year = _relative_year(tokens, reading.anchor)
    if year:
        found = make_day(year, name.value, number.value)
        return one_day(found) if found else None
    found = dated(name.value, number.value, reading, where)
    return (one_day(found) if found else None) or unknown(f"XXXX-{name.value:02}-{number.value:02}")


def _week_step(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the step told by "of last week" after a weekday."""
    later = tokens[at + 1 :]
    if not any(token.kind == "unit" and token.value == WEEK for token in later):
        return None
    word = first_of(later, "last", "next", "this")
    return {"last": -1, "next": 1, "this": 0}[word.kind] if word else None


def weekday(tokens: tuple[Token, ...], reading: Reading, where: tuple[int, int]) -> Period:
    """Return the day a weekday means, or its bare value where no word tells on which side it lies."""
    at = next(n for n, token in enumerate(tokens) if token.kind in {"weekday", "maybeday"})
    number, anchor = tokens[at].value, reading.anchor
    kinds = kinds_of(tokens[:at])
    if "previous" in kinds:
        anchor = reading.memory.day or anchor
    found = None
    if anchor:
        step = _week_step(tokens, at)
        if step is None:
            days = _days_away((number - anchor.isoweekday()) % _WEEK, kinds, reading, where)
        else:
            days = number - anchor.isoweekday() + _WEEK * step
        found = None if days is None else shift(anchor, days)
    return (one_day(found) if found else None) or unknown(f"XXXX-WXX-{number}")


def _days_away(on: int, kinds: frozenset[str], reading: Reading, where: tuple[int, int]) -> int | None:
    """Return how far away the weekday lies that comes ``on`` days after the report, if any word tells."""
    if kinds & {"last", "past", "previous"}:
        return on - _WEEK
    if kinds & {"next", "coming", "following"}:
        return on or _WEEK
    if on == 0:
        return 0
    tense = reading.tense(*where)
    if tense is Tense.PAST:
        return on - _WEEK
    return on if tense is Tense.FUTURE or "this" in kinds else None


def _deictic(tokens: tuple[Token, ...], anchor: date | None) -> Period | None:
    word = first_of(tokens, "today", "yesterday", "tomorrow")
    if word is None:
        return None
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}[word.kind]
    around = first_of(tokens, "before", "after")
    if around:
        steps += -1 if around.kind == "before" else 1
    found = shift(anchor, steps) if anchor else None
    return (one_day(found) if found else None) or unknown("XXXX-XX-XX")


def _feast(tokens: tuple[Token, ...], reading: Reading, where: tuple[int, int]) -> Period | None:
    """Return the day of a feast told without its year."""
    kinds, anchor = kinds_of(tokens), reading.anchor
    if kinds & {"christmas", "new"}:
        month, number = (12, 24) if "christmas" in kinds else (12, 31)
        if "eve" not in kinds:
            month, number = (12, 25) if "christmas" in kinds else (1, 1)
        found = dated(month, number, reading, where)
        return one_day(found) if found else unknown(f"XXXX-{month:02}-{number:02}")
    if anchor is None:
        return None
    tense = Tense.PAST if "last" in kinds else reading.tense(*where)
    reckon = thanksgiving if "thanksgiving" in kinds else easter
    found = nearest(tuple(reckon(anchor.year + step) for step in (-1, 0, 1)), anchor, tense)
    monday = any(token.kind == "weekday" and token.value == 1 for token in tokens)
    found = shift(found, -2 if "good" in kinds else int(monday)) if found else None
    return one_day(found) if found else None


def clock_of(tokens: tuple[Token, ...]) -> str:
    """Return the time of day as ``T15:31``, or nothing where the words are no time of day."""
    if word := first_of(tokens, "noon", "midnight"):
        return "T12:00" if word.kind == "noon" else "T24:00"
    at = next((n for n, t in enumerate(tokens) if t.kind in {"clocked", "zone", "oclock", "halfday"}), None)
    part = first_of(tokens, "part")
    if at is None and part is None:
        return ""
    word = tokens[at] if at is not None and tokens[at].kind == "clocked" else tokens[(at or 1) - 1]
    hour, minute = _hour_of(word)
    half = first_of(tokens, "halfday")
    if half and hour <= _NOON:
        hour = hour % _NOON + half.value
    elif part and part.value > 1 and hour < _NOON:
        hour += _NOON
    return f"T{hour:02}:{minute:02}" if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else ""


def _hour_of(word: Token) -> tuple[int, int]:
    """Return the hour and the minute of "15:31", "3" or "0800"."""
    if word.kind == "clocked":
        hour, minute = word.text.split(":")[:2]
        return int(hour), int(minute)
    if word.kind == "day":
        return word.value, 0
    return divmod(word.value, 100) if len(word.text) == 4 else (_LAST_HOUR + 1, 0)  # noqa: PLR2004 - "0800 GMT"


def point(reading: Reading, first: int, last: int) -> Found | None:
    """Read a day, with a part of it or a time of day where one is told."""
    clock_tokens, day_tokens = _parted(reading.tokens[first:last])
    period = _day_of(day_tokens, reading, (first, last))
    if period is None:
        return None
    if period.start:
        reading.memory.see(period.start)
    told, part = clock_of(clock_tokens), first_of(day_tokens, "part")
    if told and "T" not in period.value:
        period = replace(period, value=period.value + told, precision=Precision.MINUTE)
    elif part:
        period = replace(period, value=f"{period.value}T{PART_CODES[part.value]}")
    kind = TimeKind.TIME if "T" in period.value else TimeKind.DATE
    return Found(first, last, kind, period)


def _day_of(tokens: tuple[Token, ...], reading: Reading, where: tuple[int, int]) -> Period | None:
    kinds = kinds_of(tokens)
    if kinds & {"iso", "numeric"} or (kinds & {"month", "maybemonth"} and kinds & {"day", "ordinal"}):
        return _calendar(tokens, reading, where)
    if kinds & {"today", "yesterday", "tomorrow"}:
        return None if _titled(reading, where[0]) else _deictic(tokens, reading.anchor)
    if kinds & {"weekday", "maybeday"} and not _sure_weekday(reading, tokens, where):
        return None
    if kinds & {"christmas", "easter", "thanksgiving", "new", "good"}:
        return _feast(tokens, reading, where)
    return weekday(tokens, reading, where)


def _titled(reading: Reading, first: int) -> bool:
    """Tell whether the words belong to a title: "USA Today"."""
    return reading.capital(first) and reading.kind(first - 1) == "name"


def _parted(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the words of the clock and those of the day."""
    clock: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind in {"clocked", "noon", "midnight"}:
            clock.add(at)
        elif token.kind in {"halfday", "oclock"} or (token.kind == "zone" and at and at - 1 not in clock):
            clock |= {at - 1, at}
        elif token.kind == "zone":
            clock.add(at)
    return (
        tuple(token for at, token in enumerate(tokens) if at in clock),
        tuple(token for at, token in enumerate(tokens) if at not in clock),
    )


def _sure_weekday(reading: Reading, tokens: tuple[Token, ...], where: tuple[int, int]) -> bool:
    """Tell whether "Sun" or "Wed" is a day here, and whether "Sunday" is not part of a name."""
    first, last = where
    if reading.capital(first - 1) and reading.low(first - 1) in row("before a day's name"):
        return False
    if reading.capital(last) and reading.low(last) in row("after a day's name"):
        return False
    if len(tokens) > 1 or tokens[0].kind == "weekday":
        return True
    return reading.low(first - 1) == "on" and tokens[0].text not in {"Sun", "Sat"}


def stretch(reading: Reading, first: int, last: int) -> Found | None:
    """Read "11-12 July" and "Jan. 12 to 14": days in one month."""
    tokens = reading.tokens[first:last]
    month = first_of(tokens, "month", "maybemonth")
    numbers = [token.value for token in tokens if token.kind == "day"]
    year = first_of(tokens, "year")
    if month is None or len(numbers) != 2 or numbers[0] >= numbers[1]:  # noqa: PLR2004 - from, to
        return None
    begin = (
        make_day(year.value, month.value, numbers[0])
        if year
        else dated(month.value, numbers[0], reading, (first, last))
    )
    final = make_day(begin.year, month.value, numbers[1]) if begin else None
    end = shift(final, 1) if final else None
    if begin is None or final is None or end is None:
        return None
    reading.memory.see(final)
    return Found(first, last, TimeKind.DATE, Period(f"{begin}/{final}", begin, end, Precision.DAY))


def tonight(reading: Reading, first: int, last: int) -> Found | None:
    """Read "tonight", "this morning", "last night", "overnight", "the next morning"."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    kinds = kinds_of(tokens)
    part = first_of(tokens, "part")
    code = PART_CODES[part.value] if part else "NI"
    if kinds & {"following", "next"}:
        known = reading.memory.near_day
        day = shift(known, 1) if known else None
    elif "overnight" in kinds:
        day = None
    else:
        day = shift(anchor, -1 if "last" in kinds else 0) if anchor else None
    period = (one_day(day) if day else None) or unknown("XXXX-XX-XX")
    if ("last" in kinds and part and part.value == 1) or _titled(reading, first):
        return None
    return Found(first, last, TimeKind.TIME, replace(period, value=f"{period.value}T{code}"))


def clock(reading: Reading, first: int, last: int) -> Found | None:
    """Read a time of day that stands alone: on the day last named in its sentence, or on none."""
    tokens = reading.tokens[first:last]
    value = clock_of(tokens)
    if not value or reading.kind(first - 1) in {"money", "hyphen"}:
        return None
    if tokens[-1].kind == "clocked" and reading.low(first - 1) not in row("before a clock"):
        return None
    day = reading.memory.day if reading.memory.age == 0 else None
    period = (one_day(day) if day else None) or unknown("XXXX-XX-XX")
    period = replace(period, value=period.value + value, precision=Precision.MINUTE)
    return Found(first, last, TimeKind.TIME, period)


def the_day(reading: Reading, *, steps: int) -> Period:
    """Return the day so many after the one last named: "that day", "the next day"."""
    known = reading.memory.near_day
    found = shift(known, steps) if known else None
    return (one_day(found) if found else None) or unknown("XXXX-XX-XX")
