"""What a text says to its reader, on invented sentences."""

import pytest

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.address import advises, describes_itself, wants_list
from dragoman.text.clauses import clauses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("This guide explains how the ferry treaty works.", True),
        ("Below, we list the five clauses.", True),
        ("Here is a short history of the canal.", True),
        ("The minister explains how the ferry treaty works.", False),
        ("Here is what to read first.", False),
        ("The section of the wall fell.", False),
    ],
)
def test_a_text_that_speaks_of_itself_is_seen(text: str, told: bool) -> None:  # noqa: FBT001
    assert describes_itself(clauses(text, lexicon()), lexicon()) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When the toast is over, count the flags.", True),
        ("Instead, weigh:", True),
        ("Do not trust the captions.", True),
        ("Here is what to read first.", True),
        ("After lunch, work resumed.", False),
        ("In Lima, trade ministers met.", False),
        ("Study groups met in Bern.", False),
        ("When the toast is over, the envoys leave.", False),
    ],
)
def test_advice_is_a_bare_verb_also_behind_a_clause(text: str, told: bool) -> None:  # noqa: FBT001
    assert advises(clauses(text, lexicon()), lexicon()) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The island's wishes are few:", True),
        ("What the crew wants:", True),
        ("The island's wishes are few.", False),
        ("The island's ports are few:", False),
        ("Wishes were not the matter:", False),
    ],
)
def test_a_list_of_wishes_is_opened_by_a_noun_of_wanting(text: str, told: bool) -> None:  # noqa: FBT001
    assert wants_list(clauses(text, lexicon()), lexicon()) is told
