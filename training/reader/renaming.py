"""The same sentence about somebody else: its names changed for others of their kind.

The others come from the program's own tables. A few thousand sentences hold too few names to learn from.
Grammar, events and status stay as they are, so
every mark stays good.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from random import Random

from sentences import Mark, Sentence

SHARE = 0.8
"""How many of a sentence's names are changed in one variant."""
CAPITALS = 0.5
"""How many states give way to a capital rather than to a state."""
BODIES = 0.4
"""How many organisations are changed: the invented ones are more varied than the table."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from, each list in the order of its table."""

    people: tuple[tuple[str, str], ...]
    states: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    bodies: tuple[str, ...]
    sites: tuple[str, ...]


@cache
def tables() -> Names:
    """Return the names in ``dragoman.ontology``; people have a full name and a family name."""

    def rows(name: str) -> list[dict[str, str]]:
        text = files("dragoman.ontology").joinpath(f"data/{name}.csv").read_text("utf-8")
        return list(csv.DictReader(text.splitlines()))

    people = {row["name"]: row["family"] or row["name"].split()[-1] for row in rows("leaders")}
    bodies = [name for row in rows("organisations") for name in (row["name"], row["acronym"]) if name]
    states = rows("states")
    return Names(
        people=tuple(people.items()),
        states=tuple(row["name"] for row in states),
        capitals=tuple(row["capital"] for row in states if row["capital"]),
        adjectives=tuple(
            dict.fromkeys(row["adjectives"].split(";")[0] for row in states if row["adjectives"])
        ),
        bodies=tuple(dict.fromkeys(bodies)),
        sites=tuple(row["name"] for row in rows("sites") if row["name"][0].isupper()),
    )


def renamed(sentence: Sentence, chance: Random) -> Sentence:
    """Return the sentence with most of its names changed, one name to the same wherever it stands."""
    chosen: dict[tuple[str, str], str] = {}
    changes: list[tuple[int, int, str]] = []
    last = -1
    for mark in sentence.marks:
        draw = _DRAWS.get(mark.label)
        if draw is None or mark.start < last or any(_splits(mark, other) for other in sentence.marks):
            continue
        told = sentence.text[mark.start : mark.end]
        key = (mark.label, told)
        if key not in chosen:
            chosen[key] = (draw(told, chance) if chance.random() < SHARE else None) or told
        changes.append((mark.start, mark.end, chosen[key]))
        last = mark.end
    return _changed(sentence, changes)


def _splits(mark: Mark, other: Mark) -> bool:
    """Tell whether another mark stands inside the name, so that changing it would lose that mark."""
    return other is not mark and mark.start <= other.start and other.end <= mark.end


def _person(told: str, chance: Random) -> str | None:
    full, family = chance.choice(tables().people)
    return full if " " in told else family


def _state(_told: str, chance: Random) -> str | None:
    return chance.choice(tables().states if chance.random() > CAPITALS else tables().capitals)


def _adjective(told: str, chance: Random) -> str | None:
    return chance.choice(tables().adjectives) if told in tables().adjectives else None


def _body(_told: str, chance: Random) -> str | None:
    return chance.choice(tables().bodies) if chance.random() < BODIES else None


def _site(_told: str, chance: Random) -> str | None:
    return chance.choice(tables().sites) if chance.random() < BODIES else None


_DRAWS: dict[str, Callable[[str, Random], str | None]] = {
    "PER": _person,
    "GPE": _state,
    "MISC": _adjective,
    "ORG": _body,
    "LOC": _site,
}


def _changed(sentence: Sentence, changes: list[tuple[int, int, str]]) -> Sentence:
    """Return the sentence with the stretches of ``changes`` replaced, and every mark moved along."""
    text, moves = sentence.text, []
    for start, end, told in reversed(changes):
        text = text[:start] + told + text[end:]
        moves.append((end, len(told) - (end - start)))

    def at(place: int, *, ends: bool) -> int:
        """Return where an offset lies now: an end moves with the name it closes."""
        return place + sum(
            by for end, by in moves if place > end or (ends and place == end) or (not ends and place >= end)
        )

    marks = tuple(replace(m, start=at(m.start, ends=False), end=at(m.end, ends=True)) for m in sentence.marks)
    return replace(sentence, text=text, marks=marks)
