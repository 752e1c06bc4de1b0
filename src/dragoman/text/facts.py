"""The specific facts of a text by their surface: names and numbers, in the order in which they are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.text.vocabulary import folded, words
from dragoman.types import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded, at its place in the text; ``specific`` if it is a name or a number."""

    text: str
    start: int
    specific: bool


def sentence_words(text: str, sentences: Iterable[Span]) -> tuple[Word, ...]:
    """Return the words of ``sentences`` in reading order.

    A word with a capital or a figure in it is specific. The first word of a sentence has a capital anyway:
    it is taken for a name only where the text never writes it small.
    """
    told = tuple(sentences)
    small = frozenset(
        folded(match[0]) for sentence in told for match in words(sentence.cut(text)) if match[0][0].islower()
    )
    return tuple(word for sentence in told for word in _words(text, sentence, small))


def _words(text: str, sentence: Span, small: frozenset[str]) -> Iterator[Word]:
    first = True
    for match in words(sentence.cut(text)):
        surface = match[0]
        word = folded(surface)
        named = surface[0].isupper() and not (first and word in small)
        yield Word(word, sentence.start + match.start(), named or surface[0].isdigit())
        first = False
