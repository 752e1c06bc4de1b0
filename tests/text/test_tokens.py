import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind didn't go.", "Lind|did|n't|go|."),
        ("Lind didn’t go.", "Lind|did|n’t|go|."),
        ("Norway's note", "Norway|'s|note"),
        ("they'll, we've, I'm", "they|'ll|,|we|'ve|,|I|'m"),
        ("the envoys' hall", "the|envoys|'|hall"),
        ("Yun Kee-sol's long-term plan", "Yun|Kee-sol|'s|long-term|plan"),
        ("the U.S. and the U.N.", "the|U.S.|and|the|U.N."),
        ("on Jan. 13 at 9 a.m.", "on|Jan.|13|at|9|a.m."),
        ("Mr. O'Dale met Gen. J. Lind.", "Mr.|O'Dale|met|Gen.|J.|Lind|."),
        ("Resolution No. 10", "Resolution|No.|10"),
        ("No.", "No|."),
        ("$1.2 billion, 3.5%", "$|1.2|billion|,|3.5|%"),
        ("the 13th, 15:30", "the|13th|,|15:30"),
        ("“Yes,” he said…", "“|Yes|,|”|he|said|…"),
        ("wait... now -- go", "wait|...|now|--|go"),
        ("see https://example.org/a?b=c.", "see|https://example.org/a?b=c|."),
        ("@okoro wrote #peace", "@okoro|wrote|#peace"),
    ],
)
def test_cuts_words_and_marks(text: str, expected: str) -> None:
    assert "|".join(span.cut(text) for span in tokens(text)) == expected


@given(st.text(max_size=200) | st.text(alphabet="aA.'’-@#1 s\"n t", max_size=200))
def test_holds_every_visible_character_once_and_in_order(text: str) -> None:
    spans = tokens(text)

    assert "".join(span.cut(text) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize("text", ["'" * 100_000, "a-" * 50_000, "http://" + "." * 100_000, "A." * 50_000])
def test_copes_with_endless_marks(text: str) -> None:
    assert "".join(span.cut(text) for span in tokens(text)) == text
