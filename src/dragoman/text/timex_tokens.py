"""Text -> words for the grammar of times: each with its class, its value, and one letter for the class.

The grammar is matched over the letters, not over the text, so that a pattern is short, readable and
fast, and so that no input can make it run away: every word, however long, is one letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.text.timex_words import AMBIGUOUS, CAPITALISED, words

SHAPES = (
    "other",
    "name",
    "mark",
    "quote",
    "stop",
    "halt",
    "comma",
    "hyphen",
    "slash",
    "apostrophe",
    "open",
    "close",
    "money",
    "day",
    "year",
    "number",
    "decimal",
    "fraction",
    "clocked",
    "iso",
    "numeric",
    "decadal",
    "maybemonth",
    "maybeday",
)
"""Classes that are told by the form of a word; the others stand in ``timex_words``."""

_WORD_SHAPES = r"""
      (?P<iso>(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])
          (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)
    | (?P<numeric>(?<![0-9./])(?:[0-9]{1,2}(?P<sep>[/.])[0-9]{1,2}(?P=sep)[0-9]{2}(?:[0-9]{2})?
          |[0-9]{4}/[0-9]{1,2}/[0-9]{1,2})(?![0-9]|[/.][0-9]))
    | (?P<clocked>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
    | (?P<decadal>(?:1[0-9]|20)?[0-9]0['’]?s\b)
    | (?P<rank>[0-9]{1,2}(?:st|nd|rd|th)\b)
    | (?P<fraction>[1-9]/[2-9](?![0-9/])|[½¼¾])
    | (?P<figure>[0-9]++(?:[.,][0-9]++)*+)
    | (?P<halfday>[AaPp]\.[ ]?[Mm]\.?|[AaPp][Mm]\b\.?(?=\s+[A-Z]|[^\w.]|$))
    | (?P<oclock>[oO]['’]clock\b)
    | (?P<word>(?:year-ago|year-earlier)\b|[^\W\d_]++)
    | (?P<apostrophe>['’](?:s\b|(?=[0-9]0s\b)|(?!\w))|(?<=s)['’])
    | (?P<space>\s++)
    | (?P<mark>.)
"""
_MARKS = {
    ".": "stop", "!": "halt", "?": "halt", ";": "halt",
    ",": "comma", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close",
    "$": "money", "£": "money", "€": "money", "¥": "money", "#": "money", "%": "money",
    '"': "quote", "“": "quote", "”": "quote", "`": "quote",
}  # fmt: skip
_YEAR_DIGITS, _DAY_DIGITS, _MOST_DIGITS = 4, 2, 6


@dataclass(frozen=True, slots=True)
class Token:
    """One word ``[start, end)`` of the text, ``low`` in lower case, with its class and its number."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    value: int = 0


@cache
def _token() -> re.Pattern[str]:
    """Return what cuts a text into words; no part of it can match one place in two ways."""
    return re.compile(_WORD_SHAPES, re.VERBOSE | re.DOTALL)


@cache
def letters() -> dict[str, str]:
    """Return one letter per class."""
    kinds = dict.fromkeys((*SHAPES, *sorted({kind for kind, _ in words().values()})))
    return {kind: chr(0x100 + number) for number, kind in enumerate(kinds)}


def codes(tokens: tuple[Token, ...]) -> str:
    """Return the letters of the classes, one per word."""
    table = letters()
    return "".join([table[token.kind] for token in tokens])


def _word(text: str, low: str) -> tuple[str, int]:
    found = words().get(low)
    if found is None:
        return ("name", 0) if text[0].isupper() else ("other", 0)
    kind, value = found
    if kind in CAPITALISED and not text[0].isupper():
        return "other", 0
    if low in AMBIGUOUS and kind == "month":
        return "maybemonth", value
    if low in AMBIGUOUS:
        return "maybeday", value
    return (kind, value) if kind != "halfday" else ("other", 0)


def _figure(text: str) -> tuple[str, int]:
    plain = text.replace(",", "")
    if not plain.isdigit():
        return "decimal", 0
    if len(plain) > _MOST_DIGITS:
        return "number", 0
    value = int(plain)
    if len(text) <= _DAY_DIGITS and 1 <= value <= 31:  # noqa: PLR2004 - days of a month
        return "day", value
    if len(text) == _YEAR_DIGITS and 1000 <= value <= 2999:  # noqa: PLR2004 - years of news and history
        return "year", value
    return "number", value


def _class_of(kind: str, text: str, low: str) -> tuple[str, int]:
    if kind == "word":
        return _word(text, low)
    if kind == "figure":
        return _figure(text)
    if kind == "rank":
        return "ordinal", int(text[:-2])
    if kind == "decadal":
        digits = "".join(letter for letter in text if letter.isdigit())
        return "decadal", int(digits)
    if kind == "halfday":
        return "halfday", 12 if low[0] == "p" else 0
    if kind == "mark":
        return _MARKS.get(text, "mark"), 0
    return kind, 0


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words and marks of ``text[start:end]`` with their classes."""
    for match in _token().finditer(text, start, end):
        kind = match.lastgroup
        if kind == "space" or kind is None:
            continue
        word = match.group()
        low = word.lower()
        yield Token(match.start(), match.end(), word, low, *_class_of(kind, word, low))
