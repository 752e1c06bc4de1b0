"""What a page says beside and in its text: blocks of visible words, and the facts in its head.

Works on any nesting depth and never raises on odd mark-up: what cannot be parsed is ``None``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header html label legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul video".split()  # noqa: SIM905 - a list of 50 reads worse
)
_BREAKS = frozenset(("br", "hr"))
_UNSEEN = frozenset("script style noscript template head svg math iframe object canvas select option textarea".split())  # noqa: SIM905
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one visible block in reading order, with white space collapsed, and its tag."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: the root of its tree, and how large that is."""

    root: "_Element"
    elements: int
    links: int
    depth: int


def parse_page(html: str) -> Page | None:
    """Return the tree of ``html``, or ``None`` when there is no element in it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    body = html.replace("\x00", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    elements = links = depth = deepest = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        deepest = max(deepest, depth)
        links += element.tag == "a"
    return Page(root, elements, links, deepest)


def blocks(page: Page) -> tuple[Block, ...]:
    """Return the visible blocks of the page; scripts, styles and hidden elements are left out."""
    return tuple(_blocks(page.root))


def _blocks(root: "_Element") -> Iterator[Block]:
    from lxml import etree

    words: list[str] = []
    tags: list[str] = ["body"]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start" and (tag in _UNSEEN or _hidden(element)):
            walk.skip_subtree()
            continue
        if tag in _BLOCKS or tag in _BREAKS:
            text = _collapse(words)
            if text:
                yield Block(text, tags[-1])
            words = []
            if tag in _BREAKS:
                pass
            elif event == "start":
                tags.append(tag)
            elif len(tags) > 1:
                tags.pop()
        if event == "start" and element.text:
            words.append(element.text)
        if event == "end" and element.tail and element is not root:
            words.append(element.tail)
    text = _collapse(words)
    if text:
        yield Block(text, tags[-1])


def _collapse(words: list[str]) -> str:
    return " ".join("".join(words).split())


def _hidden(element: "_Element") -> bool:
    style = element.get("style")
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return style is not None and bool(_no_display().search(style))


@cache
def _no_display() -> re.Pattern[str]:
    return re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def paragraphs(found: tuple[Block, ...]) -> tuple[str, ...]:
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
    return tuple(block.text for block in inside if block.tag in _HEADINGS or len(block.text) >= 25)  # noqa: PLR2004
