"""What the model says of one sentence: words and their grammar, names, events, the parts of quotations."""

from dataclasses import dataclass

from dragoman.errors import RecordError
from dragoman.types.span import Span


@dataclass(frozen=True, slots=True)
class NamedWords:
    """A name: its kind (PER, ORG, GPE, LOC, EVENT, MISC) and its words, from ``first`` to before ``end``."""

    kind: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as the reader model reads it.

    Spans are half-open in the text of the sentence alone: a sentence is read the same wherever it stands. The
    first eight tuples run parallel. ``heads`` count words from 1, and 0 is the root: always a tree with one
    word below it; everything else counts words from 0. ``kinds`` holds the kind of event that a word names,
    or ``None``; ``statuses`` the status that an event named by the word would have, so that it can be asked
    of any word. ``names``, ``sources``, ``cues`` and ``contents`` are ranges of words, half-open; none
    overlaps another of its own sort. ``status`` is that of the sentence as a whole, and empty for a sentence
    without words.
    """

    words: tuple[Span, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    kinds: tuple[str | None, ...]
    statuses: tuple[str, ...]
    names: tuple[NamedWords, ...] = ()
    sources: tuple[tuple[int, int], ...] = ()
    cues: tuple[tuple[int, int], ...] = ()
    contents: tuple[tuple[int, int], ...] = ()
    status: str = ""

    def __post_init__(self) -> None:
        told = (self.lemmas, self.upos, self.xpos, self.heads, self.relations, self.kinds, self.statuses)
        if any(len(one) != len(self.words) for one in told):
            raise RecordError(
                f"a reading of {len(self.words)} words says {[len(one) for one in told]} things"
            )

    def head_of(self, first: int, end: int) -> int:
        """Return the word of a range that hangs on none of its others; of several the last."""
        return max(place for place in range(first, end) if not first <= self.heads[place] - 1 < end)

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of words that [start, end) in characters touches, or ``None``."""
        touched = [place for place, word in enumerate(self.words) if word.start < end and start < word.end]
        return (touched[0], touched[-1] + 1) if touched else None

    def span(self, first: int, end: int) -> Span:
        """Return the characters of a range of words."""
        return Span(self.words[first].start, self.words[end - 1].end)
