"""Matters that diplomacy is about, and the words that tell them: how paraphrases of one matter are folded."""

from dataclasses import dataclass
from functools import cache

from dragoman.errors import RecordError
from dragoman.ontology.tables import table_rows

_COLUMNS = ("topic", "label", "words", "source")


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter; of ``words``, in small letters, one that ends in a star has an open ending."""

    topic: str
    label: str
    words: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return the matters in the order of ``topics.csv``: where two fit one word, the earlier one is meant."""
    found: dict[str, Topic] = {}
    for row in table_rows("topics.csv", _COLUMNS):
        row.text("source")
        topic = Topic(row.text("topic"), row.text("label"), row.many("words"))
        if topic.topic in found or any(word != word.lower() for word in topic.words):
            raise row.wrong(f"topic {topic.topic} stands twice or has capitals in its words")
        found[topic.topic] = topic
    if not found:
        raise RecordError("topics.csv has no topic")
    return tuple(found.values())
