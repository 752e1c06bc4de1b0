"""Sources -> examples: pieces and the targets of every head, with the fold that each document falls into.

``python training/reader/corpus.py`` prints what the pack holds; training reads the pack anew at each start,
which takes some
seconds and leaves no copy behind.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import labels
import meantime
import names
import sentences
import treebank
from renaming import renamed

from dragoman.models.wordpiece import Case, WordPieces, case_of
from dragoman.text.words import words as cut
from dragoman.types import Span
from sources import SHARED

VARIANTS = 2
"""So often each of our own sentences is read again with other names in it."""
IGNORE = -1
HEADS = ("upos", "xpos", "names", "kind", "status", *labels.QUOTE_PARTS)


@dataclass(slots=True)
class Example:
    """One sentence for the network.

    Targets are numbers of label sets, or ``IGNORE``; ``fold`` is ``None`` for what is never held out.
    """

    source: str
    fold: int | None
    pieces: list[int]
    cases: list[int]
    firsts: list[int]
    targets: dict[str, list[int]] = field(default_factory=dict)
    arcs: list[int] | None = None
    relations: list[int] | None = None
    sentence: int = IGNORE


class Corpus:
    """Builds examples and knows the labels of every head."""

    def __init__(self, pieces: WordPieces, xpos: Sequence[str], relations: Sequence[str]) -> None:
        self.wordpieces = pieces
        self.relations = tuple(relations)
        self.heads = {
            "upos": labels.Targets(labels.UPOS),
            "xpos": labels.Targets(xpos),
            "names": labels.Targets(labels.NAMES),
            "kind": labels.Targets(labels.kinds()),
            "status": labels.Targets(labels.STATUSES),
            **{part: labels.Targets(labels.PARTS) for part in labels.QUOTE_PARTS},
        }
        self._place = {name: place for place, name in enumerate(self.relations)}
        self._xpos = frozenset(xpos)

    def example(self, source: str, fold: int | None, words: Sequence[str]) -> Example:
        """Return an example with no targets yet."""
        found = Example(source, fold, [self.wordpieces.first], [Case.MARK], [])
        for word in words:
            pieces = self.wordpieces.pieces(word)
            found.firsts.append(len(found.pieces))
            found.pieces += pieces
            found.cases += [case_of(word)] * len(pieces)
        found.pieces.append(self.wordpieces.last)
        found.cases.append(Case.MARK)
        return found

    def trees(self, path: Path, source: str) -> Iterator[Example]:
        """Yield the sentences of a treebank with tags and trees."""
        for tree in treebank.read(path):
            made = self.example(source, None, [word.form for word in tree.words])
            made.targets["upos"] = [self.heads["upos"].of(word.upos) for word in tree.words]
            made.targets["xpos"] = [
                self.heads["xpos"].of(word.xpos) if word.xpos in self._xpos else IGNORE for word in tree.words
            ]
            made.arcs = [word.head for word in tree.words]
            made.relations = [self._place.get(word.relation, IGNORE) for word in tree.words]
            yield made

    def named(self, pack: Path) -> Iterator[Example]:
        """Yield the sentences of the name corpora, their words cut as the program cuts them."""
        for one in names.read_all(pack):
            text, spans, last = "", [], 0
            for word in one.words:
                spans.append(Span(last, last + len(word)))
                text += word + " "
                last = len(text)
            told = labels.NAME_SOURCES[one.source]
            marks = [
                (spans[first].start, spans[end - 1].end, told[label])
                for first, end, label in one.names
                if label in told
            ]
            # The words of UNER are the treebank's; the others are cut as the program cuts them.
            words = spans if one.source == "uner_ewt" else list(cut(text))
            made = self.example(one.source, one.fold, [word.cut(text) for word in words])
            self._name(made, _on_words(words, marks), labels.UNNAMED[one.source])
            yield made

    def own(self) -> Iterator[Example]:
        """Yield our own sentences with all targets but trees, each also with other names in it."""
        for fold, one in sentences.read_all():
            chance = Random(f"names/{one.text}")  # noqa: S311 - no secret
            for sentence in (one, *(renamed(one, chance) for _ in range(VARIANTS))):
                yield self._own(sentence, fold)

    def _own(self, sentence: sentences.Sentence, fold: int) -> Example:
        """Return one of our own sentences as an example."""
        words = list(cut(sentence.text))
        made = self.example("own", fold, [word.cut(sentence.text) for word in words])
        marks = [(m.start, m.end, (m.label,)) for m in sentence.marks if m.label in labels.NAME_KINDS]
        self._name(made, _outermost(_on_words(words, marks)), ())
        self._events(made, words, sentence)
        for part in labels.QUOTE_PARTS:
            spans = [(m.start, m.end, ()) for m in sentence.marks if m.label == part]
            made.targets[part] = self._parts(part, len(words), _outermost(_on_words(words, spans)))
        made.sentence = labels.SENTENCE_STATUSES.index(sentence.status)
        return made

    def meantime(self, suite: Path) -> Iterator[Example]:
        """Yield the sentences of MEANTIME with the status of their events; one document is one fold's."""
        for line in meantime.lines(suite):
            if not line.events:
                continue  # nothing to learn: its words without a mark may still be events
            words = list(cut(line.text))
            made = self.example("meantime", line.fold, [word.cut(line.text) for word in words])
            marks = [(start, end, labels.COARSE_STATUSES[status]) for start, end, status in line.events]
            status = [IGNORE] * len(words)
            for first, end, allowed in _on_words(words, marks):
                status[first:end] = [self.heads["status"].of(*allowed)] * (end - first)
            made.targets["status"] = status
            yield made

    def _name(
        self, made: Example, spans: Sequence[tuple[int, int, tuple[str, ...]]], unnamed: tuple[str, ...]
    ) -> None:
        allowed = labels.name_labels(spans, len(made.firsts), unnamed)
        made.targets["names"] = [self.heads["names"].of(*one) for one in allowed]

    def _events(self, made: Example, words: Sequence[Span], sentence: sentences.Sentence) -> None:
        kind = [self.heads["kind"].of("none")] * len(words)
        status = [IGNORE] * len(words)
        for mark in sentence.marks:
            if mark.kind is None or mark.status is None:
                continue
            for _, end, _ in _on_words(words, [(mark.start, mark.end, ())]):
                kind[end - 1] = self.heads["kind"].of(mark.kind)
                status[end - 1] = self.heads["status"].of(mark.status)
        made.targets["kind"], made.targets["status"] = kind, status

    def _parts(self, part: str, words: int, spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> list[int]:
        found = [self.heads[part].of("O")] * words
        for first, end, _ in spans:
            found[first:end] = [self.heads[part].of("B"), *[self.heads[part].of("I")] * (end - first - 1)]
        return found


def _on_words(
    words: Sequence[Span], marks: Sequence[tuple[int, int, tuple[str, ...]]]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return marks in characters as marks in words: all words that a mark touches."""
    found = []
    for start, end, allowed in marks:
        touched = [place for place, word in enumerate(words) if word.start < end and word.end > start]
        if touched:
            found.append((touched[0], touched[-1] + 1, allowed))
    return found


def _outermost(spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Leave out spans that lie within another."""
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def treebank_labels(path: Path) -> tuple[list[str], list[str]]:
    """Return the English tags and the relations of a treebank, each seen five times or more, sorted."""
    xpos, relations = Counter[str](), Counter[str]()
    for tree in treebank.read(path):
        xpos.update(word.xpos for word in tree.words)
        relations.update(word.relation for word in tree.words)
    frequent = 5
    return sorted(tag for tag, n in xpos.items() if n >= frequent), sorted(
        name for name, n in relations.items() if n >= frequent
    )


def load(shared: Path, pieces: WordPieces) -> tuple[Corpus, list[Example]]:
    """Return the corpus and all examples that shipped weights may learn from."""
    train = shared / "training/ud_english_ewt/en_ewt-ud-train.conllu.gz"
    corpus = Corpus(pieces, *treebank_labels(train))
    return corpus, [
        *corpus.trees(train, "ewt"),
        *corpus.named(shared / "training/ner"),
        *corpus.own(),
        *corpus.meantime(shared / "bench/status"),
    ]


def main() -> None:
    """Print the examples, words and targets per source."""
    import base

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    _, examples = load(options.shared, WordPieces(base.vocabulary()))
    count: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for one in examples:
        count[one.source] += 1
        words[one.source] += len(one.firsts)
    for source in sorted(count):
        print(f"{source:18} {count[source]:7} sentences {words[source]:8} words")


if __name__ == "__main__":
    main()
