from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.models.windows import windows


@given(st.lists(st.tuples(st.sampled_from(["a", ",", "."]), st.integers(1, 12)), max_size=80))
@example([("a", 1), ("a", 1), (",", 1), ("a", 1), ("a", 12)])
def test_windows_hold_every_word_once_in_order_and_none_is_too_long(drawn: list[tuple[str, int]]) -> None:
    forms, sizes = [form for form, _ in drawn], [size for _, size in drawn]

    found = windows(forms, sizes, 12)

    assert [place for first, end in found for place in range(first, end)] == list(range(len(forms)))
    assert all(0 < sum(sizes[first:end]) <= 12 for first, end in found)


def test_a_short_sentence_is_one_window() -> None:
    assert windows(["a"] * 12, [1] * 12, 12) == [(0, 12)]


def test_a_window_ends_behind_a_comma_in_its_last_third() -> None:
    forms = ["a"] * 9 + [","] + ["a"] * 6

    assert windows(forms, [1] * 16, 12) == [(0, 10), (10, 16)]


def test_a_comma_before_the_last_third_does_not_shorten_a_window() -> None:
    forms = ["a", "a", ","] + ["a"] * 13

    assert windows(forms, [1] * 16, 12) == [(0, 12), (12, 16)]
