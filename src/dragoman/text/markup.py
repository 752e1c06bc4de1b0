"""What a page says beside and in its text: blocks of visible words, and the facts in its head.

Works on any nesting depth and never raises on odd mark-up: what cannot be parsed is ``None``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "html body main header footer nav menu aside article section address details summary "
    "h6 h5 h4 h3 h2 h1 p pre blockquote center div figure figcaption video "
    "ul ol li dl dt dd table caption thead tbody tfoot tr th td form fieldset legend label button".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSEEN = frozenset(
    "script style noscript template title svg math iframe object canvas select option textarea".split()
)
_SHORT = 25  # code points: shorter blocks between paragraphs are labels, unless they are headings
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one visible block in reading order, with white space collapsed, and its tag."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its visible blocks, the root of its tree, and how large that is.

    The tree stops at the 2,048th level, the blocks do not.
    """

    root: "_Element"
    blocks: tuple[Block, ...]
    elements: int
    links: int
    depth: int


def parse_page(html: str) -> Page | None:
    """Return what ``html`` holds, or ``None`` when there is no element in it."""
    from lxml import etree

    body = html.replace("\x00", "").encode("utf-8", errors="replace")
    seen = _Seen()
    try:
        options = {"encoding": "utf-8", "huge_tree": True, "remove_comments": True, "remove_pis": True}
        root = etree.fromstring(body, etree.HTMLParser(**options))
        etree.fromstring(body, etree.HTMLParser(target=seen, encoding="utf-8", huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    return Page(root, tuple(seen.blocks), seen.elements, seen.links, seen.deepest)


class _Seen:
    """Collects visible blocks from the events of a parser, so that no depth of nesting is too much."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements = self.links = self.deepest = 0
        self._depth = 0
        self._unseen = 0  # the depth of the outermost element that is not shown; 0 outside of any
        self._words: list[str] = []
        self._tags = ["body"]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an opening tag."""
        self._depth += tag not in _EMPTY
        self.elements += 1
        self.links += tag == "a"
        self.deepest = max(self.deepest, self._depth)
        if self._unseen:
            return
        if tag in _UNSEEN or (attributes and _hidden(attributes)):
            self._unseen = self._depth if tag not in _EMPTY else 0
        if tag in _BLOCKS or tag in ("br", "hr"):
            self._flush()
        if tag in _BLOCKS:
            self._tags.append(tag)

    def end(self, tag: str) -> None:
        """Take note of a closing tag; the parser closes what the page leaves open."""
        if tag in _EMPTY:
            return
        if self._unseen:
            self._unseen = 0 if self._depth <= self._unseen else self._unseen
            if tag in _BLOCKS and not self._unseen and len(self._tags) > 1:
                self._tags.pop()
        elif tag in _BLOCKS:
            self._flush()
            if len(self._tags) > 1:
                self._tags.pop()
        self._depth -= 1

    def data(self, words: str) -> None:
        """Take in text."""
        if not self._unseen:
            self._words.append(words)

    def comment(self, words: str) -> None:
        """Pass over comments."""

    def close(self) -> None:
        """End the last block."""
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.blocks.append(Block(text, self._tags[-1]))
        self._words = []


def _hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and bool(_no_display().search(style))


@cache
def _no_display() -> re.Pattern[str]:
    return re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def paragraphs(found: Sequence[Block]) -> tuple[str, ...]:
    """Return the paragraphs of the stretch of blocks with the most prose: a plain way to cut an article.

    Long blocks with stops count for it, short blocks against; it is the fallback for pages that
    are too deep or too wide for the better way.
    """
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for index, block in enumerate(found):
        words = len(block.text.split())
        prose = words >= 8 and re.search(r"[.!?…。！？]['\"’”»)]*$", block.text)  # noqa: PLR2004 - a short sentence
        if total <= 0:
            start, total = index, 0.0
        total += min(words, 100) if prose else -6.0
        if total > best_sum:
            best, best_sum = (start, index + 1), total
    inside = found[best[0] : best[1]]
    return tuple(block.text for block in inside if block.tag in _HEADINGS or len(block.text) >= _SHORT)
