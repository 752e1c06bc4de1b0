"""The suite ``entities``: names by label, as the product's stage ``mentions`` finds them."""

from collections.abc import Iterator, Sequence

from suites.building import article

from dragoman.ontology.names import NameSense, find_names
from dragoman.stages.mentions import mentions
from dragoman.types import Mention, MentionKind

_LABELS = {
    MentionKind.PERSON: "PER",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.STATE: "LOC",
    MentionKind.GOVERNMENT: "LOC",
    MentionKind.PLACE: "LOC",
    MentionKind.EVENT: "EVENT",
    MentionKind.OTHER: "MISC",
}
_NOBLE = ("Lord", "Lady", "Sir", "Dame", "Madame", "Sheikh", "Shaikh")
_SEATS = ("House", "Hill", "Office", "Hague", "Kremlin", "Palace")
"""Ends of the names of buildings and places that stand for a government."""


def predict(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, object]]:
    """Yield the names of each row with the suite's labels.

    An office that stands for its holder is a mention for us and no name for the suite, so it is left out.

    """
    for row in rows:
        read, parse = article(row["id"], row["text"])
        found = [
            {"start": _start(row["text"], each), "end": each.span.end, "label": _label(each)}
            for each in mentions(read, parse)
            if each.title != each.span
        ]
        yield {"id": row["id"], "entities": found}


def _start(text: str, mention: Mention) -> int:
    """Return where the suite has the name begin: it counts words of nobility in front of a person in."""
    title = mention.title
    if title is None or title.end != mention.span.start - 1:
        return mention.span.start
    return title.start if title.cut(text) in _NOBLE else mention.span.start


def _label(mention: Mention) -> str:
    """Return the suite's label: adjectives and peoples such as "German" are MISC, a state's bodies ORG."""
    if _adjective(mention.name, mention.kind):
        return "MISC"
    if mention.kind is MentionKind.GOVERNMENT and mention.name.split()[-1] not in _SEATS:
        hits = find_names(mention.name)
        return "ORG" if any(hit.sense is NameSense.GOVERNMENT for hit in hits) else "LOC"
    return _LABELS[mention.kind]


def _adjective(name: str, kind: MentionKind) -> bool:
    """Tell whether a state is named by an adjective or as a people."""
    hits = find_names(name) if kind is MentionKind.STATE else ()
    return any(hit.sense in (NameSense.ADJECTIVE, NameSense.PEOPLE) for hit in hits) or (
        kind is MentionKind.STATE and not hits
    )
