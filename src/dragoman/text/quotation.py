"""Stretches of a text between quotation marks."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.types import Span

_CURLY = {"“": "”", "«": "»", "„": "“", "‘": "’"}
_STRAIGHT = ('"', "''")
_MARKS = frozenset("\"'“”‘’«»„")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: ``outer`` with them, ``inner`` without; ``open`` where the closing one is missing.

    A quotation of several paragraphs opens each with a mark and closes only the last: earlier parts are open.
    """

    outer: Span
    inner: Span
    open: bool = False


@cache
def _mark() -> re.Pattern[str]:
    """Match one quotation mark. A single mark inside a word, or behind one, is an apostrophe."""
    return re.compile(
        r"''|[\"“”«»„]|(?<!\w)‘(?=\w)|(?<=[\w.,!?…])’(?!\w)|(?<=[.,!?])'(?=\s|$)|(?<![\w'])'(?=[A-Z])"
    )


def marked(text: str, offset: int = 0) -> tuple[Marked, ...]:
    """Return the outermost marked stretches of one line in reading order; marks inside others are left alone.

    Takes straight and curly double marks, doubled apostrophes and guillemets, and curly single marks.
    ``offset`` is added to every span. One pass: the time is linear in the length of ``text``.
    """
    found: list[Marked] = []
    begun: re.Match[str] | None = None
    for match in _mark().finditer(text):
        sign = match[0]
        if begun is None:
            if (sign in _CURLY or sign in _STRAIGHT) and match.end() < len(text):
                begun = match
            continue
        if _closes(begun[0], sign, text, match):
            _add(found, text, (begun.start(), begun.end(), match.start(), match.end()), offset)
            begun = None
        elif sign == begun[0] and sign == "“":
            begun = match if not _is_nested(text, begun.end(), match.start()) else begun
    if begun is not None and begun[0] in {'"', "“", "''"} and _may_open(text, begun):
        end = len(text.rstrip())
        if begun.end() < end:
            inner = Span(begun.end() + offset, end + offset)
            found.append(Marked(Span(begun.start() + offset, end + offset), inner, open=True))
    return tuple(found)


def verbatim(text: str, content: Span) -> tuple[Span, ...]:
    """Return the words of ``content`` in quotation marks, without the marks: what can be checked verbatim.

    ``content`` is that of a ``Quote``: where its own outer marks are cut off, all of it is verbatim.
    """
    inside = tuple(one.inner for one in marked(content.cut(text), content.start))
    if (
        not inside
        and text[max(0, content.start - 1)] in _MARKS
        and text[content.end : content.end + 1] in _MARKS
    ):
        return (content,)
    return inside


def _may_open(text: str, begun: re.Match[str]) -> bool:
    """Tell whether a mark that nothing closes opens a quotation all the same: where a sentence begins."""
    before = text[: begun.start()].rstrip()
    return not before or before[-1] in ":,.!?…"


def _closes(opening: str, sign: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether ``sign`` ends what ``opening`` began."""
    if opening in _STRAIGHT or opening == "'":
        return sign == opening or (opening == '"' and sign == "”")
    follows = text[match.end() : match.end() + 1]
    if sign == opening == "“" and not text[match.start() - 1].isspace() and not follows.isalnum():
        return True  # a slip of the keyboard: “so“
    return sign == _CURLY[opening] or (opening == "“" and sign == '"' and not follows.isalnum())


def _is_nested(text: str, start: int, end: int) -> bool:
    """Tell whether a second opening mark lies within the quotation (not at the start of a new one)."""
    return text[start:end].strip() != ""


def _add(found: list[Marked], text: str, edges: tuple[int, int, int, int], offset: int) -> None:
    """Append a closed stretch, if any words stand in it."""
    left, start, end, right = edges
    inner = text[start:end]
    first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    if first < last:
        found.append(Marked(Span(left + offset, right + offset), Span(first + offset, last + offset)))
