"""Full-text search over titles and article lines, with the sentences that hold the words."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import StoreError
from dragoman.store.view import SqliteView
from dragoman.types import Article, Sentence

_MAX_RANKED = 5_000
"""At most so many hits are ranked: two very common words otherwise rank the whole store."""


_TITLE = 10.0
"""Weight of a word in the title against one in the text: a report is about its title."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that holds the words, with up to three sentences that do, best first."""

    article: Article
    sentences: tuple[Sentence, ...]


def match_query(words: str) -> str | None:
    """Return ``words`` as an FTS5 query with every token quoted, or ``None`` when there is no word.

    A stretch in double quotation marks is one phrase. Quoting takes all meaning from FTS5's own
    signs, so that no input is an error.
    """
    tokens = [
        (phrase or word).replace('"', " ").replace("\0", " ").strip()
        for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words)
    ]
    quoted = [f'"{token}"' for token in tokens if any(c.isalnum() for c in token)]
    return " ".join(quoted) or None


def search(connection: sqlite3.Connection, words: str, limit: int) -> Iterator[Hit]:
    """Yield the best ``limit`` articles that hold all ``words``, ties by id.

    Raises:
        StoreError: the index cannot be read.

    """
    query = match_query(words)
    if query is None:
        return
    view = SqliteView(connection)
    try:
        numbers = connection.execute(
            "SELECT h.number FROM (SELECT rowid AS number, bm25(article_search, ?, 1.0) AS score"
            " FROM article_search WHERE article_search MATCH ? LIMIT ?) h"
            " JOIN articles a ON a.number = h.number ORDER BY h.score, a.id LIMIT ?",
            (_TITLE, query, _MAX_RANKED, limit),
        ).fetchall()
    except sqlite3.Error as error:
        raise StoreError(f"the search index cannot be read: {error}; run `dragoman doctor`") from error
    folded = {fold(token) for token in re.findall(r"\w+", words)}
    for (number,) in numbers:
        article = view.article_number(number)
        yield Hit(article, _best_sentences(view, article, folded))


def _best_sentences(view: SqliteView, article: Article, words: set[str]) -> tuple[Sentence, ...]:
    (parse,) = view.parses([article.id])
    scored = []
    for sentence in parse.sentences:
        tokens = {fold(token) for token in re.findall(r"\w+", sentence.span.cut(article.text))}
        scored.append((-len(words & tokens), sentence.number, sentence))
    return tuple(sentence for score, _, sentence in sorted(scored)[:3] if score < 0)


def fold(word: str) -> str:
    """Return ``word`` as the index sees it: lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
