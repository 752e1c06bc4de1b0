import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.quantities import quantities, singular, told_number
from dragoman.types import Span


def found(text: str) -> list[tuple[float, str, bool]]:
    return [(q.value, q.unit, q.loose) for q in quantities(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The two sides signed six documents.", [(2, "side", False), (6, "document", False)]),
        ("They talked for five and a half hours.", [(5.5, "hour", False)]),
        ("It drew more than 4,500 people.", [(4500, "person", True)]),
        ("Aid of about 2.5 million tonnes arrived.", [(2_500_000, "tonne", True)]),
        (
            "Twenty-one ministers and three dozen officials came.",
            [(21, "minister", False), (36, "official", False)],
        ),
        ("A loan of $3 billion dollars was agreed.", [(3_000_000_000, "$dollar", False)]),
        ("In 2019 relations soured.", []),
        ("The 1965 treaty stands.", []),
        ("It opened at 14:30 and ended at 5 pm.", []),
        ("One of the envoys left.", []),
        ("The Group of Seven meets from 19 to 21 May, and four days later parts.", []),
    ],
)
def test_counted_things_are_found_with_their_unit(text: str, wanted: list[tuple[float, str, bool]]) -> None:
    assert found(text) == wanted


@given(st.text())
def test_every_span_cuts_back(text: str) -> None:
    if text:
        for quantity in quantities(text, Span(0, len(text))):
            assert quantity.span.cut(text).lower().endswith(("s", quantity.unit[-2:], "n"))


def test_a_long_run_of_digits_is_read_in_no_time() -> None:
    text = "9" * 100_000 + " men"
    assert found(text) == []


@pytest.mark.parametrize(
    ("plural", "one"), [("hours", "hour"), ("parties", "party"), ("people", "person"), ("ties", "tie")]
)
def test_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_whole_numbers_are_told_without_a_point() -> None:
    assert [told_number(x) for x in (5.0, 5.5, 4500.0)] == ["5", "5.5", "4,500"]
