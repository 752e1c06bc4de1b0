"""Counted things in a text: "six documents", "more than 40 people", "five and a half hours"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.types import Span

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated")
_BOUND = ("over", "than", "least", "most", "up")
"""Last word of "more than", "at least", "up to": a bound, which another number need not contradict."""
_NO_UNIT = frozenset(
    (
        "of in on at to and or the a an for with by from as per percent cent am pm us other more most "
        "last first next such those these who which that were was are is had have has been will would its "
        "their his her"
    ).split()
)


_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children"}

_CALENDAR = frozenset(
    (
        "day week month year decade century night january february march april may june july august "
        "september october november december monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)
"""Counted by the times stage: "21 May" is a date, "four days" a stretch of some visit or other."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the noun it counts: ``span`` covers both; ``loose`` tells of "about" or "more than"."""

    span: Span
    value: float
    unit: str
    loose: bool


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a number followed by the word it counts, at most one adjective between."""
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,3})?"
    words = "|".join([*_WORDS, *_SCALES])
    spelled = rf"(?:{words})(?:[- ](?:{words}))*"
    half = r"(?:[- ]and[- ]a[- ](?:half|quarter))"
    return re.compile(
        rf"(?<![\w.,$€£¥%:/-])(?P<sign>[$€£¥])?(?P<number>{number}|{spelled})(?P<half>{half})?"
        rf"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|dozen))?"
        rf"[ -](?P<unit>[a-z]{{3,20}})(?![\w-])",
        re.IGNORECASE,
    )


def quantities(text: str, within: Span) -> Iterator[Quantity]:
    """Yield the counted things inside ``within``, in order. Years, dates and clock times are none.

    A unit is given in the singular and in lower case; an amount of money has the sign in its unit.
    """
    for match in _pattern().finditer(text, within.start, within.end):
        unit = singular(match["unit"].lower())
        if {unit, match["unit"].lower()} & (_NO_UNIT | _CALENDAR):
            continue
        value = _value(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1.0)
        if match["half"]:
            value += 0.5 if match["half"].lower().endswith("half") else 0.25
        if _is_year(match) or _is_name(match, within.start) or not _counts(match, value):
            continue
        before = text[max(within.start, match.start() - 14) : match.start()].lower().split()
        loose = bool(before) and (before[-1] in _ABOUT or before[-1] in _BOUND or before[-2:] == ["up", "to"])
        yield Quantity(Span(match.start(), match.end()), value, f"{match['sign'] or ''}{unit}", loose)


def _counts(match: re.Match[str], value: float) -> bool:
    """Tell whether the word after the number is what is counted: a plural, or joined on ("27-minute").

    A capital begins a name ("four South Korean ships"), a bare scale an amount of money.
    """
    unit = match["unit"]
    if unit[0].isupper() or unit.lower() in _SCALES:
        return False
    joined = match.string[match.start("unit") - 1] == "-"
    return joined or value <= 1.0 or singular(unit) != unit


def _is_year(match: re.Match[str]) -> bool:
    """Tell whether the number is a year or a day before a word that does not count it."""
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", match["number"])) and not match["scale"]


def _is_name(match: re.Match[str], start: int) -> bool:
    """Tell whether the number is part of a name: "the Group of Seven meets", "the Group of 20 summit"."""
    if match["number"][0].isupper() and match.start() > start:
        return True
    before = match.string[start : match.start()].split()[-2:]
    return len(before) == 2 and before[1] == "of" and before[0][0].isupper()  # noqa: PLR2004 - "Group of"


def _value(told: str) -> float:
    """Return the number that digits or words name."""
    if told[0].isdigit():
        return float(told.replace(",", ""))
    total = part = 0.0
    for word in re.split(r"[- ]", told.lower()):
        if word in _WORDS:
            part += _WORDS[word]
        else:
            part = (part or 1.0) * _SCALES[word]
            if _SCALES[word] >= _SCALES["thousand"]:
                total, part = total + part, 0.0
    return total + part


def singular(word: str) -> str:
    """Return a regular noun in the singular: enough to match "hours" with "hour"."""
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" is no "ty"
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {many: one for one, many in _PLURALS.items()}.get(word, word)


def plural(word: str) -> str:
    """Return a noun in the plural, for display: the other way round from ``singular``."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def told_number(value: float) -> str:
    """Return a number for display: whole numbers without a point."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
