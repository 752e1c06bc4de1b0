"""The status of given event words on the rows of suite status, as the stage of events decides it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from suites.building import article

from dragoman.ontology.events import event_families
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.status import StatusReader, Told
from dragoman.types import Span, Status, Tense


class Word(TypedDict):
    """One event word of the suite."""

    event_id: str
    start: int
    end: int


class Row(TypedDict):
    """One text of the suite."""

    id: str
    text: str
    events: list[Word]


_LABELS: Mapping[Status, str] = {
    Status.HAPPENED: "happened",
    Status.ONGOING: "happened",
    Status.PLANNED: "scheduled_or_certain_future",
    Status.SCHEDULED: "scheduled_or_certain_future",
    Status.ARRANGING: "scheduled_or_certain_future",
    Status.NEGATED: "negated",
    Status.CANCELLED: "negated",
    Status.POSTPONED: "negated",
}


def predict(rows: Sequence[Row]) -> Iterator[dict[str, object]]:
    """Yield one prediction row per input row."""
    for row in rows:
        made, parse = article(row["id"], row["text"])
        reader = StatusReader(made.text, parse, lexicon(), event_families())
        yield {
            "id": row["id"],
            "status": {
                word["event_id"]: _label(reader.status(Span(word["start"], word["end"])))
                for word in row["events"]
            },
        }


def _label(told: Told) -> str:
    if told.status is Status.POSSIBLE and told.tense is Tense.PAST:
        return "possible_past"
    return _LABELS.get(told.status, "possible_future")
