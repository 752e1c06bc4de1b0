"""Sentences -> readings, by one pass of the network each."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import numpy as np

from dragoman.errors import ModelError
from dragoman.models import decode
from dragoman.models.graph import Network, OnnxNetwork, Outputs, Scores, word_pieces
from dragoman.models.lemmas import Lemmas, shared_lemmas
from dragoman.models.manifest import FOLDER, HEADS, Manifest, manifest
from dragoman.models.windows import joined, windows
from dragoman.models.wordpiece import Case, WordPieces, case_of
from dragoman.text.words import words
from dragoman.types import NamedWords, Reading, Span

_case = lru_cache(65_536)(case_of)


def open_reader(folder: Path = FOLDER) -> "NetworkReader":
    """Return the reader of the model in ``folder``.

    Raises:
        ModelError: a file is missing, cut short, or does not fit the others.

    """
    made = manifest(folder)
    pieces = word_pieces(made.path("vocab.txt"))
    lemmas = shared_lemmas(made.path("lemmas.json.gz"))
    return NetworkReader(made, pieces, lemmas, OnnxNetwork(made))


class NetworkReader:
    """Reads sentences with a network.

    Each stretch is a run of its own: onnxruntime takes the scale of an activation over all that a run is
    given, so only a batch of one gives a reading that does not hang on the sentences beside it. It costs an
    eighth of the speed of batches of sixteen (measured 2026-11-28).
    """

    def __init__(self, made: Manifest, pieces: WordPieces, lemmas: Lemmas, network: Network) -> None:
        self._made = made
        self.digest = made.digest
        self._pieces = pieces
        self._lemmas = lemmas
        self._network = network
        ends = list(accumulate(len(made.heads[head]) for head in HEADS))
        self._width = ends[-1]
        self._columns = {
            head: slice(end - len(made.heads[head]), end) for head, end in zip(HEADS, ends, strict=True)
        }
        self._names = decode.name_rules(made.heads["names"])
        self._parts = {part: decode.part_rules(made.heads[part]) for part in ("source", "cue", "content")}
        self._root = made.relations.index("root")

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        """Return the reading of each sentence, in order."""
        return tuple(self.read_words(text, words(text)) for text in sentences)

    def read_words(self, text: str, found: Sequence[Span]) -> Reading:
        """Return the reading of one sentence whose words are given as spans of ``text``."""
        if not found:
            return Reading((), (), (), (), (), (), (), ())
        most = self._made.window
        forms = [text[span.start : span.end] for span in found]
        pieces = [self._pieces.pieces(form)[:most] for form in forms]
        return joined(
            [
                self._read(forms[first:end], found[first:end], pieces[first:end])
                for first, end in windows(forms, [len(own) for own in pieces], most)
            ]
        )

    def _read(
        self, forms: Sequence[str], found: Sequence[Span], pieces: Sequence[tuple[int, ...]]
    ) -> Reading:
        """Return the reading of one stretch that fits into one pass."""
        told = self._outputs(forms, pieces)
        heads = decode.tree(told.arcs)
        upos, xpos = self._best(told, "upos"), self._best(told, "xpos")
        nothing = self._made.heads["kind"][0]
        names = decode.names(self._of(told, "names"), self._made.heads["names"], self._names)
        return Reading(
            words=tuple(found),
            lemmas=tuple(map(self._lemmas.of, forms, upos, xpos)),
            upos=upos,
            xpos=xpos,
            heads=heads,
            relations=self._relations(told, heads),
            kinds=tuple([None if kind == nothing else kind for kind in self._best(told, "kind")]),
            statuses=self._best(told, "status"),
            names=tuple(NamedWords(*name) for name in names),
            sources=self._ranges(told, "source"),
            cues=self._ranges(told, "cue"),
            contents=self._ranges(told, "content"),
            status=self._made.sentence[int(told.sentence.argmax())],
        )

    def _outputs(self, forms: Sequence[str], pieces: Sequence[tuple[int, ...]]) -> Outputs:
        """Return what the network gives for one stretch, with a mark at each end."""
        flat, cases, firsts = [self._pieces.first], [int(Case.MARK)], []
        for form, own in zip(forms, pieces, strict=True):
            firsts.append(len(flat))
            flat += own
            cases += [_case(form)] * len(own)
        told = self._network.outputs([*flat, self._pieces.last], [*cases, int(Case.MARK)], firsts)
        if told.tokens.shape[1] != self._width:
            raise ModelError(
                f"the reader's graph gives {told.tokens.shape[1]} scores a word, and its manifest names "
                f"{self._width} labels: they are of two models; reinstall the program"
            )
        return told

    def _of(self, told: Outputs, head: str) -> Scores:
        return told.tokens[:, self._columns[head]]

    def _best(self, told: Outputs, head: str) -> tuple[str, ...]:
        """Return the best label of each word."""
        return _labels(self._of(told, head), self._made.heads[head])

    def _ranges(self, told: Outputs, part: str) -> tuple[tuple[int, int], ...]:
        return decode.parts(self._of(told, part), self._made.heads[part], self._parts[part])

    def _relations(self, told: Outputs, heads: tuple[int, ...]) -> tuple[str, ...]:
        """Return the relation of each word, scored for the chosen arcs alone; "root" is kept for the root."""
        scores = self._network.relations(told.dependent, told.head[list(heads)])
        scores[:, self._root] = -np.inf
        scores[heads.index(0), self._root] = np.inf
        return _labels(scores, self._made.relations)


def _labels(scores: Scores, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the best label of each row."""
    return tuple([labels[number] for number in scores.argmax(1).tolist()])
