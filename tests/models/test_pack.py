import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import StoreError
from dragoman.models.pack import Packing
from dragoman.text.words import words
from dragoman.types import Reading
from models.networks import AWKWARD, LEMMAS, MANIFEST, chance_reader, invented

PACKING = Packing(MANIFEST, words, LEMMAS.of)


def read(text: str) -> Reading:
    (reading,) = chance_reader().read([text])
    return reading


@pytest.mark.parametrize("kind", AWKWARD)
def test_an_awkward_reading_comes_back_as_it_was(kind: str) -> None:
    text = AWKWARD[kind]

    assert PACKING.unpack(PACKING.pack(read(text)), text) == read(text)


@given(st.text(max_size=80) | st.builds(invented, st.integers(1, 300), st.integers(0, 9)))
@settings(deadline=None)
def test_any_reading_comes_back_as_it_was(text: str) -> None:
    assert PACKING.unpack(PACKING.pack(read(text)), text) == read(text)


def test_equal_readings_are_equal_bytes() -> None:
    assert PACKING.pack(read(invented(30))) == PACKING.pack(read(invented(30)))


def test_a_sentence_takes_a_few_bytes_a_word() -> None:
    assert len(PACKING.pack(read(invented(30)))) < 8 * 30


@pytest.mark.parametrize(
    "damaged", [b"", b"no reading", PACKING.pack(read("The envoy left."))[:-3], PACKING.pack(read("Oslo"))]
)
def test_bytes_of_something_else_are_refused(damaged: bytes) -> None:
    with pytest.raises(StoreError, match="a stored reading cannot be read"):
        PACKING.unpack(damaged, "The envoy left.")
