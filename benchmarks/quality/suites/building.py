"""Articles made from plain text as a suite gives it: every line is article text, offsets stay the same.

All sentences are read by the model of the product, or by the one in the folder that the environment variable
``DRAGOMAN_READER`` names: suites whose rows trained the product's model are judged with models of folds.
``DRAGOMAN_READINGS`` names a file that keeps readings from one run to the next.
"""

import os
import re
import sqlite3
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from dragoman.models.cached import CachedReader, shipped_reader
from dragoman.models.manifest import FOLDER
from dragoman.stages.parse import Gate, ParseSettings, parse
from dragoman.types import Article, ArticleId, Line, LineClass, Parse, Published

_LINE = re.compile(r"[^\n]*(?:\n|$)")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+|[^\n]*(?:\n|$)")


class _Readings:
    """Readings by key: in memory, and in a file where one is named, which several runs may use at once."""

    def __init__(self, path: str | None) -> None:
        self._rows = sqlite3.connect(path or ":memory:", timeout=60, isolation_level=None)
        self._rows.execute("pragma journal_mode = wal")
        self._rows.execute("pragma synchronous = off")
        self._rows.execute("create table if not exists readings (key blob primary key, packed blob)")

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under ``key``, if anything."""
        row = self._rows.execute("select packed from readings where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: bytes, packed: bytes) -> None:
        """Keep ``packed`` under ``key``."""
        self._rows.execute("insert or ignore into readings values (?, ?)", (key, packed))


@cache
def reader() -> CachedReader:
    """Return the reader of this run, opened at the first sentence that is not at hand."""
    folder = Path(os.environ.get("DRAGOMAN_READER") or FOLDER)
    return shipped_reader(_Readings(os.environ.get("DRAGOMAN_READINGS")), folder)


def article(
    id: str,  # noqa: A002 - the suites' own word
    text: str,
    published: date | None = None,
    title: str | None = None,
    *,
    wrapped: bool = False,
) -> tuple[Article, Parse]:
    """Return ``text`` as an article whose lines are all of class article (or blank), and its parse, all read.

    With ``wrapped``, single line feeds are soft: the lines between two empty lines are one line of
    the article, and a sentence may run over them. None of the suites looked at (times, quotes, status,
    diplomacy) is wrapped: each of their lines is a paragraph or a sentence.
    """
    lines = []
    for match in (_PARAGRAPH if wrapped else _LINE).finditer(text):
        end = match.end() - match[0].endswith("\n")
        if match[0]:
            kind = LineClass.ARTICLE if match[0].strip() else LineClass.BLANK
            lines.append(Line(match.start(), end, kind))
    made = Article(
        id=ArticleId(sha256(id.encode()).hexdigest()[:16]),
        location=id,
        url=None,
        outlet=None,
        title=title,
        authors=(),
        published=Published(published, published.isoformat()) if published else None,
        text=text,
        lines=tuple(lines),
    )
    (parsed,) = parse(made, reader(), ParseSettings(Gate.ALL))
    return made, parsed
