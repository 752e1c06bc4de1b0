"""The words of a text in the form in which texts are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_SHORTEST_PLURAL = 4
"""Words of fewer letters keep their s: "gas", "us", "Xis"."""


@cache
def _word() -> re.Pattern[str]:
    """Match a word of letters and figures: "Okoro", "don't", "1,200", "3.5"; a hyphen parts words."""
    return re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b|[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of ``text`` in reading order, as matches, so that each knows its place."""
    return _word().finditer(text)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return ``word`` without case, accents, apostrophes, a possessive or plural s: "Talks’" gives "talk"."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(
            ch
            for ch in unicodedata.normalize("NFKD", plain.replace("’", "'"))
            if not unicodedata.combining(ch)
        )
    plain = plain.removesuffix("'s")
    plain = plain.replace("'", "")
    if plain[:1].isdigit():
        return plain.replace(",", "")
    return _singular(plain)


def _singular(word: str) -> str:
    """Take a plural or third-person s off."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
