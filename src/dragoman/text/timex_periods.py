"""Weeks, months and seasons ("March 2026"), and periods of any length told from the report ("next year")."""

from datetime import date

from dragoman.text.timex_calendar import (
    Period,
    clipped,
    month,
    narrowed,
    quarter,
    season,
    season_of,
    unit_at,
    unknown,
    unplaced,
    weekend,
)
from dragoman.text.timex_points import nearest, point, the_day
from dragoman.text.timex_reading import Found, Reading, edge_of, first_of, kinds_of
from dragoman.text.timex_tokens import Token
from dragoman.text.timex_words import DAY, SEASON_CODES, WEEK, row
from dragoman.types import Precision, Tense, TimeKind

_SHORT = 4
"""Letters of the longest short form of a month that takes a stop."""
_YEAR_OF_DAYS = 366
_NEAR = 125
"""Days, four months: a month named beside no verb is the nearest one only when it is clearly the nearest."""
_STEPS = {"last": -1, "latest": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}


def placed(reading: Reading, span: tuple[int, int], period: Period | None) -> Found | None:
    """Return the expression with its days narrowed to the part that its first words tell."""
    if period is None:
        return None
    reading.memory.base = period.start or reading.memory.base
    edge = edge_of(reading.tokens[span[0] : span[1]])
    if edge in {"earlier", "later"}:
        period = clipped(period, reading.anchor, before=edge == "earlier") if reading.anchor else period
    elif edge:
        period = narrowed(period, edge)
    return Found(*span, TimeKind.DATE, period)


def _step(tokens: tuple[Token, ...]) -> int:
    return next((_STEPS[token.kind] for token in tokens if token.kind in _STEPS), 0)


def told_year(tokens: tuple[Token, ...], anchor: date | None) -> int | None:
    """Return the year these words tell, in figures or as "last year"."""
    if token := first_of(tokens, "year"):
        return token.value
    if anchor and any(token.kind == "yearunit" for token in tokens):
        return anchor.year + _step(tokens)
    return None


def _sided(
    years: dict[int, Period | None], anchor: date, tense: Tense | None, default: int | None
) -> Period | None:
    """Return the latest period begun for the past, the first not ended for the future."""
    fits = [period for period in years.values() if period and period.start and period.end]
    begun = [p for p in fits if p.start and p.start <= anchor]
    ahead = [p for p in fits if p.end and p.end > anchor]
    if tense is Tense.PAST and begun:
        return begun[-1]
    if tense is Tense.FUTURE and ahead:
        return ahead[0]
    return years.get(default) if default is not None else None


def _nearest(years: dict[int, Period | None], anchor: date, tense: Tense | None) -> Period | None:
    """Return the month on the side told, or the nearest; none where nothing tells and none is near."""
    starts = {period.start: period for period in years.values() if period and period.start}
    day = nearest(tuple(starts), anchor.replace(day=1), tense, _YEAR_OF_DAYS)
    if day is None or (tense is None and abs((day - anchor).days) > _NEAR):
        return None
    return starts[day]


def monthly(reading: Reading, first: int, last: int) -> Found | None:
    """Read a month, with its year or without."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    name = first_of(tokens, "month", "maybemonth")
    if name is None or (name.kind == "maybemonth" and not _sure_month(reading, first, last)):
        return None
    if _no_month(reading, name, (first, last)):
        return None
    told = told_year(tokens, anchor)
    if told is not None:
        return placed(reading, (first, last), month(told, name.value))
    period = _month_near(reading, name.value, (first, last))
    return placed(reading, (first, last), period or unknown(f"XXXX-{name.value:02}"))


def _month_near(reading: Reading, number: int, where: tuple[int, int]) -> Period | None:
    """Return the month told without its year, if the words or the verbs beside it tell which one."""
    anchor, kinds = reading.anchor, kinds_of(reading.tokens[slice(*where)])
    if anchor is None:
        return None
    if kinds & {"last", "past", "previous"}:
        return month(anchor.year - (number >= anchor.month), number)
    if kinds & {"next", "coming", "following"}:
        return month(anchor.year + (number <= anchor.month), number)
    if "this" in kinds or number == anchor.month:
        return month(anchor.year, number)
    years = {n: month(n, number) for n in (anchor.year - 1, anchor.year, anchor.year + 1)}
    return _nearest(years, anchor, reading.tense(*where))


def _no_month(reading: Reading, name: Token, where: tuple[int, int]) -> bool:
    """Tell whether a month is a first name ("April Lind"), or stands in a date the calendar does not have."""
    first, last = where
    if reading.kind(first - 1) == "day":
        return True
    if name.low in {"april", "june", "august"} and reading.kind(last) == "name" and last - first == 1:
        return reading.low(first - 1) not in row("before a month")
    if reading.tokens[last - 1] is not name:
        return False
    dotted = reading.kind(last) == "stop" and len(name.text) <= _SHORT and reading.kind(last + 1) == "day"
    return dotted or reading.kind(last) == "day"


def _sure_month(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "May" or "March" is the month here, and not a verb or a person."""
    if last - first > 1:
        return True
    before, after = reading.low(first - 1), reading.kind(last)
    if len(reading.low(first)) == 3 and reading.low(first) != "may":  # noqa: PLR2004 - Jan, Mar, Dec
        return before in row("before a sure month") and after != "name"
    if reading.low(first) != "may":
        return before in row("before a month") or before == "-"
    if before == "the" and after == "other":
        return not reading.memory.surname_may
    if before not in row("before a month") or after == "apostrophe":
        return False
    return before in row("before a sure month") or not reading.memory.surname_may


def _sure_season(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "fall" and "spring" are seasons: "in the fall", "last spring", not "the fall of Rome"."""
    if last - first == 1:
        return False
    if last - first > 2 or reading.kind(first) != "the":  # noqa: PLR2004 - more than "the fall"
        return True
    return reading.low(first - 1) in row("before a season") and reading.low(last) != "of"


def seasonal(reading: Reading, first: int, last: int) -> Found | None:
    """Read a season; "fall" and "spring" only with a word of time beside them."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    name = first_of(tokens, "season")
    if name is None:
        return None
    if name.low in {"fall", "spring"} and not _sure_season(reading, first, last):
        return None
    told = told_year(tokens, anchor)
    if told is not None:
        return placed(reading, (first, last), season(told, name.value))
    if anchor is None:
        return placed(reading, (first, last), unknown(f"XXXX-{SEASON_CODES[name.value]}"))
    current, number = season_of(anchor)
    kinds = kinds_of(tokens)
    if "last" in kinds:
        chosen = current - (name.value >= number)
    elif "next" in kinds:
        chosen = current + (name.value <= number)
    else:
        years = {n: season(n, name.value) for n in (current - 1, current, current + 1)}
        tense = Tense.PAST if "past" in kinds else reading.tense(first, last)
        nearby = current if name.value == number else None
        default = (current if name.value == number else anchor.year) if "this" in kinds else nearby
        period = _sided(years, anchor, tense if default is None or "past" in kinds else None, default)
        return placed(reading, (first, last), period or unknown(f"XXXX-{SEASON_CODES[name.value]}"))
    return placed(reading, (first, last), season(chosen, name.value))


def week_of(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the week of 12 January"."""
    tokens = reading.tokens[first:last]
    day = point(reading, first + 3, last)
    if tokens[1].value != WEEK or day is None or day.period.start is None:
        return None
    period = unit_at(day.period.start, WEEK, 0)
    return Found(first, last, TimeKind.DATE, period) if period else None


def relative(reading: Reading, first: int, last: int) -> Found | None:
    """Read "last week", "this coming month", "that day", "later this year"."""
    tokens = reading.tokens[first:last]
    unit, kinds, step = tokens[-1], kinds_of(tokens), _step(tokens)
    pointing = kinds & {"that", "same", "following", "previous"}
    value = WEEK if unit.kind == "weekend" else unit.value
    if value <= DAY:
        known = value == DAY and (pointing or "next" in kinds)
        return Found(first, last, TimeKind.DATE, the_day(reading, steps=step)) if known else None
    if unit.kind == "quarter" and "latest" in kinds and reading.memory.quarter:
        return placed(reading, (first, last), quarter(*reading.memory.quarter))
    if (
        "the" in {tokens[0].low, reading.low(first - 1)} and reading.low(last) == "of"
    ):  # "the last week of May"
        return None
    base = (reading.memory.base if pointing else None) or reading.anchor
    if base is None:
        return placed(reading, (first, last), unplaced(value))
    period = unit_at(base, value, step)
    if unit.kind == "weekend" and period and period.start:
        period = weekend(period.start)
    return placed(reading, (first, last), period)


def definite(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the quarter", "the weekend", "the end of the year"."""
    unit, anchor, after = reading.tokens[last - 1], reading.anchor, reading.low(last)
    plain = last - first == 2 and reading.kind(first) == "the"  # noqa: PLR2004 - no words of an edge
    if (unit.value < DAY and unit.kind == "unit") or (plain and after == "of"):
        return None
    if unit.kind == "weekend":
        return _the_weekend(reading, first, last)
    if unit.kind == "quarter" and reading.memory.quarter:
        return placed(reading, (first, last), quarter(*reading.memory.quarter))
    if unit.kind == "yearunit" and after in {"ended", "ending"}:
        return Found(first, last, TimeKind.DURATION, unknown("P1Y", Precision.VAGUE))
    if unit.value == DAY:
        return Found(first, last, TimeKind.DATE, the_day(reading, steps=0))
    return placed(reading, (first, last), unit_at(anchor, unit.value, 0) if anchor else unplaced(unit.value))


def _the_weekend(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the weekend", and "weekend" before its noun: "his weekend trip", not "a weekend trip"."""
    owned = reading.kind(first - 1) in {"apostrophe", "possessive"} and reading.kind(last) in {
        "other",
        "name",
    }
    if last - first == 1 and not owned:
        return None
    anchor, tense = reading.anchor, reading.tense(first, last)
    if anchor is None or tense is None:
        return placed(reading, (first, last), unknown("XXXX-WXX-WE"))
    over = tense is Tense.PAST and anchor.isoweekday() <= 5  # noqa: PLR2004 - Monday to Friday
    base = unit_at(anchor, WEEK, -1 if over else 0)
    return placed(reading, (first, last), weekend(base.start) if base and base.start else None)
