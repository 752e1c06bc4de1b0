"""Words made comparable, likeness, shared passages, facts, and grouping by average linkage."""

import math
import random
from itertools import combinations

import pytest

from dragoman.text.facts import sentence_words
from dragoman.text.linkage import average_linkage
from dragoman.text.passages import in_order, runs, shared_places, stretches
from dragoman.text.similarity import cosine, heaviest, text_counts, vector, weigher
from dragoman.text.vocabulary import folded, words
from dragoman.types import Span


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Talks", "talk"),
        ("treaties", "treaty"),
        ("Marquès’s", "marque"),
        ("Norland's", "norland"),
        ("crisis", "crisis"),
        ("press", "press"),
        ("gas", "gas"),
        ("1,200", "1200"),
        ("don't", "dont"),
        ("Ångström", "angstrom"),
    ],
)
def test_forms_of_one_word_are_one(word: str, form: str) -> None:
    assert folded(word) == form


def test_words_know_their_places_and_hyphens_part_them() -> None:
    text = "Kee-ho's 2.5 tons, sent on 3 May"

    assert [match[0] for match in words(text)] == ["Kee", "ho's", "2.5", "tons", "sent", "on", "3", "May"]
    assert all(text[match.start() : match.end()] == match[0] for match in words(text))


def test_a_word_that_all_texts_use_weighs_less_than_one_that_few_use() -> None:
    weight = weigher(3, text_counts([["pact", "osk"], ["pact"], ["pact"]]), lambda _: 0.0, 0)

    assert weight("osk") > weight("pact") >= 0.0


def test_with_few_texts_common_words_are_known_to_be_common_beforehand() -> None:
    share = {"president": 0.5}
    weight = weigher(2, {"president": 2, "lantern": 2}, lambda word: share.get(word, 0.0), 100)

    assert weight("president") < weight("lantern") / 2


def test_likeness_is_one_for_equal_words_nothing_for_none_in_common_and_the_same_both_ways() -> None:
    one = vector({"pact": 2, "osk": 1}, lambda _: 1.0)
    other = vector({"pact": 1, "ferry": 1}, lambda _: 1.0)

    assert cosine(one, one) == pytest.approx(1.0)
    assert cosine(one, vector({"tram": 1}, lambda _: 1.0)) == 0.0
    assert cosine(one, other) == cosine(other, one)
    assert 0.0 < cosine(one, other) < 1.0
    assert cosine(one, vector({}, lambda _: 1.0)) == 0.0


def test_a_vector_has_length_one_and_leaves_out_words_of_no_weight() -> None:
    made = vector({"pact": 3, "the": 9}, lambda word: 0.0 if word == "the" else 2.0)

    assert made == {"pact": 1.0}
    assert math.isclose(sum(v * v for v in vector({"a": 1, "b": 4}, lambda _: 0.7).values()), 1.0)


def test_of_equally_heavy_words_the_first_in_the_alphabet_is_kept() -> None:
    assert heaviest({"osk": 0.5, "ado": 0.5, "pact": 0.7}, 2) == (("pact", 0.7), ("ado", 0.5))


def test_words_in_a_shared_run_are_found_and_others_are_not() -> None:
    one = "yesterday the envoys of both shores signed a pact".split()
    other = "in the rain the envoys of both shores left early".split()
    shared = shared_places(one, runs(other))

    assert [
        word for word, holds in zip(one, shared, strict=True) if holds
    ] == "the envoys of both shores".split()
    assert list(stretches(shared)) == [(1, 6)]


def test_a_text_shorter_than_a_run_shares_nothing() -> None:
    assert runs(["two", "words"]) == frozenset()
    assert shared_places(["two", "words"], frozenset()) == (False, False)
    assert list(stretches(())) == []


def test_what_stands_in_one_order_is_counted() -> None:
    assert in_order("abcde", "abcde") == 5
    assert in_order("abcde", "edcba") == 1
    assert in_order("abcd", "axbycd") == 4
    assert in_order("", "abc") == 0


def test_names_and_numbers_are_specific_and_a_first_word_is_a_name_only_if_never_small() -> None:
    text = "Envoys met Holt in Osk. The envoys stayed 3 days. Vallen agreed."
    spans = [Span(0, 23), Span(24, 49), Span(50, 64)]
    found = sentence_words(text, spans)

    assert [word.text for word in found if word.specific] == ["holt", "osk", "the", "3", "vallen"]
    assert all(text[word.start :].lower().startswith(word.text[:3]) for word in found)


def test_groups_are_joined_while_their_mean_likeness_reaches_the_bar() -> None:
    alike = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (3, 4): 0.5}

    assert average_linkage(5, alike, 0.5) == ((0, 1), (2,), (3, 4))
    assert average_linkage(5, alike, 0.4) == ((0, 1, 2), (3, 4))
    assert average_linkage(0, {}, 0.5) == ()


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    chain = {(number, number + 1): 0.6 for number in range(9)}

    assert max(len(group) for group in average_linkage(10, chain, 0.5)) == 2


def test_linkage_is_that_of_the_plain_way() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(40):
        count = chance.randrange(2, 9)
        alike = {
            pair: round(chance.random(), 3) for pair in combinations(range(count), 2) if chance.random() < 0.8
        }

        assert average_linkage(count, alike, 0.4) == _plain(count, alike, 0.4)


def _plain(count: int, alike: dict[tuple[int, int], float], bar: float) -> tuple[tuple[int, ...], ...]:
    """Join the two groups that are most alike, again and again, looking at all pairs each time."""
    groups = [(number,) for number in range(count)]
    while len(groups) > 1:
        mean, one, other = max(
            (
                (sum(alike.get((min(x, y), max(x, y)), 0.0) for x in a for y in b) / (len(a) * len(b)), a, b)
                for a, b in combinations(groups, 2)
            ),
            key=lambda found: found[0],
        )
        if mean < bar:
            break
        groups = [group for group in groups if group not in (one, other)] + [tuple(sorted(one + other))]
    return tuple(sorted(groups))
