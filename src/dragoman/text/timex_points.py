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
from dragoman.text.timex_words import PART_CODES, WEEK
from dragoman.types import Precision, Tense, TimeKind

_WEEK, _NOON, _LAST_HOUR = 7, 12, 24
_FAR, _TIMES_FARTHER = 244, 3.2
"""Eight months, and a ratio: a date without its year is read on the side a verb tells when it lies within the first,
or is not so many times farther off than the nearest (open times suite, 2026-11-21: a date just ahead is not
read as nearly a year ago; news then names the year)."""


def nearest(candidates: tuple[date | None, ...], anchor: date, tense: Tense | None) -> date | None:
    """Return the candidate on the side that ``tense`` tells, or the nearest one where none lies near there."""
    days = sorted((abs((day - anchor).days), day) for day in candidates if day)
    if not days:
        return None
    reach = max(_FAR, _TIMES_FARTHER * days[0][0])
    for distance, day in days:
        on_side = day <= anchor if tense is Tense.PAST else day >= anchor
        if tense is not None and on_side and distance <= reach:
            return day
    return days[0][1]


def dated(month: int, number: int, reading: Reading, where: tuple[int, int]) -> date | None:
    """Return the day of a date told without its year."""
    if reading.anchor is None:
        return None
    years = (reading.anchor.year + step for step in (-1, 0, 1))
    return nearest(
        tuple(make_day(year, month, number) for year in years), reading.anchor, reading.tense(*where)
    )


def _numeric(text: str) -> Period | None:
    """Read ``13/1/2026``, ``13.01.26`` or ``2026/1/13``; where day and month may be swapped, no day is told."""
    parts = [int(part) for part in text.replace(".", "/").split("/")]
    if parts[0] > 999:  # noqa: PLR2004 - the year stands first
        found = make_day(*parts)
        return one_day(found) if found else None
    low, high, year = parts
    year += 0 if year > 99 else (2000 if year < 50 else 1900)  # noqa: PLR2004 - two digits of a year
    dotted = "." in text
    european, american = make_day(year, high, low), make_day(year, low, high)
    if dotted or american is None or low == high:
        return one_day(european) if european else None
    if european is None:
        return one_day(american)
    return unknown(f"{year:04}-XX-XX")


def _relative_year(tokens: tuple[Token, ...], anchor: date | None) -> int | None:
    word = first_of(tokens, "last", "next", "this", "same", "current", "previous", "following")
    if word is None or anchor is None:
        return None
    return anchor.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word.kind, 0)


def _calendar(tokens: tuple[Token, ...], reading: Reading, where: tuple[int, int]) -> Period | None:
    if token := first_of(tokens, "iso"):
        found = make_day(*(int(part) for part in token.text[:10].split("-")))
        period = one_day(found) if found else None
        return (
            replace(period, value=token.text[:16], precision=Precision.MINUTE)
            if period and len(token.text) > 10
            else period
        )
    if token := first_of(tokens, "numeric"):
        return _numeric(token.text)
    month = first_of(tokens, "month", "maybemonth")
    number = first_of(tuple(token for token in tokens if token.kind in {"day", "ordinal"}), "day", "ordinal")
    if month is None or number is None:
        return None
    year_token = first_of(tokens, "year")
    year = year_token.value if year_token else None
    if year is None and first_of(tokens, "yearunit"):
        year = _relative_year(tokens, reading.anchor)
    found = (
        make_day(year, month.value, number.value)
        if year
        else dated(month.value, number.value, reading, where)
    )
    if found is None:
        leap = make_day(2000, month.value, number.value)
        return unknown(f"XXXX-{month.value:02}-{number.value:02}") if leap and not year else None
    return one_day(found)


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
    nothing = unknown(f"XXXX-WXX-{number}")
    if anchor is None:
        return nothing
    back = (anchor.isoweekday() - number) % _WEEK
    on = (number - anchor.isoweekday()) % _WEEK
    kinds = kinds_of(tokens[:at])
    step = _week_step(tokens, at)
    if step is not None:
        days = number - anchor.isoweekday() + _WEEK * step
    elif "previous" in kinds and reading.memory.day:
        anchor = reading.memory.day
        days = -((anchor.isoweekday() - number) % _WEEK or _WEEK)
    elif kinds & {"last", "past", "previous"}:
        days = -(back or _WEEK)
    elif kinds & {"next", "coming", "following"}:
        days = on or _WEEK
    elif back == 0:
        days = 0
    else:
        tense = reading.tense(*where)
        if "this" in kinds:
            days = -back if tense is Tense.PAST else on
        elif tense is None:
            return nothing
        else:
            days = on if tense is Tense.FUTURE else -back
    found = shift(anchor, days)
    return (one_day(found) if found else None) or nothing


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
    kinds = kinds_of(tokens)
    fixed = {"christmas": (12, 24 if "eve" in kinds else 25), "new": (12, 31) if "eve" in kinds else (1, 1)}
    for kind, (month, number) in fixed.items():
        if kind in kinds:
            found = dated(month, number, reading, where)
            return one_day(found) if found else unknown(f"XXXX-{month:02}-{number:02}")
    if reading.anchor is None:
        return None
    years = tuple(reading.anchor.year + step for step in (-1, 0, 1))
    tense = Tense.PAST if "last" in kinds else reading.tense(*where)
    if "thanksgiving" in kinds:
        found = nearest(tuple(thanksgiving(year) for year in years), reading.anchor, tense)
    else:
        found = nearest(tuple(easter(year) for year in years), reading.anchor, tense)
        days = {"good": -2}.get(
            tokens[0].kind, 1 if any(t.kind == "weekday" and t.value == 1 for t in tokens) else 0
        )
        found = shift(found, days) if found else None
    return one_day(found) if found else None


def clock_of(tokens: tuple[Token, ...]) -> str:
    """Return the time of day as ``T15:31``, or nothing where the words are no time of day."""
    if word := first_of(tokens, "noon", "midnight"):
        return "T12:00" if word.kind == "noon" else "T24:00"
    at = next((n for n, t in enumerate(tokens) if t.kind in {"hhmm", "zone", "oclock", "ampm"}), None)
    if at is None:
        return ""
    word = tokens[at] if tokens[at].kind == "hhmm" else tokens[at - 1]
    if word.kind == "hhmm":
        hour, minute = (int(part) for part in word.text.split(":")[:2])
    elif word.kind == "day":
        hour, minute = word.value, 0
    else:
        hour, minute = divmod(word.value, 100) if len(word.text) == 4 else (99, 0)  # noqa: PLR2004 - "0800 GMT"
    half = first_of(tokens, "ampm")
    part = first_of(tokens, "part")
    if half and hour <= _NOON:
        hour = hour % _NOON + half.value
    elif part and part.value > 1 and hour < _NOON:
        hour += _NOON
    return f"T{hour:02}:{minute:02}" if hour <= _LAST_HOUR and minute < 60 else ""  # noqa: PLR2004 - minutes


def point(reading: Reading, first: int, last: int) -> Found | None:
    """Read a day, with a part of it or a time of day where one is told."""
    tokens = reading.tokens[first:last]
    clock_tokens, day_tokens = _parted(tokens)
    kinds = kinds_of(day_tokens)
    where = (first, last)
    period: Period | None
    if kinds & {"iso", "numeric"} or (kinds & {"month", "maybemonth"} and kinds & {"day", "ordinal"}):
        period = _calendar(day_tokens, reading, where)
    elif tokens[0].kind == "good" and not _sure_weekday(reading, tokens, where):
        return None
    elif kinds & {"christmas", "easter", "thanksgiving", "new", "good"}:
        period = _feast(day_tokens, reading, where)
    elif kinds & {"weekday", "maybeday"}:
        if not _sure_weekday(reading, day_tokens, where):
            return None
        period = weekday(day_tokens, reading, where)
    else:
        if _titled(reading, first):
            return None
        period = _deictic(day_tokens, reading.anchor)
    if period is None:
        return None
    if period.start:
        reading.memory.see(period.start)
    clock = clock_of(clock_tokens)
    part = first_of(day_tokens, "part")
    if clock and "T" not in period.value:
        return Found(
            first,
            last,
            TimeKind.TIME,
            replace(period, value=period.value + clock, precision=Precision.MINUTE),
        )
    if part:
        return Found(
            first, last, TimeKind.TIME, replace(period, value=f"{period.value}T{PART_CODES[part.value]}")
        )
    kind = TimeKind.TIME if "T" in period.value else TimeKind.DATE
    return Found(first, last, kind, period)


def _titled(reading: Reading, first: int) -> bool:
    """Tell whether the words belong to a title: "USA Today"."""
    before = reading.before(first)
    return reading.tokens[first].text[0].isupper() and before is not None and before.kind == "name"


def _parted(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the words of the clock and those of the day."""
    clock: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind in {"hhmm", "noon", "midnight"}:
            clock.add(at)
        elif token.kind in {"ampm", "oclock"} or (token.kind == "zone" and at and at - 1 not in clock):
            clock |= {at - 1, at}
        elif token.kind == "zone":
            clock.add(at)
    return (
        tuple(token for at, token in enumerate(tokens) if at in clock),
        tuple(token for at, token in enumerate(tokens) if at not in clock),
    )


_NAMED_DAYS = frozenset(["black", "bloody", "super", "palm", "ash", "holy", "cyber", "fat", "man"])
_TITLES = frozenset(["times", "telegraph", "mirror", "express", "mail", "post", "herald", "agreement", "accord", "accords", "review"])


def _sure_weekday(reading: Reading, tokens: tuple[Token, ...], where: tuple[int, int]) -> bool:
    """Tell whether "Sun" or "Wed" is a day here, and whether "Sunday" is not part of a name."""
    before, after = reading.before(where[0]), reading.after(where[1])
    if before is not None and before.low in _NAMED_DAYS and before.text[0].isupper():
        return False
    if after is not None and after.low in _TITLES and after.text[0].isupper():
        return False
    if any(token.kind == "weekday" for token in tokens):
        return True
    return len(tokens) > 1 or (
        before is not None and before.low == "on" and tokens[0].text not in {"Sun", "Sat"}
    )


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
    before = reading.before(first)
    if not value and (part := first_of(tokens, "part")) and tokens[0].kind == "day":
        hour = tokens[0].value % _NOON + (0 if part.value == 1 else _NOON)
        value = f"T{hour:02}:00"
    if not value or (before is not None and before.kind in {"money", "hyphen"}):
        return None
    plain = len(tokens) == 1 and tokens[0].kind == "hhmm"
    if plain and (
        before is None or before.low not in {"at", "by", "until", "from", "around", "about", "comma"}
    ):
        return None
    day = reading.memory.day if reading.memory.age == 0 else None
    period = one_day(day) if day else unknown("XXXX-XX-XX")
    if period is None:
        return None
    return Found(
        first, last, TimeKind.TIME, replace(period, value=period.value + value, precision=Precision.MINUTE)
    )


def the_day(reading: Reading, *, steps: int) -> Period:
    """Return the day so many after the one last named: "that day", "the next day"."""
    known = reading.memory.near_day
    found = shift(known, steps) if known else None
    return (one_day(found) if found else None) or unknown("XXXX-XX-XX")
