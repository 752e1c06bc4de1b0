"""Read the marked training sentences of ``data/sentences``: plain text with nested, labelled spans."""

import sys
from collections import Counter
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from names import FOLDS

FOLDER = Path(__file__).with_name("data") / "sentences"
BLOCK = 10
"""So many neighbouring sentences go into one fold."""
SENTENCE_STATUSES = (
    "happened ongoing planned expected possible hypothetical negated aim normative opinion none".split()
)
EVENT_STATUSES = (
    "happened ongoing planned expected possible possible_past hypothetical aim normative negated "
    "arranging cancelled postponed".split()
)
NAMES = ("PER", "ORG", "GPE", "LOC", "EVENT", "MISC")
QUOTE_PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Mark:
    """One labelled span, half-open, in characters of the plain text; ``kind`` and ``status`` for events."""

    label: str
    start: int
    end: int
    kind: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain text, the status of the whole, and its marks in order of their start, the outer first."""

    text: str
    status: str
    marks: tuple[Mark, ...]


def read_line(line: str) -> Sentence:
    """Return the sentence that one marked line holds.

    Raises:
        ValueError: a bracket is left open or closed twice, or a label is unknown.

    """
    head, closed, body = line.strip().partition("}")
    status = head[1:]
    if head[:1] != "{" or not closed or status not in SENTENCE_STATUSES:
        raise ValueError("a line begins with the status of its sentence in braces")
    text, marks = _read_marks(body.strip())
    for mark in marks:
        words = text[mark.start : mark.end]
        if not words or words != words.strip():
            raise ValueError(f"[{mark.label}|{words}] is empty or has outer white space")
    return Sentence(text, status, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.label))))


def _read_marks(body: str) -> tuple[str, list[Mark]]:
    """Return the plain text of a marked one, and its marks in the order in which they close."""
    text = ""
    open_marks: list[tuple[str, int]] = []
    marks: list[Mark] = []
    position = 0
    while position < len(body):
        sign = body[position]
        if sign == "[":
            bar = body.find("|", position)
            if bar < 0:
                raise ValueError("a bracket without a bar")
            open_marks.append((body[position + 1 : bar], len(text)))
            position = bar
        elif sign == "]":
            if not open_marks:
                raise ValueError("a bracket is closed that was not opened")
            label, start = open_marks.pop()
            marks.append(_mark(label, start, len(text)))
        elif sign in "{}|":
            raise ValueError(f"a stray {sign!r}")
        else:
            text += sign
        position += 1
    if open_marks:
        raise ValueError(f"[{open_marks[-1][0]}| is left open")
    return text, marks


def _mark(label: str, start: int, end: int) -> Mark:
    name, _, rest = label.partition(":")
    if name == "event":
        kind, _, status = rest.partition(":")
        if kind not in kinds() or status not in EVENT_STATUSES:
            raise ValueError(f"unknown event label {label!r}")
        return Mark(name, start, end, kind, status)
    if rest or name not in (*NAMES, *QUOTE_PARTS):
        raise ValueError(f"unknown label {label!r}")
    return Mark(name, start, end)


@cache
def kinds() -> frozenset[str]:
    """Return the event kinds of the ontology, and ``other``."""
    table = files("dragoman.ontology").joinpath("data/event_kinds.csv").read_text("utf-8")
    return frozenset(row["kind"] for row in DictReader(table.splitlines())) | {"other"}


def read_all(folder: Path = FOLDER) -> Iterator[tuple[int, Sentence]]:
    """Yield (fold, sentence) for every file of ``folder`` in order of name.

    Neighbours fall into one fold, since they may tell of one matter; a further file changes nobody's fold.

    Raises:
        ValueError: with file and line of the first line that does not read.

    """
    for path in sorted(folder.glob("*.txt")):
        count = 0
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield count // BLOCK % FOLDS, read_line(line)
                except ValueError as error:
                    raise ValueError(f"{path}:{number}: {error}") from None
                count += 1


def main(paths: list[str]) -> int:
    """Check the files named, or all; print what does not read and what was counted."""
    wrong, counts = 0, Counter[str]()
    for path in map(Path, paths) if paths else sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                sentence = read_line(line)
            except ValueError as error:
                wrong += 1
                print(f"{path}:{number}: {error}")
                continue
            counts["sentences"] += 1
            counts[f"sentence {sentence.status}"] += 1
            for mark in sentence.marks:
                counts[mark.label if mark.status is None else f"event {mark.status}"] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
