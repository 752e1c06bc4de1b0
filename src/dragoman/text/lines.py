"""Which lines of a saved text are the report, and which the page round it.

Each line first gets a shape of its own. Then every stretch of the text is weighed: prose counts
for it, headlines, cut-off teasers, forms and labels of other articles against it, and words that the
prose shares speak for a line. The stretch with the largest sum is the report; in it, only lines that
cannot belong (labels, forms, captions) are left out, and a title is looked for before it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.bylines import bare_names
from dragoman.text.page_phrases import PagePhrases, label
from dragoman.text.shapes import Shape, ends_sentence, shape_of, title_case, without_bullet
from dragoman.types import Line, LineClass

_SAME_MATTER = 0.2  # share of a line's long words that other prose has: teasers of other news stay below .15
_ENOUGH_PROSE = 60  # words: after so many, a label of readers' comments ends the report
_PARAGRAPH = 25  # words from which a line is a paragraph, whatever it is about
_CALLED_HEADING = 14  # words of the longest heading inside a report
_SPEAKER = 3  # times a short line occurs in a transcript that names its speakers
_WRAPPED = (40, 110)  # code points of the lines of a hard-wrapped text


@dataclass(frozen=True, slots=True)
class Classed:
    """The lines of a text, one per line feed, and its title if it states one."""

    lines: tuple[Line, ...]
    title: str | None


@dataclass(slots=True)
class _Unit:
    """One line, or the lines of one hard-wrapped paragraph, while it is being judged."""

    first: int
    last: int
    text: str
    shape: Shape
    words: int
    types: frozenset[str]
    shared: float = 0.0
    times: int = 1
    kind: LineClass = LineClass.BOILERPLATE


def classify(text: str, phrases: PagePhrases, title: str | None = None) -> Classed:
    """Return every line of ``text`` with its class; ``title`` is the headline where it is known already.

    A text whose first line is a paragraph has no title. A line that is all white space is blank.
    """
    spans = _line_spans(text)
    units = _units([text[start:end] for start, end in spans], phrases)
    told = [unit for unit in units if unit.shape is not Shape.BLANK]
    _weigh_words(told)
    start, end = _report(told)
    _class_inside(told, start, end, phrases)
    found = _title(told, start, phrases, title)
    _class_before(told, start, found, phrases, known=title is not None)
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


def _units(lines: Sequence[str], phrases: PagePhrases) -> list[_Unit]:
    units: list[_Unit] = []
    index = 0
    while index < len(lines):
        last = _wrapped_to(lines, index)
        text = " ".join(line.strip() for line in lines[index : last + 1])
        shape = shape_of(lines[index] if last == index else text, phrases)
        types = frozenset(re.findall(r"[^\W\d_]{5,}", text.lower())) if shape is not Shape.BLANK else frozenset()
        units.append(_Unit(index, last, text, shape, _length(text), types))
        index = last + 1
    return units


def _length(text: str) -> int:
    """Count words; in scripts without spaces two characters count as a word."""
    dense = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]", text))
    return len(text.split()) + dense // 2


def _wrapped_to(lines: Sequence[str], first: int) -> int:
    """Return the last line of the hard-wrapped paragraph that starts at ``first``; ``first`` if there is none."""
    shortest, longest = _WRAPPED
    last = first
    while (
        last + 1 < len(lines)
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
    if flowing * 3 >= len(inner) and open_ended * 2 >= len(inner) and max(lengths) - min(lengths) <= 30:  # noqa: PLR2004
        return last
    return first


def _weigh_words(units: Sequence[_Unit]) -> None:
    """Set for each unit the share of its long words that other prose has too, and how often it occurs."""
    prose = {unit.text: unit.types for unit in units if _is_sentence(unit)}
    counts = Counter(word for types in prose.values() for word in types)
    times = Counter(unit.text for unit in units)
    for unit in units:
        unit.times = times[unit.text]
        own = unit.text in prose
        if unit.types:
            unit.shared = sum(counts[word] > own for word in unit.types) / len(unit.types)


def _is_sentence(unit: _Unit) -> bool:
    """Tell prose, and list items that are whole sentences, as in a communiqué."""
    if unit.shape is Shape.BULLET:
        return unit.words >= 8 and ends_sentence(unit.text)  # noqa: PLR2004 - "A gauge is cheap." is a mere item
    return unit.shape is Shape.PROSE


def _report(units: Sequence[_Unit]) -> tuple[int, int]:
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


def _weight(units: Sequence[_Unit], index: int) -> float:
    """Return how strongly one unit speaks for the stretch it stands in; tuned on invented and sampled texts."""
    unit = units[index]
    before = units[index - 1] if index else None
    shape = unit.shape
    if _is_sentence(unit):
        return _prose_weight(unit, before)
    if shape is Shape.BULLET:
        return 0.3 if unit.shared >= _SAME_MATTER or _is_led(units, index) else -0.2
    if shape in (Shape.CUT, Shape.TRAILED):
        teased = before is None or before.shape is not Shape.PROSE or unit.shared < _SAME_MATTER
        return -1.5 if teased else 1.0
    if shape is Shape.HEADLINE and unit.words <= 4:  # noqa: PLR2004 - a name, a speaker, a heading
        return 0.0 if unit.times >= _SPEAKER else -0.7
    weights = {Shape.HEADLINE: -1.5, Shape.META: -0.5, Shape.PICTURE: -0.5, Shape.FRAME: -2.0, Shape.RELATED: -6.0, Shape.RULE: 0.0}
    return weights.get(shape, -12.0)


def _prose_weight(unit: _Unit, before: _Unit | None) -> float:
    full = min(unit.words, 60) / 4
    if unit.words >= _PARAGRAPH:
        return full if unit.shared >= _SAME_MATTER / 2 else full / 2
    if unit.shared >= _SAME_MATTER or len(unit.types) < 4 or unit.text.endswith(":"):  # noqa: PLR2004 - few words
        return full
    headed = before is not None and before.shape in (Shape.HEADLINE, Shape.RELATED)
    foreign = before is not None and before.shared < _SAME_MATTER and before.words > 3  # noqa: PLR2004 - few words
    return -1.0 if headed and foreign else full / 2


def _is_led(units: Sequence[_Unit], index: int) -> bool:
    """Tell whether a list item belongs to a list that a sentence leads into."""
    while index and units[index].shape is Shape.BULLET:
        index -= 1
    return units[index].shape is Shape.PROSE


def _class_inside(units: Sequence[_Unit], start: int, end: int, phrases: PagePhrases) -> None:
    """Class the lines of the report's stretch: what stands between paragraphs is mostly heading or list."""
    listing = False  # inside a list of other articles, from its label to the next paragraph
    for index in range(start, end):
        unit = units[index]
        if unit.shape in (Shape.RELATED, Shape.COMMENTS) and not _is_heading_label(units, index, end, phrases):
            listing = True
            continue
        if unit.shape is Shape.PROSE and (unit.shared >= _SAME_MATTER or unit.words >= _PARAGRAPH or not listing):
            listing = False
            unit.kind = LineClass.ARTICLE
        elif unit.shape is Shape.META:
            between = start < index < end - 1 and _is_heading(units, index, phrases)
            unit.kind = LineClass.ARTICLE if between and _is_topic(unit, phrases) else LineClass.METADATA
        elif unit.shape in (Shape.PICTURE, Shape.FRAME):
            continue
        elif not listing:
            unit.kind = _between(units, index, end, phrases)


def _between(units: Sequence[_Unit], index: int, end: int, phrases: PagePhrases) -> LineClass:
    """Class a bullet, headline or cut line inside the report."""
    unit = units[index]
    if unit.shape is Shape.BULLET:
        return LineClass.ARTICLE
    if unit.shape in (Shape.CUT, Shape.TRAILED):
        alone = index == 0 or units[index - 1].shape not in (Shape.HEADLINE, Shape.RELATED)
        return LineClass.ARTICLE if alone or unit.shared >= _SAME_MATTER else LineClass.BOILERPLATE
    if index + 1 >= end or (index and units[index - 1].shape is Shape.PICTURE and unit.words <= 4):  # noqa: PLR2004
        return LineClass.BOILERPLATE  # below a picture: who is in it
    return LineClass.ARTICLE if _is_heading(units, index, phrases) else LineClass.BOILERPLATE


def _is_heading(units: Sequence[_Unit], index: int, phrases: PagePhrases) -> bool:
    """Tell a heading from the headline of another article that stands in the way."""
    unit = units[index]
    follows = units[index + 1].shape if index + 1 < len(units) else None
    if follows is None or label(unit.text) in phrases.heading or unit.text.startswith("#"):
        return follows is not None
    foreign = unit.shared == 0 and len(unit.types) >= 4  # noqa: PLR2004 - enough words to be about something
    if foreign and title_case(unit.text, phrases) >= _SAME_MATTER:
        return False
    if unit.words > _CALLED_HEADING and follows is not Shape.PROSE:
        return unit.shared >= _SAME_MATTER
    return True


def _is_heading_label(units: Sequence[_Unit], index: int, end: int, phrases: PagePhrases) -> bool:
    """Tell a heading such as "Discussion" from a label of the frame: prose on the matter follows at once."""
    after = units[index + 1] if index + 1 < end else None
    if after is None or after.shape is not Shape.PROSE or label(units[index].text) not in phrases.heading:
        return False
    units[index].kind = LineClass.ARTICLE
    return True


def _is_topic(unit: _Unit, phrases: PagePhrases) -> bool:
    """Tell a strip of topic words that could as well be a heading: "Security and Trade"."""
    return unit.words <= 4 and not re.search(r"[\d:|/#>]", unit.text) and bool(phrases.topic)  # noqa: PLR2004


def _title(units: Sequence[_Unit], start: int, phrases: PagePhrases, known: str | None) -> _Unit | None:
    """Return the unit that states the title: the known one, or the headline nearest the report's matter."""
    if known is not None:
        wanted = label(known)
        return next((unit for unit in units if wanted and label(unit.text) == wanted), None)
    first = units[start : start + 1]
    heads = [unit for unit in (*units[:start], *first) if _could_be_title(unit)]
    if not heads:
        return None
    common = [sum(1 for word in unit.types if _in_report(word, units, start)) for unit in heads]
    top = max(common)
    if top == 0:
        return heads[0] if units[0] is heads[0] and not _is_names(heads[0].text) else None
    wanted_least = min(top, max(1, round(0.6 * top)))
    return next(unit for unit, count in zip(heads, common, strict=True) if count >= wanted_least)


def _could_be_title(unit: _Unit) -> bool:
    if unit.shape is Shape.HEADLINE:
        return unit.words > 1
    return unit.shape is Shape.CUT and unit.words <= _LONGEST_TITLE


_LONGEST_TITLE = 24  # words; a longer line in lower case is a paragraph without its stop


def _is_names(told: str) -> bool:
    """Tell "Ann Lee" and "Ann B. Lee and Bo Chen": two words, or people joined by "and"."""
    words = told.split()
    return len(words) < 3 or bool(  # noqa: PLR2004 - "World News", "Ann Lee"
        re.fullmatch(r"(?:[A-Z][\w.'’-]*\s+){2,3}(?:and|&)(?:\s+[A-Z][\w.'’-]*){2,3}", told)
    )


def _in_report(word: str, units: Sequence[_Unit], start: int) -> bool:
    return any(word in unit.types for unit in units[start:] if unit.kind is LineClass.ARTICLE)


def _class_before(
    units: Sequence[_Unit], start: int, title: _Unit | None, phrases: PagePhrases, *, known: bool
) -> None:
    """Class what stands before the report: the title, lines below it, bylines; the rest is the page.

    Where the title is known and stands elsewhere, the text begins below it.
    """
    seen = known and title is None
    head = units[: start + 1]
    above = head[: next((index for index, unit in enumerate(head) if unit is title), 0)]
    menu = any(unit.shape in (Shape.FRAME, Shape.HEADLINE) for unit in above)
    for index, unit in enumerate(head):
        if unit is title:
            unit.kind = LineClass.ARTICLE
            seen = True
        elif unit.kind is LineClass.ARTICLE:
            continue
        elif unit.shape is Shape.META:
            in_menu = menu and not seen and _is_topics(unit.text, phrases)
            unit.kind = LineClass.BOILERPLATE if in_menu else LineClass.METADATA
        elif seen and unit.shape is Shape.HEADLINE and _is_bare_byline(head, index, phrases):
            unit.kind = LineClass.METADATA
        elif seen and unit.shape in (Shape.HEADLINE, Shape.CUT, Shape.BULLET, Shape.PROSE):
            if _is_standfirst(unit, title, units, start, phrases):
                unit.kind = LineClass.ARTICLE


def _is_topics(told: str, phrases: PagePhrases) -> bool:
    """Tell one entry of a menu from a byline: topic words alone."""
    words = re.findall(r"[^\W\d_]+", told.lower())
    return bool(words) and all(word in phrases.topic for word in words)


def _is_bare_byline(head: Sequence[_Unit], index: int, phrases: PagePhrases) -> bool:
    """Tell names without "By" below the title: with a post, joined by "and", or beside a date."""
    told = head[index].text
    if not bare_names(told, phrases):
        return False
    beside = (*head[index - 1 : index], *head[index + 1 : index + 2])
    return "," in told or " and " in told or any(unit.shape is Shape.META for unit in beside)


def _is_standfirst(
    unit: _Unit, title: _Unit | None, units: Sequence[_Unit], start: int, phrases: PagePhrases
) -> bool:
    """Tell a line below the title that leads into the report from a caption that repeats its words."""
    if label(unit.text) in phrases.heading or unit.text.startswith("#"):
        return True
    told = unit.text.lower().strip(" .")
    lead = next((other.text.lower() for other in units[start:] if other.shape is Shape.PROSE), "")
    if unit.words <= 8 and (told in lead or (title is not None and told in title.text.lower())):  # noqa: PLR2004
        return False
    return unit.words > 3 and any(_in_report(word, units, start) for word in unit.types)  # noqa: PLR2004


def _class_after(units: Sequence[_Unit], end: int) -> None:
    """Class what stands after the report: its own metadata at once, and the page from there on."""
    page = False
    for unit in units[end:]:
        page = page or unit.shape in (Shape.RELATED, Shape.COMMENTS)
        if unit.shape is Shape.META and (not page or re.match(r"(?:©|\(c\)|copyright)", unit.text, re.IGNORECASE)):
            unit.kind = LineClass.METADATA
