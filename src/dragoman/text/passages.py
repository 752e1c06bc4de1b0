"""Runs of words that two texts share, and how much of a text they make up."""

from collections.abc import Iterator, Sequence

RUN = 5
"""Words in a row that two texts do not share by chance; common for such measures ("5-grams")."""


def runs(words: Sequence[str], length: int = RUN) -> frozenset[tuple[str, ...]]:
    """Return every run of ``length`` words."""
    return frozenset(zip(*(words[shift:] for shift in range(length)), strict=False))


def shared_places(words: Sequence[str], others: frozenset[tuple[str, ...]]) -> tuple[bool, ...]:
    """Tell for each word whether it stands in a run that is among ``others``, all of one length."""
    length = len(next(iter(others), ()))
    found = [False] * len(words)
    if not length:
        return tuple(found)
    for start, run in enumerate(zip(*(words[shift:] for shift in range(length)), strict=False)):
        if run in others:
            found[start : start + length] = [True] * length
    return tuple(found)


def stretches(shared: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the unbroken stretches ``[start, end)`` of shared words."""
    start = None
    for place, holds in enumerate((*shared, False)):
        if holds and start is None:
            start = place
        elif not holds and start is not None:
            yield start, place
            start = None


def in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items of ``one`` stand in the same order in ``other``: the longest common subsequence.

    The time grows with the product of the lengths.
    """
    best = [0] * (len(other) + 1)
    for item in one:
        before = 0
        for place, theirs in enumerate(other, 1):
            here = best[place]
            best[place] = before + 1 if item == theirs else max(here, best[place - 1])
            before = here
    return best[-1]
