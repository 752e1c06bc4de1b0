"""What int8 costs: the same sentences read by a model as it ships and by its twin in full precision.

Trees are compared with the weights that ship, on sentences they have not seen. The heads that our own
sentences teach are compared with the fold models, each on the sentences that it has not seen.
"""

from collections import Counter
from pathlib import Path

import held
import labels
import sentences
import treebank

from dragoman.models.reader import NetworkReader, open_reader
from dragoman.types import Reading, Span

TWIN = Path("build/reader/heads/full")
"""Where ``export.py`` leaves the shipped model in full precision; beside each fold's lies its own."""
PRECISIONS = ("int8", "fp32")


def compare(model: Path, folds: Path, shared: Path, twin: Path = TWIN) -> dict[str, dict[str, float]]:
    """Return, per head, the accuracy of both by word and the points lost."""
    bank = list(treebank.read(shared / "training/ud_english_ewt/en_ewt-ud-dev.conllu.gz"))
    scores = [
        _trees(open_reader(folder), bank) | _own(folds, name)
        for folder, name in ((model, "model"), (twin, "full"))
    ]
    return {
        head: {
            **{name: round(told[head], 4) for name, told in zip(PRECISIONS, scores, strict=True)},
            "points lost": round(100 * (scores[1][head] - scores[0][head]), 2),
        }
        for head in scores[0]
    }


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


def _own(folds: Path, precision: str) -> dict[str, float]:
    """Return word accuracy of the heads that our own sentences teach, each read by its own fold's model."""
    readers = held.readers(folds, precision)
    right, total = Counter[str](), Counter[str]()
    for fold, one in sentences.read_all():
        (reading,) = readers[fold].read([one.text])
        for head, (good, count) in _counts(one, reading).items():
            right[head] += good
            total[head] += count
    return {head: right[head] / total[head] for head in total}


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
