"""Weeks, months and seasons, named ("March 2026"), and periods of any length told from the report ("next year")."""

from dataclasses import replace
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
from dragoman.text.timex_words import CENTURY, DAY, DECADE, SEASON_CODES, WEEK, YEAR
from dragoman.types import Precision, Tense, TimeKind

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
    """Return the month on the side told, or the nearest; none where nothing tells and it is no nearer than another."""
    starts = {period.start: period for period in years.values() if period and period.start}
    day = nearest(tuple(starts), anchor.replace(day=1), tense)
    if day is None or (tense is None and abs((day - anchor).days) > _NEAR):
        return None
    return starts[day]


def monthly(reading: Reading, first: int, last: int) -> Found | None:
    """Read a month, with its year or without."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    name = first_of(tokens, "month", "maybemonth")
    if name is None or (name.kind == "maybemonth" and not _sure_month(reading, first, last)):
        return None
    after = reading.after(last)
    if after is not None and tokens[-1] is name and _no_month(reading, name, (first, last)):
        return None
    number = name.value
    told = told_year(tokens, anchor)
    if told is not None:
        return placed(reading, (first, last), month(told, number))
    if anchor is None:
        return placed(reading, (first, last), unknown(f"XXXX-{number:02}"))
    years = {n: month(n, number) for n in (anchor.year - 1, anchor.year, anchor.year + 1)}
    kinds = kinds_of(tokens)
    if "last" in kinds or "past" in kinds or "previous" in kinds:
        chosen = anchor.year - (number >= anchor.month)
    elif kinds & {"next", "coming", "following"}:
        chosen = anchor.year + (number <= anchor.month)
    elif "this" in kinds or number == anchor.month:
        chosen = anchor.year
    else:
        period = _nearest(years, anchor, reading.tense(first, last)) or unknown(f"XXXX-{number:02}")
        return placed(reading, (first, last), period)
    return placed(reading, (first, last), years[chosen])


def _no_month(reading: Reading, name: Token, where: tuple[int, int]) -> bool:
    """Tell whether a month's name is a first name ("April Lind"), or stands in a date the calendar does not have."""
    after, beyond = reading.after(where[1]), reading.after(where[1] + 1)
    if after is None:
        return False
    if name.low in {"april", "june", "august"} and after.kind == "name" and where[1] - where[0] == 1:
        before = reading.before(where[0])
        return before is None or before.low not in _INTRODUCE
    dotted = after.kind == "stop" and len(name.text) < 5 and beyond is not None and beyond.kind == "day"  # noqa: PLR2004
    return dotted or after.kind == "day"


_INTRODUCE = frozenset(
    ["in", "since", "until", "till", "during", "by", "of", "from", "through", "to", "for", "late", "early", "mid", "last", "next", "this"]
)


def _sure_month(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "May" or "March" is the month here, and not a verb or a person."""
    tokens = reading.tokens[first:last]
    if tokens[-1].kind not in {"maybemonth"} or tokens[0].kind not in {"maybemonth"}:
        return True
    before, after = reading.before(first), reading.after(last)
    if tokens[0].low != "may":
        return before is not None and (before.low in _INTRODUCE or before.kind == "hyphen")
    if before is not None and before.kind == "the" and after is not None and after.kind == "other":
        return not reading.memory.surname_may
    if before is None or before.low not in _INTRODUCE or (after is not None and after.kind == "apos"):
        return False
    return (
        before.low in {"in", "since", "during", "last", "next", "early", "late", "mid"}
        or not reading.memory.surname_may
    )


def _sure_season(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "fall" and "spring" are seasons: "in the fall", "last spring", not "the fall of the city"."""
    tokens = reading.tokens[first:last]
    before, after = reading.before(first), reading.after(last)
    if len(tokens) == 1:
        return False
    if len(tokens) > 2 or tokens[0].kind != "the":  # noqa: PLR2004 - more than "the fall"
        return True
    led = before is not None and before.low in {
        "in",
        "by",
        "during",
        "until",
        "since",
        "through",
        "of",
        "late",
        "early",
    }
    return led and not (after is not None and after.low == "of")


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
    if kinds & {"last"}:
        chosen = current - (name.value >= number)
    elif kinds & {"next"}:
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
    tokens, anchor = reading.tokens[first:last], reading.anchor
    unit = first_of(tokens[-1:], "unit", "quarter", "yearunit", "weekend")
    if unit is None:
        return None
    value = WEEK if unit.kind == "weekend" else unit.value
    kinds = kinds_of(tokens)
    pointing = kinds & {"that", "same", "following", "previous"}
    if value < DAY:
        return None
    if value == DAY:
        if not (pointing or kinds & {"next"}):
            return None
        return Found(first, last, TimeKind.DATE, the_day(reading, steps=_step(tokens)))
    step = _step(tokens)
    if unit.kind == "quarter" and "latest" in kinds and reading.memory.quarter:
        return placed(reading, (first, last), quarter(*reading.memory.quarter))
    if "past" in kinds and unit.value in {DECADE, CENTURY}:
        length = "P10Y" if unit.value == DECADE else "P100Y"
        begun = unit_at(anchor, YEAR, -10 if unit.value == DECADE else -100) if anchor else None
        period = (
            replace(begun, value=length, end=anchor, precision=Precision.VAGUE)
            if begun and anchor
            else unknown(length)
        )
        return Found(first, last, TimeKind.DURATION, period)
    base = (reading.memory.base if pointing else None) or anchor
    if base is None:
        return placed(reading, (first, last), unplaced(value))
    period = unit_at(base, value, step)
    if unit.kind == "weekend" and period and period.start:
        period = weekend(period.start)
    return placed(reading, (first, last), period)


def _attributive(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a bare "weekend" stands before its noun: "his weekend trip", not "a weekend trip"."""
    before, after = reading.before(first), reading.after(last)
    return (
        before is not None
        and before.kind in {"apos", "poss"}
        and after is not None
        and after.kind in {"other", "name"}
    )


def definite(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the quarter", "the weekend", "the end of the year"."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    unit = first_of(tokens[-1:], "unit", "quarter", "yearunit", "weekend")
    if unit is None or (unit.kind == "unit" and unit.value < DAY):
        return None
    if unit.kind == "quarter" and reading.memory.quarter:
        return placed(reading, (first, last), quarter(*reading.memory.quarter))
    if len(tokens) == 1 and not _attributive(reading, first, last):
        return None
    if anchor is None:
        return placed(reading, (first, last), unplaced(WEEK if unit.kind == "weekend" else unit.value))
    if unit.kind == "weekend":
        tense = reading.tense(first, last)
        if tense is None:
            return placed(reading, (first, last), unknown("XXXX-WXX-WE"))
        at_weekend = anchor.isoweekday() > 5  # noqa: PLR2004 - Saturday and Sunday
        base = unit_at(anchor, WEEK, -1 if tense is Tense.PAST and not at_weekend else 0)
        return placed(reading, (first, last), weekend(base.start) if base and base.start else None)
    if unit.value == DAY:
        return Found(first, last, TimeKind.DATE, the_day(reading, steps=0))
    after = reading.after(last)
    if unit.kind == "yearunit" and after is not None and after.low in {"ended", "ending"}:
        return Found(first, last, TimeKind.DURATION, unknown("P1Y"))
    return placed(reading, (first, last), unit_at(anchor, unit.value, 0))
