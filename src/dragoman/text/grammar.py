"""Closed classes of English words, and the words of a sentence as the clause rules see them."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from dragoman.text.quotation import Marked
from dragoman.text.tokens import tokens
from dragoman.types import Span


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word classes of ``data/grammar.toml``, in lower case."""

    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    pronouns: frozenset[str]
    plurals: frozenset[str]
    objects: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    question_words: frozenset[str]
    times: frozenset[str]
    titles: frozenset[str]

    def is_closed(self, word: str) -> bool:
        """Tell whether the folded ``word`` belongs to a closed class, or is an adverb."""
        return self.is_adverb(word) or any(
            word in group
            for group in (
                self.auxiliaries,
                self.pronouns,
                self.objects,
                self.determiners,
                self.prepositions,
                self.conjunctions,
                self.subordinators,
                self.times,
            )
        )

    def is_adverb(self, word: str) -> bool:
        """Tell whether the folded ``word`` is an adverb, by the list or by its -ly."""
        return word in self.adverbs or (word.endswith("ly") and word not in self.not_adverbs)


@cache
def grammar() -> Grammar:
    """Return the classes, read once."""
    table: dict[str, list[str]] = tomllib.loads(
        files("dragoman.text").joinpath("data/grammar.toml").read_text("utf-8")
    )
    return Grammar(**{name: frozenset(words) for name, words in table.items()})


class Part(Enum):
    """What a word of a clause is to the rules."""

    WORD = "word"
    MARK = "mark"
    QUOTED = "quoted"
    """A whole stretch between quotation marks, taken as one word."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, punctuation mark or quoted stretch; ``low`` is its folded text, empty for quoted stretches.

    ``capital`` tells of the first letter, ``shouted`` of all of several.
    """

    span: Span
    part: Part
    low: str
    capital: bool
    shouted: bool = False


def words(text: str, unit: Span, quoted: Iterable[Marked]) -> tuple[Word, ...]:
    """Return the words of ``unit``, with each quoted stretch inside it as a single word."""
    found: list[Word] = []
    last = unit.start
    for stretch in quoted:
        found.extend(_plain(text, last, stretch.outer.start))
        found.append(Word(stretch.outer, Part.QUOTED, "", capital=False))
        last = stretch.outer.end
    found.extend(_plain(text, last, unit.end))
    return tuple(found)


def _plain(text: str, start: int, end: int) -> Iterable[Word]:
    """Yield the words of ``text[start:end]``, which holds no quoted stretch."""
    for span in tokens(text[start:end]):
        piece = text[start + span.start : start + span.end]
        spoken = piece.isalnum() or any(map(str.isalnum, piece)) or (piece[0] in "$%@#'’" and len(piece) > 1)
        yield Word(
            Span(start + span.start, start + span.end),
            Part.WORD if spoken else Part.MARK,
            piece.lower(),
            piece[0].isupper(),
            piece.isupper() and len(piece) > 1,
        )


def cover(found: Sequence[Word], first: int, last: int) -> Span:
    """Return the span from word ``first`` to word ``last``, both included."""
    return Span(found[first].span.start, found[last].span.end)
