"""Attributions made by layout instead of a verb: 'LIND: We shall see.' and '"No." - Ada Okoro'."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.grammar import Part, Word, cover, grammar
from dragoman.types import Span

_DASHES = frozenset({"―", "—", "–", "-", "--"})
_NAME_WORDS = 6
"""Most words of a name with its title, as a label."""

_SIGNED_WORDS = 3
"""Fewest words of a signed quotation: the quotation, the dash, a name."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name the source, the words that make it one, and the stretches of what it said."""

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]


def labelled(words: Sequence[Word]) -> Attribution | None:
    """Return the attribution of a sentence that a name opens (before a colon) or signs (behind a dash).

    Before a colon the name is in capitals throughout, as in a transcript, or quoted words follow.
    """
    return _opened(words) or _signed(words)


def _opened(words: Sequence[Word]) -> Attribution | None:
    """Return "LIND: We shall see"."""
    for index, word in enumerate(words[: _NAME_WORDS + 1]):
        if word.low == ":":
            quoted = index + 1 < len(words) and words[index + 1].part is Part.QUOTED
            if (
                index == 0
                or index + 1 >= len(words)
                or not (quoted or all(one.shouted for one in words[:index]))
            ):
                return None
            last = index + 1 if quoted else len(words) - 1
            return Attribution(cover(words, 0, index - 1), word.span, (cover(words, index + 1, last),))
        if not _is_name(word):
            return None
    return None


def _signed(words: Sequence[Word]) -> Attribution | None:
    """Return '"No." - Ada Okoro'."""
    if len(words) < _SIGNED_WORDS or words[0].part is not Part.QUOTED or words[1].low not in _DASHES:
        return None
    name = words[2:]
    if len(name) > _NAME_WORDS or not all(_is_name(word) for word in name):
        return None
    return Attribution(cover(words, 2, len(words) - 1), words[1].span, (words[0].span,))


def _is_name(word: Word) -> bool:
    """Tell whether the word may be part of a name with its title."""
    return word.part is Part.WORD and word.capital and word.low not in grammar().determiners
