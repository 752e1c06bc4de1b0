"""Time expressions: golden cases by class, and what must hold for any text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from dragoman.text.sentences import sentence_spans
from dragoman.text.timex import TimeHit, time_expressions
from dragoman.types import Precision, Span, TimeKind

GOLDEN = Path(__file__).parents[1] / "golden" / "times.txt"
ANCHOR = date(2026, 1, 12)
WORDS = (
    "Monday Tuesday May March Sun 1 12 31 2019 1990s '80s on in at the a of last next this every early mid - "
    "week weeks year years day decade century quarter first second two hundred thousand few ago later before "
    "after from now , . ; 's 3:30 p.m. GMT noon 2026-01-12 1/2 2.5 spring fall weekend today Easter New Eve "
    "half and thanksgiving tonight morning nineteen ninety-six 20th fiscal ended"
).split()


def cases() -> list[tuple[date | None, str, list[str]]]:
    """Read the golden file: a line per text, then an indented line per expression in it."""
    found: list[tuple[date | None, str, list[str]]] = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][2].append(line.strip())
        elif not line.startswith("#"):
            published, text = line.split(" || ")
            found.append((None if published == "-" else date.fromisoformat(published), text, []))
    return found


def told(label: str, hit: TimeHit) -> str:
    """Write an expression as the golden file does."""
    when = hit.when
    days = f" {when.start} {when.end} {when.precision.value}" if when else ""
    return f"{label} {hit.kind.value} {hit.value}{days}"


@pytest.mark.parametrize(("published", "case", "expected"), cases())
def test_reads_the_golden_cases(published: date | None, case: str, expected: list[str]) -> None:
    text, _ = marked.read(case)

    hits = list(time_expressions(text, published, tuple(sentence_spans(text))))

    labels = [chr(ord("a") + number) for number in range(len(hits))]
    spans = {label: hit.span for label, hit in zip(labels, hits, strict=True)}
    assert marked.write(text, spans) == case
    assert [told(label, hit) for label, hit in zip(labels, hits, strict=True)] == expected


def check(text: str, anchor: date | None) -> None:
    """Assert what holds for every text: spans in order that cut back to the words, and no empty value."""
    last = 0
    for hit in time_expressions(text, anchor):
        assert last <= hit.span.start
        assert hit.span.cut(text).strip() == hit.span.cut(text)
        assert hit.value
        if hit.when:
            assert hit.when.told == hit.span.cut(text)
            assert hit.when.start < hit.when.end
        last = hit.span.end


@given(st.text(), st.none() | st.dates())
def test_any_text_is_read_without_an_error(text: str, anchor: date | None) -> None:
    check(text, anchor)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.none() | st.dates())
def test_any_row_of_time_words_is_read_without_an_error(words: list[str], anchor: date | None) -> None:
    check(" ".join(words), anchor)


@given(st.lists(st.sampled_from(WORDS), max_size=10))
def test_without_a_day_of_publication_nothing_relative_has_days(words: list[str]) -> None:
    for hit in time_expressions(" ".join(words), None):
        if hit.when and hit.kind is TimeKind.DATE:
            assert any(letter.isdigit() for letter in hit.value)
            assert "X" not in hit.value


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(anchor: date) -> None:
    text = "It ended yesterday, last week, a century ago, and begins tomorrow, next decade, in Easter week."

    assert list(time_expressions(text, anchor))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1," * 50_000,
        "12:" * 30_000,
        "twenty " * 20_000,
        "last " * 20_000 + "week",
        "the end of " * 10_000,
        "A." * 50_000,
        "'" * 100_000,
        "said " * 20_000 + "Monday",
        "- " * 50_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_comes_to_an_end(text: str) -> None:
    assert len(list(time_expressions(text, ANCHOR))) <= 1


def test_a_row_of_digits_as_a_count_is_no_error() -> None:
    hits = list(time_expressions(f"He waited {'9' * 5000} years and {'9' * 5000} days ago.", ANCHOR))

    assert [hit.kind for hit in hits] == [TimeKind.DURATION, TimeKind.DATE]
    assert hits[1].when is None


def test_sentences_bound_what_is_read() -> None:
    text = "They met on Friday. They met on Thursday."

    hits = list(time_expressions(text, ANCHOR, (Span(0, 19),)))

    assert [hit.span.cut(text) for hit in hits] == ["Friday"]


def test_the_same_words_differ_with_the_day_of_publication() -> None:
    text = "The talks ended on Friday."

    days = {
        time.when.start
        for day in (12, 19)
        for time in time_expressions(text, date(2026, 1, day))
        if time.when
    }

    assert days == {date(2026, 1, 9), date(2026, 1, 16)}


def test_parts_of_a_period_are_vague() -> None:
    (late,) = time_expressions("They will meet in late January.", ANCHOR)

    assert late.value == "2026-01"
    assert late.when is not None
    assert late.when.precision is Precision.VAGUE
    assert (late.when.start, late.when.end) == (date(2026, 1, 17), date(2026, 2, 1))
