"""The status of event words, on invented sentences."""

from dataclasses import replace
from pathlib import Path

import pytest

import marked
from builders import read
from dragoman.ontology.events import event_families
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.clauses import clauses
from dragoman.text.status import StatusReader
from dragoman.types import Span, Status

GOLDEN = Path(__file__).parents[1] / "golden" / "status.txt"
CASES = [
    line.split(" || ", 1)
    for line in GOLDEN.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def status(text: str, span: Span) -> Status:
    made, parse = read(text)
    return StatusReader(made.text, parse, lexicon(), event_families()).status(span).status


@pytest.mark.parametrize(("wanted", "case"), CASES)
def test_a_word_is_presented_as_the_golden_file_says(wanted: str, case: str) -> None:
    text, spans = marked.read(case)

    assert status(text, spans["event"]).value == wanted


def test_the_summit_is_planned_when_the_report_told_so_before() -> None:
    first, second = "Holt will hold a summit with Lind.", "The summit sends a message."
    text = f"{first} {second}"
    start = text.index("summit sends")

    assert status(text, Span(start, start + 6)) is Status.PLANNED


def test_the_meeting_is_over_when_the_report_told_so_before() -> None:
    first, second = "Holt met Lind on Monday.", "The meeting could ease the quarrel."
    text = f"{first} {second}"
    start = text.index("meeting")

    assert status(text, Span(start, start + 7)) is Status.HAPPENED


def test_the_rules_alone_judge_what_the_model_has_not_read() -> None:
    text = "The two premiers will discuss the war."
    _, parse = read(text)
    bare = replace(parse, readings=())
    span = Span(text.index("war"), text.index("war") + 3)

    assert StatusReader(text, bare, lexicon(), event_families()).status(span).status is Status.PLANNED


def test_of_several_words_the_verb_at_the_end_of_the_chain_counts() -> None:
    text = "Lind is set to visit Lima."

    assert status(text, Span(text.index("set"), text.index("Lima"))) is Status.PLANNED


def test_clauses_know_what_opens_them() -> None:
    parsed = clauses("If he fails, the ministers will not meet before they leave.", lexicon())

    assert [segment.opener for segment in parsed.segments] == ["if", "", "before"]
    assert [group.form for group in parsed.groups] == ["P", "M", "P"]
    assert [group.negated for group in parsed.groups] == [False, True, False]
