"""Reading <-> a few bytes for the cache, exactly.

Words and lemmas are not packed: the sentence and its tags give them again. The rest is whole numbers, one
column after another so that zlib finds what repeats.
"""

import zlib
from collections.abc import Callable, Iterable, Sequence

from dragoman.errors import StoreError
from dragoman.models.manifest import Manifest
from dragoman.types import NamedWords, Reading, Span

_SEVEN_BITS = 0x7F


class Packing:
    """Packs the readings of one model, and unpacks them with the words and lemmas that they had.

    Only the model that packed bytes can unpack them: whoever keeps them puts its digest into their key.
    """

    def __init__(
        self, made: Manifest, words: Callable[[str], tuple[Span, ...]], lemma: Callable[[str, str, str], str]
    ) -> None:
        heads = made.heads
        self._words = words
        self._lemma = lemma
        self._upos = _Column(heads["upos"])
        self._xpos = _Column(heads["xpos"])
        self._relations = _Column(made.relations)
        self._nothing = heads["kind"][0]
        self._kinds = _Column(heads["kind"])
        self._statuses = _Column(heads["status"])
        self._names = _Column(tuple(dict.fromkeys(label[2:] for label in heads["names"] if label[2:])))
        self._whole = _Column((*made.sentence, ""))

    def pack(self, reading: Reading) -> bytes:
        """Return ``reading`` as bytes."""
        told = [len(reading.words), *self._whole.numbers([reading.status]), *reading.heads]
        told += self._upos.numbers(reading.upos)
        told += self._xpos.numbers(reading.xpos)
        told += self._relations.numbers(reading.relations)
        told += self._kinds.numbers(self._nothing if kind is None else kind for kind in reading.kinds)
        told += self._statuses.numbers(reading.statuses)
        kinds = self._names.numbers(name.kind for name in reading.names)
        told += [len(kinds), *kinds]
        for ranges in (
            [(n.first, n.end) for n in reading.names],
            reading.sources,
            reading.cues,
            reading.contents,
        ):
            told += [len(ranges), *(place for pair in ranges for place in pair)]
        return zlib.compress(_written(told))

    def unpack(self, packed: bytes, sentence: str) -> Reading:
        """Return the reading of ``sentence`` that was packed.

        Raises:
            StoreError: the bytes are not those of a reading of this sentence.

        """
        try:
            return self._unpacked(_Numbers(_read(zlib.decompress(packed))), sentence)
        except (zlib.error, IndexError, ValueError) as error:
            raise StoreError(f"a stored reading cannot be read: {error!r}; run `dragoman doctor`") from error

    def _unpacked(self, told: "_Numbers", sentence: str) -> Reading:
        spans = self._words(sentence)
        count, status = told.take(2)
        if count != len(spans):
            raise ValueError(f"{count} words were packed, and the sentence has {len(spans)}")
        heads = told.take(count)
        upos, xpos = self._upos.labels(told.take(count)), self._xpos.labels(told.take(count))
        relations, kinds = self._relations.labels(told.take(count)), self._kinds.labels(told.take(count))
        statuses = self._statuses.labels(told.take(count))
        named = self._names.labels(told.take(told.take(1)[0]))
        names, sources, cues, contents = (told.pairs() for _ in range(4))
        forms = [sentence[span.start : span.end] for span in spans]
        return Reading(
            words=spans,
            lemmas=tuple(map(self._lemma, forms, upos, xpos)),
            upos=upos,
            xpos=xpos,
            heads=tuple(heads),
            relations=relations,
            kinds=tuple([None if kind == self._nothing else kind for kind in kinds]),
            statuses=statuses,
            names=tuple(NamedWords(kind, *place) for kind, place in zip(named, names, strict=True)),
            sources=sources,
            cues=cues,
            contents=contents,
            status=self._whole.labels([status])[0],
        )


class _Column:
    """Labels as the numbers of their places in the manifest."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        self._places = {label: place for place, label in enumerate(self._labels)}

    def numbers(self, labels: Iterable[str]) -> list[int]:
        """Return the number of each label."""
        return [self._places[label] for label in labels]

    def labels(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the label of each number."""
        return tuple([self._labels[number] for number in numbers])


class _Numbers:
    """Numbers taken off the front of a list."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self._at = 0

    def take(self, count: int) -> Sequence[int]:
        """Return the next ``count`` numbers; raise ``ValueError`` where there are fewer."""
        found = self._numbers[self._at : self._at + count]
        self._at += count
        if len(found) != count:
            raise ValueError("it ends too early")
        return found

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Return the next ranges, whose number stands before them."""
        found = self.take(2 * self.take(1)[0])
        return tuple(zip(found[::2], found[1::2], strict=True))


def _written(numbers: Sequence[int]) -> bytes:
    """Return numbers in bytes of seven bits, the low ones first; the eighth bit says that more follow."""
    if max(numbers) <= _SEVEN_BITS:
        return bytes(numbers)
    found = bytearray()
    for number in numbers:
        left = number
        while left > _SEVEN_BITS:
            found.append(left & _SEVEN_BITS | ~_SEVEN_BITS & 0xFF)
            left >>= 7
        found.append(left)
    return bytes(found)


def _read(told: bytes) -> list[int]:
    """Return the numbers that ``_written`` was given."""
    if told.isascii():
        return list(told)
    found: list[int] = []
    number = shift = 0
    for byte in told:
        number |= (byte & _SEVEN_BITS) << shift
        if byte > _SEVEN_BITS:
            shift += 7
        else:
            found.append(number)
            number = shift = 0
    return found
