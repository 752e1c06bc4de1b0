"""Weeks, months, quarters, seasons, years and longer: named ("March 2026") and relative ("next year")."""

from dataclasses import replace
from datetime import date

from dragoman.text.timex_calendar import (
    Period,
    century,
    clipped,
    decade,
    half,
    month,
    narrowed,
    quarter,
    season,
    season_of,
    unit_at,
    unknown,
    unplaced,
    weekend,
    year,
)
from dragoman.text.timex_points import nearest, the_day
from dragoman.text.timex_reading import Found, Reading, edge_of, first_of, kinds_of
from dragoman.text.timex_tokens import Token
from dragoman.text.timex_words import CENTURY, DAY, DECADE, QUARTER, SEASON_CODES, WEEK, YEAR
from dragoman.types import Precision, Tense, TimeKind

_NEAR = 125
"""Days, four months: a month named beside no verb is the nearest one only when it is clearly the nearest."""
_STEPS = {"last": -1, "latest": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}


def _found(reading: Reading, span: tuple[int, int], period: Period | None) -> Found | None:
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


def _sided(years: dict[int, Period | None], anchor: date, tense: Tense | None, default: int | None) -> Period | None:
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
        return _found(reading, (first, last), month(told, number))
    if anchor is None:
        return _found(reading, (first, last), unknown(f"XXXX-{number:02}"))
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
        return _found(reading, (first, last), period)
    return _found(reading, (first, last), years[chosen])


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


_INTRODUCE = frozenset("in since until till during by of from through to for late early mid last next this".split())


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
    return before.low in {"in", "since", "during", "last", "next", "early", "late", "mid"} or not reading.memory.surname_may


def _sure_season(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "fall" and "spring" are seasons: "in the fall", "last spring", not "the fall of the city"."""
    tokens = reading.tokens[first:last]
    before, after = reading.before(first), reading.after(last)
    if len(tokens) == 1:
        return False
    if len(tokens) > 2 or tokens[0].kind != "the":  # noqa: PLR2004 - more than "the fall"
        return True
    led = before is not None and before.low in {"in", "by", "during", "until", "since", "through", "of", "late", "early"}
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
        return _found(reading, (first, last), season(told, name.value))
    if anchor is None:
        return _found(reading, (first, last), unknown(f"XXXX-{SEASON_CODES[name.value]}"))
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
        return _found(reading, (first, last), period or unknown(f"XXXX-{SEASON_CODES[name.value]}"))
    return _found(reading, (first, last), season(chosen, name.value))


def quarterly(reading: Reading, first: int, last: int) -> Found | None:
    """Read a numbered quarter; without a year it is the one nearest the report on the side told."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    ordinal = first_of(tokens, "ordinal")
    if ordinal is None or not 1 <= ordinal.value <= 4:  # noqa: PLR2004 - quarters
        return None
    number = ordinal.value
    told = told_year(tokens, anchor)
    if told is None and anchor is None:
        return _found(reading, (first, last), unknown(f"XXXX-Q{number}"))
    if told is None and anchor is not None:
        told = _quarter_year(number, anchor, reading.tense(first, last))
        told -= "yearago" in kinds_of(tokens)
    if told is None:
        return None
    reading.memory.quarter = (told, number)
    return _found(reading, (first, last), quarter(told, number))


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
    return _found(reading, (first, last), half(told, number))


def decades(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the 1990s", "the '80s", "the nineties"."""
    tokens = reading.tokens[first:last]
    word = first_of(tokens, "decadal", "tensword")
    if word is None:
        return None
    if word.value > 99:  # noqa: PLR2004 - all four figures are told
        return _found(reading, (first, last), decade(word.value))
    before = reading.before(first)
    told = tokens[0].kind in {"the", "early", "late", "mid", "apos", "end", "start"}
    person = before is not None and before.low in {"his", "her", "their", "in"} and tokens[0] is word
    if not told or person or word.value % 10 or (word.kind == "decadal" and word.value < 20):  # noqa: PLR2004 - ages
        return None
    return _found(reading, (first, last), decade(1900 + word.value))


def centuries(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the 20th century"."""
    tokens = reading.tokens[first:last]
    unit, ordinal = first_of(tokens, "unit"), first_of(tokens, "ordinal")
    if unit is None or ordinal is None:
        return None
    if unit.value == CENTURY:
        return _found(reading, (first, last), century(ordinal.value))
    return None


_YEAR_AFTER = frozenset(
    "people troops soldiers dollars euros tons tonnes miles kilometers kilometres metres meters feet men women children jobs "
    "homes houses cases deaths times points votes percent civilians refugees prisoners tanks police officers members workers "
    "employees students barrels shares square cubic others km families pounds acres hectares views likes comments".split()
)
_YEAR_BEFORE = frozenset(
    "resolution resolutions flight article section room no number numbers line page route highway channel model boeing act bill "
    "about around nearly almost over roughly approximately some than least most up other".split()
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
    if after is not None and (after.low in _YEAR_AFTER or after.kind in {"money", "slash"} or after.low == "per"):
        return None
    joined = before is not None and before.end == token.start
    if joined and before is not None and before.kind in {"money", "hyphen", "slash", "stop", "comma", "mark", "apos"}:
        return None
    numbered = first > 1 and before is not None and before.kind == "stop" and reading.tokens[first - 2].low in _YEAR_BEFORE
    if numbered or before is not None and (before.low in _YEAR_BEFORE or before.kind in {"money", "hhmm", "ampm", "zone"}):
        return None
    if not led and not 1800 <= token.value <= 2060 and (before is None or before.low not in {"in", "since", "of", "by", "from"}):  # noqa: PLR2004
        return None
    end = first + at + 1
    return _found(reading, (first, end), year(token.value))


def year_span(reading: Reading, first: int, last: int) -> Found | None:
    """Read "2019-2021" and "2025/26"."""
    begin, final = reading.tokens[first], reading.tokens[last - 1]
    before = reading.before(first)
    end = final.value if final.kind == "year" else begin.value // 100 * 100 + final.value
    if len(final.text) < 2 or not 1500 <= begin.value < end <= 2100 or reading.tokens[first + 1].start != begin.end:  # noqa: PLR2004
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
        return _found(reading, (first, last), year(100 * values[0] + sum(values[1:])))
    if led and values[:2] == [2, 1000] and sum(values[2:]) < 100:  # noqa: PLR2004 - two thousand and six
        return _found(reading, (first, last), year(2000 + sum(values[2:])))
    return None


def year_end(reading: Reading, first: int, last: int) -> Found | None:
    """Read "year-end": the year, and of its days the last quarter."""
    anchor = reading.anchor
    period = year(anchor.year) if anchor else unplaced(YEAR)
    return Found(first, last, TimeKind.DATE, narrowed(period, "end")) if period else None


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
        return _found(reading, (first, last), quarter(*reading.memory.quarter))
    if "past" in kinds and unit.value in {DECADE, CENTURY}:
        length = "P10Y" if unit.value == DECADE else "P100Y"
        begun = unit_at(anchor, YEAR, -10 if unit.value == DECADE else -100) if anchor else None
        period = replace(begun, value=length, end=anchor, precision=Precision.VAGUE) if begun and anchor else unknown(length)
        return Found(first, last, TimeKind.DURATION, period)
    base = (reading.memory.base if pointing else None) or anchor
    if base is None:
        return _found(reading, (first, last), unplaced(value))
    period = unit_at(base, value, step)
    if unit.kind == "weekend" and period and period.start:
        period = weekend(period.start)
    return _found(reading, (first, last), period)


def _attributive(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a bare "weekend" stands before its noun: "his weekend trip", not "a weekend trip"."""
    before, after = reading.before(first), reading.after(last)
    return before is not None and before.kind in {"apos", "poss"} and after is not None and after.kind in {"other", "name"}


def definite(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the quarter", "the weekend", "the end of the year"."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    unit = first_of(tokens[-1:], "unit", "quarter", "yearunit", "weekend")
    if unit is None or (unit.kind == "unit" and unit.value < DAY):
        return None
    if unit.kind == "quarter" and reading.memory.quarter:
        return _found(reading, (first, last), quarter(*reading.memory.quarter))
    if len(tokens) == 1 and not _attributive(reading, first, last):
        return None
    if anchor is None:
        return _found(reading, (first, last), unplaced(WEEK if unit.kind == "weekend" else unit.value))
    if unit.kind == "weekend":
        tense = reading.tense(first, last)
        if tense is None:
            return _found(reading, (first, last), unknown("XXXX-WXX-WE"))
        at_weekend = anchor.isoweekday() > 5  # noqa: PLR2004 - Saturday and Sunday
        base = unit_at(anchor, WEEK, -1 if tense is Tense.PAST and not at_weekend else 0)
        return _found(reading, (first, last), weekend(base.start) if base and base.start else None)
    if unit.value == DAY:
        return Found(first, last, TimeKind.DATE, the_day(reading, steps=0))
    after = reading.after(last)
    if unit.kind == "yearunit" and after is not None and after.low in {"ended", "ending"}:
        return Found(first, last, TimeKind.DURATION, unknown("P1Y"))
    return _found(reading, (first, last), unit_at(anchor, unit.value, 0))


def year_ago(reading: Reading, first: int, last: int) -> Found | None:
    """Read "a year earlier", "year-ago": the same quarter of the year before where one is spoken of."""
    if reading.memory.quarter:
        told, number = reading.memory.quarter
        return Found(first, last, TimeKind.DATE, quarter(told - 1, number) or unplaced(QUARTER))
    period = year(reading.anchor.year - 1) if reading.anchor else None
    return Found(first, last, TimeKind.DATE, period or unplaced(YEAR))
