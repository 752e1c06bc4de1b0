from dataclasses import replace

import pytest

from dragoman.errors import RecordError
from dragoman.text.words import words
from dragoman.types import Reading, Span

TEXT = "The tired envoy of Norland left Oslo ."
#       0   1     2     3  4       5    6    7
READING = Reading(
    words=words(TEXT),
    lemmas=("the", "tired", "envoy", "of", "Norland", "leave", "Oslo", "."),
    upos=("DET", "ADJ", "NOUN", "ADP", "PROPN", "VERB", "PROPN", "PUNCT"),
    xpos=("DT", "JJ", "NN", "IN", "NNP", "VBD", "NNP", "."),
    heads=(3, 3, 6, 5, 3, 0, 6, 6),
    relations=("det", "amod", "nsubj", "case", "nmod", "root", "obj", "punct"),
    kinds=(None, None, None, None, None, "visit", None, None),
    statuses=("happened",) * 8,
    status="happened",
)


def test_the_head_of_a_range_hangs_on_none_of_its_words() -> None:
    assert READING.head_of(0, 5) == 2
    assert READING.head_of(3, 5) == 4
    assert READING.head_of(4, 7) == 5


def test_words_are_found_by_their_characters_and_the_other_way_round() -> None:
    start = TEXT.index("envoy")

    assert READING.at(start + 2, start + 8) == (2, 4)
    assert READING.at(3, 4) is None
    assert READING.span(2, 5) == Span(start, start + len("envoy of Norland"))
    assert READING.span(4, 5).cut(TEXT) == "Norland"


def test_a_reading_says_one_thing_of_each_word() -> None:
    with pytest.raises(RecordError, match="a reading of 8 words says"):
        replace(READING, heads=(0,))
