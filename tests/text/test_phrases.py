"""Phrases are found as whole words, whatever their capitals and spaces."""

import pytest

from dragoman.text.phrases import phrase_pattern


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Arms Control talks", ["Arms Control"]),
        ("arms\u00a0 control", ["arms\u00a0 control"]),
        ("farms controlled", []),
        ("He fishes for fisheries", ["fishes", "fisheries"]),
        ("agenda: trade", ["agenda:"]),
        ("The control", ["control"]),
    ],
)
def test_a_phrase_is_found_whole_and_the_longest_first(words: str, found: list[str]) -> None:
    pattern = phrase_pattern(["control", "arms control", "fish*", "agenda:"])

    assert pattern.findall(words) == found
