"""How a stage is declared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

from dragoman.types import Article, Document, Dropped, Parse, Story, Terms

ALONE: frozenset[type] = frozenset({Document, Article, Parse, Terms})
"""Kinds that an article has exactly one of: an ``each`` stage is given the record, not a tuple."""


class Grain(Enum):
    """How much a stage must see at once, which is all a runner needs to know to spread it."""

    EACH = "each"
    """One article at a time: any shard, any order."""
    ALL = "all"
    """The whole store."""
    GROUP = "group"
    """All records of one story; the story itself is passed first, alone."""


_ORDER = (Grain.EACH, Grain.ALL, Grain.GROUP)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it reads, what it writes, and the function that does it.

    Raise ``version`` when the same input would give another output; stored results of the older
    version are then made again. ``settings`` is the record the function was bound to, kept so
    that a changed setting is noticed too. ``tables`` tells whether the stage reads the ontology.

    ``run`` takes one argument per kind in ``reads``, in that order: the record where there is one
    per article (see ``ALONE``), else a tuple in reading order.

    ``model`` is the digest of the learned part that the stage uses, if any. ``complete`` adds to a record of
    ``writes`` from the store what the store does not keep: it takes what ``run`` takes, then the record.
    """

    name: str
    reads: tuple[type, ...]
    writes: type
    version: int
    run: Callable[..., Iterator[Any | Dropped]]
    settings: object = None
    grain: Grain = Grain.EACH
    tables: bool = True
    model: str = ""
    complete: Callable[..., Iterator[Any]] | None = None

    def fingerprint(self, upstream: str = "") -> str:
        """Name the results of this stage: equal fingerprints mean equal output for equal input."""
        told = f"{upstream}|{self.name}|{self.version}|{self.settings!r}|{self.model}"
        return sha256(told.encode()).hexdigest()[:12]

    def after(self, other: "Stage") -> bool:
        """Tell whether this stage's grain runs after the other's."""
        return _ORDER.index(self.grain) > _ORDER.index(other.grain)

    def passes_alone(self, kind: type) -> bool:
        """Tell whether ``run`` is given one record of ``kind`` rather than a tuple."""
        return kind is Story or (self.grain is Grain.EACH and kind in ALONE)
