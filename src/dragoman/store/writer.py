"""The writing side of a store: batches of documents, then stories, each in one transaction."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from dragoman.store.rows import DocumentRows, Row, finding_rows, read_article
from dragoman.store.sqlite import transaction
from dragoman.types import Story, StoryId

_ARTICLE = "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_QUARANTINE = "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)"


class SqliteWriter:
    """Keeps what a run made. Needs the lock of ``sqlite.writing`` around its life."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep_plan(self, plan: str, fingerprints: Sequence[tuple[str, str]]) -> None:
        """Keep the fingerprints of ``plan`` stage by stage."""
        rows = [(plan, stage, fingerprint) for stage, fingerprint in fingerprints]
        with transaction(self._connection):
            self._connection.executemany("INSERT OR IGNORE INTO plans VALUES (?, ?, ?)", rows)

    def add(self, batch: Iterable[DocumentRows]) -> None:
        """Keep a batch of documents with all child rows, in one transaction."""
        with transaction(self._connection):
            for rows in batch:
                self._add(rows)

    def _add(self, rows: DocumentRows) -> None:
        connection = self._connection
        if rows.document is not None:
            connection.execute(
                "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*rows.document, rows.plan),
            )
            connection.execute(
                "DELETE FROM quarantine WHERE location = ? AND document IS NULL", (rows.location,)
            )
        else:
            connection.execute("UPDATE documents SET plan = ? WHERE id = ?", (rows.plan, rows.id))
            connection.execute("DELETE FROM quarantine WHERE document = ? AND stage <> 'sources'", (rows.id,))
        if rows.recut:
            self._remove_article(rows.id)
        if rows.article is not None:
            self._put_article(rows.article, rows.body)
        for kind in rows.kinds:
            connection.execute("DELETE FROM findings WHERE article = ? AND kind = ?", (rows.id, kind))
        if rows.sentences:
            connection.execute("DELETE FROM sentences WHERE article = ?", (rows.id,))
            connection.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)", rows.sentences)
        connection.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?)", rows.findings)
        connection.executemany(_QUARANTINE, rows.dropped)

    def _put_article(self, article: Row, body: str) -> None:
        """Put the article in, with its words in the search index."""
        number = self._connection.execute(_ARTICLE, article).lastrowid
        self._connection.execute(
            "INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)",
            (number, article[4] or "", body),
        )

    def _remove_article(self, article: str) -> None:
        """Take an article out; a contentless index must be told the words it was given."""
        row = self._connection.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            return
        old = read_article(row[1:])
        self._connection.execute(
            "INSERT INTO article_search (article_search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (row[0], old.title or "", old.body()),
        )
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article,))

    def drop(self, dropped: Iterable[Row]) -> None:
        """Keep the fact that inputs were set aside."""
        with transaction(self._connection):
            self._connection.executemany(_QUARANTINE, dropped)

    def keep_stories(
        self, stories: Iterable[tuple[Story, str | None, str | None]], mark: tuple[str, str]
    ) -> None:
        """Replace the grouping of articles into stories (each with its first and last day).

        A story that stays keeps its findings; those of a story that changed are made again by the
        run, which sees it by ``made``. ``mark`` (name, value) notes what the grouping was made from.
        """
        given = list(stories)
        connection = self._connection
        with transaction(self._connection):
            kept = {story.id for story, _, _ in given}
            old = [row[0] for row in connection.execute("SELECT id FROM story_rows")]
            connection.executemany(
                "DELETE FROM story_rows WHERE id = ?", [(i,) for i in old if i not in kept]
            )
            connection.execute("DELETE FROM story_articles")
            for story, first, last in given:
                connection.execute(
                    "INSERT INTO story_rows VALUES (?, ?, ?, ?, '') ON CONFLICT (id) DO UPDATE SET "
                    "title = excluded.title, first_day = excluded.first_day, last_day = excluded.last_day",
                    (story.id, story.title, first, last),
                )
                connection.executemany(
                    "INSERT INTO story_articles VALUES (?, ?, ?)",
                    [(story.id, position, article) for position, article in enumerate(story.articles)],
                )
            connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", mark)

    def keep_story_findings(self, batch: Iterable[tuple[StoryId, str, Sequence[object]]]) -> None:
        """Replace all findings of each story of the batch (story, what they were made from, records)."""
        connection = self._connection
        with transaction(self._connection):
            for story, made, records in batch:
                connection.execute("DELETE FROM story_findings WHERE story = ?", (story,))
                rows = finding_rows(story, records)
                connection.executemany("INSERT INTO story_findings VALUES (?, ?, ?, ?, ?)", rows)
                connection.execute("UPDATE story_rows SET made = ? WHERE id = ?", (made, story))


def batched(rows: Iterable[DocumentRows], size: int) -> Iterator[list[DocumentRows]]:
    """Yield the rows in lists of ``size``."""
    batch: list[DocumentRows] = []
    for row in rows:
        batch.append(row)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
