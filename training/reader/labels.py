"""Every label that a head can give, and what the labels of each source say in ours.

A source that is coarser than we are, or silent about a kind of label, allows several of ours: its target is
a set,
and the loss asks only that the probability lie within it. This file is the one place where labels are
listed; the exported
manifest carries them to the program.
"""

from collections.abc import Iterable
from csv import DictReader
from importlib.resources import files

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
NAME_KINDS = ("PER", "ORG", "GPE", "LOC", "EVENT", "MISC")
NAMES = ("O", *(f"{place}-{kind}" for kind in NAME_KINDS for place in "BIES"))
"""Begin, inside, end, single: the four places in a name (Ratinov and Roth 2009, section 3.2)."""
PARTS = ("O", "B", "I")
QUOTE_PARTS = ("source", "cue", "content")
STATUSES = (
    "happened ongoing planned expected possible possible_past hypothetical aim normative negated "
    "arranging cancelled postponed".split()
)
SENTENCE_STATUSES = (
    "happened ongoing planned expected possible hypothetical negated aim normative opinion none".split()
)

COARSE_STATUSES = {
    "happened": ("happened", "ongoing"),
    "scheduled_or_certain_future": ("planned", "arranging", "expected"),
    "possible_future": ("possible", "hypothetical", "aim", "normative", "expected"),
    "possible_past": ("possible_past",),
    "negated": ("negated", "cancelled", "postponed"),
}
"""MEANTIME's factuality, mapped as the table of status words in the documentation maps it."""

_PLACES = ("GPE", "LOC")
NAME_SOURCES: dict[str, dict[str, tuple[str, ...]]] = {
    "own": {kind: (kind,) for kind in NAME_KINDS},
    "wikigold": {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACES, "MISC": ("MISC", "EVENT")},
    "uner_ewt": {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACES},
    "crossner_politics": {
        "politician": ("PER",), "person": ("PER",), "politicalparty": ("ORG",), "organisation": ("ORG",),
        "election": ("EVENT",), "event": ("EVENT",), "country": ("GPE",), "location": _PLACES,
        "misc": ("MISC",),
    },
    "re3d": {"Person": ("PER",), "Organisation": ("ORG",), "Location": _PLACES},
}  # fmt: skip
"""Per source: its name labels -> the kinds of ours they may be. A label not listed is read as outside."""
UNNAMED = {
    "own": (), "wikigold": (), "crossner_politics": (),
    "uner_ewt": ("EVENT", "MISC"), "re3d": ("EVENT", "MISC"),
}  # fmt: skip
"""Per source: kinds that it does not annotate, so that its outside words may still be these."""


def kinds() -> tuple[str, ...]:
    """Return the event kinds: none, those of the ontology in the order of its table, other."""
    table = files("dragoman.ontology").joinpath("data/event_kinds.csv").read_text("utf-8")
    return ("none", *(row["kind"] for row in DictReader(table.splitlines())), "other")


class Targets:
    """The sets of labels that a head's targets can be, numbered as they are first asked for."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.labels = tuple(labels)
        self._places = {label: place for place, label in enumerate(self.labels)}
        self.sets: list[tuple[int, ...]] = [(place,) for place in range(len(self.labels))]
        self._numbers = {one: number for number, one in enumerate(self.sets)}

    def of(self, *labels: str) -> int:
        """Return the number of the set of these labels; a single label has its own place as number."""
        wanted = tuple(sorted(self._places[label] for label in labels))
        if wanted not in self._numbers:
            self._numbers[wanted] = len(self.sets)
            self.sets.append(wanted)
        return self._numbers[wanted]


def name_labels(
    spans: Iterable[tuple[int, int, tuple[str, ...]]], words: int, unnamed: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Return the allowed labels of each word, given names as (first, end, kinds) over ``words`` words."""
    outside = ("O", *(f"{place}-{kind}" for kind in unnamed for place in "BIES"))
    found = [outside] * words
    for first, end, allowed in spans:
        for word in range(first, end):
            place = "S" if end - first == 1 else "B" if word == first else "E" if word == end - 1 else "I"
            found[word] = tuple(f"{place}-{kind}" for kind in allowed)
    return found
