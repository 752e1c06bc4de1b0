"""Read a treebank in CoNLL-U: sentences of words with tags, heads and their place in the text."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word, [start, end) in the sentence's text; ``head`` counts from 1, and 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence.

    ``opens`` tells that a document or paragraph begins with it, ``spaced`` that white space stands in front.
    """

    id: str
    text: str
    words: tuple[Word, ...]
    opens: bool
    spaced: bool


def read(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a gzipped file.

    Empty nodes are left out, and a token of several words is read as its words.
    """
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    spaced = True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            if line.startswith("#"):
                name, _, value = line[1:].partition("=")
                comments[name.strip()] = value.strip()
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                opens = any(name.startswith(("newdoc", "newpar")) for name in comments)
                words = tuple(_words(comments["text"], rows))
                yield Tree(comments["sent_id"], comments["text"], words, opens, spaced)
                spaced = "SpaceAfter=No" not in _last(rows)[9]
                comments, rows = {}, []


def _words(text: str, rows: list[list[str]]) -> Iterator[Word]:
    """Yield the words of a sentence with their places; words of one token share it out by their lengths."""
    at = 0
    within: tuple[int, int, int] | None = None  # the end of a token's text, its last word, words left
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            start = text.index(form, at)
            at, within = start, (start + len(form), last, last - first + 1)
            continue
        if within is not None:
            stop, last, left = within
            exact = text.startswith(form, at) and at + len(form) <= stop - (left - 1)
            end = stop if left == 1 else at + len(form) if exact else at + max(1, (stop - at) // left)
            start, within = at, (stop, last, left - 1) if left > 1 else None
        else:
            start = text.index(form, at)
            end = start + len(form)
        at = end
        yield Word(form, row[2], row[3], row[4], int(row[6]), row[7], start, end)


def _last(rows: list[list[str]]) -> list[str]:
    """Return the row that tells what follows the sentence: that of its last token."""
    for row in reversed(rows):
        if "-" in row[0] and row[0].endswith(f"-{rows[-1][0]}"):
            return row
    return rows[-1]
