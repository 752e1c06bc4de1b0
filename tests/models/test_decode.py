from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.models.decode import Scores, likeliest, name_rules, names, part_rules, parts, tree
from models.networks import is_tree

NAMES = ("O", *(f"{place}-{kind}" for kind in ("PER", "GPE") for place in "BIES"))
PARTS = ("O", "B", "I")
VALUES = st.one_of(
    st.integers(-2, 2).map(float), st.floats(-50, 50, width=32), st.sampled_from([-1e30, 1e30, 0.0])
)


def scores(rows: st.SearchStrategy[int], columns: int | None = None) -> st.SearchStrategy[Scores]:
    """Draw scores with many ties and with extremes."""
    return rows.flatmap(
        lambda n: arrays(np.float32, (n, n + 1 if columns is None else columns), elements=VALUES)
    )


@given(scores(st.integers(1, 30)))
@settings(deadline=None)
def test_whatever_the_scores_the_heads_are_a_tree_with_one_word_below_the_root(drawn: Scores) -> None:
    heads = tree(drawn)

    assert len(heads) == len(drawn)
    assert is_tree(heads)


@given(
    st.integers(1, 5).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-4, 4).map(float))
    )
)
@settings(deadline=None)
def test_no_other_tree_has_a_better_score(drawn: Scores) -> None:
    count = len(drawn)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(drawn[word, head] for word, head in enumerate(heads)))

    every = (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    assert total(tree(drawn)) == max(map(total, every))


def test_no_words_have_no_tree() -> None:
    assert tree(np.zeros((0, 1), np.float32)) == ()


def test_a_tree_of_many_words_is_found_without_running_out_of_stack() -> None:
    chance = np.random.default_rng(1)

    assert is_tree(tree(chance.standard_normal((192, 193)).astype(np.float32)))
    chain = np.zeros((192, 193), np.float32)
    chain[np.arange(192), (np.arange(192) ^ 1) + 1] = 9  # nothing but cycles of two
    assert is_tree(tree(chain))


@given(scores(st.integers(1, 12), len(NAMES)))
@settings(deadline=None)
def test_names_are_whole_and_in_order_whatever_the_scores(drawn: Scores) -> None:
    labels = [NAMES[number] for number in likeliest(drawn, name_rules(NAMES))]
    found = names(drawn, NAMES, name_rules(NAMES))

    for before, behind in pairwise(["O", *labels, "O"]):
        inside = before[0] in "BI"
        assert (behind[0] in "IE" and before[1:] == behind[1:]) if inside else behind[0] in "OBS"
    assert sum(end - first for _, first, end in found) == sum(label != "O" for label in labels)
    assert all(one[2] <= other[1] for one, other in pairwise(found))


@given(scores(st.integers(1, 4), len(NAMES)))
@settings(deadline=None, max_examples=30)
def test_the_sequence_of_labels_is_the_best_of_the_legal_ones(drawn: Scores) -> None:
    rules = name_rules(NAMES)
    drawn = drawn.clip(-50, 50)

    def total(path: tuple[int, ...]) -> float:
        return float(sum(drawn[place, label] for place, label in enumerate(path)))

    def legal(path: tuple[int, ...]) -> bool:
        steps = all(rules.step[one, other] == 0 for one, other in pairwise(path))
        return steps and rules.begin[path[0]] == 0 and rules.end[path[-1]] == 0

    best = max(total(path) for path in product(range(len(NAMES)), repeat=len(drawn)) if legal(path))
    assert total(tuple(likeliest(drawn, rules))) == pytest.approx(best, abs=1e-3)


def scored(labels: str, known: tuple[str, ...]) -> Scores:
    """Return scores that favour the labels given."""
    told = np.zeros((len(labels.split()), len(known)), np.float32)
    for place, label in enumerate(labels.split()):
        told[place, known.index(label)] = 2
    return told


def test_names_are_read_off_their_labels() -> None:
    told = scored("S-GPE O B-PER I-PER E-PER S-PER", NAMES)

    assert names(told, NAMES, name_rules(NAMES)) == [("GPE", 0, 1), ("PER", 2, 5), ("PER", 5, 6)]


def test_a_name_that_does_not_end_is_mended() -> None:
    told = scored("B-PER E-GPE O", NAMES)
    told[1, NAMES.index("E-PER")] = 1

    assert names(told, NAMES, name_rules(NAMES)) == [("PER", 0, 2)]


def test_parts_are_read_off_their_labels_and_two_may_touch() -> None:
    assert parts(scored("B I O B B I", PARTS), PARTS, part_rules(PARTS)) == ((0, 2), (3, 4), (4, 6))


def test_the_inside_of_a_part_has_a_beginning() -> None:
    told = scored("O I I O", PARTS)
    told[1, PARTS.index("B")] = 1

    assert parts(told, PARTS, part_rules(PARTS)) == ((1, 3),)


@given(scores(st.integers(0, 12), len(PARTS)))
@settings(deadline=None)
def test_parts_are_in_order_and_none_is_empty(drawn: Scores) -> None:
    found = parts(drawn, PARTS, part_rules(PARTS))

    assert all(first < end <= len(drawn) for first, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
