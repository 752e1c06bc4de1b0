from dataclasses import replace

import pytest

from dragoman.models.cached import CachedReader
from dragoman.models.lemmas import Lemmas
from dragoman.pipeline.readings import RecentReadings
from models.networks import AWKWARD, LEMMAS, MANIFEST, CountingReader, chance_reader, invented


@pytest.fixture(autouse=True)
def lemmas_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.models import lemmas

    def by_hand(_: object) -> Lemmas:
        return LEMMAS

    monkeypatch.setattr(lemmas, "shared_lemmas", by_hand)


def test_a_sentence_is_read_once_and_says_the_same_from_the_cache() -> None:
    counting, texts = CountingReader(), [invented(12, seed) for seed in (0, 1, 0)]
    reader = CachedReader(MANIFEST, RecentReadings(), lambda: counting)

    first, again = reader.read(texts), reader.read(texts)

    assert first == again == chance_reader().read(texts)
    assert counting.count == 2


@pytest.mark.parametrize("kind", AWKWARD)
def test_awkward_texts_go_through_the_cache(kind: str) -> None:
    reader = CachedReader(MANIFEST, RecentReadings(), CountingReader)

    assert (
        reader.read([AWKWARD[kind]]) == reader.read([AWKWARD[kind]]) == chance_reader().read([AWKWARD[kind]])
    )


def test_the_model_is_not_opened_while_the_cache_has_everything() -> None:
    kept: dict[bytes, bytes] = {}
    filled = RecentReadings()
    CachedReader(MANIFEST, filled, CountingReader).read([invented(12)])
    kept.update(filled.take_new())

    def refuse() -> CountingReader:
        raise AssertionError("opened")

    reader = CachedReader(MANIFEST, RecentReadings(kept.get), refuse)
    assert reader.read([invented(12)]) == chance_reader().read([invented(12)])


def test_another_model_does_not_read_from_the_cache_of_this_one() -> None:
    counting, recent = CountingReader(), RecentReadings()
    CachedReader(MANIFEST, recent, lambda: counting).read(["The envoy left."])

    CachedReader(replace(MANIFEST, digest="another"), recent, lambda: counting).read(["The envoy left."])

    assert counting.count == 2


def test_a_damaged_reading_is_made_anew() -> None:
    recent = RecentReadings()
    reader = CachedReader(MANIFEST, recent, CountingReader)
    (whole,) = reader.read(["The envoy left."])
    ((key, packed),) = recent.take_new()

    mended = RecentReadings({key: packed[:-1]}.get)

    assert CachedReader(MANIFEST, mended, CountingReader).read(["The envoy left."]) == (whole,)
    assert mended.take_new() == ((key, packed),)
