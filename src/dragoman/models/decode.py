"""Scores -> trees, names and parts: pure functions on arrays."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float32]

_FORBIDDEN = -np.inf
_TRIES = 4
"""Words tried below the root: none of 1,500 sentences of news needed more (2026-11-28)."""


# --- trees ---


def tree(scores: Scores) -> tuple[int, ...]:
    """Return the best head of each word, counted from 1, with 0 for the one root; always a tree.

    ``scores`` [words, 1 + words] tells how well each place, the root first, heads each word. The greedy
    choice is
    taken where it is a tree with one word below the root: it is then the best. Else the maximum spanning
    tree is
    found (Chu and Liu 1965; Edmonds 1967).
    """
    count = scores.shape[0]
    if count == 0:
        return ()
    own = scores.astype(np.float64)
    own[np.arange(count), np.arange(1, count + 1)] = -np.inf
    heads = own.argmax(1)
    if np.count_nonzero(heads == 0) != 1 or not _reaches_root(heads):
        heads = _single_root(own)
    found: list[int] = heads.tolist()
    return tuple(found)


def _single_root(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the heads of the best tree with one word below the root.

    Words are tried as that one, those that promise most first, until none left can do better than what was
    found: a
    tree is at most as good as the best heads of all other words. Where that takes long, so much is taken off
    every
    arc from the root that a tree with fewer of them always wins, and one search is enough, though a slow one.
    """
    count = scores.shape[0]
    words = np.arange(count)
    if count == 1:
        return np.zeros(1, np.intp)
    free = scores[:, 1:].max(1)
    promises = scores[:, 0] - free + free.sum()
    best, found = -np.inf, words
    for root in np.argsort(-promises, kind="stable")[:_TRIES]:
        if promises[root] <= best:
            return found
        fixed = scores.copy()
        fixed[:, 0] = -np.inf
        fixed[root] = -np.inf
        fixed[root, 0] = scores[root, 0]
        heads = _spanning(fixed)
        total = fixed[words, heads].sum()
        if total > best:
            best, found = total, heads
    finite = scores[np.isfinite(scores)]
    taxed = scores.copy()
    taxed[:, 0] -= (finite.max() - finite.min()) * (count + 1) + 1.0
    return _spanning(taxed)


def _reaches_root(heads: NDArray[np.intp]) -> bool:
    """Tell whether every word leads to the root: following heads as often as there are words ends there."""
    places = np.concatenate([[0], heads])
    steps = 1
    while steps < len(places):
        places = places[places]
        steps *= 2
    return not places.any()


def _spanning(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the heads of the maximum spanning tree, by contracting one cycle at a time.

    The contracted graph has the words outside the cycle in their order, and last the cycle as one word.
    """
    heads: NDArray[np.intp] = scores.argmax(1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(scores.shape[1], bool)
    inside[cycle + 1] = True
    kept = np.flatnonzero(~inside)  # places outside the cycle, the root first
    outside = kept[1:] - 1
    # Who enters the cycle at a word takes the place of that word's head in the cycle.
    enter = scores[np.ix_(cycle, kept)] - scores[cycle, heads[cycle]][:, None]
    leave = scores[np.ix_(outside, cycle + 1)]
    small = np.full((len(kept), len(kept) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, kept)]
    small[:-1, -1] = leave.max(1)
    small[-1, :-1] = enter.max(0)
    solved = _spanning(small)
    found = heads.copy()
    places = np.append(kept, 0)[solved[:-1]]
    found[outside] = np.where(solved[:-1] == len(kept), cycle[leave.argmax(1)] + 1, places)
    entry = solved[-1]
    found[cycle[enter[:, entry].argmax()]] = kept[entry]
    return found


def _cycle(heads: NDArray[np.intp]) -> NDArray[np.intp] | None:
    """Return the words of the first cycle, if there is one."""
    above: list[int] = (heads - 1).tolist()
    seen_from = [-1] * len(above)
    for start in range(len(above)):
        word = start
        while word >= 0 and seen_from[word] < 0:
            seen_from[word] = start
            word = above[word]
        if word >= 0 and seen_from[word] == start:
            found = [word]
            while above[found[-1]] != word:
                found.append(above[found[-1]])
            return np.array(found)
    return None


# --- sequences of labels ---


@dataclass(frozen=True, slots=True)
class Rules:
    """What label may follow what [from, to], what may begin and what may end: 0, or minus infinity."""

    step: Scores
    begin: Scores
    end: Scores


def name_rules(labels: tuple[str, ...]) -> Rules:
    """Return the rules of names: ``labels`` are O and B-, I-, E-, S- with a kind; a B goes on to its E."""
    size = len(labels)
    step = np.full((size, size), _FORBIDDEN, np.float32)
    for one, before in enumerate(labels):
        for other, behind in enumerate(labels):
            goes_on = behind[0] in "IE" and before[1:] == behind[1:]
            if goes_on if before[0] in "BI" else behind[0] in "OBS":
                step[one, other] = 0
    begin = np.array([0 if label[0] in "OBS" else _FORBIDDEN for label in labels], np.float32)
    end = np.array([0 if label[0] in "OES" else _FORBIDDEN for label in labels], np.float32)
    return Rules(step, begin, end)


def part_rules(labels: tuple[str, ...]) -> Rules:
    """Return the rules of parts, whose ``labels`` are O, B and I: an I follows a B or an I."""
    step = np.zeros((len(labels), len(labels)), np.float32)
    step[labels.index("O"), labels.index("I")] = _FORBIDDEN
    begin = np.array([_FORBIDDEN if label == "I" else 0 for label in labels], np.float32)
    return Rules(step, begin, np.zeros(len(labels), np.float32))


def likeliest(scores: Scores, rules: Rules) -> list[int]:
    """Return the label of each word: the legal sequence with the greatest sum of ``scores`` [words, labels].

    The best label of each word is taken where that is legal as it stands; else Viterbi (1967) finds the
    sequence.
    """
    if not len(scores):
        return []
    chosen = scores.argmax(1)
    legal = (
        rules.begin[chosen[0]] == 0
        and rules.end[chosen[-1]] == 0
        and not rules.step[chosen[:-1], chosen[1:]].any()
    )
    found: list[int] = chosen.tolist()
    return found if legal else _viterbi(scores, rules)


def _viterbi(scores: Scores, rules: Rules) -> list[int]:
    labels = np.arange(scores.shape[1])
    total = scores[0] + rules.begin
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        ways = total[:, None] + rules.step
        best = ways.argmax(0)
        back.append(best)
        total = ways[best, labels] + row
    path = [int((total + rules.end).argmax())]
    for behind in reversed(back):
        path.append(int(behind[path[-1]]))
    return path[::-1]


def names(scores: Scores, labels: tuple[str, ...], rules: Rules) -> list[tuple[str, int, int]]:
    """Return names as (kind, first word, end), from the scores of B, I, E, S and O labels."""
    found: list[tuple[str, int, int]] = []
    first = 0
    for place, number in enumerate(likeliest(scores, rules)):
        label = labels[number]
        if label[0] in "BS":
            first = place
        if label[0] in "ES":
            found.append((label[2:], first, place + 1))
    return found


def parts(scores: Scores, labels: tuple[str, ...], rules: Rules) -> tuple[tuple[int, int], ...]:
    """Return ranges of words, half-open, from the scores of O, B and I labels."""
    found: list[tuple[int, int]] = []
    for place, number in enumerate(likeliest(scores, rules)):
        if labels[number] == "B":
            found.append((place, place + 1))
        elif labels[number] == "I":
            found[-1] = (found[-1][0], place + 1)
    return tuple(found)
