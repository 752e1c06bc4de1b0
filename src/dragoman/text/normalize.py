"""Text in one spelling: NFC, line feeds, nothing invisible; with a map back to the text as it came.

A text that is clean already comes out unchanged, and its offsets with it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

Offsets = tuple[tuple[int, int], ...]
"""Pairs (offset in the clean text, offset in the raw text); from each pair on both run in step."""

_REMOVED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1; tab, line feed and the line breaks below stay
    "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff"  # soft hyphen and what else has no width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidi controls
    "\ud800-\udfff"  # lone surrogates, which no encoding can hold
    "\U000e0000-\U000e007f"  # tag characters
)
_BREAKS = "\x0b\x0c\x85\u2028\u2029"  # other line breaks: each becomes one line feed


@dataclass(frozen=True, slots=True)
class Normalized:
    """The clean text and the map of its offsets to those of the raw text."""

    text: str
    offsets: Offsets


def normalize(text: str) -> Normalized:
    """Return ``text`` in NFC with line feeds, without control, zero-width and bidi characters.

    Doing it twice changes nothing. Removed characters and composed letters shift the offsets;
    ``raw_offset`` undoes the shift.
    """
    if unicodedata.is_normalized("NFC", text) and not _unclean().search(text):
        return Normalized(text, ((0, 0),))
    kept, places = _visible(text)
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = [(0, 0)]
    length = 0
    for start, end, piece in _composed(kept):
        if length > offsets[-1][0] or not pieces:
            _mark(offsets, length, places[start])
        pieces.append(piece)
        if len(piece) == end - start and piece == kept[start:end]:
            for index in range(start + 1, end):
                if places[index] != places[index - 1] + 1:
                    _mark(offsets, length + index - start, places[index])
        length += len(piece)
    if length > 0:
        _mark(offsets, length, len(text))
    return Normalized("".join(pieces), tuple(offsets))


def raw_offset(offsets: Offsets, offset: int) -> int:
    """Return the raw offset of the clean ``offset``; inside a composed letter, that of its start or later."""
    index = bisect_right(offsets, offset, key=lambda pair: pair[0]) - 1
    clean, raw = offsets[index]
    place = raw + offset - clean
    if index + 1 < len(offsets):
        place = min(place, offsets[index + 1][1])
    return place


def _mark(offsets: list[tuple[int, int]], clean: int, raw: int) -> None:
    """Add a break point unless the last one tells as much already; a later one for one place wins."""
    last_clean, last_raw = offsets[-1]
    if clean == last_clean:
        offsets[-1] = (clean, raw)
    elif raw - last_raw != clean - last_clean:
        offsets.append((clean, raw))


@cache
def _unclean() -> re.Pattern[str]:
    return re.compile(f"[\r{_REMOVED}{_BREAKS}]")


@cache
def _skipped() -> re.Pattern[str]:
    return re.compile(f"\r(?=\n)|[{_REMOVED}]")


@cache
def _to_line_feed() -> dict[int, str]:
    return {ord(char): "\n" for char in "\r" + _BREAKS}


def _visible(text: str) -> tuple[str, list[int]]:
    """Return the characters that stay, and the raw offset of each."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _skipped().finditer(text):
        pieces.append(text[last : match.start()])
        places.extend(range(last, match.start()))
        last = match.end()
    pieces.append(text[last:])
    places.extend(range(last, len(text)))
    return "".join(pieces).translate(_to_line_feed()), places


def _composed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield stretches of ``text`` that can be composed on their own, with their NFC form."""
    last = 0
    for match in re.finditer(r"[\x00-\x7f]?[^\x00-\x7f]+", text):
        if unicodedata.is_normalized("NFC", match[0]):
            continue
        if last < match.start():
            yield last, match.start(), text[last : match.start()]
        yield from _clusters(text, match.start(), match.end())
        last = match.end()
    if last < len(text):
        yield last, len(text), text[last:]


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the shortest stretches of ``text[start:end]`` whose composition stops at their ends."""
    first = start
    for index in range(start + 1, end):
        char = text[index]
        alone = unicodedata.normalize("NFC", char)
        if unicodedata.combining(unicodedata.normalize("NFD", char)[0]):
            continue  # a mark belongs to what is before it
        form = unicodedata.normalize("NFC", text[first:index])
        if unicodedata.normalize("NFC", text[first : index + 1]) == form + alone:
            yield first, index, form
            first = index
    yield first, end, unicodedata.normalize("NFC", text[first:end])
