"""The graphs of the model, opened to be run one sentence at a time, and the word table that feeds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.models.manifest import Manifest
from dragoman.models.wordpiece import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Scores: TypeAlias = NDArray[np.float32]

_ROWS = 16
"""Rows multiplied at a time. For many more, OpenBLAS starts threads, which wait for each other where every
core has a process of its own: 60 rows took 4.0 ms at once and 0.2 in blocks on busy cores (2026-11-28)."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the reader's graph gives for one stretch of words.

    ``tokens`` [words, labels] are the scores of all heads of a word side by side, ``sentence`` [statuses]
    those of the whole, ``arcs`` [words, 1 + words] tell how well each place, the root first, heads each word.
    ``dependent`` and ``head`` are the two projections [words] and [1 + words] from which relations are
    scored.
    """

    tokens: Scores
    sentence: Scores
    arcs: Scores
    dependent: Scores
    head: Scores


class Network(Protocol):
    """Scores a stretch of words; ``OnnxNetwork`` is the one that ships."""

    def outputs(self, pieces: Sequence[int], cases: Sequence[int], firsts: Sequence[int]) -> Outputs:
        """Return the outputs for word pieces, the case of each, and the place where each word begins."""

    def relations(self, dependent: Scores, head: Scores) -> Scores:
        """Return the scores [arcs, relations] of chosen arcs, given the projections of both ends of each."""


class WordTable:
    """The rows of the word table, kept as int8 with a scale each and unpacked as they are asked for."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as file:
            self._table, self._scales = file["table"], file["scales"]

    def rows(self, pieces: Sequence[int]) -> Scores:
        """Return the rows [pieces, width] of word pieces."""
        places = np.array(pieces)
        found: Scores = self._table[places].astype(np.float32)
        found *= self._scales[places, None]
        return found


@cache
def word_table(made: Path) -> WordTable:
    """Return the word table of a file, read once a process: the reader and the sentence encoder share it."""
    return WordTable(made)


@cache
def word_pieces(path: Path) -> WordPieces:
    """Return the vocabulary of a file, read once a process."""
    return WordPieces(path.read_text("utf-8").splitlines())


def open_session(path: Path) -> "InferenceSession":
    """Return a session over one graph: one thread, since the work is spread over processes.

    Sentences differ in length, so that neither a pattern nor an arena of memory made for one fits the next.
    Without both a process peaks at 119 MB instead of 127, and is as fast (a text of 300 sentences read as
    one, 2026-11-28).

    Raises:
        ModelError: onnxruntime cannot be loaded here, or the file is no graph that it reads.

    """
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError(f"onnxruntime cannot be loaded ({error}); reinstall the program") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # it has no class of its own for them
        raise ModelError(
            f"{path} cannot be opened ({error}); `dragoman doctor` says which files are damaged"
        ) from error


class OnnxNetwork:
    """The graph of the reader, run by onnxruntime."""

    def __init__(self, made: Manifest) -> None:
        self._table = word_table(made.path("words.npz"))
        with np.load(made.path("reader.npz")) as file:
            self._weight = np.ascontiguousarray(file["relation_weight"].T)
            self._bias = file["relation_bias"]
            self._positions, self._cases = file["positions"], file["cases"]
        self._session = open_session(made.path("reader.onnx"))

    def outputs(self, pieces: Sequence[int], cases: Sequence[int], firsts: Sequence[int]) -> Outputs:
        """Return the outputs of one pass."""
        rows = self._table.rows(pieces)
        rows += self._positions[: len(pieces)]
        rows += self._cases[np.array(cases)]
        return Outputs(*self._session.run(None, {"rows": rows, "places": np.array([0, *firsts], np.int64)}))

    def relations(self, dependent: Scores, head: Scores) -> Scores:
        """Return a product and a sum of the two projections, mapped to relations."""
        size = dependent.shape[1] // 2
        pair = np.empty_like(dependent)
        np.multiply(dependent[:, :size], head[:, :size], out=pair[:, :size])
        np.maximum(dependent[:, size:] + head[:, size:], 0, out=pair[:, size:])
        blocks = [pair[start : start + _ROWS] @ self._weight for start in range(0, len(pair), _ROWS)]
        scores: Scores = np.concatenate(blocks) + self._bias
        return scores
