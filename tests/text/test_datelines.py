import pytest

from dragoman.text.datelines import past_dateline
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("OSTMARK, March 3 (Halyard) - Rain fell.", "Rain fell."),
        ("NEW VALLEN, Peru (HLY) — Rain fell.", "Rain fell."),
        ("OSTMARK — Rain fell.", "Rain fell."),
        ("Ostmark (Halyard) - Rain fell.", "Rain fell."),
        ("Rain — a rare thing — fell.", "Rain — a rare thing — fell."),
        ("Lind (Labour) said it rained.", "Lind (Labour) said it rained."),
        ("NATO-led troops left.", "NATO-led troops left."),
        ("OSTMARK —", "OSTMARK —"),
    ],
)
def test_a_dateline_is_passed_and_nothing_else(text: str, rest: str) -> None:
    assert text[past_dateline(text, Span(0, len(text))) :] == rest
