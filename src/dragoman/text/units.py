"""The units a saved text is judged by: its lines, or the hard-wrapped paragraphs they make up."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.page_phrases import PagePhrases
from dragoman.text.shapes import Shape, ends_sentence, shape_of
from dragoman.text.wrapping import blocks
from dragoman.types import LineClass

SAME_MATTER = 0.2  # share of a line's long words that other prose has: teasers of other news stay below .15


@dataclass(slots=True)
class Unit:
    """One line, or the lines of one hard-wrapped paragraph, while it is being judged.

    ``shared`` is the share of its long words (``types``) that other prose has, ``times`` how often it occurs,
    ``row`` the number of headlines that stand in a row with it, and ``place`` its own place in the row.
    """

    first: int
    last: int
    text: str
    shape: Shape
    words: int
    types: frozenset[str]
    shared: float = 0.0
    times: int = 1
    row: int = 0
    place: int = 0
    kind: LineClass = LineClass.BOILERPLATE


def units_of(lines: Sequence[str], phrases: PagePhrases) -> list[Unit]:
    """Return the units of ``lines``, with their shapes; blank lines are units too."""
    units: list[Unit] = []
    for index, last in blocks(lines):
        text = " ".join(line.strip() for line in lines[index : last + 1])
        shape = shape_of(lines[index] if last == index else text, phrases)
        types = (
            frozenset(re.findall(r"[^\W\d_]{5,}", text.lower())) if shape is not Shape.BLANK else frozenset()
        )
        units.append(Unit(index, last, text, shape, _length(text), types))
    return units


def _length(text: str) -> int:
    """Count words; in scripts without spaces two characters count as a word."""
    dense = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]", text))
    return len(text.split()) + dense // 2


def weigh_words(units: Sequence[Unit]) -> None:
    """Set for each unit the share of its long words that other prose has too, and how often it occurs."""
    prose = {unit.text: unit.types for unit in units if is_sentence(unit)}
    counts = Counter(word for types in prose.values() for word in types)
    times = Counter(unit.text for unit in units)
    for unit in units:
        unit.times = times[unit.text]
        own = unit.text in prose
        if unit.types:
            unit.shared = sum(counts[word] > own for word in unit.types) / len(unit.types)


def count_rows(units: Sequence[Unit]) -> None:
    """Set for each headline how many stand in a row with it; what a sentence leads into is no such row."""
    row: list[Unit] = []
    led = False
    for unit in units:
        if unit.shape is Shape.HEADLINE and not led:
            row.append(unit)
            unit.place = len(row)
        elif unit.shape in (Shape.PROSE, Shape.CUT, Shape.TRAILED, Shape.BULLET):
            for one in row:
                one.row = len(row)
            row = []
            led = unit.text.endswith(":")
    for one in row:
        one.row = len(row)


def is_sentence(unit: Unit) -> bool:
    """Tell prose, and list items that are whole sentences, as in a communiqué."""
    if unit.shape is Shape.BULLET:
        return unit.words >= 8 and ends_sentence(unit.text)  # noqa: PLR2004 - less is a mere item
    return unit.shape is Shape.PROSE
