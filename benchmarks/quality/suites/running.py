"""Run the whole product over given texts in a store of its own, for the suites that judge it end to end."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from dragoman.config import Settings
from dragoman.pipeline.plan import default_plan
from dragoman.pipeline.run import RunOptions, run
from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter
from dragoman.text.quotation import verbatim
from dragoman.types import Article, Document, Given, Quote, QuoteKind


def document(location: str, text: str, given: Given | None = None) -> Document:
    """Return a plain text as the product would have read it from a file or a JSON line."""
    raw, beside = text.encode(), given or Given()
    return Document(Document.identify("text/plain", raw, beside), location, "text/plain", raw, given=beside)


def spoken(article: Article, quote: Quote) -> list[tuple[int, int]]:
    """Return what these suites want of a quote: of a partial one the words in quotation marks alone."""
    if quote.kind is not QuoteKind.PARTIAL:
        return [(quote.content.start, quote.content.end)]
    return [(span.start, span.end) for span in verbatim(article.text, quote.content)]


@contextmanager
def read(documents: Sequence[Document]) -> Iterator[SqliteView]:
    """Read ``documents`` into a fresh store and give its view."""
    settings = Settings()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(connect(Path(folder) / "suite.db", write=True, create=True)) as connection,
    ):
        view = SqliteView(connection)
        run(documents, default_plan(settings), settings, (view, SqliteWriter(connection)), RunOptions())
        yield view
