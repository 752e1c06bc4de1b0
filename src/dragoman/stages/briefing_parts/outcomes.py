"""Words about results of a meeting: "no major agreements", "concrete results"."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.ontology.briefing import briefing_words
from dragoman.text.phrases import phrase_pattern


def outcome_words(sentence: str, hopes: str) -> Iterator[str]:
    """Yield the phrases of ``sentence`` that speak of results with ``low`` or ``high`` hopes.

    Their first word is a common one, so it is given in small letters; names keep their capitals.
    """
    low = [match.span() for match in _pattern("low").finditer(sentence)]
    for match in _pattern(hopes).finditer(sentence):
        if hopes == "low" or not any(a < match.end() and match.start() < b for a, b in low):
            phrase = " ".join(match[0].split())
            yield phrase[:1].lower() + phrase[1:]


@cache
def _pattern(hopes: str) -> re.Pattern[str]:
    """Match a word of hope and a result at most four words behind it."""
    lead = phrase_pattern(briefing_words()[f"outcome.{hopes}"]).pattern
    result = phrase_pattern(briefing_words()["outcome.result"]).pattern
    return re.compile(rf"(?:{lead})(?:\s+[\w-]+){{0,4}}?\s+(?:{result})", re.IGNORECASE)
