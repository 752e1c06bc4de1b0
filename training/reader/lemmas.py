"""Treebank -> ``lemmas.json.gz``: ``python training/reader/lemmas.py`` writes it and says how good it is.

Endings are learned first: an ending gets an edit of its own where most words that have it want another one
than a shorter ending gives (ripple-down rules: Plisson, Lavrac and Mladenic 2004). Words that the endings get
wrong become exceptions. The same treebank gives the same bytes.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import treebank
from treebank import Word

from dragoman.models.lemmas import LONGEST_ENDING, Edit, Lemmas, plain
from sources import SHARED

TARGET = Path(__file__).parents[2] / "src/dragoman/models/data/lemmas.json.gz"
WORDS = 2
"""So many different words must share an ending before it gets a rule."""

Counts = Mapping[tuple[str, str], Counter[str]]
"""Per fine tag and form as the table spells it: its lemmas."""


def edit(form: str, lemma: str) -> Edit:
    """Return the shortest change of ending that turns ``form`` into ``lemma``."""
    pairs = zip(form, lemma, strict=False)
    shared = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(form), len(lemma)))
    return len(form) - shared, lemma[shared:]


def counted(words: Iterable[Word]) -> Counts:
    """Return how often each form has each lemma."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        found[word.xpos, plain(word.form, word.upos)][word.lemma] += 1
    return found


def commonest(count: Counter[str]) -> str:
    """Return what was counted most; of equals the first by the alphabet."""
    return min(count, key=lambda name: (-count[name], name))


def learned_endings(counts: Counts) -> dict[str, dict[str, Edit]]:
    """Return the edit per fine tag and ending."""
    tagged: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
    for (tag, form), lemmas in counts.items():
        wanted = edit(form, commonest(lemmas))
        for size in range(min(LONGEST_ENDING, len(form)) + 1):
            tagged[tag][form[len(form) - size :]][wanted] += 1
    return {tag: _rules(endings) for tag, endings in sorted(tagged.items())}


def _rules(endings: Mapping[str, Counter[Edit]]) -> dict[str, Edit]:
    """Return the endings of one tag that change what a shorter one would do."""
    kept: dict[str, Edit] = {}
    for ending in sorted(endings, key=lambda one: (len(one), one)):
        votes = endings[ending]
        best = min(votes, key=lambda one: (-votes[one], one))
        shorter = next((kept[ending[n:]] for n in range(1, len(ending) + 1) if ending[n:] in kept), None)
        if best != shorter and (votes[best] >= WORDS or not ending):
            kept[ending] = best
    return kept


def exceptions(
    words: Iterable[Word], counts: Counts, endings: Mapping[str, Mapping[str, Edit]]
) -> dict[str, str]:
    """Return the forms that their endings get wrong, and those whose lemma hangs on the coarse tag."""
    rules = Lemmas({}, endings)
    found: dict[str, str] = {}
    for (tag, form), lemmas in counts.items():
        if rules.by_ending(form, tag) != commonest(lemmas):
            found[f"{tag} {form}"] = commonest(lemmas)
    coarse: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        coarse[word.upos, word.xpos, plain(word.form, word.upos)][word.lemma] += 1
    for (upos, tag, form), lemmas in coarse.items():
        if commonest(lemmas) != commonest(counts[tag, form]):
            found[f"{upos} {tag} {form}"] = commonest(lemmas)
    return found


def accuracy(lemmas: Lemmas, words: list[Word]) -> float:
    """Return the share of words that get the treebank's lemma from the treebank's tags."""
    return sum(lemmas.of(word.form, word.upos, word.xpos) == word.lemma for word in words) / len(words)


def table(train: list[Word]) -> tuple[dict[str, str], dict[str, dict[str, Edit]]]:
    """Return exceptions and endings learned from the words of a treebank."""
    counts = counted(train)
    endings = learned_endings(counts)
    return exceptions(train, counts, endings), endings


def write(train: Path, target: Path) -> Lemmas:
    """Write the table made from a treebank file, and return it."""
    forms, endings = table([word for tree in treebank.read(train) for word in tree.words])
    told = {"forms": forms, "suffixes": endings}
    packed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(packed, mtime=0))
    return Lemmas(forms, endings)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    folder = options.shared / "training/ud_english_ewt"
    lemmas = write(folder / "en_ewt-ud-train.conllu.gz", options.out)
    dev = [word for tree in treebank.read(folder / "en_ewt-ud-dev.conllu.gz") for word in tree.words]
    size = options.out.stat().st_size / 1000
    print(f"{options.out}: {size:.0f} kB; right in dev {accuracy(lemmas, dev):.4f} ({len(dev)} words)")


if __name__ == "__main__":
    main()
