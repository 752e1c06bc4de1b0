"""Where a report's first sentence begins behind its dateline: "OSTMARK, March 3 (Halyard) - "."""

import re
from functools import cache

from dragoman.types import Span


def past_dateline(text: str, sentence: Span) -> int:
    """Return where ``sentence`` begins without the place, day and agency of a dateline in front."""
    if sentence.start and text[sentence.start - 1] != "\n":
        return sentence.start
    found = _dateline().match(text, sentence.start, sentence.end)
    return found.end() if found and found.end() < sentence.end else sentence.start


@cache
def _dateline() -> re.Pattern[str]:
    """Match a place in capitals, or any place with an agency in brackets, up to the dash."""
    shouted = r"[^\W\d_a-z]{2,}[.'’-]?(?:[ -][^\W\d_a-z]{2,}\.?){0,3}"
    place = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,3}"
    more = r"(?:,? [^\W_][\w.]*){0,5}"
    agency = r" ?\([^()\n]{2,40}\)"
    return re.compile(
        rf"(?:{shouted}{more}(?:{agency})?|{place}{more}{agency})[ \u00a0]?(?:-+|[–—])\s+(?=\S)"
    )
