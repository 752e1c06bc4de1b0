"""Sentences -> vectors that lie near each other where the sentences say much the same."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.models.graph import Scores, open_session, word_pieces, word_table
from dragoman.models.manifest import FOLDER, manifest

_LONGEST = 254
"""Word pieces of a text that are looked at: the base model was made for 256 with the marks at both ends."""


class SentenceEncoder:
    """Makes vectors of unit length, so that the product of two is their cosine.

    The encoder is all-MiniLM-L6-v2 (Reimers and Gurevych 2019), as it was before the reader was trained from
    it. Each text is a run of its own, for the reason that ``NetworkReader`` gives.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        made = manifest(folder)
        self.digest = made.files["sentences.onnx"][1][:12]
        self._width = made.width
        self._pieces = word_pieces(made.path("vocab.txt"))
        self._table = word_table(made.path("words.npz"))
        with np.load(made.path("sentences.npz")) as file:
            self._positions = file["positions"]
        self._session = open_session(made.path("sentences.onnx"))

    def vectors(self, texts: Sequence[str]) -> Scores:
        """Return one row [texts, width] for each text, in order; that of a text without words is zero."""
        found = np.zeros((len(texts), self._width), np.float32)
        for row, text in enumerate(texts):
            pieces = [piece for word in text.split() for piece in self._pieces.pieces(word)][:_LONGEST]
            if pieces:
                rows = self._table.rows([self._pieces.first, *pieces, self._pieces.last])
                rows += self._positions[: len(rows)]
                found[row] = self._session.run(None, {"rows": rows})[0]
        return found
