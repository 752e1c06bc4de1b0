"""MEANTIME as the suite ``status`` holds it: documents with the status of their events, each in its fold."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from names import FOLDS


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document, which is one sentence: its text, and events as (start, end, status) in it."""

    document: str
    fold: int
    text: str
    events: tuple[tuple[int, int, str], ...]


def rows(path: Path) -> list[dict]:
    """Return the rows of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def lines(suite: Path) -> Iterator[Line]:
    """Yield the lines of every MEANTIME document in ``suite``; the seed texts there are left out."""
    texts = {row["id"]: row["text"] for row in rows(suite / "inputs.jsonl.gz")}
    gold = [row for row in rows(suite / "gold.jsonl.gz") if row["group"].startswith("meantime")]
    for number, row in enumerate(gold):
        start = 0
        for text in texts[row["id"]].split("\n"):
            events = tuple(
                (event["start"] - start, event["end"] - start, event["status"])
                for event in row["events"]
                if start <= event["start"] and event["end"] <= start + len(text)
            )
            yield Line(row["id"], number % FOLDS, text, events)
            start += len(text) + 1
