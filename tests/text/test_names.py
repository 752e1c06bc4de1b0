from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.names import (
    Customs,
    families,
    folded,
    key,
    name_run,
    same,
    shaped_like_a_person,
    words,
)

CUSTOMS = Customs(
    family_first=frozenset({"lee", "wen", "nguyen", "kim"}),
    particles=frozenset({"von", "der", "van", "bin", "al", "de"}),
)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Wen Dal-ho", "wen dal ho"),
        ("WEN DAL HO", "wen dal ho"),
        ("José Ødegård", "jose odegard"),
        ("Ana O’Hara", "ana ohara"),
        ("Łukasz Żak", "lukasz zak"),
    ],
)
def test_spellings_fold_to_plain_small_letters(name: str, plain: str) -> None:
    assert folded(name) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wen Dal-ho", "Wen Dal Ho"),
        ("Dal-ho Wen", "Wen Dal-ho"),
        ("Wen Dalho", "Wen Dal-ho"),
        ("Ada Okoro", "Okoro Ada"),
        ("Ada N. Okoro", "Ada Okoro"),
        ("Ada Okoro Jr.", "Ada Okoro"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same(one, other, CUSTOMS)
    assert same(other, one, CUSTOMS)


def test_two_people_of_one_family_are_not_the_same() -> None:
    assert not same("Wen Dal-ho", "Wen Chul-su", CUSTOMS)
    assert not same("Ada Okoro", "Ben Okoro", CUSTOMS)


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("Ada Okoro", ("okoro",)),
        ("Wen Dal-ho", ("wen",)),
        ("Dal-ho Wen", ("wen",)),
        ("Greta von der Aue", ("von der aue", "aue")),
        ("Sami Nur al-Tahan", ("al tahan", "tahan")),
        ("Ada Okoro Jr.", ("okoro",)),
    ],
)
def test_a_name_may_be_cut_down_to_its_family_name(name: str, known_as: tuple[str, ...]) -> None:
    found = families(name, CUSTOMS)

    assert set(known_as) <= set(found)
    assert found[0] == known_as[0]


def test_a_key_is_one_for_both_orders_of_a_hyphened_name() -> None:
    assert key("Wen Dal-ho", CUSTOMS) == key("Dal-ho Wen", CUSTOMS) == key("Wen Dal Ho", CUSTOMS)


@pytest.mark.parametrize("name", ["Wen Dal-ho", "Ada N. Okoro", "Omar bin Hadi"])
def test_the_form_alone_can_show_a_person(name: str) -> None:
    assert shaped_like_a_person(name, CUSTOMS)


@pytest.mark.parametrize("name", ["Okoro", "Trade Union", "Baltic Way"])
def test_two_capitals_alone_do_not_show_a_person(name: str) -> None:
    assert not shaped_like_a_person(name, CUSTOMS)


def test_a_run_joins_particles_and_pet_names_and_ends_at_a_possessive() -> None:
    text = "Greta von der Aue’s aide met Ada “Bibi” Okoro today"
    found = words(text, 0, len(text))

    first = name_run(found, 0, text, CUSTOMS)
    second = name_run(found, 6, text, CUSTOMS)

    assert text[found[0].start : found[first - 1].end] == "Greta von der Aue"
    assert text[found[6].start : found[second - 1].end] == "Ada “Bibi” Okoro"


def test_a_run_does_not_end_in_a_particle() -> None:
    text = "Pieter van arrived"
    found = words(text, 0, len(text))

    assert name_run(found, 0, text, CUSTOMS) == 1


@given(st.text(max_size=80))
def test_words_cut_back_in_order(text: str) -> None:
    found = words(text, 0, len(text))

    for word in found:
        assert text[word.start : word.end] == word.text
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(max_size=40))
def test_no_name_is_too_odd_to_fold(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    families(name, CUSTOMS)
    assert same(name, name, CUSTOMS)
