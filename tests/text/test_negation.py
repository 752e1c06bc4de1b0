"""Denials and rebuttals, on invented sentences."""

import pytest

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.clauses import clauses
from dragoman.text.negation import denied, rebuttal
from dragoman.types import Status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No envoy has been named.", True),
        ("Neither minister mentioned the map.", True),
        ("Nothing was signed.", True),
        ("The president called off the trip.", True),
        ("The session broke up without a statement.", True),
        ("The president called the trip a gift.", False),
        ("The session ended with a statement.", False),
        ("The ministry scrapped the toll.", False),
        ("The envoy left without his coat.", False),
    ],
)
def test_what_nobody_did_or_was_called_off_is_denied(text: str, told: bool) -> None:  # noqa: FBT001
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None

    assert denied(parsed, lexicon(), main) is told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They aren't.", Status.NEGATED),
        ("A pause doesn't imply a quarrel.", Status.NEGATED),
        ("It wasn't about the fish.", Status.NEGATED),
        ("That's not a surrender.", Status.OPINION),
        ("The seating was no accident.", Status.OPINION),
        ("The envoy was not on board.", None),
        ("The envoy is on board.", None),
    ],
)
def test_a_denied_reading_is_told_from_a_denied_fact(text: str, status: Status | None) -> None:
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None

    assert rebuttal(parsed, lexicon(), main) is status
