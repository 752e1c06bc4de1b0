"""Score the reader and write ``results.json``: ``python training/reader/evaluate.py``.

The trees, and int8 against full precision, are scored with the model that ships. Names, status, events and
quotations are scored with the fold models, each on the
fifth of the documents that it has not learned from. The suites ``entities`` and ``status`` are scored by
their own scorer on what the
whole program finds with the model of the right fold.
"""

import argparse
import json
import platform
from pathlib import Path

import folded_suites
import held
import numpy as np
import parity
import treebank
from scores import Placed, Text, placed, score, visible

from dragoman.models.manifest import FOLDER, manifest
from dragoman.models.reader import NetworkReader, open_reader
from dragoman.text.sentences import sentence_spans
from dragoman.types import Reading, Span
from sources import SHARED

RESULTS = Path(__file__).with_name("results.json")
BANKS = {
    "ewt_dev": "training/ud_english_ewt/en_ewt-ud-dev.conllu.gz",
    "ewt_test": "training/ud_english_ewt/en_ewt-ud-test.conllu.gz",
    "gum_test": "training/ud_english_gum_clean/en_gum_clean-ud-test.conllu.gz",
}


def gold_text(trees: list[treebank.Tree]) -> Text:
    """Return a treebank as one text of visible characters."""
    words: list[Placed] = []
    sentences = []
    base = 0
    for tree in trees:
        counts = visible(tree.text)
        places = [(counts[word.start], counts[word.end]) for word in tree.words]
        words += placed(
            base,
            places,
            [w.upos for w in tree.words],
            [w.head for w in tree.words],
            [w.relation for w in tree.words],
        )
        sentences.append((base, base + counts[-1]))
        base += counts[-1]
    return Text(tuple(words), tuple(sentences))


def on_gold_words(reader: NetworkReader, trees: list[treebank.Tree]) -> Text:
    """Return what the reader makes of the treebank's own words and sentences."""
    words: list[Placed] = []
    sentences = []
    base = 0
    for tree in trees:
        reading = reader.read_words(tree.text, [Span(word.start, word.end) for word in tree.words])
        words += _placed(reading, tree.text, base)
        total = visible(tree.text)[-1]
        sentences.append((base, base + total))
        base += total
    return Text(tuple(words), tuple(sentences))


def on_raw_text(reader: NetworkReader, trees: list[treebank.Tree]) -> Text:
    """Return what the program makes of the plain text, paragraph by paragraph."""
    words: list[Placed] = []
    sentences = []
    base = 0
    for paragraph in _paragraphs(trees):
        counts = visible(paragraph)
        spans = list(sentence_spans(paragraph))
        for span, reading in zip(spans, reader.read([span.cut(paragraph) for span in spans]), strict=True):
            words += _placed(reading, span.cut(paragraph), base + counts[span.start])
            sentences.append((base + counts[span.start], base + counts[span.end]))
        base += counts[-1]
    return Text(tuple(words), tuple(sentences))


def _paragraphs(trees: list[treebank.Tree]) -> list[str]:
    """Return the text of each paragraph, its sentences joined as they were written."""
    found: list[str] = []
    for tree in trees:
        if tree.opens or not found:
            found.append(tree.text)
        else:
            found[-1] += (" " if tree.spaced else "") + tree.text
    return found


def _placed(reading: Reading, text: str, base: int) -> list[Placed]:
    counts = visible(text)
    places = [(counts[word.start], counts[word.end]) for word in reading.words]
    return placed(base, places, reading.upos, reading.heads, reading.relations)


def trees(reader: NetworkReader, shared: Path) -> dict[str, dict[str, float | int]]:
    """Return the scores on each treebank, on gold words and on raw text."""
    found: dict[str, dict[str, float | int]] = {}
    for name, path in BANKS.items():
        bank = list(treebank.read(shared / path))
        gold = gold_text(bank)
        count = {"n_words": len(gold.words), "n_sentences": len(bank)}
        found[f"{name} gold words"] = {**_rounded(score(gold, on_gold_words(reader, bank))), **count}
        found[f"{name} raw text"] = {**_rounded(score(gold, on_raw_text(reader, bank))), **count}
    return found


def _rounded(told: dict[str, float]) -> dict[str, float | int]:
    return {name: round(value, 4) for name, value in told.items()}


def main() -> None:
    """Score all parts, or some, and keep the others as they were."""
    parts = {
        "trees": lambda o: trees(open_reader(o.model), o.shared),
        "parity": lambda o: parity.compare(o.model, o.folds, o.shared, o.twin),
        "held_out": lambda o: held.heads(o.folds, o.shared),
        "suites": lambda o: folded_suites.scores(o.folds, o.shared),
    }
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument(
        "--folds", type=Path, default=Path("build/reader"), help="folder that holds fold-0 to fold-4"
    )
    parser.add_argument("--twin", type=Path, default=parity.TWIN, help="the model in full precision")
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("parts", nargs="*", choices=[*parts, []], help="which parts; all by default")
    options = parser.parse_args()
    told = json.loads(options.out.read_text("utf-8")) if options.out.exists() else {}
    for part in options.parts or parts:
        told[part] = parts[part](options)
        print(json.dumps({part: told[part]}, indent=1), flush=True)
    told["model"] = manifest(options.model).digest
    told["machine"] = {"processor": platform.processor() or platform.machine(), "numpy": np.__version__}
    options.out.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
