"""What the run and the surfaces need from the outside, as small protocols."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from dragoman.types import Article, ArticleId, Parse, Reading, Story, StoryId

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

R = TypeVar("R")


class View(Protocol):
    """Gives records back; never changes them. All orders are fixed: by day, then id, or as read."""

    def articles(self, ids: Sequence[ArticleId] | None = None) -> Iterator[Article]:
        """Yield the articles named, or all, in order of publication day (undated last), then id."""

    def parses(self, ids: Sequence[ArticleId]) -> Iterator[Parse]:
        """Yield the sentences of each article named, in the order named, without their readings."""

    def findings(self, kind: type[R], ids: Sequence[ArticleId] | None = None) -> Iterator[R]:
        """Yield the findings of ``kind`` in the articles named, or in all, in reading order within each."""

    def stories(self) -> Iterator[Story]:
        """Yield every story: most texts first, then newest, then by id."""

    def story_findings(self, kind: type[R], story: StoryId) -> Iterator[R]:
        """Yield the origins, meetings or claims of one story, in their order."""


class Writer(Protocol):
    """Takes the results of a run; every call is one transaction, whole or not at all."""

    def add(self, batch: Iterable[object]) -> None:
        """Keep the rows of a batch of documents; the same document twice is kept once."""


class Reader(Protocol):
    """Reads sentences. What it says of one hangs on its text alone, not on those read beside it."""

    @property
    def digest(self) -> str:
        """Name the weights and the rules: equal digests mean equal readings of equal sentences."""

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        """Return the reading of each sentence, in order."""


class ReadingCache(Protocol):
    """Remembers packed readings; it may forget any of them."""

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under ``key``, if it is still there."""

    def put(self, key: bytes, packed: bytes) -> None:
        """Remember ``packed`` under ``key``; what is there already is equal to it."""


class Encoder(Protocol):
    """Makes vectors of texts; the product of two is high where the texts say much the same."""

    @property
    def digest(self) -> str:
        """Name the weights: equal digests mean equal vectors."""

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one row of unit length for each text, in order."""
