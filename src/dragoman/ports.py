"""What the run and the surfaces need from the outside, as small protocols."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from dragoman.types import Article, ArticleId, Parse, Story, StoryId

R = TypeVar("R")


class View(Protocol):
    """Gives records back; never changes them. All orders are fixed: by day, then id, or as read."""

    def articles(self, ids: Sequence[ArticleId] | None = None) -> Iterator[Article]:
        """Yield the articles named, or all, in order of publication day (undated last), then id."""

    def parses(self, ids: Sequence[ArticleId]) -> Iterator[Parse]:
        """Yield the sentences of each article named, in the order named."""

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
