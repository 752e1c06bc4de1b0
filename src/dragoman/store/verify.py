"""Replay every piece of evidence in a store against the text it was cut from."""

import json
import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from dragoman.store.rows import read_document
from dragoman.store.view import SqliteView
from dragoman.types import Article, ArticleId, LineClass

_AT_HAND = 256
"""Texts kept at hand: findings come article by article, story by story, and memory stays flat."""


@dataclass
class Verdict:
    """How many pieces of evidence were replayed, how many held, and what did not, in words."""

    checked: int = 0
    held: int = 0
    articles: int = 0
    faults: list[str] = field(default_factory=list)

    def count(self, fault: str | None) -> None:
        """Count one check; ``fault`` is what did not hold."""
        self.checked += 1
        if fault is None:
            self.held += 1
        else:
            self.faults.append(fault)


def verify(connection: sqlite3.Connection) -> Verdict:
    """Return the verdict over every article, finding and claim of the store.

    An article holds when its text still has its digest, its lines cover it, and, for plain text,
    every stretch stands in the bytes as collected. Evidence holds when it names that digest, lies
    within the text, and touches no dropped line.
    """
    verdict = Verdict()
    view = SqliteView(connection)
    for article in view.articles():
        row = connection.execute("SELECT digest FROM articles WHERE id = ?", (article.id,)).fetchone()
        verdict.articles += 1
        verdict.count(_article_fault(connection, article, str(row[0])))

    @lru_cache(_AT_HAND)
    def text(key: str) -> tuple[str, bytearray] | None:
        found = next(view.articles([ArticleId(key)]), None)
        return (found.digest, _kept(found)) if found else None

    for table, owner in (("findings", "article"), ("story_findings", "story")):
        query = f"SELECT id, record FROM {table} ORDER BY {owner}, kind, ordinal"  # noqa: S608 - our names
        for key, record in connection.execute(query):
            for piece in _evidence(json.loads(record)):
                verdict.count(_fault(str(key), piece, text(piece[0])))
    return verdict


def _article_fault(connection: sqlite3.Connection, article: Article, digest: str) -> str | None:
    if article.digest != digest:
        return f"article {article.id}: the text is not the one its digest names"
    gaps = [b for a, b in pairwise(article.lines) if b.start != a.end + 1]
    if gaps or (article.lines and article.lines[-1].end < len(article.text) - 1):
        return f"article {article.id}: its lines do not cover its text"
    row = connection.execute(
        "SELECT id, location, media, charset, route, given, collected, raw FROM documents WHERE id = ?",
        (article.id,),
    ).fetchone()
    if row is None:
        return f"article {article.id}: its document is gone"
    if article.offsets is None:
        return None
    raw = read_document(row).body
    ends = [*(pair[0] for pair in article.offsets[1:]), len(article.text)]
    for (clean, there), end in zip(article.offsets, ends, strict=True):
        if article.text[clean:end] != raw[there : there + end - clean]:
            return f"article {article.id}: [{clean}, {end}) does not stand in the document as collected"
    return None


def _kept(article: Article) -> bytearray:
    """Return one byte per code point: 1 on article lines, and on a line feed between two of them."""
    kept = bytearray(len(article.text))
    before: int | None = None
    for line in article.lines:
        if line.kind is LineClass.ARTICLE:
            start = line.start if before is None else before
            kept[start : line.end] = b"\1" * (line.end - start)
        before = line.end if line.kind is LineClass.ARTICLE else None
    return kept


def _evidence(record: object) -> list[tuple[str, str, int, int]]:
    """Return every piece of evidence in a stored record, however deep."""
    found: list[tuple[str, str, int, int]] = []
    stack = [record]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            for name, inner in value.items():
                if name == "evidence":
                    found.extend((a, d, s, e) for a, d, s, e in inner)
                else:
                    stack.append(inner)
        elif isinstance(value, list):
            stack.extend(value)
    return found


def _fault(finding: str, piece: tuple[str, str, int, int], text: tuple[str, bytearray] | None) -> str | None:
    article, digest, start, end = piece
    if text is None:
        return f"finding {finding}: article {article} is gone"
    known, kept = text
    if digest != known:
        return f"finding {finding}: it was found in another version of article {article}"
    if not 0 <= start < end <= len(kept):
        return f"finding {finding}: [{start}, {end}) lies outside article {article}"
    if not all(kept[start:end]):
        return f"finding {finding}: [{start}, {end}) of article {article} touches a dropped line"
    return None
