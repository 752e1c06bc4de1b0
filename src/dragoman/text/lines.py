"""Which lines of a saved text are the report, and which the page round it.

Each line first gets a shape of its own. Then every stretch of the text is weighed: prose counts
for it, headlines, cut-off teasers, forms and labels of other articles against it, and words that the
prose shares speak for a line. The stretch with the largest sum is the report; in it, only lines that
cannot belong (labels, forms, captions) are left out, and a title is looked for before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.heads import class_before, title_unit
from dragoman.text.page_phrases import PagePhrases, label
from dragoman.text.shapes import Shape, title_case, without_bullet
from dragoman.text.units import SAME_MATTER, Unit, count_rows, is_sentence, units_of, weigh_words
from dragoman.types import Line, LineClass

_ENOUGH_PROSE = 60  # words: after so many, a label of readers' comments ends the report
_PARAGRAPH = 25  # words from which a line is a paragraph, whatever it is about
_CALLED_HEADING = 14  # words of the longest heading inside a report
_FEW = 4  # words of a name, a speaker or a short label; long words too few to tell the matter
_ROW = 2  # headlines in a row that a report may have: a heading and its first subheading
_GROWTH = 0.15  # by how much each further headline in a row tells more against the stretch
_LONGEST_LIST = 100  # items after which what led into a list no longer counts
_SPEAKER = 3  # times a short line occurs in a transcript that names its speakers


@dataclass(frozen=True, slots=True)
class Classed:
    """The lines of a text, one per line feed, and its title if it states one."""

    lines: tuple[Line, ...]
    title: str | None


def classify(text: str, phrases: PagePhrases, title: str | None = None) -> Classed:
    """Return every line of ``text`` with its class; ``title`` is the headline where it is known already.

    A text whose first line is a paragraph has no title. A line that is all white space is blank.
    """
    spans = _line_spans(text)
    units = units_of([text[start:end] for start, end in spans], phrases)
    told = [unit for unit in units if unit.shape is not Shape.BLANK]
    weigh_words(told)
    count_rows(told)
    start, end = _report(told)
    _class_inside(told, start, end, phrases)
    found = title_unit(told, start, title, phrases)
    if found is not None:
        found.kind = LineClass.ARTICLE
    class_before(told, start, found, phrases, known=title is not None)
    _class_after(told, end)
    kinds = [LineClass.BLANK] * len(spans)
    for unit in told:
        for index in range(unit.first, unit.last + 1):
            kinds[index] = unit.kind
    lines = tuple(Line(begin, stop, kind) for (begin, stop), kind in zip(spans, kinds, strict=True))
    return Classed(lines, without_bullet(found.text) or None if found else None)


def _line_spans(text: str) -> list[tuple[int, int]]:
    """Return where each line starts and ends; a final line feed begins no further line."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    if len(spans) > 1 and text.endswith("\n"):
        spans.pop()
    return spans


def _report(units: Sequence[Unit]) -> tuple[int, int]:
    """Return the half-open stretch of units with the largest sum of weights; empty if no prose counts."""
    best, best_sum = (0, 0), 0.0
    start, total, prose = 0, 0.0, 0
    for index, unit in enumerate(units):
        if unit.shape is Shape.COMMENTS and prose >= _ENOUGH_PROSE:
            break
        if unit.shape is Shape.PROSE:
            prose += unit.words
        weight = _weight(units, index)
        if total <= 0:
            start, total = index, 0.0
        total += weight
        if total > best_sum:
            best, best_sum = (start, index + 1), total
    return best


def _weight(units: Sequence[Unit], index: int) -> float:
    """Return how strongly one unit speaks for the stretch that it stands in."""
    unit = units[index]
    before = units[index - 1] if index else None
    shape = unit.shape
    if is_sentence(unit):
        return _prose_weight(unit, before)
    if shape is Shape.BULLET:
        return 0.3 if unit.shared >= SAME_MATTER or _is_led(units, index) else -0.2
    if shape in (Shape.CUT, Shape.TRAILED):
        teased = before is None or before.shape is not Shape.PROSE or unit.shared < SAME_MATTER
        return -1.5 if teased else 1.0
    if shape is Shape.HEADLINE:
        return _headline_weight(unit)
    weights = {
        Shape.META: -0.5,
        Shape.PICTURE: -0.5,
        Shape.FRAME: -2.0,
        Shape.RELATED: -6.0,
        Shape.RULE: 0.0,
    }
    return weights.get(shape, -12.0)


def _headline_weight(unit: Unit) -> float:
    if unit.words <= _FEW and unit.times >= _SPEAKER and unit.row <= _ROW:
        return 0.0
    return (-0.7 if unit.words <= _FEW else -1.5) * (1 + _GROWTH * min(unit.place, 10))


def _prose_weight(unit: Unit, before: Unit | None) -> float:
    full = min(unit.words, 60) / 4
    if unit.words >= _PARAGRAPH:
        return full if unit.shared >= SAME_MATTER / 2 else full / 2
    if unit.shared >= SAME_MATTER or len(unit.types) < _FEW or unit.text.endswith(":"):
        return full
    headed = before is not None and before.shape in (Shape.HEADLINE, Shape.RELATED)
    foreign = before is not None and before.shared < SAME_MATTER and before.words >= _FEW
    return -1.0 if headed and foreign else full / 2


def _is_led(units: Sequence[Unit], index: int) -> bool:
    """Tell whether a list item belongs to a list that a sentence leads into."""
    first = max(0, index - _LONGEST_LIST)
    while index > first and units[index].shape is Shape.BULLET:
        index -= 1
    return units[index].shape is Shape.PROSE


def _class_inside(units: Sequence[Unit], start: int, end: int, phrases: PagePhrases) -> None:
    """Class the lines of the report's stretch: what stands between paragraphs is mostly heading or list."""
    listing = False  # inside a list of other articles, from its label to the next paragraph
    for index in range(start, end):
        unit = units[index]
        if unit.shape in (Shape.RELATED, Shape.COMMENTS) and not _is_heading_label(
            units, index, end, phrases
        ):
            listing = True
            continue
        if unit.shape is Shape.PROSE and (
            unit.shared >= SAME_MATTER or unit.words >= _PARAGRAPH or not listing
        ):
            listing = False
            unit.kind = LineClass.ARTICLE
        elif unit.shape is Shape.META:
            between = start < index < end - 1 and _is_heading(units, index, phrases)
            unit.kind = LineClass.ARTICLE if between and _is_topic(unit) else LineClass.METADATA
        elif unit.shape in (Shape.PICTURE, Shape.FRAME):
            continue
        elif not listing:
            unit.kind = _between(units, index, end, phrases)


def _between(units: Sequence[Unit], index: int, end: int, phrases: PagePhrases) -> LineClass:
    """Class a bullet, headline or cut line inside the report."""
    unit = units[index]
    if unit.shape is Shape.BULLET:
        return LineClass.ARTICLE
    if unit.shape in (Shape.CUT, Shape.TRAILED):
        alone = index == 0 or units[index - 1].shape not in (Shape.HEADLINE, Shape.RELATED)
        return LineClass.ARTICLE if alone or unit.shared >= SAME_MATTER else LineClass.BOILERPLATE
    if index + 1 >= end or (index and units[index - 1].shape is Shape.PICTURE and unit.words <= _FEW):
        return LineClass.BOILERPLATE  # below a picture: who is in it
    if unit.row > _ROW and (unit.place < unit.row or units[index + 1].shape is not Shape.PROSE):
        return LineClass.BOILERPLATE
    return LineClass.ARTICLE if _is_heading(units, index, phrases) else LineClass.BOILERPLATE


def _is_heading(units: Sequence[Unit], index: int, phrases: PagePhrases) -> bool:
    """Tell a heading from the headline of another article that stands in the way."""
    unit = units[index]
    follows = units[index + 1].shape if index + 1 < len(units) else None
    if follows is None or label(unit.text) in phrases.heading or unit.text.startswith("#"):
        return follows is not None
    foreign = unit.shared == 0 and len(unit.types) >= _FEW
    if foreign and title_case(unit.text, phrases) >= SAME_MATTER:
        return False
    if unit.words > _CALLED_HEADING and follows is not Shape.PROSE:
        return unit.shared >= SAME_MATTER
    return True


def _is_heading_label(units: Sequence[Unit], index: int, end: int, phrases: PagePhrases) -> bool:
    """Tell a heading such as "Discussion" from a label of the frame: prose on the matter follows at once."""
    after = units[index + 1] if index + 1 < end else None
    if after is None or after.shape is not Shape.PROSE or label(units[index].text) not in phrases.heading:
        return False
    units[index].kind = LineClass.ARTICLE
    return True


def _is_topic(unit: Unit) -> bool:
    """Tell a strip of topic words that could as well be a heading: "Security and Trade"."""
    return unit.words <= _FEW and not re.search(r"[\d:|/#>]", unit.text)


def _class_after(units: Sequence[Unit], end: int) -> None:
    """Class what stands after the report: its own metadata at once, and the page from there on."""
    page = False
    for unit in units[end:]:
        page = page or unit.shape in (Shape.RELATED, Shape.COMMENTS)
        if unit.shape is Shape.META and (
            not page or re.match(r"(?:©|\(c\)|copyright)", unit.text, re.IGNORECASE)
        ):
            unit.kind = LineClass.METADATA
