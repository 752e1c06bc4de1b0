"""Our own training sentences read as they are written, and hold what the heads need."""

import sys
from collections import Counter
from pathlib import Path

import pytest

READER = Path(__file__).parents[2] / "training/reader"
sys.path.insert(0, str(READER))

import sentences  # noqa: E402 - beside the training


@pytest.fixture(scope="module")
def marked() -> list[sentences.Sentence]:
    return [one for _, one in sentences.read_all()]


def test_a_marked_line_gives_its_text_and_its_spans() -> None:
    line = "{planned} [content|We will [event:meeting:planned|meet]], [cue|said] [source|[PER|Ada Okoro]]."

    one = sentences.read_line(line)

    assert one.text == "We will meet, said Ada Okoro."
    assert one.status == "planned"
    told = {(mark.label, one.text[mark.start : mark.end]) for mark in one.marks}
    assert ("event", "meet") in told
    assert ("content", "We will meet") in told
    assert ("source", "Ada Okoro") in told


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("No status.", "status of its sentence"),
        ("{planned} [PER|Lind left.", "left open"),
        ("{planned} Lind] left.", "not opened"),
        ("{planned} [SHIP|Lind] left.", "unknown label"),
        ("{planned} Lind [event:visit:perhaps|left].", "unknown event label"),
    ],
)
def test_a_line_that_does_not_read_says_why(line: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        sentences.read_line(line)


def test_every_sentence_is_its_own(marked: list[sentences.Sentence]) -> None:
    twice = [text for text, times in Counter(one.text for one in marked).items() if times > 1]

    assert twice == []


def test_every_status_kind_of_name_and_part_of_a_quotation_is_shown(marked: list[sentences.Sentence]) -> None:
    marks = [mark for one in marked for mark in one.marks]

    assert {mark.status for mark in marks if mark.status} == set(sentences.EVENT_STATUSES)
    assert {mark.label for mark in marks} == {"event", *sentences.NAMES, *sentences.QUOTE_PARTS}
    assert {one.status for one in marked} == set(sentences.SENTENCE_STATUSES)
    assert sentences.kinds() <= {mark.kind for mark in marks if mark.kind}


def test_an_event_is_one_word(marked: list[sentences.Sentence]) -> None:
    long = [
        one.text[mark.start : mark.end]
        for one in marked
        for mark in one.marks
        if mark.kind and " " in one.text[mark.start : mark.end]
    ]

    assert long == []
