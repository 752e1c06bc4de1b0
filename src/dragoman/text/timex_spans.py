"""Lengths of time, repetitions and vague times: "two weeks", "a year ago", "every Monday", "recently"."""

from dataclasses import replace

from dragoman.text.timex_calendar import Period, shift, unit_at, unknown, unplaced
from dragoman.text.timex_reading import Found, Reading, first_of, kinds_of
from dragoman.text.timex_tokens import Token
from dragoman.text.timex_words import (
    CENTURY,
    DAY,
    DECADE,
    HOUR,
    MONTH,
    PART_CODES,
    QUARTER,
    SEASON_CODES,
    WEEK,
    YEAR,
)
from dragoman.types import Precision, TimeKind

_LETTERS = {DAY: "D", WEEK: "W", MONTH: "M", QUARTER: "Q", YEAR: "Y"}
_CLOCK_LETTERS = ("S", "M", "H")
_HUNDRED = 100
_UNITS = ("unit", "units", "quarter", "yearunit")


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


def count_of(tokens: tuple[Token, ...]) -> tuple[str, bool]:
    """Return the count these words tell as TIMEX3 writes it (``X`` for a vague one), and whether a half is added."""
    halved = any(token.kind in {"fraction", "half"} and token.low in {"1/2", "½", "half"} for token in tokens)
    digits = [t for t in tokens if t.kind in {"day", "number", "year", "decimal"}]
    spelled = [t.value for t in tokens if t.kind in {"numword", "teen", "bignumber"}]
    if digits:
        plain = digits[-1].text.replace(",", "")
        return (plain if digits[-1].kind == "decimal" else str(int(plain[:9]))), halved
    if spelled:
        return str(_spelled(spelled)), halved
    if any(token.kind == "couple" for token in tokens):
        return "2", halved
    if any(token.kind in {"few", "many"} for token in tokens):
        return "X", halved
    if any(token.kind == "dozen" for token in tokens):
        return "12", halved
    return ("1" if any(token.kind in {"a", "the"} for token in tokens) else "X"), halved


def length_of(tokens: tuple[Token, ...]) -> tuple[str, int, str] | None:
    """Return the TIMEX3 value of a length of time, its unit and its count."""
    units = [token for token in tokens if token.kind in _UNITS]
    if not units:
        return None
    unit = units[-1].value
    if any(token.kind == "year" for token in tokens) and units[-1].kind != "units":
        return None
    count, halved = count_of(tokens)
    if units[-1].kind == "units" and count == "1" and not any(token.value == 1 for token in tokens[:-1]):
        count = "X"
    if count.isdigit() and unit in {DECADE, CENTURY}:
        return f"P{int(count) * (10 if unit == DECADE else _HUNDRED)}Y", unit, count
    if unit in {DECADE, CENTURY}:
        return ("PXY" if unit == DECADE else "PXC"), unit, count
    if unit < DAY:
        half = {HOUR: "30M", 1: "30S"}.get(unit, "") if halved else ""
        return f"PT{count}{_CLOCK_LETTERS[unit]}{half}", unit, count
    half = {YEAR: "6M"}.get(unit, "") if halved else ""
    return f"P{count}{_LETTERS[unit]}{half}", unit, count


def span(reading: Reading, first: int, last: int) -> Found | None:
    """Read a length of time; ages are not read."""
    tokens = reading.tokens[first:last]
    if any(token.kind == "old" for token in tokens):
        return None
    after, before = reading.after(last), reading.before(first)
    if after is not None and after.low in {"old", "olds"}:
        return None
    if (
        after is not None
        and after.kind == "hyphen"
        and last + 1 < len(reading.tokens)
        and reading.tokens[last + 1].low == "old"
    ):
        return None
    if before is not None and before.kind in {"money", "hyphen"} and before.end == tokens[0].start:
        return None
    found = length_of(tokens)
    if found is None:
        return None
    value, unit, _ = found
    kinds = kinds_of(tokens)
    name = tokens[-1].kind == "units" and tokens[-1].text[0].isupper()
    if name and kinds & {"day", "number"} and unit < DAY:  # "60 Minutes" on television
        return None
    if (
        (unit == 0
        and kinds & {"a"})
        or (unit == QUARTER
        and kinds & {"a"}
        and after is not None
        and after.low == "of")
    ):
        return None
    if tokens[0].kind == "a" and len(tokens) == 2 and not _measured(reading, first, last):  # noqa: PLR2004 - "a week"
        return None
    if tokens[0].kind == "these":
        return Found(first, last, TimeKind.DATE, unknown("PRESENT_REF")) if unit == DAY else None
    if unit == QUARTER and any(token.kind == "hyphen" for token in tokens[:-1]):
        return None
    if tokens[0].kind == "over" and not (len(tokens) > 1 and tokens[1].kind == "a"):
        first += 1
    if tokens[-1].kind == "hyphen":
        last -= 1
    if len(tokens) == 2 and tokens[0].kind == "the":  # noqa: PLR2004 - "the day", "the week"
        return Found(first, last, TimeKind.DATE, unplaced(unit)) if unit == WEEK else None
    return Found(first, last, TimeKind.DURATION, unknown(value, Precision.VAGUE))


_MEASURING = frozenset(
    ["in", "for", "of", "within", "than", "about", "nearly", "almost", "after", "over", "just", "only", "once", "twice", "half", "take", "takes", "took", "least", "most", "to", "spend", "spent", "lasts", "lasted", "last", "every", "during", "before", "barely", "until", "some", "and", "or", "by", "with"]
)


def _measured(reading: Reading, first: int, last: int) -> bool:
    """Tell whether "a week" is a length here, and not a rate as in "four flights a week"."""
    before, after = reading.before(first), reading.after(last)
    if after is not None and after.kind in {
        "ago",
        "earlier",
        "later",
        "after",
        "before",
        "from",
        "long",
        "apos",
    }:
        return True
    return before is None or before.low in _MEASURING or before.kind in {"comma", "stop", "quote"}


def rolling(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the past two weeks", "the next few days": a length that ends or begins with the report."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    found = length_of(tokens)
    if found is None:
        return None
    value, unit, count = found
    kinds = kinds_of(tokens)
    ahead, behind = kinds & {"next", "coming"}, kinds & {"last", "past", "latest"}
    period = unknown(value, Precision.VAGUE)
    if "ordinal" in kinds and "units" not in kinds:
        return None
    if anchor and unit >= DAY and count.isdigit() and int(count) < 1000 and (ahead or behind):  # noqa: PLR2004 - sane lengths
        far = unit_at(anchor, unit, int(count) * (1 if ahead else -1))
        begin, end = (
            (anchor, far.end if far else None) if ahead else (far.start if far else None, shift(anchor, 1))
        )
        period = Period(value, begin, end, Precision.VAGUE) if begin and end and begin < end else period
    return Found(first, last, TimeKind.DURATION, period)


def ago(reading: Reading, first: int, last: int) -> Found | None:
    """Read "two weeks ago" (a date) and "two days after" (a length told from something else)."""
    tokens, anchor = reading.tokens[first:last], reading.anchor
    found = length_of(tokens)
    if found is None:
        return None
    value, unit, count = found
    how = tokens[-1].kind if tokens[-1].kind != "now" else "hence"
    if tokens[0].kind == "the" and unit != DAY:
        return None
    if how in {"ago", "hence"} and count.isdigit() and unit >= DAY:
        steps = int(count[:6]) * (-1 if how == "ago" else 1)
        if unit == CENTURY or (unit == DECADE and steps):
            unit, steps = YEAR, steps * (10 if unit == DECADE else _HUNDRED)
        period = unit_at(anchor, unit, steps) if anchor else None
        return Found(first, last, TimeKind.DATE, period or unplaced(unit))
    if how in {"ago", "hence"} and unit >= DAY:
        return Found(
            first, last, TimeKind.DATE, unknown("PAST_REF" if how == "ago" else "FUTURE_REF", Precision.VAGUE)
        )
    known = reading.memory.near_day
    if how in {"earlier", "later"} and unit == DAY and known and count.isdigit():
        target = unit_at(known, DAY, int(count[:6]) * (-1 if how == "earlier" else 1))
        if target:
            return Found(first, last, TimeKind.DURATION, replace(target, value=value))
    end = last - 1 if how in {"before", "after"} else last
    return Found(first, end, TimeKind.DURATION, unknown(value, Precision.VAGUE))


def sets(reading: Reading, first: int, last: int) -> Found | None:
    """Read repetitions: "every Monday", "each year", "daily", "twice a week"."""
    tokens = reading.tokens[first:last]
    kinds = kinds_of(tokens)
    value = None
    if day := first_of(tokens, "weekday", "maybeday", "weekdays"):
        part = first_of(tokens, "part", "parts")
        value = f"XXXX-WXX-{day.value}" + (f"T{PART_CODES[part.value]}" if part else "")
    elif word := first_of(tokens, "setword"):
        if _in_name(reading, first, last):
            return None
        value = {DAY: "P1D", HOUR: "PT1H", WEEK: "P1W", MONTH: "P1M", QUARTER: "P3M", YEAR: "P1Y"}[word.value]
    elif word := first_of(tokens, "month", "maybemonth"):
        value = f"XXXX-{word.value:02}"
    elif word := first_of(tokens, "season", "seasons"):
        value = f"XXXX-{SEASON_CODES[word.value]}"
    elif word := first_of(tokens, "part"):
        value = f"XXXX-XX-XXT{PART_CODES[word.value]}"
    elif "alternate" in kinds and (unit := first_of(tokens, *_UNITS)):
        value = f"P2{_LETTERS.get(unit.value, 'D')}"
    elif "every" in kinds and (unit := first_of(tokens, *_UNITS)):
        found = length_of(tokens if unit.kind == "units" else (*tokens, replace(tokens[0], kind="a")))
        value = found[0] if found else None
    elif "twice" in kinds or "a" in kinds:
        return _rate(reading, first, last)
    if value is None or (kinds == {"seasons"} and reading.tokens[first].text[0].isupper()):
        return None
    return Found(first, last, TimeKind.SET, unknown(value, Precision.VAGUE))


def _in_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a word belongs to a name: the Daily Mail, China Daily, USA Today."""
    before, after = reading.before(first), reading.after(last)
    beside = (before is not None and before.kind == "name") or (after is not None and after.kind == "name")
    return reading.tokens[first].text[0].isupper() and beside


def _rate(reading: Reading, first: int, last: int) -> Found | None:
    """Read "a year" as a rate, where a number or sum stands before it; else it is a length."""
    tokens = reading.tokens[first:last]
    rated = tokens[0].kind == "twice"
    after = reading.after(last)
    found = length_of(tokens)
    if (
        not rated
        or found is None
        or (after is not None and after.kind in {"ago", "earlier", "later", "after", "before"})
    ):
        return None
    return Found(first, last, TimeKind.SET, unknown(found[0], Precision.VAGUE))


def vague(reading: Reading, first: int, last: int) -> Found | None:
    """Read "now", "recently", "the future": a side of the present and no days."""
    tokens = reading.tokens[first:last]
    kinds = kinds_of(tokens)
    after = reading.after(last)
    if kinds & {"now", "present", "current", "moment"}:
        if "the" in kinds and "present" in kinds:
            return None
        value = "PRESENT_REF"
    elif kinds & {"lately", "recent", "past"}:
        value = "PAST_REF"
    else:
        value = "FUTURE_REF"
    if "soon" in kinds and after is not None and after.low in {"after", "as"}:
        return None
    before = reading.before(first)
    if kinds == {"the", "past"} and (
        before is None or before.low not in {"in", "of", "from", "about", "with", "to"}
    ):
        return None
    if kinds == {"future"} and (before is None or before.low != "in"):
        return None
    if kinds <= {"the", "moment"} or (kinds & {"short", "long", "near"} and not kinds & {"future", "term"}):
        return None
    return Found(first, last, TimeKind.DATE, unknown(value, Precision.VAGUE))


def some(reading: Reading, first: int, last: int) -> Found | None:
    """Read "days", "weeks", "years" that nobody counts."""
    token, after = reading.tokens[first], reading.after(last)
    if token.value in {0, 1, QUARTER} or (after is not None and after.low == "old"):
        return None
    found = length_of((token,))
    return Found(first, last, TimeKind.DURATION, unknown(found[0], Precision.VAGUE)) if found else None


def ahead(reading: Reading, first: int, last: int) -> Found | None:
    """Read "the coming days", "the weeks ahead"."""
    found = length_of(tuple(token for token in reading.tokens[first:last] if token.kind == "units"))
    if found is None:
        return None
    value, unit, _ = found
    anchor, reach = reading.anchor, {DAY: 7, WEEK: 35, MONTH: 183}.get(unit)
    end = shift(anchor, reach) if anchor and reach else None
    period = Period(value, anchor, end, Precision.VAGUE) if end else unknown(value, Precision.VAGUE)
    return Found(first, last, TimeKind.DURATION, period)
