"""Lines that width broke and not sense: the hard-wrapped paragraphs of a text."""

import re
from collections.abc import Iterator, Sequence

from dragoman.text.shapes import ends_sentence

_LONGEST_WRAPPED = 200
"""Lines of one hard-wrapped paragraph."""
_RAGGED = 30
"""Code points by which the lines of one paragraph differ, but for the last."""
_WRAPPED = (40, 110)
"""Code points of the lines of a hard-wrapped text."""


def blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each line, or of the lines of each hard-wrapped paragraph, in order."""
    index = plain = 0
    while index < len(lines):
        last = _wrapped_to(lines, index) if index >= plain else index
        if last == index >= plain and index + _LONGEST_WRAPPED < len(lines):
            plain = _next_break(lines, index)
        yield index, last
        index = last + 1


def _next_break(lines: Sequence[str], first: int) -> int:
    """Return where a block of more lines than any paragraph has ends; ``first`` if it is none."""
    last = first
    while last - first <= _LONGEST_WRAPPED and lines[last].strip():
        last += 1
    return last if last - first > _LONGEST_WRAPPED else first


def _wrapped_to(lines: Sequence[str], first: int) -> int:
    """Return the last line of the hard-wrapped paragraph from ``first`` on; ``first`` if there is none."""
    shortest, longest = _WRAPPED
    last = first
    while (
        last + 1 < len(lines)
        and last - first < _LONGEST_WRAPPED
        and shortest <= len(lines[last].rstrip()) <= longest
        and lines[last + 1].strip()
        and not re.match(r"\s*(?:[•●▪*–—-]\s|\d{1,2}[.)]\s)", lines[last + 1])
    ):
        last += 1
    if last == first:
        return first
    inner = range(first, last)
    flowing = sum(lines[index + 1].lstrip()[:1].islower() for index in inner)
    open_ended = sum(not ends_sentence(lines[index].rstrip()) for index in inner)
    lengths = [len(lines[index].rstrip()) for index in inner]
    # Even lengths, few stops at their ends, a third going on in lower case: broken by width, not by sense.
    if flowing * 3 >= len(inner) and open_ended * 2 >= len(inner) and max(lengths) - min(lengths) <= _RAGGED:
        return last
    return first
