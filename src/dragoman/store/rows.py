"""Records as rows: what one document becomes in the database, made where it was read."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dragoman.store.codec import KINDS, encode, identify
from dragoman.types import (
    Article,
    ArticleId,
    Document,
    DocumentId,
    Dropped,
    Given,
    Line,
    LineClass,
    Parse,
    Published,
    Sentence,
    SentenceRole,
    Span,
    TextDigest,
)

Row = tuple[str | int | bytes | None, ...]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """One document with all its child rows, ready to be written in one transaction.

    ``document`` is ``None`` when the bytes are in the store already (a stage is made again).
    ``recut`` tells that the article was cut anew: an older cut goes, and ``article`` is the new
    one, or ``None`` when there is none. Without it the article stays, and the findings of
    ``kinds`` are replaced; so are the ``sentences``, unless they are ``None``. ``stages`` names
    what was run: what those stages set aside earlier is forgotten. ``readings`` are the sentences that
    were read for it, as (key, packed).
    """

    id: DocumentId
    location: str
    document: Row | None
    recut: bool
    article: Row | None
    body: str
    sentences: tuple[Row, ...] | None
    findings: tuple[Row, ...]
    kinds: tuple[str, ...]
    dropped: tuple[Row, ...]
    plan: str
    stages: tuple[str, ...]
    readings: tuple[Row, ...] = ()


def document_row(document: Document) -> Row:
    """Return the row of ``document``, but for its plan; the bytes are compressed."""
    given = document.given
    told = {
        "url": given.url,
        "outlet": given.outlet,
        "title": given.title,
        "authors": list(given.authors),
        "published": given.published,
    }
    return (
        document.id,
        document.location,
        document.media,
        document.charset,
        document.route,
        json.dumps(told, ensure_ascii=False, sort_keys=True),
        document.collected.isoformat() if document.collected else None,
        pack(document.raw),
    )


def read_document(row: Sequence[object]) -> Document:
    """Return the document that ``row`` (as written by ``document_row``) holds."""
    key, location, media, charset, route, given, collected, raw = row
    told = json.loads(str(given))
    return Document(
        id=DocumentId(str(key)),
        location=str(location),
        media=str(media),
        raw=unpack(raw if isinstance(raw, bytes) else b""),
        charset=str(charset),
        route=str(route),
        given=Given(told["url"], told["outlet"], told["title"], tuple(told["authors"]), told["published"]),
        collected=datetime.fromisoformat(str(collected)) if collected else None,
    )


def article_row(article: Article) -> Row:
    """Return the row of ``article``, but for its number."""
    published = article.published
    return (
        article.id,
        article.location,
        article.url,
        article.outlet,
        article.title,
        json.dumps(article.authors, ensure_ascii=False),
        published.iso if published else None,
        published.day.isoformat() if published else None,
        article.digest,
        article.text,
        json.dumps(
            [[line.start, line.end, line.kind.value] for line in article.lines], separators=(",", ":")
        ),
        None if article.offsets is None else json.dumps(article.offsets, separators=(",", ":")),
    )


def read_article(row: Sequence[object]) -> Article:
    """Return the article that ``row`` (as written by ``article_row``) holds."""
    key, location, url, outlet, title, authors, iso, day, _, text, lines, offsets = row
    return Article(
        id=ArticleId(str(key)),
        location=str(location),
        url=None if url is None else str(url),
        outlet=None if outlet is None else str(outlet),
        title=None if title is None else str(title),
        authors=tuple(json.loads(str(authors))),
        published=Published(date.fromisoformat(str(day)), str(iso)) if day else None,
        text=str(text),
        lines=tuple(Line(start, end, LineClass(kind)) for start, end, kind in json.loads(str(lines))),
        offsets=None if offsets is None else tuple((a, b) for a, b in json.loads(str(offsets))),
    )


def sentence_rows(parse: Parse) -> tuple[Row, ...]:
    """Return one row per sentence."""
    return tuple((parse.article, s.number, s.span.start, s.span.end, s.role.value) for s in parse.sentences)


def read_parse(article: ArticleId, digest: TextDigest, rows: Iterable[Sequence[object]]) -> Parse:
    """Return the parse that the sentence ``rows`` (number, start, end, role) make."""
    sentences = tuple(
        Sentence(int(str(number)), Span(int(str(start)), int(str(end))), SentenceRole(role))
        for number, start, end, role in rows
    )
    return Parse(article, digest, sentences)


def finding_rows(owner: str, records: Iterable[object]) -> tuple[Row, ...]:
    """Return rows (id, owner, kind, ordinal, record) in the order given, counted within each kind."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    rows: list[Row] = []
    for record in records:
        kind = KINDS[type(record)]
        ordinal = counts.get(kind, 0)
        counts[kind] = ordinal + 1
        rows.append((identify(record, owner, taken), owner, kind, ordinal, encode(record)))
    return tuple(rows)


def dropped_row(dropped: Dropped, document: DocumentId | None) -> Row:
    """Return the quarantine row of ``dropped``."""
    return (dropped.input, dropped.stage, dropped.reason.value, dropped.detail, document)


def pack(raw: bytes) -> bytes:
    """Return ``raw`` compressed with zstd: of the standard library from 3.14 on, its backport before."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.compress(raw)


def unpack(packed: bytes) -> bytes:
    """Return the bytes that ``pack`` was given."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.decompress(packed)
