"""The suite ``entities``: names by label, as the product's stage ``mentions`` finds them."""

from collections.abc import Iterator, Sequence

from suites.building import article

from dragoman.ontology.names import NameSense, find_names
from dragoman.stages.mentions import mentions
from dragoman.types import MentionKind

_LABELS = {
    MentionKind.PERSON: "PER",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.STATE: "LOC",
    MentionKind.GOVERNMENT: "LOC",
    MentionKind.PLACE: "LOC",
}


def predict(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, object]]:
    """Yield the names of each row with the suite's labels.

    An office that stands for its holder is a mention for us and no name for the suite, so it is left out.
    The suite marks adjectives such as "German" as MISC or not at all: states so named are left out too.
    """
    for row in rows:
        read, parse = article(row["id"], row["text"])
        found = [
            {"start": each.span.start, "end": each.span.end, "label": _LABELS[each.kind]}
            for each in mentions(read, parse)
            if each.title != each.span and not _adjective(each.name, each.kind)
        ]
        yield {"id": row["id"], "entities": found}


def _adjective(name: str, kind: MentionKind) -> bool:
    """Tell whether a state is named by an adjective or as a people."""
    hits = find_names(name) if kind is MentionKind.STATE else ()
    return any(hit.sense in (NameSense.ADJECTIVE, NameSense.PEOPLE) for hit in hits) or (
        kind is MentionKind.STATE and not hits
    )
