"""Group things by average linkage over the pairs that are alike at all."""

import heapq
from collections.abc import Mapping


def average_linkage(
    count: int, alike: Mapping[tuple[int, int], float], bar: float
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of the numbers below ``count``, each sorted, in the order of their first numbers.

    The two groups that are most alike are joined first, and so on while the mean likeness of their pairs is
    at least ``bar``. A pair (lower number first) that ``alike`` does not hold counts as 0. Of equals, those
    with the lowest numbers are joined first, so the result does not depend on the order of ``alike``. The
    time grows with the number of pairs held, not with the square of ``count``.
    """
    state = _Groups(count, alike, bar)
    while state.waiting:
        told, one, other, stamps = heapq.heappop(state.waiting)
        if (state.stamps[one], state.stamps[other]) == stamps and -told >= bar:
            state.join(one, other)
    groups = sorted(tuple(sorted(members)) for members in state.members if members)
    return tuple(groups)


class _Groups:
    """The groups so far: their members, sums of likeness to their neighbours, and the joins in waiting."""

    def __init__(self, count: int, alike: Mapping[tuple[int, int], float], bar: float) -> None:
        self.bar = bar
        self.members: list[list[int]] = [[number] for number in range(count)]
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        self.stamps = [0] * count
        for (one, other), value in sorted(alike.items()):
            self.sums[one][other] = self.sums[other][one] = value
        self.waiting = [
            (-value, one, other, (0, 0)) for (one, other), value in sorted(alike.items()) if value >= bar
        ]
        heapq.heapify(self.waiting)

    def join(self, one: int, other: int) -> None:
        """Put the members of ``other`` into ``one``, and the new means in waiting."""
        self.members[one] += self.members[other]
        self.members[other] = []
        self.stamps[one] += 1
        self.stamps[other] = -1
        gone = self.sums[other]
        self.sums[other] = {}
        del self.sums[one][other], gone[one]
        for number, value in gone.items():
            del self.sums[number][other]
            self.sums[one][number] = self.sums[one].get(number, 0.0) + value
        for number, value in self.sums[one].items():
            self.sums[number][one] = value
            mean = value / (len(self.members[one]) * len(self.members[number]))
            if mean >= self.bar:
                low, high = sorted((one, number))
                heapq.heappush(self.waiting, (-mean, low, high, (self.stamps[low], self.stamps[high])))
