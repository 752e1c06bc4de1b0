"""A sentence too long for one pass: where it is cut, and how the readings of its stretches become one."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from dragoman.types import NamedWords, Reading

_SOFT_CUTS = frozenset(',;:.!?)]”"—–')
"""Words behind which a sentence is cut rather than in the middle of a phrase."""


def windows(forms: Sequence[str], sizes: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Return the ranges of words, half-open, that are read in one pass each.

    ``sizes`` are the pieces of each word, and no range has more than ``most``; a range ends behind a comma or
    a stop where one stands in its last third.
    """
    found: list[tuple[int, int]] = []
    first, size = 0, 0
    for place, own in enumerate(sizes):
        if size + own > most and place > first:
            soft = range(place - 1, first + 2 * (place - first) // 3 - 1, -1)
            cuts = (at + 1 for at in soft if forms[at] in _SOFT_CUTS)
            # What is left behind the cut opens the next range, which must still hold the word at hand.
            end = next((cut for cut in cuts if sum(sizes[cut:place]) + own <= most), place)
            found.append((first, end))
            first, size = end, sum(sizes[end:place])
        size += own
    return [*found, (first, len(forms))] if forms else []


def joined(readings: Sequence[Reading]) -> Reading:
    """Return one reading of several stretches: one tree, later roots hung on the first by ``parataxis``."""
    if len(readings) == 1:
        return readings[0]
    starts = list(accumulate((len(one.words) for one in readings[:-1]), initial=0))
    placed = list(zip(starts, readings, strict=True))
    top = readings[0].heads.index(0) + 1
    heads: list[int] = []
    relations: list[str] = []
    for start, one in placed:
        for head, relation in zip(one.heads, one.relations, strict=True):
            hung = head == 0 and start > 0
            heads.append(top if hung else head + start if head else 0)
            relations.append("parataxis" if hung else relation)
    return Reading(
        words=tuple(word for one in readings for word in one.words),
        lemmas=tuple(lemma for one in readings for lemma in one.lemmas),
        upos=tuple(tag for one in readings for tag in one.upos),
        xpos=tuple(tag for one in readings for tag in one.xpos),
        heads=tuple(heads),
        relations=tuple(relations),
        kinds=tuple(kind for one in readings for kind in one.kinds),
        statuses=tuple(status for one in readings for status in one.statuses),
        names=tuple(
            NamedWords(n.kind, n.first + start, n.end + start) for start, one in placed for n in one.names
        ),
        sources=_moved((start, one.sources) for start, one in placed),
        cues=_moved((start, one.cues) for start, one in placed),
        contents=_moved((start, one.contents) for start, one in placed),
        status=readings[0].status,
    )


def _moved(placed: Iterable[tuple[int, Sequence[tuple[int, int]]]]) -> tuple[tuple[int, int], ...]:
    """Return ranges of words counted from the first word of the sentence."""
    return tuple((first + start, end + start) for start, ranges in placed for first, end in ranges)
