import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sentences import sentence_spans

GOLDEN = Path(__file__).parent.parent / "golden" / "sentences.txt"
CASES = [line for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
PROSE = st.text(alphabet=st.sampled_from("aA .!?…\"'“”’()\n1U.S, —"), max_size=200)


@pytest.mark.parametrize("case", CASES)
def test_cuts_where_a_reader_would(case: str) -> None:
    text = case.replace(" | ", " ")

    found = [span.cut(text) for span in sentence_spans(text)]

    assert " | ".join(found) == case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy left.The hall emptied.", ["The envoy left.", "The hall emptied."]),
        ("“It is late.”The hall emptied.", ["“It is late.”", "The hall emptied."]),
        ("It is said.Ada's note is lost.", ["It is said.", "Ada's note is lost."]),
    ],
)
def test_a_sentence_ends_where_the_white_space_behind_it_was_lost(text: str, expected: list[str]) -> None:
    assert [span.cut(text) for span in sentence_spans(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/note.Long for it.",
        "He met Sen.Okoro in Oslo.",
        "“It is late.”Okoro said.",
        "The host is example.co.Uk today.",
    ],
)
def test_a_stop_inside_a_name_or_an_address_ends_nothing(text: str) -> None:
    assert [span.cut(text) for span in sentence_spans(text)] == [text]


@given(PROSE | st.text(max_size=200))
def test_holds_every_visible_character_once_and_in_order(text: str) -> None:
    spans = list(sentence_spans(text))

    kept = "".join(span.cut(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@given(PROSE, st.integers(min_value=0, max_value=9))
def test_moves_every_span_by_the_offset(text: str, offset: int) -> None:
    moved = [(span.start - offset, span.end - offset) for span in sentence_spans(text, offset)]

    assert moved == [(span.start, span.end) for span in sentence_spans(text)]


def test_an_empty_line_ends_a_sentence_and_a_line_feed_does_not() -> None:
    text = "The envoy\nleft Oslo\n\nHe returned"

    assert [span.cut(text) for span in sentence_spans(text)] == ["The envoy\nleft Oslo", "He returned"]


@pytest.mark.parametrize(
    "text", ["." * 100_000, ". " * 50_000, '."' * 50_000, "?! " * 30_000, "aa.A " * 20_000, "1. " * 30_000]
)
def test_copes_with_endless_marks(text: str) -> None:
    assert sum(len(span.cut(text).replace(" ", "")) for span in sentence_spans(text)) == len(
        text.replace(" ", "")
    )
