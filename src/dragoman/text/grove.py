"""The trees of a stretch of text, found by place, with its words in quotation marks."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.text import trees
from dragoman.text.trees import Tree
from dragoman.types import Reading, Span

_OPENING = frozenset({"(", "“", '"', "''", "``", "‘", "«"})
_CLOSING = frozenset({")", "”", '"', "''", "’", "»"})


@dataclass(frozen=True, slots=True)
class Planted:
    """The tree of a sentence that begins at ``start`` in the text."""

    tree: Tree
    start: int

    def span(self, first: int, last: int) -> Span:
        """Return where the words from ``first`` to ``last``, both included, stand in the text."""
        words = self.tree.reading.words
        return Span(self.start + words[first].start, self.start + words[last].end)

    def word(self, offset: int) -> int | None:
        """Return the word that covers ``offset``, or the next one; ``None`` behind the last."""
        words = self.tree.reading.words
        at = bisect_right(words, offset - self.start, key=lambda word: word.end)
        return at if at < len(words) else None

    def is_cue(self, word: int) -> bool:
        """Tell whether the reader takes the word for one that says whose words follow."""
        return any(first <= word < end for first, end in self.tree.reading.cues)

    def trimmed(self, words: Iterable[int]) -> list[int]:
        """Return the words without the punctuation they open and close with; brackets and marks stay."""
        tags, lemmas = self.tree.reading.upos, self.tree.reading.lemmas
        kept = list(words)
        while kept and tags[kept[-1]] == "PUNCT" and lemmas[kept[-1]] not in _CLOSING:
            kept.pop()
        first = 0
        while first < len(kept) and tags[kept[first]] == "PUNCT" and lemmas[kept[first]] not in _OPENING:
            first += 1
        return kept[first:]


class Grove:
    """The trees of some sentences of one text, in order, and the stretches there in quotation marks."""

    def __init__(self, text: str, read: Iterable[tuple[int, Reading]], quoted: tuple[Span, ...]) -> None:
        """Take the readings with the places where their sentences begin."""
        self.text = text
        self.quoted = quoted
        self.trees = tuple(Planted(trees.of(reading), start) for start, reading in read)
        self._starts = [one.start for one in self.trees]

    def at(self, offset: int) -> tuple[Planted, int] | None:
        """Return the tree and the word that ``offset`` lies in."""
        number = bisect_right(self._starts, offset) - 1
        word = self.trees[number].word(offset) if number >= 0 else None
        return None if word is None else (self.trees[number], word)

    def low(self, planted: Planted, word: int) -> str:
        """Return a word as it is written, in small letters."""
        return planted.span(word, word).cut(self.text).lower()

    def is_quoted(self, span: Span) -> bool:
        """Tell whether ``span`` lies in quotation marks."""
        return any(one.covers(span) for one in self.quoted)

    def whole(self, span: Span) -> Span:
        """Return ``span`` with all of each stretch in quotation marks that it touches."""
        start, end = span.start, span.end
        for one in self.quoted:
            if one.overlaps(span):
                start, end = min(start, one.start), max(end, one.end)
        return Span(start, end)
