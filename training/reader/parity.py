"""What int8 costs: the same sentences read by the model that ships and by its full-precision twin."""

from pathlib import Path

import labels
import sentences
import treebank

from dragoman.models.reader import NetworkReader, open_reader
from dragoman.types import Reading, Span

TWIN = Path("build/reader/heads/full")
"""Where ``export.py`` leaves the model in full precision."""


def compare(model: Path, shared: Path, twin: Path = TWIN) -> dict[str, dict[str, float]]:
    """Return, per head, the accuracy of both by word and the points lost."""
    small, full = open_reader(model), open_reader(twin)
    bank = list(treebank.read(shared / "training/ud_english_ewt/en_ewt-ud-dev.conllu.gz"))
    own = [one for _, one in sentences.read_all()]
    found: dict[str, dict[str, float]] = {}
    scores = [{**_trees(reader, bank), **_own(reader, own)} for reader in (small, full)]
    for head in scores[0]:
        one, other = scores[0][head], scores[1][head]
        found[head] = {
            "int8": round(one, 4),
            "fp32": round(other, 4),
            "points lost": round(100 * (other - one), 2),
        }
    return found


def _trees(reader: NetworkReader, bank: list[treebank.Tree]) -> dict[str, float]:
    right = dict.fromkeys(("upos", "xpos", "arcs", "relations", "lemmas"), 0)
    total = 0
    for tree in bank:
        reading = reader.read_words(tree.text, [Span(word.start, word.end) for word in tree.words])
        total += len(tree.words)
        for place, word in enumerate(tree.words):
            right["upos"] += reading.upos[place] == word.upos
            right["xpos"] += reading.xpos[place] == word.xpos
            right["lemmas"] += reading.lemmas[place].lower() == word.lemma.lower()
            right["arcs"] += reading.heads[place] == word.head
            right["relations"] += (
                reading.heads[place] == word.head and reading.relations[place] == word.relation
            )
    return {head: count / total for head, count in right.items()}


def _own(reader: NetworkReader, own: list[sentences.Sentence]) -> dict[str, float]:
    """Return word accuracy of the heads that our own sentences teach.

    It is high, since they were learned: only the difference between two models counts.
    """
    right = dict.fromkeys(("names", "kind", "status", *labels.QUOTE_PARTS, "sentence"), 0)
    total = dict.fromkeys(right, 0)
    for one in own:
        (reading,) = reader.read([one.text])
        for head, (good, count) in _counts(one, reading).items():
            right[head] += good
            total[head] += count
    return {head: right[head] / total[head] for head in right}


def _counts(one: sentences.Sentence, reading: Reading) -> dict[str, tuple[int, int]]:
    words = len(reading.words)
    kinds: list[str | None] = [None] * words
    statuses: dict[int, str] = {}
    names = ["O"] * words
    parts = {part: [0] * words for part in labels.QUOTE_PARTS}
    for mark in one.marks:
        touched = reading.at(mark.start, mark.end)
        if touched is None:
            continue
        if mark.kind is not None and mark.status is not None:
            kinds[touched[1] - 1], statuses[touched[1] - 1] = mark.kind, mark.status
        elif mark.label in parts:
            parts[mark.label][touched[0] : touched[1]] = [1] * (touched[1] - touched[0])
        elif names[touched[0]] == "O":
            names[touched[0] : touched[1]] = [mark.label] * (touched[1] - touched[0])
    found = ["O"] * words
    for name in reading.names:
        found[name.first : name.end] = [name.kind] * (name.end - name.first)
    counts = {
        "names": (sum(map(str.__eq__, names, found)), words),
        "kind": (sum(a == b for a, b in zip(kinds, reading.kinds, strict=True)), words),
        "status": (sum(reading.statuses[at] == status for at, status in statuses.items()), len(statuses)),
        "sentence": (int(one.status == reading.status), 1),
    }
    for part, told in (("source", reading.sources), ("cue", reading.cues), ("content", reading.contents)):
        marked = [0] * words
        for first, end in told:
            marked[first:end] = [1] * (end - first)
        counts[part] = (sum(a == b for a, b in zip(parts[part], marked, strict=True)), words)
    return counts
