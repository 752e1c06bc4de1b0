"""The writing side of a store: batches of documents, then stories, each in one transaction."""

import sqlite3
from collections.abc import Iterable, Sequence

from dragoman.store.rows import DocumentRows, Row, finding_rows, read_article
from dragoman.store.sqlite import transaction
from dragoman.types import Story, StoryId

_COLUMNS = "id location url outlet title authors published published_day digest text lines offsets".split()
_ANEW = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
_ARTICLE = (
    f"INSERT INTO articles ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - our names
    f" ON CONFLICT (id) DO UPDATE SET {_ANEW}"
)
"""An article cut anew keeps its number and its place in its story."""
_OF_ARTICLE = "SELECT story FROM story_articles WHERE article = ?"
Compared = tuple[StoryId, str, Sequence[object], Sequence[Row]]
"""A story, what its findings were made from, the findings, and what was set aside, as quarantine rows."""
_QUARANTINE = "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)"


def story_location(story: StoryId) -> str:
    """Return the name under which a stage sets a whole story aside."""
    return f"story {story}"


class SqliteWriter:
    """Keeps what a run made. Needs the lock of ``sqlite.writing`` around its life."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep_plan(self, plan: str, fingerprints: Sequence[tuple[str, str]]) -> None:
        """Keep the fingerprints of ``plan`` stage by stage."""
        rows = [(plan, stage, fingerprint) for stage, fingerprint in fingerprints]
        with transaction(self._connection):
            self._connection.executemany("INSERT OR IGNORE INTO plans VALUES (?, ?, ?)", rows)

    def keep_readings_of(self, model: str) -> None:
        """Forget the readings of another model than ``model``, the digest of the one that reads now."""
        known = self._connection.execute("SELECT value FROM marks WHERE name = 'reader'").fetchone()
        if known == (model,):
            return
        with transaction(self._connection):
            self._connection.execute("DELETE FROM readings")
            self._connection.execute("INSERT OR REPLACE INTO marks VALUES ('reader', ?)", (model,))

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
        else:
            connection.execute("UPDATE documents SET plan = ? WHERE id = ?", (rows.plan, rows.id))
            connection.executemany(
                "DELETE FROM quarantine WHERE document = ? AND stage = ?", [(rows.id, s) for s in rows.stages]
            )
            self._forget_comparison(rows.id)
        if rows.recut:
            self._clear_article(rows.id, gone=rows.article is None)
        if rows.article is not None:
            self._put_article(rows.article, rows.body)
        for kind in rows.kinds:
            connection.execute("DELETE FROM findings WHERE article = ? AND kind = ?", (rows.id, kind))
        if rows.sentences is not None:
            connection.execute("DELETE FROM sentences WHERE article = ?", (rows.id,))
            connection.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)", rows.sentences)
        connection.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?)", rows.findings)
        connection.executemany(_QUARANTINE, rows.dropped)
        connection.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", rows.readings)

    def _put_article(self, article: Row, body: str) -> None:
        """Put the article in, with its words in the search index."""
        self._connection.execute(_ARTICLE, article)
        (number,) = self._connection.execute(
            "SELECT number FROM articles WHERE id = ?", article[:1]
        ).fetchone()
        self._connection.execute(
            "INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)",
            (number, article[4] or "", body),
        )

    def _clear_article(self, article: str, *, gone: bool) -> None:
        """Take out what was made of an article, and, when it is ``gone``, the article itself.

        A contentless index must be told the words it was given. The grouping is made again even if
        the next run has the rules of the last grouping, as after a setting was changed and put back.
        """
        connection = self._connection
        row = connection.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            return
        old = read_article(row[1:])
        connection.execute(
            "INSERT INTO article_search (article_search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (row[0], old.title or "", old.body()),
        )
        connection.execute("DELETE FROM sentences WHERE article = ?", (article,))
        connection.execute("DELETE FROM findings WHERE article = ?", (article,))
        connection.execute("DELETE FROM marks WHERE name = 'stories'")
        if gone:
            stories = connection.execute(_OF_ARTICLE, (article,)).fetchall()
            connection.execute("DELETE FROM articles WHERE id = ?", (article,))
            connection.executemany(
                "DELETE FROM story_rows WHERE id = ?"
                " AND NOT EXISTS (SELECT 1 FROM story_articles m WHERE m.story = story_rows.id)",
                stories,
            )

    def _forget_comparison(self, article: str) -> None:
        """Take out what was compared from an article that is made again: it would point at older words."""
        self._connection.execute(f"DELETE FROM story_findings WHERE story IN ({_OF_ARTICLE})", (article,))  # noqa: S608 - a constant
        self._connection.execute(
            f"UPDATE story_rows SET made = '' WHERE id IN ({_OF_ARTICLE})",  # noqa: S608 - a constant
            (article,),
        )

    def drop(self, dropped: Row) -> None:
        """Keep the fact that an input was set aside before it was read, in place of what was so earlier."""
        with transaction(self._connection):
            self._readmit(str(dropped[0]))
            self._connection.execute(_QUARANTINE, dropped)

    def readmit(self, location: str) -> None:
        """Forget that the input at ``location`` was once set aside before it was read."""
        with transaction(self._connection):
            self._readmit(location)

    def _readmit(self, location: str) -> None:
        self._connection.execute(
            "DELETE FROM quarantine WHERE location = ? AND stage = 'sources'", (location,)
        )

    def keep_stories(
        self, stories: Iterable[tuple[Story, str | None, str | None]], mark: tuple[str, str]
    ) -> None:
        """Replace the grouping of articles into stories (each with its first and last day).

        A story whose articles stay keeps its findings; of one that changed they go, and are made
        again by the run, which sees it by ``made``. ``mark`` (name, value) notes what the grouping
        was made from.
        """
        given = list(stories)
        connection = self._connection
        with transaction(self._connection):
            members = {story.id: story.articles for story, _, _ in given}
            old = self._members()
            gone = [i for i in old if i not in members]
            connection.executemany("DELETE FROM story_rows WHERE id = ?", [(i,) for i in gone])
            connection.executemany(
                "DELETE FROM quarantine WHERE location = ?", [(story_location(StoryId(i)),) for i in gone]
            )
            changed = [(i,) for i, articles in old.items() if articles != members.get(StoryId(i))]
            connection.executemany("DELETE FROM story_findings WHERE story = ?", changed)
            connection.executemany("UPDATE story_rows SET made = '' WHERE id = ?", changed)
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

    def _members(self) -> dict[str, tuple[str, ...]]:
        """Return the articles of every story in the store."""
        found: dict[str, list[str]] = {
            row[0]: [] for row in self._connection.execute("SELECT id FROM story_rows")
        }
        query = "SELECT story, article FROM story_articles ORDER BY story, position"
        for story, article in self._connection.execute(query):
            found[story].append(article)
        return {story: tuple(articles) for story, articles in found.items()}

    def keep_story_findings(self, batch: Iterable[Compared]) -> None:
        """Replace all findings of each story of the batch, and what was set aside when they were made."""
        connection = self._connection
        with transaction(self._connection):
            for story, made, records, dropped in batch:
                connection.execute("DELETE FROM quarantine WHERE location = ?", (story_location(story),))
                connection.executemany(_QUARANTINE, dropped)
                connection.execute("DELETE FROM story_findings WHERE story = ?", (story,))
                rows = finding_rows(story, records)
                connection.executemany("INSERT INTO story_findings VALUES (?, ?, ?, ?, ?)", rows)
                connection.execute("UPDATE story_rows SET made = ? WHERE id = ?", (made, story))
