"""Examples -> an endless, repeatable stream of padded batches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import torch
from corpus import HEADS, IGNORE, Corpus, Example
from torch import Tensor

from dragoman.models.wordpiece import Case

PIECES = 1024
"""Word pieces in a batch, padding included."""
POOL = 4096
"""So many examples are sorted by length at a time: little padding, yet batches differ from round to round."""
HIDDEN = 0.1
"""Share of pieces that training hides behind the mask piece, so that the context is read too."""
RECASED = 0.06
"""Share of sentences that training reads as if written in one case, as in mails and headlines."""
LONGEST = 160
"""Longer sentences, in pieces, are left out of training: 14 of the pack's 20,000 (2026-11-28)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors.

    Pieces and cases are [batch, pieces]; firsts, arcs, relations and the targets of each head [batch, words].
    """

    pieces: Tensor
    cases: Tensor
    kept: Tensor
    firsts: Tensor
    targets: dict[str, Tensor]
    arcs: Tensor
    relations: Tensor
    sentence: Tensor


def stream(examples: Sequence[Example], repeats: Mapping[str, float], seed: int) -> Iterator[list[Example]]:
    """Yield groups of examples without end.

    Each round holds each source ``repeats`` times, a fraction by chance.
    """
    usable = [one for one in examples if len(one.pieces) <= LONGEST and one.firsts]
    number = 0
    while True:
        chance = Random(f"{seed}/{number}")  # noqa: S311 - no secret
        drawn = [one for one in usable for _ in range(_times(repeats.get(one.source, 0), chance))]
        chance.shuffle(drawn)
        for start in range(0, len(drawn), POOL):
            yield from _groups(sorted(drawn[start : start + POOL], key=lambda one: len(one.pieces)), chance)
        number += 1


def _times(repeats: float, chance: Random) -> int:
    """Return how often a round holds an example."""
    return int(repeats) + (chance.random() < repeats % 1)


def _groups(ordered: Sequence[Example], chance: Random) -> list[list[Example]]:
    groups: list[list[Example]] = [[]]
    for one in ordered:
        if (len(groups[-1]) + 1) * len(one.pieces) > PIECES and groups[-1]:
            groups.append([])
        groups[-1].append(one)
    chance.shuffle(groups)
    return groups


def recase(one: Example, chance: Random) -> list[int]:
    """Return the cases of an example, now and then as if all were written small, or in capitals."""
    drawn = chance.random()
    if drawn > RECASED:
        return one.cases
    case = Case.LOWER if drawn > RECASED / 2 else Case.UPPER
    return [old if old in (Case.MARK, Case.NONE) else case for old in one.cases]


def hide(one: Example, mask: int, chance: Random) -> list[int]:
    """Return the pieces of an example, some of them hidden; the marks at both ends stay."""
    last = len(one.pieces) - 1
    return [
        mask if 0 < place < last and chance.random() < HIDDEN else piece
        for place, piece in enumerate(one.pieces)
    ]


def batch(group: Sequence[Example], corpus: Corpus, chance: Random | None = None) -> Batch:
    """Return the padded tensors of a group.

    With ``chance``, some sentences change their case and some pieces are hidden.
    """
    cases = [one.cases if chance is None else recase(one, chance) for one in group]
    pieces = [one.pieces if chance is None else hide(one, corpus.wordpieces.mask, chance) for one in group]
    words = [len(one.firsts) for one in group]
    targets = {
        head: _pad(
            [one.targets.get(head) or [IGNORE] * n for one, n in zip(group, words, strict=True)], IGNORE
        )
        for head in HEADS
    }
    return Batch(
        pieces=_pad(pieces, 0),
        cases=_pad(cases, Case.MARK),
        kept=_pad([[1] * len(one) for one in pieces], 0),
        firsts=_pad([one.firsts for one in group], 0),
        targets=targets,
        arcs=_pad([one.arcs or [IGNORE] * n for one, n in zip(group, words, strict=True)], IGNORE),
        relations=_pad([one.relations or [IGNORE] * n for one, n in zip(group, words, strict=True)], IGNORE),
        sentence=torch.tensor([one.sentence for one in group]),
    )


def _pad(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])
