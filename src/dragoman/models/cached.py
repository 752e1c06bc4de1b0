"""A reader that reads each sentence once: what is in a cache is not read again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import StoreError
from dragoman.models.manifest import FOLDER, Manifest, manifest
from dragoman.ports import Reader, ReadingCache
from dragoman.text.words import VERSION as WORDS_VERSION
from dragoman.types import Reading

if TYPE_CHECKING:
    from dragoman.models.pack import Packing

VERSION = 1
"""Raised when the same model and words would give other readings: another decoding, another packing."""


def shipped_reader(cache: ReadingCache, folder: Path = FOLDER) -> "CachedReader":
    """Return the reader of the model in ``folder``, opened at the first sentence that the cache lacks.

    Raises:
        ModelError: a file of the model is missing or cut short.

    """
    made = manifest(folder)

    def opened() -> Reader:
        from dragoman.models.reader import open_reader

        return open_reader(made.folder)

    return CachedReader(made, cache, opened)


class CachedReader:
    """Reads what ``cache`` lacks with the reader that ``opened`` gives, and puts it there.

    Whether a reading comes from the cache or is made changes nothing in it. numpy, onnxruntime and the
    weights are loaded when they are needed: where everything is in the cache, they are not.
    """

    def __init__(self, made: Manifest, cache: ReadingCache, opened: Callable[[], Reader]) -> None:
        self._made = made
        self._cache = cache
        self._opened = opened
        self.digest = f"{made.digest}.{WORDS_VERSION}.{VERSION}"

    @cached_property
    def _reader(self) -> Reader:
        return self._opened()

    @cached_property
    def _packing(self) -> "Packing":
        from dragoman.models.lemmas import shared_lemmas
        from dragoman.models.pack import Packing
        from dragoman.text.words import words

        return Packing(self._made, words, shared_lemmas(self._made.path("lemmas.json.gz")).of)

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        """Return the reading of each sentence, in order."""
        return tuple(map(self._read, sentences))

    def _read(self, sentence: str) -> Reading:
        key = self._key(sentence)
        packed = self._cache.get(key)
        if packed is not None:
            with suppress(StoreError):  # damaged: it is read anew
                return self._packing.unpack(packed, sentence)
        (reading,) = self._reader.read([sentence])
        self._cache.put(key, self._packing.pack(reading))
        return reading

    def _key(self, sentence: str) -> bytes:
        """Return the key of a sentence: 16 bytes, so that two of 10^15 sentences may share one by chance."""
        told = f"{self.digest}\0{sentence}".encode("utf-8", "surrogatepass")
        return blake2b(told, digest_size=16).digest()
