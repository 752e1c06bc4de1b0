"""A small model made by hand, for the tests that need no trained one: labels, and scores by chance."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.models.graph import Outputs, Scores
from dragoman.models.lemmas import Lemmas
from dragoman.models.manifest import HEADS, Manifest
from dragoman.models.reader import NetworkReader
from dragoman.models.wordpiece import WordPieces
from dragoman.types import Reading

WINDOW = 12
VOCABULARY = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] the envoy talk ##s left ##ed in oslo , . \" ' a ##a 1 seo ##ul".split()
)
NAMES = ("O", *(f"{place}-{kind}" for kind in ("PER", "GPE") for place in "BIES"))
MANIFEST = Manifest(
    folder=Path("nowhere"),
    version="by hand",
    digest="made-by-hand",
    width=4,
    window=WINDOW,
    heads={
        "upos": ("NOUN", "VERB", "PUNCT"),
        "xpos": ("NN", "VBD", "."),
        "names": NAMES,
        "kind": ("none", "meeting", "visit"),
        "status": ("happened", "planned"),
        **dict.fromkeys(("source", "cue", "content"), ("O", "B", "I")),
    },
    relations=("nsubj", "obj", "parataxis", "root"),
    sentence=("happened", "planned", "none"),
    files={},
)
LEMMAS = Lemmas(
    {"VBD left": "leave"}, {"NN": {"": (0, ""), "s": (1, "")}, "VBD": {"": (0, ""), "ed": (2, "")}}
)
_WIDTH = sum(len(MANIFEST.heads[head]) for head in HEADS)


class ChanceNetwork:
    """Scores by chance, but the same pieces always alike; remembers how many pieces each pass had."""

    def __init__(self) -> None:
        self.passes: list[int] = []

    def outputs(self, pieces: Sequence[int], cases: Sequence[int], firsts: Sequence[int]) -> Outputs:
        assert len(pieces) == len(cases)
        assert all(0 < first < len(pieces) - 1 for first in firsts)
        assert list(firsts) == sorted(set(firsts))
        self.passes.append(len(pieces) - 2)
        count, chance = len(firsts), np.random.default_rng([*pieces, *cases])
        shapes = ((count, _WIDTH), (len(MANIFEST.sentence),), (count, 1 + count), (count, 4), (1 + count, 4))
        return Outputs(*(chance.standard_normal(shape).astype(np.float32) for shape in shapes))

    def relations(self, dependent: Scores, head: Scores) -> Scores:
        assert dependent.shape == head.shape
        return dependent + head


class CountingReader:
    """The reader by chance, with a count of the sentences it read."""

    digest = MANIFEST.digest

    def __init__(self) -> None:
        self.inner = chance_reader()
        self.count = 0

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        self.count += len(sentences)
        return self.inner.read(sentences)


def chance_reader(network: ChanceNetwork | None = None) -> NetworkReader:
    """Return a reader with a network that scores by chance."""
    return NetworkReader(MANIFEST, WordPieces(VOCABULARY), LEMMAS, network or ChanceNetwork())


def leads_to_root(heads: tuple[int, ...], word: int) -> bool:
    seen: set[int] = set()
    while word and word not in seen:
        seen.add(word)
        word = heads[word - 1]
    return word == 0


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether heads are a tree with one word below the root."""
    return heads.count(0) == 1 and all(leads_to_root(heads, word) for word in range(1, len(heads) + 1))


def invented(count: int, seed: int = 0) -> str:
    """Return a text of ``count`` words."""
    words = ("the", "envoy", "talks", "left", "Oslo", ",", "Seoul", "lasted", "in", "1", '"', "aaaa")
    return " ".join(random.Random(seed).choices(words, k=count))  # noqa: S311 - a text, not a secret


AWKWARD = {
    "nothing": "",
    "white space": " \n\t\u2003 ",
    "no letters": "1,234 -- 56 % ... !!! 7/8",
    "mixed scripts": "Лавров met 習近平 in Ῥώμη, said الرئيس and ประธาน 🎉👩‍🚀.",
    "lone surrogates": "a \ud800 word \udfff\ud83d end",
    "control signs": "a\x00b \x07 \ufeff c\u200bd \u202ee",
    "a word longer than a window": "aaaa" * 300 + " left",
    "one long unknown word": "x" * 20_000,
    "5,000 words": invented(5_000),
}
"""Texts that are no sentences, or hardly."""
