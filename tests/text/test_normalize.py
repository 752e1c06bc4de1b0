"""Clean text: one spelling, nothing invisible, every offset mapped back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.normalize import normalize, raw_offset

AWKWARD = st.text(
    st.one_of(
        st.sampled_from("ae\u0301\u0323\u0308 \r\n\t\x00\x0c\x85\u200b\u200d\u202e\u2066\ufeff\u00ad"),
        st.sampled_from("\u1100\u1161\u11a8\u0958\u212b\u0344\U000e0041\ud800\udfff가각漢字\u2028"),
        st.characters(),
    ),
    max_size=60,
)
GONE = (
    "\x00\x07\x1b\x7f\x9f\u00ad\u200b\u200c\u200d\u200e\u202a\u202e\u2066\u2069\ufeff"
    "\ud83d\udc4d\U000e0001\U000e007f"
)


def test_a_clean_text_comes_out_unchanged_with_its_own_offsets() -> None:
    text = "Envoys met in Łódź.\n\n  • “No date,” said Ms Åström — yet…\tEnd"

    clean = normalize(text)

    assert clean.text == text
    assert clean.offsets == ((0, 0),)


@pytest.mark.parametrize("char", GONE)
def test_an_invisible_character_is_removed_and_the_offsets_step_over_it(char: str) -> None:
    clean = normalize(f"ab{char}cd")

    assert clean.text == "abcd"
    assert [raw_offset(clean.offsets, place) for place in range(5)] == [0, 1, 3, 4, 5]


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_break_becomes_a_line_feed(line_break: str) -> None:
    clean = normalize(f"one{line_break}two")

    assert clean.text == "one\ntwo"
    assert raw_offset(clean.offsets, 4) == 3 + len(line_break)


def test_a_letter_written_in_two_parts_is_composed_and_what_follows_is_mapped_back() -> None:
    clean = normalize("cafe\u0301 in Ha\u0308meenlinna")

    assert clean.text == "café in Hämeenlinna"
    assert raw_offset(clean.offsets, clean.text.index("in")) == 6
    assert raw_offset(clean.offsets, clean.text.index("meen")) == 12


@given(AWKWARD)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = normalize(text)
    twice = normalize(once.text)

    assert twice.text == once.text
    assert twice.offsets == ((0, 0),)


@given(AWKWARD)
def test_the_result_is_composed_and_holds_nothing_invisible(text: str) -> None:
    clean = normalize(text).text

    assert unicodedata.is_normalized("NFC", clean)
    assert not set(clean) & set(GONE + "\r")
    clean.encode()


@given(AWKWARD)
def test_offsets_never_run_backwards_and_stay_inside_the_raw_text(text: str) -> None:
    clean = normalize(text)

    places = [raw_offset(clean.offsets, place) for place in range(len(clean.text) + 1)]

    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(AWKWARD)
def test_a_character_that_no_composition_touched_is_found_at_its_raw_offset(text: str) -> None:
    clean = normalize(text)

    for place, char in enumerate(clean.text):
        if char.isascii() and char != "\n" and clean.text[place + 1 : place + 2] < "\u0300":
            assert text[raw_offset(clean.offsets, place)] == char
