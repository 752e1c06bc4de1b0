"""Document -> Article: keep the report, leave the page, and say which line is which."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.ontology.page_words import page_words
from dragoman.text.bylines import Told, author_names, published_from, read_lines, split_names
from dragoman.text.lines import classify
from dragoman.text.markup import Page, blocks, paragraphs, parse_page
from dragoman.text.normalize import normalize
from dragoman.text.page_facts import PageFacts, page_facts
from dragoman.text.page_lines import PageLine, merge
from dragoman.text.page_phrases import PagePhrases, compile_phrases, label
from dragoman.text.shapes import Shape, shape_of
from dragoman.types import Article, ArticleId, Document, Dropped, Line, LineClass, Published, Reason

READS = (Document,)
WRITES = Article
VERSION = 1


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """What can be tuned in cleaning. A page over a size falls back to the plain way of cutting."""

    min_code_points: int = 100
    """Shorter article text is a caption, a stub or a notice (``TOO_SHORT``)."""
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
        detail = "no paragraph of an article was found: check that the page is a report and not a list or a form"
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


def _from_text(document: Document) -> Article | None:
    clear = normalize(document.body)
    classed = classify(clear.text, _phrases(), document.given.title)
    if not any(line.kind is LineClass.ARTICLE for line in classed.lines):
        return None
    metadata = [clear.text[line.start : line.end] for line in classed.lines if line.kind is LineClass.METADATA]
    told = read_lines(metadata, _phrases())
    return _article(document, clear.text, classed.lines, (classed.title, told, None), clear.offsets)


def _from_page(document: Document, settings: CleanSettings) -> Article | None:
    html = document.body
    page = parse_page(html)
    if page is None:
        return None
    visible = blocks(page)
    facts = page_facts(page.root)
    extracted, spare = _extracted(html, page, settings)
    if not extracted:
        extracted = paragraphs(visible)
    title = document.given.title or facts.title or (spare.title if spare else None)
    facts = _completed(facts, spare)
    lines = [line for text in extracted if (line := " ".join(normalize(text).text.split()))]
    if not lines:
        return None
    shown = [text for block in visible if (text := " ".join(normalize(block.text).text.split()))]
    text, classed = _joined(_page_lines(lines, shown, title))
    told = Told(split_names(facts.authors), _first_date(facts.published), facts.outlet)
    return _article(document, text, classed, (title, told, facts.url), None)
