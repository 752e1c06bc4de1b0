"""How alike two texts are by the words they use, rare words counting most."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

Vector = Mapping[str, float]
"""Weights by word, of length 1 in all, or empty."""


def weigher(
    count: int, uses: Mapping[str, int], share: Callable[[str], float], prior: int
) -> Callable[[str], float]:
    """Return the function that gives each word its weight: the logarithm of how rare it is.

    ``uses`` tells in how many of the ``count`` texts at hand a word stands. A few texts say little of how
    rare words are, so they are joined with ``prior`` texts of which the share ``share(word)`` uses a word.
    """
    whole = count + prior + 1.0
    known: dict[str, float] = {}

    def weight(word: str) -> float:
        found = known.get(word)
        if found is None:
            found = max(0.0, math.log(whole / (uses.get(word, 0) + prior * share(word) + 0.5)))
            known[word] = found
        return found

    return weight


def vector(counts: Mapping[str, int], weight: Callable[[str], float]) -> dict[str, float]:
    """Return the words of a text with their weights, set to length 1; frequent words count a little more."""
    raw = {word: (1.0 + math.log(number)) * weight(word) for word, number in counts.items()}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items() if value > 0.0} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are, from 0 (no word in common) to 1; the same in either order."""
    shared = one.keys() & other.keys()
    return math.fsum(one[word] * other[word] for word in shared)


def heaviest(weights: Vector, number: int) -> tuple[tuple[str, float], ...]:
    """Return the ``number`` words of most weight, heaviest first; of equals the first in the alphabet."""
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:number])


def text_counts(texts: Iterable[Iterable[str]]) -> Counter[str]:
    """Return in how many of the texts each word stands."""
    uses: Counter[str] = Counter()
    for words in texts:
        uses.update(set(words))
    return uses
