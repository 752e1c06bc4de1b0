"""Document -> Article: keep the report, leave the page, and say which line is which."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.ontology.page_words import page_words
from dragoman.text.bylines import published_from, read_lines, split_names
from dragoman.text.lines import classify
from dragoman.text.mail_lines import classify_mail
from dragoman.text.markup import Page, paragraphs, parse_page
from dragoman.text.normalize import Offsets, normalize
from dragoman.text.outlets import stated_outlet
from dragoman.text.page_facts import PageFacts, page_facts
from dragoman.text.page_heads import lines_below_headline
from dragoman.text.page_lines import merge
from dragoman.text.page_phrases import PagePhrases, compile_phrases, label
from dragoman.text.shapes import Shape, shape_of
from dragoman.types import Article, ArticleId, Document, Dropped, Line, LineClass, Published, Reason

READS = (Document,)
WRITES = Article
VERSION = 2


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """What can be tuned in cleaning. A page over a size falls back to the plain way of cutting."""

    min_code_points: int = 100
    """Shorter article text is a caption, a stub or a notice (``TOO_SHORT``): of 3,591 articles measured on
    2026-11-21 the shortest had 302."""
    max_elements: int = 20_000
    """Elements of a page up to which trafilatura reads it; its time grows with their square."""
    max_links: int = 5_000
    """Links of a page up to which trafilatura reads it."""
    max_depth: int = 200
    """Nesting up to which trafilatura reads a page: from about 255 levels it returns nothing."""
    tables: bool = True
    """Whether tables inside the article are kept, a row to a line."""


_DEFAULTS = CleanSettings()


def clean(document: Document, settings: CleanSettings = _DEFAULTS) -> Iterator[Article | Dropped]:
    """Yield the article of ``document``, or why there is none.

    Text keeps its lines and its offsets; a page's text is made of its visible blocks. What came
    with the document (title, authors, date, outlet) outranks what is read from it.
    """
    if not document.body.strip():
        yield _dropped(document, Reason.EMPTY, "there is no text in it")
        return
    article = _from_page(document, settings) if document.media == "text/html" else _from_text(document)
    if article is None:
        detail = (
            "no paragraph of an article was found: check that the page is a report and not a list or a form"
        )
        yield _dropped(document, Reason.NO_ARTICLE, detail)
        return
    length = sum(line.end - line.start for line in article.lines if line.kind is LineClass.ARTICLE)
    if length < settings.min_code_points:
        detail = f"{length} code points of article, the least is {settings.min_code_points}"
        yield _dropped(document, Reason.TOO_SHORT, detail)
        return
    yield article


@cache
def _phrases() -> PagePhrases:
    return compile_phrases(page_words())


def _dropped(document: Document, reason: Reason, detail: str) -> Dropped:
    return Dropped(document.location, "clean", reason, detail)


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a document states of itself."""

    title: str | None
    authors: tuple[str, ...]
    published: Published | None
    outlet: str | None
    url: str | None


def _article(
    document: Document, text: str, lines: tuple[Line, ...], offsets: Offsets | None, stated: _Stated
) -> Article:
    """Put the article together; what was given with the document outranks what is read from it."""
    given = document.given
    published = published_from(given.published, _phrases()) if given.published else None
    return Article(
        id=ArticleId(document.id),
        location=document.location,
        url=given.url or stated.url,
        outlet=given.outlet or stated.outlet,
        title=_line(given.title or "") or stated.title,
        authors=given.authors or stated.authors,
        published=published or stated.published,
        text=text,
        lines=lines,
        offsets=offsets,
    )


def _line(text: str) -> str:
    """Return ``text`` as one clean line."""
    return " ".join(normalize(text).text.split())


def _from_text(document: Document) -> Article | None:
    clear = normalize(document.body)
    mail = classify_mail(clear.text, _phrases(), document.given.title)
    classed = mail.classed if mail else classify(clear.text, _phrases(), document.given.title)
    if not any(line.kind is LineClass.ARTICLE for line in classed.lines):
        return None
    told = [(clear.text[line.start : line.end], line.kind) for line in classed.lines]
    body = told[mail.body :] if mail else told
    metadata = [text for text, kind in body if kind is LineClass.METADATA]
    read = read_lines(metadata, _phrases())
    authors, published, outlet = read.authors, read.published, _outlet(body, classed.title)
    authors = tuple(name for name in authors if label(name) != label(outlet or ""))
    if mail:
        authors = authors or mail.authors
        published = (published_from(mail.date, _phrases()) if mail.date else None) or published
        outlet = outlet or mail.outlet
    stated = _Stated(classed.title, authors, published, outlet, None)
    return _article(document, clear.text, classed.lines, clear.offsets, stated)


def _outlet(told: Sequence[tuple[str, LineClass]], title: str | None) -> str | None:
    """Return the outlet that the lines of a text state round its title and below its paragraphs."""
    report = [index for index, (text, kind) in enumerate(told) if kind is LineClass.ARTICLE]
    first = next((one for one in report if shape_of(told[one][0], _phrases()) is Shape.PROSE), None)
    if first is None:
        return None
    above = next((one for one in report if title and told[one][0].strip() == title), first)
    while above and told[above - 1][1] in (LineClass.METADATA, LineClass.BLANK):
        above -= 1
    head = [text for text, kind in told[above:first] if kind is LineClass.METADATA]
    foot = [text for text, kind in told[first:] if kind is LineClass.METADATA]
    return stated_outlet(head, foot, told[first][0], _phrases())


def _from_page(document: Document, settings: CleanSettings) -> Article | None:
    html = document.body
    page = parse_page(html)
    if page is None:
        return None
    extracted = _extracted(html, page, settings) or paragraphs(page.blocks)
    kept = [line for text in extracted if (line := _line(text))]
    if not kept:
        return None
    stated = _stated(page_facts(page.root), html, page, settings)
    shown = [line for block in page.blocks if (line := _line(block.text))]
    stated = _seen(replace(stated, title=_line(document.given.title or "") or stated.title), page)
    heads = [block.text for block in page.blocks if block.tag == "h1"]
    text, lines = _joined(_page_lines(kept, shown, stated, heads))
    return _article(document, text, lines, None, stated)


def _readable(page: Page, settings: CleanSettings) -> bool:
    """Tell whether trafilatura reads a page of this size in reasonable time, and at all."""
    return (
        page.elements <= settings.max_elements
        and page.links <= settings.max_links
        and page.depth <= settings.max_depth
    )


def _extracted(html: str, page: Page, settings: CleanSettings) -> tuple[str, ...]:
    """Return the lines of the article as trafilatura cuts it; none if it finds none."""
    if not _readable(page, settings):
        return ()
    import trafilatura

    _silence()
    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=settings.tables, with_metadata=False
    )
    text = getattr(found, "text", None)
    return tuple(line for line in text.split("\n") if line.strip()) if isinstance(text, str) else ()


@cache
def _silence() -> None:
    """Keep remarks on odd pages off the user's terminal: what matters of them is a ``Dropped``."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False


def _stated(facts: PageFacts, html: str, page: Page, settings: CleanSettings) -> _Stated:
    """Return what the page states; what its head leaves open is looked for by trafilatura in its body."""
    authors = split_names(facts.authors)
    published = next((date for told in facts.published if (date := published_from(told, _phrases()))), None)
    nameless = not authors or _is_outlet(authors, facts.outlet)
    title, outlet = facts.title, facts.outlet
    if (title is None or published is None or nameless) and _readable(page, settings):
        import trafilatura

        _silence()
        more = trafilatura.extract_metadata(
            html, date_config={"extensive_search": False, "original_date": True}
        )
        found = split_names((more.author,)) if more.author else ()
        if found and (not authors or not _is_outlet(found, facts.outlet)):
            authors = found
        published = published or (published_from(more.date, _phrases()) if more.date else None)
        title = title or more.title
        outlet = outlet or more.sitename
    return _Stated(_line(title or "") or None, authors, published, outlet, facts.url)


def _seen(stated: _Stated, page: Page) -> _Stated:
    """Return what the page states, gaps filled from the lines that a reader sees below its headline."""
    if stated.published and stated.authors and stated.outlet:
        return stated
    lines = [_line(text) for text in lines_below_headline(page.blocks, stated.title, _phrases())]
    read = read_lines(lines, _phrases())
    foot = [_line(block.text) for block in page.blocks[-_FOOT:] if len(block.text) <= _LONGEST_FRAME]
    return replace(
        stated,
        authors=stated.authors or read.authors,
        published=stated.published or read.published,
        outlet=stated.outlet or stated_outlet(lines, foot, "", _phrases()),
    )


_FOOT = 12  # blocks at the end of a page among which its copyright line stands


def _is_outlet(authors: Sequence[str], outlet: str | None) -> bool:
    """Tell whether the only author is the outlet itself."""
    if len(authors) != 1 or not outlet:
        return False
    name, house = label(authors[0]), label(outlet)
    return name in house or house in name


def _page_lines(
    kept: Sequence[str], shown: Sequence[str], stated: _Stated, heads: Sequence[str]
) -> Iterator[tuple[str, LineClass]]:
    """Yield the lines of the page with their classes, the title first.

    A headline that the page repeats in other words, and a line of an author's name alone, are metadata.
    """
    title = stated.title
    repeated = {_bare(head) for head in heads} | {_bare(name) for name in stated.authors}
    rest = [
        line for index, line in enumerate(kept) if index >= _TOP or not title or _bare(line) != _bare(title)
    ]
    headed = title is None
    for line in merge([title, *rest] if title else rest, shown):
        if not line.kept:
            yield line.text, _dropped_class(line.text)
        elif not headed:
            headed = True
            yield line.text, LineClass.ARTICLE
        elif _bare(line.text) in repeated:
            yield line.text, LineClass.METADATA
        else:
            yield line.text, _frame_class(line.text, LineClass.ARTICLE)


_TOP = 3  # lines at the head of an extraction among which its headline stands, if at all


def _bare(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _dropped_class(text: str) -> LineClass:
    """Tell bylines and dates from the rest of the page, most of which the first test passes over."""
    phrases = _phrases()
    told = text.lower().startswith((*phrases.byline_starts, "copyright", "©"))
    if not told and not any(char.isdigit() for char in text):
        return LineClass.BOILERPLATE
    return (
        LineClass.METADATA
        if _frame_class(text, LineClass.BOILERPLATE) is LineClass.METADATA
        else LineClass.BOILERPLATE
    )


def _frame_class(text: str, otherwise: LineClass) -> LineClass:
    """Return the class that the words of a line tell, else ``otherwise``."""
    if len(text) > _LONGEST_FRAME:
        return otherwise
    shape = shape_of(text, _phrases())
    if shape is Shape.META:
        return LineClass.METADATA
    return LineClass.BOILERPLATE if shape in _FRAME_SHAPES else otherwise


_LONGEST_FRAME = (
    300  # code points: longer lines are paragraphs, or menus that the extraction left out already
)
_FRAME_SHAPES = (Shape.FRAME, Shape.PICTURE, Shape.RELATED, Shape.COMMENTS)


def _joined(lines: Iterable[tuple[str, LineClass]]) -> tuple[str, tuple[Line, ...]]:
    """Return the lines as one text, and where each stands in it."""
    pieces: list[str] = []
    placed: list[Line] = []
    start = 0
    for text, kind in lines:
        pieces.append(text)
        placed.append(Line(start, start + len(text), kind))
        start += len(text) + 1
    return "\n".join(pieces), tuple(placed)
