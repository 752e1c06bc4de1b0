import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.quotation import marked, verbatim
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said.", ["We go,"]),
        ('"We go," she said, "and soon."', ["We go,", "and soon."]),
        ("''We go,'' she said.", ["We go,"]),
        ("«We go», she said.", ["We go"]),
        ("“He said ‘never’ twice,” she said.", ["He said ‘never’ twice,"]),
        ("the so-called ‘big’ plan and Norway’s", ["big"]),
        ("Norway's plan, the envoys' hall", []),
        ("“Odd,“ he said.", ["Odd,"]),
        ("“A first part that goes on", ["A first part that goes on"]),
        ('She said: "It goes on', ["It goes on"]),
        ('a 5" pipe', []),
    ],
)
def test_finds_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert [one.inner.cut(text) for one in marked(text)] == expected


def test_tells_a_quotation_that_the_next_paragraph_carries_on() -> None:
    assert [one.open for one in marked("“One.” “Two")] == [False]
    assert [one.open for one in marked("“One")] == [True]


def test_gives_the_marked_words_of_a_mixed_content() -> None:
    text = "Lind said the plan was “ripe” and “fair”."

    assert [span.cut(text) for span in verbatim(text, Span(10, len(text)))] == ["ripe", "fair"]


def test_content_without_its_outer_marks_is_verbatim_as_a_whole() -> None:
    text = "Lind called it “ripe” and left."

    assert verbatim(text, Span(16, 20)) == (Span(16, 20),)
    assert verbatim(text, Span(0, 11)) == ()


@given(st.text(alphabet="a “”\"'’‘«»,.", max_size=200), st.integers(min_value=0, max_value=5))
def test_stretches_never_overlap_and_lie_in_the_text(text: str, offset: int) -> None:
    found = marked(text, offset)

    assert all(offset <= one.outer.start < one.inner.start for one in found)
    assert all(one.inner.end <= one.outer.end <= len(text) + offset for one in found)
    assert all(one.outer.end <= two.outer.start for one, two in itertools.pairwise(found))


@pytest.mark.parametrize("mark", ['"', "“", "''", "'", "“a” "])
def test_copes_with_endless_marks(mark: str) -> None:
    text = mark * 100_000

    assert all(one.outer.end <= len(text) for one in marked(text))
