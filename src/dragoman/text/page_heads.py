"""What a reader sees below the headline of a page: the lines of byline, date and outlet."""

from collections.abc import Sequence

from dragoman.text.markup import Block
from dragoman.text.page_phrases import PagePhrases, label
from dragoman.text.shapes import Shape, shape_of

_HEADINGS = ("h1", "h2")
_BLOCKS_BELOW = 15  # blocks below a headline that are looked at
_LONGEST = 160  # code points of a line of metadata
_LONG = 20  # words of a paragraph; a standfirst may be one, the report begins with the second


def lines_below_headline(blocks: Sequence[Block], title: str | None, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the lines of metadata between the headline and the report; none if no headline is seen.

    What stands above the headline is left out, for many pages print the day of the visit there.
    """
    start = _headline(blocks, title)
    if start is None:
        return ()
    found: list[str] = []
    paragraphs = 0
    for block in blocks[start + 1 : start + 1 + _BLOCKS_BELOW]:
        shape = shape_of(block.text, phrases)
        paragraphs += shape is Shape.PROSE and len(block.text.split()) >= _LONG
        if paragraphs > 1 or shape in (Shape.RELATED, Shape.COMMENTS) or block.tag == "h1":
            break
        if shape is Shape.META and len(block.text) <= _LONGEST and block.tag != "li":
            found.append(block.text)
    return tuple(found)


def _headline(blocks: Sequence[Block], title: str | None) -> int | None:
    """Return the block that states the title: a heading before a line of its words, else a lone h1."""
    wanted = label(title) if title else ""
    same = [index for index, block in enumerate(blocks) if wanted and label(block.text) == wanted]
    headed = [index for index in same if blocks[index].tag in _HEADINGS]
    if headed or same:
        return (headed or same)[0]
    tops = [index for index, block in enumerate(blocks) if block.tag == "h1"]
    return tops[0] if len(tops) == 1 else None
