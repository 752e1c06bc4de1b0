"""The reading side of a store."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from dragoman.errors import StoreError
from dragoman.store.codec import KINDS, decode
from dragoman.store.rows import read_article, read_document, read_parse
from dragoman.types import (
    Article,
    ArticleId,
    Document,
    DocumentId,
    Dropped,
    Parse,
    Reason,
    Story,
    StoryId,
    TextDigest,
)

R = TypeVar("R")

_IN_ORDER = "ORDER BY published_day IS NULL, published_day, id"


class SqliteView:
    """Gives records back; never changes them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # documents and articles

    def known(self, document: DocumentId) -> bool:
        """Tell whether the document was read before."""
        return self._one("SELECT 1 FROM documents WHERE id = ?", document) is not None

    def loss(self, document: DocumentId) -> str | None:
        """Return the reason why a document read before gave no article; ``None`` when it gave one."""
        row = self._one(
            "SELECT q.reason FROM quarantine q WHERE q.document = ? AND q.stage <> 'sources'"
            " AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = q.document) ORDER BY q.stage",
            document,
        )
        return None if row is None else str(row[0])

    def locations(self) -> Iterator[str]:
        """Yield where each document came from, and each input that was set aside, in order."""
        query = (
            "SELECT location FROM documents UNION"
            " SELECT location FROM quarantine WHERE stage = 'sources' ORDER BY 1"
        )
        for (location,) in self._connection.execute(query):
            yield str(location)

    def set_aside(self, location: str) -> bool:
        """Tell whether the input at ``location`` was set aside before it was read."""
        query = "SELECT 1 FROM quarantine WHERE location = ? AND stage = 'sources'"
        return self._one(query, location) is not None

    def stale(self, plan: str) -> list[DocumentId]:
        """Return the documents last read under another plan, in order of id."""
        rows = self._connection.execute("SELECT id FROM documents WHERE plan <> ? ORDER BY id", (plan,))
        return [DocumentId(row[0]) for row in rows]

    def plan_of(self, document: DocumentId) -> dict[str, str]:
        """Return the fingerprint of each stage under which the document was last read."""
        rows = self._connection.execute(
            "SELECT p.stage, p.fingerprint FROM plans p JOIN documents d ON d.plan = p.id WHERE d.id = ?",
            (document,),
        )
        return dict(rows.fetchall())

    def document(self, key: DocumentId) -> Document:
        """Return the document with its bytes."""
        row = self._one(
            "SELECT id, location, media, charset, route, given, collected, raw FROM documents WHERE id = ?",
            key,
        )
        if row is None:
            raise StoreError(f"no document {key} in the store")
        return read_document(row)

    def articles(self, ids: Sequence[ArticleId] | None = None) -> Iterator[Article]:
        """Yield the articles named, or all, in order of publication day (undated last), then id."""
        if ids is None:
            for row in self._connection.execute(f"SELECT * FROM articles {_IN_ORDER}"):  # noqa: S608 - a constant
                yield read_article(row[1:])
            return
        rows = (self._one("SELECT * FROM articles WHERE id = ?", key) for key in ids)
        yield from sorted((read_article(row[1:]) for row in rows if row), key=_reading_order)

    def find_article(self, prefix: str) -> Article:
        """Return the one article whose id begins with ``prefix``.

        Raises:
            StoreError: no article does, or several do.

        """
        rows = self._connection.execute(
            "SELECT * FROM articles WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 3", _beginning(prefix)
        ).fetchall()
        if len(rows) != 1 or not prefix:
            told = "no article" if not rows else "more than one article"
            raise StoreError(
                f"{told} with an id that begins with {prefix!r}: `dragoman search WORDS` shows ids"
            )
        return read_article(rows[0][1:])

    def article_number(self, number: int) -> Article:
        """Return the article that the search index knows by ``number``."""
        row = self._one("SELECT * FROM articles WHERE number = ?", number)
        if row is None:
            raise StoreError(f"the search index names article {number}, which is gone: run `dragoman doctor`")
        return read_article(row[1:])

    def parses(self, ids: Sequence[ArticleId]) -> Iterator[Parse]:
        """Yield the sentences of each article named, in the order named, without their readings."""
        for key in ids:
            digest = self._one("SELECT digest FROM articles WHERE id = ?", key)
            if digest is not None:
                rows = self._connection.execute(
                    "SELECT number, char_start, char_end, role FROM sentences"
                    " WHERE article = ? ORDER BY number",
                    (key,),
                )
                yield read_parse(key, TextDigest(str(digest[0])), rows)

    def findings(self, kind: type[R], ids: Sequence[ArticleId] | None = None) -> Iterator[R]:
        """Yield the findings of ``kind`` in the articles named (in that order), or in all by article id."""
        name = KINDS[kind]
        if ids is None:
            query = "SELECT record FROM findings WHERE kind = ? ORDER BY article, ordinal"
            for row in self._connection.execute(query, (name,)):
                yield decode(row[0], kind)
            return
        for key in ids:
            query = "SELECT record FROM findings WHERE article = ? AND kind = ? ORDER BY ordinal"
            for row in self._connection.execute(query, (key, name)):
                yield decode(row[0], kind)

    # stories

    def stories(self) -> Iterator[Story]:
        """Yield every story: most texts first, then newest, then by id."""
        query = (
            "SELECT s.id, s.title FROM story_rows s"
            " ORDER BY (SELECT count(*) FROM story_articles m WHERE m.story = s.id) DESC,"
            " s.last_day IS NULL, s.last_day DESC, s.id"
        )
        for key, title in self._connection.execute(query).fetchall():
            yield Story(StoryId(key), title, self._members(key))

    def find_story(self, prefix: str) -> Story:
        """Return the one story whose id begins with ``prefix``.

        Raises:
            StoreError: no story does, or several do.

        """
        rows = self._connection.execute(
            "SELECT id, title FROM story_rows WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 3",
            _beginning(prefix),
        ).fetchall()
        if len(rows) != 1 or not prefix:
            told = "no story" if not rows else "more than one story"
            raise StoreError(f"{told} with an id that begins with {prefix!r}: `dragoman stories` lists them")
        return Story(StoryId(rows[0][0]), rows[0][1], self._members(rows[0][0]))

    def _members(self, story: str) -> tuple[ArticleId, ...]:
        rows = self._connection.execute(
            "SELECT article FROM story_articles WHERE story = ? ORDER BY position", (story,)
        )
        return tuple(ArticleId(row[0]) for row in rows)

    def story_findings(self, kind: type[R], story: StoryId) -> Iterator[R]:
        """Yield the origins, meetings or claims of one story, in their order."""
        query = "SELECT record FROM story_findings WHERE story = ? AND kind = ? ORDER BY ordinal"
        for row in self._connection.execute(query, (story, KINDS[kind])):
            yield decode(row[0], kind)

    def made_from(self, story: StoryId) -> str:
        """Return what the findings of a story were made from; empty when they must be made."""
        row = self._one("SELECT made FROM story_rows WHERE id = ?", story)
        return "" if row is None else str(row[0])

    # the run

    def path(self) -> Path | None:
        """Return the file of the store, which other processes may open; ``None`` for one in memory."""
        (name,) = (row[2] for row in self._connection.execute("PRAGMA database_list") if row[1] == "main")
        return Path(name) if name else None

    def reading(self, key: bytes) -> bytes | None:
        """Return the packed reading that the store keeps under ``key``."""
        row = self._one("SELECT packed FROM readings WHERE key = ?", key)
        return row[0] if row is not None and isinstance(row[0], bytes) else None

    def mark(self, name: str) -> str | None:
        """Return what the run noted under ``name``."""
        row = self._one("SELECT value FROM marks WHERE name = ?", name)
        return None if row is None else str(row[0])

    def documents_by_plan(self) -> Iterator[tuple[ArticleId, str]]:
        """Yield each article with the plan it was read under, in order of id."""
        query = "SELECT a.id, d.plan FROM articles a JOIN documents d ON d.id = a.id ORDER BY a.id"
        for key, plan in self._connection.execute(query):
            yield ArticleId(key), plan

    def days(self) -> Iterator[tuple[ArticleId, str | None]]:
        """Yield each article with its publication day in ISO form, in order of id."""
        for key, day in self._connection.execute("SELECT id, published_day FROM articles ORDER BY id"):
            yield ArticleId(key), day

    def quarantine(self) -> Iterator[Dropped]:
        """Yield what was set aside, by location, stage and reason."""
        query = "SELECT location, stage, reason, detail FROM quarantine ORDER BY location, stage, reason"
        for location, stage, reason, detail in self._connection.execute(query):
            yield Dropped(location, stage, Reason(reason), detail)

    def rows(self, view: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
        """Yield the rows of one of the plain views, these columns of it, ordered by them."""
        if view not in PLAIN_VIEWS:
            raise StoreError(f"no view {view!r}; known: {', '.join(PLAIN_VIEWS)}")
        listed = ", ".join(f'"{column}"' for column in columns)
        yield from self._connection.execute(f"SELECT {listed} FROM {view} ORDER BY {listed}")  # noqa: S608

    def ledger(self) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
        """Return how the store's documents add up: column names, then one row per stage."""
        cursor = self._connection.execute("SELECT * FROM ledger")
        return tuple(column[0] for column in cursor.description), cursor.fetchall()

    def counts(self) -> dict[str, int]:
        """Return the number of rows per table, for the ledger and for `doctor`."""
        tables = (
            "documents",
            "articles",
            "sentences",
            "readings",
            "findings",
            "story_rows",
            "story_findings",
            "quarantine",
        )
        return {
            table: int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
            for table in tables
        }

    def _one(self, query: str, *values: object) -> tuple[object, ...] | None:
        row: tuple[object, ...] | None = self._connection.execute(query, values).fetchone()
        return row


PLAIN_VIEWS = ("articles", "stories", "meetings", "events", "quotes", "claims", "evidence")


def _beginning(prefix: str) -> tuple[str, str]:
    """Return the bounds of the ids that begin with ``prefix``; ids are digits and letters a to f."""
    return prefix.lower(), f"{prefix.lower()}g"


def _reading_order(article: Article) -> tuple[bool, str, str]:
    day = article.published.day.isoformat() if article.published else ""
    return (article.published is None, day, article.id)
