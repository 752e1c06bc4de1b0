"""Lists of words and phrases as one pattern that finds them as whole words, whatever their capitals."""

import re
from collections.abc import Iterable


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``phrases``, longest first; one that ends in a star has an open ending.

    Spaces stand for any white space. The pattern is linear: nothing in it repeats but one run of letters.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_piece(phrase) for phrase in ordered), re.IGNORECASE)


def _piece(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.removesuffix("*").split())
    begin = r"(?<!\w)" if phrase[:1].isalnum() else ""
    if phrase.endswith("*"):
        return rf"{begin}{words}\w*"
    return rf"{begin}{words}" + (r"(?!\w)" if phrase[-1:].isalnum() else "")
