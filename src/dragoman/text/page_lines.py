"""The lines of a page: those an extraction kept, and, each at its place, those it left out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_TRUSTED = 20  # characters without white space from which a match may move the place forward at will
_NEAR = 2_000  # characters within which a shorter match still may
_SHINGLE = 3  # words


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page's text; ``kept`` tells whether it belongs to the extraction."""

    text: str
    kept: bool


def merge(extracted: Sequence[str], visible: Sequence[str]) -> tuple[PageLine, ...]:
    """Return all ``extracted`` lines in order, with the ``visible`` blocks they do not hold between them.

    A block stands after the last extracted line that the blocks before it led to, so that a
    reader finds what was left out where it stood on the page.
    """
    whole, ends = _squeezed(extracted)
    shingles = _shingles(" ".join(extracted))
    after: dict[int, list[str]] = {}
    place = 0
    for block in visible:
        told = re.sub(r"\s+", "", block)
        if not told:
            continue
        found = whole.find(told, place)
        if found >= 0 and (len(told) >= _TRUSTED or found - place <= _NEAR):
            place = found + len(told)
        elif found < 0 and told not in whole and not _mostly(block, shingles):
            after.setdefault(bisect_right(ends, place), []).append(block)
    lines: list[PageLine] = []
    for index in range(len(extracted) + 1):
        lines += (PageLine(block, kept=False) for block in after.get(index, ()))
        if index < len(extracted):
            lines.append(PageLine(extracted[index], kept=True))
    return tuple(lines)


def _squeezed(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Return the lines as one string without white space, and where in it each line ends."""
    pieces, ends, length = [], [], 0
    for line in lines:
        piece = re.sub(r"\s+", "", line)
        pieces.append(piece)
        length += len(piece)
        ends.append(length)
    return "".join(pieces), ends


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def _mostly(block: str, shingles: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether the extraction holds ``block`` but for a few words, such as a link inside it."""
    own = _shingles(block)
    return len(own) > _SHINGLE and sum(one in shingles for one in own) > 0.6 * len(own)
