"""Who does something to whom, on invented sentences that the model reads."""

import pytest

from builders import read
from dragoman.text.deeds import deed, phrase_of
from dragoman.text.trees import Tree, of

_PEOPLE = {"soldier", "rebel", "envoy", "ship", "police", "minister"}


def tree(text: str) -> Tree:
    _, parse = read(text)
    reading = parse.readings[0]
    assert reading is not None
    return of(reading)


def parties(text: str) -> tuple[list[str], list[str]]:
    read_ = tree(text)
    named = {word for name in read_.reading.names for word in range(name.first, name.end)}
    told = deed(read_, lambda word: word in named or read_.lemma(word) in _PEOPLE)
    assert told is not None
    sources, targets = (
        [read_.reading.span(*phrase_of(read_, head)).cut(text) for head in heads]
        for heads in (told.sources, told.targets)
    )
    return sources, targets


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("Norwegian soldiers attacked the rebels.", ["Norwegian soldiers"], ["the rebels"]),
        ("The envoy was arrested by Peruvian police.", ["Peruvian police"], ["The envoy"]),
        ("Peru imposed sanctions on Kenya.", ["Peru"], ["Kenya"]),
        ("Kenya and Peru criticised the Norwegian minister.", ["Kenya", "Peru"], ["the Norwegian minister"]),
        ("Peru plans to expel the envoy.", ["Peru"], ["the envoy"]),
        ("Kenya rejected the minister's offer to mediate.", ["Kenya"], ["the minister's offer"]),
    ],
)
def test_who_acts_and_whom_it_is_done_to(text: str, sources: list[str], targets: list[str]) -> None:
    assert parties(text) == (sources, targets)


def test_a_phrase_ends_before_a_clause_and_begins_after_its_preposition() -> None:
    text = "They spoke with the envoy of Peru, who had come by ship."
    read_ = tree(text)
    envoy = read_.reading.lemmas.index("envoy")

    assert read_.reading.span(*phrase_of(read_, envoy)).cut(text) == "the envoy of Peru"
