"""The reader over networks that score by chance: what must hold whatever the weights are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ModelError
from dragoman.models.graph import Outputs
from dragoman.text.words import words
from dragoman.types import Reading
from models.networks import AWKWARD, WINDOW, ChanceNetwork, chance_reader, invented, is_tree


def check(reading: Reading, text: str) -> None:
    """Fail unless ``reading`` says one thing of each word of ``text``, and its heads are a tree."""
    count = len(reading.words)
    assert reading.words == words(text)
    assert is_tree(reading.heads) or not count
    assert [r == "root" for r in reading.relations] == [head == 0 for head in reading.heads]
    for ranges in (
        reading.sources,
        reading.cues,
        reading.contents,
        [(n.first, n.end) for n in reading.names],
    ):
        assert all(0 <= first < end <= count for first, end in ranges)
    assert (reading.status == "") == (count == 0)


@pytest.mark.parametrize("kind", AWKWARD)
def test_awkward_texts_are_read_like_any_other(kind: str) -> None:
    (reading,) = chance_reader().read([AWKWARD[kind]])

    check(reading, AWKWARD[kind])


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    (reading,) = chance_reader().read([text])

    check(reading, text)


def test_a_long_sentence_is_read_in_windows_and_is_one_tree() -> None:
    text, network = invented(100), ChanceNetwork()

    (reading,) = chance_reader(network).read([text])

    check(reading, text)
    assert len(network.passes) > 5
    assert max(network.passes) <= WINDOW
    hung = [place for place, head in enumerate(reading.heads) if head == reading.heads.index(0) + 1]
    assert sum(reading.relations[place] == "parataxis" for place in hung) >= len(network.passes) - 1


def test_ranges_of_later_windows_count_from_the_first_word_of_the_sentence() -> None:
    (reading,) = chance_reader().read([invented(100)])

    assert max(name.end for name in reading.names) > WINDOW
    assert [name.first for name in reading.names] == sorted(name.first for name in reading.names)


def test_a_sentence_is_read_the_same_in_any_company_and_order() -> None:
    texts = [invented(20, seed) for seed in range(8)]
    together = chance_reader().read(texts)

    assert chance_reader().read(texts[::-1]) == together[::-1]
    assert tuple(chance_reader().read([text])[0] for text in texts) == together


def test_every_piece_has_the_case_of_its_word_and_both_ends_have_marks() -> None:
    told: list[tuple[list[int], list[int], list[int]]] = []

    class Listening(ChanceNetwork):
        def outputs(self, pieces: object, cases: object, firsts: object) -> Outputs:
            told.append((list(pieces), list(cases), list(firsts)))  # type: ignore[call-overload]
            return super().outputs(pieces, cases, firsts)  # type: ignore[arg-type]

    chance_reader(Listening()).read(["The talks in Oslo."])

    # [CLS] the talk ##s in oslo . [SEP]
    assert told == [([2, 5, 7, 8, 11, 12, 14, 3], [6, 2, 1, 1, 1, 2, 0, 6], [1, 2, 4, 5, 6])]


def test_a_graph_that_does_not_fit_its_manifest_is_refused() -> None:
    class Wider(ChanceNetwork):
        def outputs(self, pieces: object, cases: object, firsts: object) -> Outputs:
            made = super().outputs(pieces, cases, firsts)  # type: ignore[arg-type]
            return replace(made, tokens=np.pad(made.tokens, ((0, 0), (0, 1))))

    with pytest.raises(ModelError, match="they are of two models; reinstall"):
        chance_reader(Wider()).read(["The envoy left."])
