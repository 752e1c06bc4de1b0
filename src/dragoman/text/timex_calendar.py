"""Stretches of days on the calendar, with their TIMEX3 values; nothing here reads words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.text.timex_words import (
    CENTURY,
    DAY,
    DECADE,
    MONTH,
    QUARTER,
    SEASON_CODES,
    WEEK,
    YEAR,
)
from dragoman.types import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """The days ``[start, end)`` with the TIMEX3 value; no days where the value is not fixed."""

    value: str
    start: date | None
    end: date | None
    precision: Precision


def unknown(value: str, precision: Precision = Precision.DAY) -> Period:
    """Return a period whose days nobody tells."""
    return Period(value, None, None, precision)


def make_day(year: int, month: int, number: int) -> date | None:
    """Return the date, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def shift(day: date, days: int) -> date | None:
    """Return the date so many days away, or ``None`` past the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_start(year: int, month: int) -> date | None:
    """Return the first day of a month; months outside 1 to 12 run into other years."""
    years, index = divmod(month - 1, 12)
    return make_day(year + years, index + 1, 1)


def _between(value: str, start: date | None, end: date | None, precision: Precision) -> Period | None:
    return Period(value, start, end, precision) if start and end else None


def one_day(day: date) -> Period | None:
    """Return one day."""
    return _between(day.isoformat(), day, shift(day, 1), Precision.DAY)


def week(day: date) -> Period | None:
    """Return the ISO week, Monday to Sunday, that holds ``day``."""
    year, number, weekday = day.isocalendar()
    start = shift(day, 1 - weekday)
    return _between(f"{year:04}-W{number:02}", start, shift(start, 7) if start else None, Precision.WEEK)


def weekend(day: date) -> Period | None:
    """Return the Saturday and Sunday of the ISO week that holds ``day``."""
    whole = week(day)
    if whole is None or whole.end is None:
        return None
    return _between(f"{whole.value}-WE", shift(whole.end, -2), whole.end, Precision.DAY)


def month(year: int, number: int) -> Period | None:
    """Return a month; numbers outside 1 to 12 run into other years."""
    start = month_start(year, number)
    value = f"{start.year:04}-{start.month:02}" if start else ""
    return _between(value, start, month_start(year, number + 1), Precision.MONTH)


def quarter(year: int, number: int) -> Period | None:
    """Return a quarter; numbers outside 1 to 4 run into other years."""
    years, index = divmod(number - 1, 4)
    start = month_start(year, 3 * number - 2)
    return _between(
        f"{year + years:04}-Q{index + 1}", start, month_start(year, 3 * number + 1), Precision.QUARTER
    )


def half(year: int, number: int) -> Period | None:
    """Return a half of a year, 1 or 2."""
    return _between(
        f"{year:04}-H{number}",
        month_start(year, 6 * number - 5),
        month_start(year, 6 * number + 1),
        Precision.SEASON,
    )


def season(year: int, number: int) -> Period | None:
    """Return a northern season, spring first; winter runs into the next year."""
    return _between(
        f"{year:04}-{SEASON_CODES[number]}",
        month_start(year, 3 * number),
        month_start(year, 3 * number + 3),
        Precision.SEASON,
    )


def season_of(day: date) -> tuple[int, int]:
    """Return the year and the number of the season that holds ``day``."""
    number = (day.month - 3) // 3 % 4 + 1
    return (day.year - 1 if day.month < 3 else day.year), number  # noqa: PLR2004 - January and February end a winter


def year(number: int) -> Period | None:
    """Return a calendar year."""
    return _between(f"{number:04}", make_day(number, 1, 1), make_day(number + 1, 1, 1), Precision.YEAR)


def decade(first: int) -> Period | None:
    """Return the ten years from ``first``, which ends in 0."""
    start, end = make_day(first, 1, 1), make_day(first + 10, 1, 1)
    return _between(f"{first // 10:03}", start, end, Precision.DECADE)


def century(number: int) -> Period:
    """Return a century by its ordinal: a value without days, since nobody means a day in it."""
    return unknown(f"{number - 1:02}", Precision.VAGUE)


_SHAPES = {
    DAY: "XXXX-XX-XX",
    WEEK: "XXXX-WXX",
    MONTH: "XXXX-XX",
    QUARTER: "XXXX-QX",
    YEAR: "XXXX",
    DECADE: "XXX",
    CENTURY: "XX",
}


def unplaced(unit: int) -> Period:
    """Return a period of this unit with no place on the calendar."""
    return unknown(_SHAPES.get(unit, "XXXX-XX-XXTXX"))


def unit_at(day: date, unit: int, steps: int) -> Period | None:
    """Return the calendar unit ``steps`` away from the one that holds ``day``."""
    makers: dict[int, Callable[[], Period | None]] = {
        MONTH: lambda: month(day.year, day.month + steps),
        QUARTER: lambda: quarter(day.year, (day.month + 2) // 3 + steps),
        YEAR: lambda: year(day.year + steps),
        DECADE: lambda: decade(day.year // 10 * 10 + 10 * steps),
        CENTURY: lambda: century(day.year // 100 + 1 + steps),
    }
    if unit in makers:
        return makers[unit]()
    moved = shift(day, steps * (7 if unit == WEEK else 1))
    if moved is None:
        return None
    return week(moved) if unit == WEEK else one_day(moved)


def narrowed(period: Period, edge: str) -> Period:
    """Return the early, middle or late part of a period: softer days under the same value."""
    if period.start is None or period.end is None or period.precision is Precision.DAY:
        return period
    days = (period.end - period.start).days
    shares = {"early": (0, 2), "late": (2, 4), "mid": (1, 3), "start": (0, 1), "end": (3, 4)}
    if edge not in shares:
        return period
    first, last = (period.start + timedelta(days=round(share * days / 4)) for share in shares[edge])
    return replace(period, start=first, end=last, precision=Precision.VAGUE) if first < last else period


def clipped(period: Period, day: date, *, before: bool) -> Period:
    """Return what of a period lies up to ``day`` ("earlier this year"), or from it on ("later")."""
    if period.start is None or period.end is None or not period.start <= day < period.end:
        return period
    start, end = (period.start, day + timedelta(days=1)) if before else (day, period.end)
    return replace(period, start=start, end=end, precision=Precision.VAGUE)


def easter(number: int) -> date | None:
    """Return Easter Sunday of the western churches (Butcher's reckoning)."""
    a, b, c = number % 19, number // 100, number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    months, days = divmod(h + k - 7 * m + 114, 31)
    return make_day(number, months, days + 1)


def thanksgiving(number: int) -> date | None:
    """Return the fourth Thursday of November."""
    first = make_day(number, 11, 1)
    return shift(first, (4 - first.isoweekday()) % 7 + 21) if first else None
