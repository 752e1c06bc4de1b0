"""What stands above a report: its title, the lines that lead into it, bylines, and the page's menus."""

import re
from collections.abc import Sequence

from dragoman.text.bylines import bare_names, byline_names, placed_names, published_in
from dragoman.text.outlets import is_masthead, is_post, outlet_name
from dragoman.text.page_phrases import PagePhrases, label
from dragoman.text.shapes import Shape
from dragoman.text.units import SAME_MATTER, Unit
from dragoman.types import LineClass

_LEADING = (Shape.HEADLINE, Shape.CUT, Shape.BULLET, Shape.PROSE)
_CAPTION = 8  # words of a line below the title that repeats its words or the lead's
_LABEL = 3  # words of the longest line that is no standfirst
_PARAGRAPH = 25  # words
_NEAREST = (
    0.75  # share of the most words in common; measured on 191 whole pages as text, 2026-11-21: .64 right
)
_LONGEST_TITLE = 24  # words; a longer line in lower case is a paragraph without its stop


def title_unit(units: Sequence[Unit], start: int, known: str | None, phrases: PagePhrases) -> Unit | None:
    """Return the unit that states the title: the known one, or the headline nearest the report's matter."""
    if known is not None:
        wanted = label(known)
        return next((unit for unit in units if wanted and label(unit.text) == wanted), None)
    heads = [unit for unit in units[: _first_paragraph(units, start)] if _could_be_title(unit)]
    # An outlet's name is a title only where nothing else could be one.
    heads = [unit for unit in heads if not is_masthead(unit.text, phrases)] or heads
    if not heads:
        return None
    report = [
        unit for unit in units[start:] if unit.kind is LineClass.ARTICLE and unit.shape is not Shape.HEADLINE
    ]
    words = frozenset(word for unit in report for word in unit.types)
    common = [len(unit.types & words) for unit in heads]
    top = max(common)
    if top == 0:
        named = _is_names(heads[0].text) or is_masthead(heads[0].text, phrases)
        return heads[0] if _first_told(units, phrases) is heads[0] and not named else None
    near = [unit for unit, count in zip(heads, common, strict=True) if count >= max(1, round(_NEAREST * top))]
    return next((unit for unit in near if unit.words > _LABEL), near[0])


def _first_paragraph(units: Sequence[Unit], start: int) -> int:
    """Return where titles end: at the report's start or, below the notices of a page, its first paragraph."""
    if not any(unit.shape is Shape.FRAME for unit in units[: start + 1]):
        return start + 1
    for index in range(start, len(units)):
        unit = units[index]
        if unit.shape is Shape.PROSE and unit.words >= _PARAGRAPH and unit.shared >= SAME_MATTER:
            return index
    return start + 1


def _first_told(units: Sequence[Unit], phrases: PagePhrases) -> Unit:
    """Return the first unit, or the second below the outlet's name."""
    return units[1] if len(units) > 1 and is_masthead(units[0].text, phrases) else units[0]


def _could_be_title(unit: Unit) -> bool:
    if unit.shape is Shape.HEADLINE:
        return unit.words > 1
    return unit.shape is Shape.CUT and unit.words <= _LONGEST_TITLE


def _is_names(told: str) -> bool:
    """Tell "Ann Lee" and "Ann B. Lee and Bo Chen": two words, or people joined by "and"."""
    words = told.split()
    return len(words) < 3 or bool(  # noqa: PLR2004 - a family name has two
        re.fullmatch(r"(?:[A-Z][\w.'’-]*\s+){2,3}(?:and|&)(?:\s+[A-Z][\w.'’-]*){2,3}", told)
    )


def _in_report(word: str, report: Sequence[Unit]) -> bool:
    return any(word in unit.types for unit in report if unit.kind is LineClass.ARTICLE)


def class_before(
    units: Sequence[Unit], start: int, title: Unit | None, phrases: PagePhrases, *, known: bool
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
        elif unit.shape is Shape.HEADLINE and (
            (seen and _is_bare_byline(head, index, phrases)) or _is_outlet_line(head, index, title, phrases)
        ):
            unit.kind = LineClass.METADATA
        elif seen and unit.shape in _LEADING and _is_standfirst(unit, title, units[start:], phrases):
            unit.kind = LineClass.ARTICLE


def _is_outlet_line(head: Sequence[Unit], index: int, title: Unit | None, phrases: PagePhrases) -> bool:
    """Tell the outlet's own line: first of all and above the title, or below it with a byline or date.

    Above a title most lines that look like an outlet's name are entries of a menu.
    """
    told = head[index].text
    if not outlet_name(told, phrases):
        return False
    before, after = head[index - 1 : index] if index else (), head[index + 1 : index + 2]
    place = next((number for number, unit in enumerate(head) if unit is title), -1)
    if index < place:
        others = (unit for number, unit in enumerate(head[:place]) if number != index)
        return is_masthead(told, phrases) and all(unit.shape is Shape.META for unit in others)
    if any(_is_credit(unit, phrases) for unit in (*before, *after)):
        return True
    return any(unit is title for unit in before) and is_masthead(told, phrases)


def _is_credit(unit: Unit, phrases: PagePhrases) -> bool:
    """Tell a byline, a date or names from topics and counters."""
    if unit.shape is not Shape.META:
        return bool(bare_names(unit.text, phrases))
    return bool(
        byline_names(unit.text, phrases)
        or bare_names(unit.text, phrases)
        or published_in(unit.text, phrases)
        or is_post(unit.text, phrases)
    )


def _is_topics(told: str, phrases: PagePhrases) -> bool:
    """Tell one entry of a menu from a byline: topic words alone."""
    words = re.findall(r"[^\W\d_]+", told.lower())
    return bool(words) and all(word in phrases.topic for word in words)


def _is_bare_byline(head: Sequence[Unit], index: int, phrases: PagePhrases) -> bool:
    """Tell names without "By" below the title: with a post, joined by "and", or beside a date."""
    told = head[index].text
    beside = (*head[index - 1 : index], *head[index + 1 : index + 2])
    if not bare_names(told, phrases):
        return bool(placed_names(told, phrases)) and any(_is_credit(unit, phrases) for unit in beside)
    return (
        "," in told
        or " and " in told
        or any(unit.shape is Shape.META or outlet_name(unit.text, phrases) for unit in beside)
    )


def _is_standfirst(unit: Unit, title: Unit | None, report: Sequence[Unit], phrases: PagePhrases) -> bool:
    """Tell a line below the title that leads into the report from a caption that repeats its words."""
    if label(unit.text) in phrases.heading or unit.text.startswith("#"):
        return True
    told = unit.text.lower().strip(" .")
    lead = next((other.text.lower() for other in report if other.shape is Shape.PROSE), "")
    if unit.words <= _CAPTION and (told in lead or (title is not None and told in title.text.lower())):
        return False
    return unit.words > _LABEL and any(_in_report(word, report) for word in unit.types)
