import pytest

from dragoman.text.capitals import CapitalCues, Stand, stands_for_government
from dragoman.text.names import words

CUES = CapitalCues(
    acts=frozenset({"said", "wants", "will"}),
    towards=frozenset({"between", "with", "against", "by"}),
    places=frozenset({"in", "to", "from", "near"}),
    pairs=frozenset({"ties", "relations"}),
    city=frozenset({"streets", "airport"}),
)


@pytest.mark.parametrize(
    "text",
    [
        "Osk said no.",
        "Osk also wants a treaty.",
        "Osk refused twice.",
        "Ties with Osk are old.",
        "A rift between Osk and Vallen grew.",
        "A rift between Vallen and Osk grew.",
        "They met Osk's anger.",
        "From Osk’s point of view it was late.",
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_is_a_government(text: str) -> None:
    assert _government(text)


@pytest.mark.parametrize(
    "text",
    [
        "They slept in Osk.",
        "A train to Osk stopped.",
        "Snow lay on Osk's streets.",
        "They saw Osk's Grand Airport.",
        "The Osk summit is over.",
        "In the Osk airport they waited.",
    ],
)
def test_a_capital_where_things_happen_is_a_town(text: str) -> None:
    assert not _government(text)


def _government(text: str) -> bool:
    found = words(text, 0, len(text))
    first = next(place for place, word in enumerate(found) if word.text == "Osk")
    return stands_for_government(Stand(found, first, first + 1, text), CUES)
