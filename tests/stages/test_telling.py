import pytest

from dragoman.stages.parse_parts.telling import is_telling


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy of Norland left.",
        "It rained in Šibenik.",
        '"We are done.',
        "It was “over”.",
        "They met twice.",
        "Talks were long.",
        "He denied it.",
        "The negotiations went on.",
        "Both sides are negotiating.",
        "IT IS OVER",
    ],
)
def test_a_name_a_quotation_a_cue_or_an_event_makes_a_sentence_telling(sentence: str) -> None:
    assert is_telling(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["", "The rain was cold.", "It was a long and wet day.", "1,200 of 3,000.", "Bread is dear here."],
)
def test_a_sentence_with_none_of_these_is_not(sentence: str) -> None:
    assert not is_telling(sentence)
