"""extract: from a web page to its article, title, day and authors, by the cleaning stage alone."""

from collections.abc import Iterator, Sequence

from dragoman.stages.clean import clean
from dragoman.types import Article, Document, Given


def predict(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, object]]:
    """Yield one prediction per page; the gold text is without the headline, so our title line is left off."""
    for row in rows:
        raw = row["html"].encode("utf-8", errors="replace")
        given = Given(url=row["url"])
        document = Document(
            Document.identify("text/html", raw, given), row["id"], "text/html", raw, given=given
        )
        article = next(clean(document))
        if not isinstance(article, Article):
            yield {"id": row["id"], "title": None, "text": "", "published": None, "authors": None}
            continue
        yield {
            "id": row["id"],
            "title": article.title,
            "text": _without_title(article),
            "published": article.published.iso if article.published else None,
            "authors": list(article.authors) or None,
        }


def _without_title(article: Article) -> str:
    first, _, rest = article.body().partition("\n")
    return rest if article.title is not None and first == article.title else article.body()
