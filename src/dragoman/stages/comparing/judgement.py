"""Two articles of one story -> whether they go back to one report, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dragoman.stages.comparing.profile import Profile
from dragoman.text.passages import in_order, shared_places
from dragoman.text.similarity import cosine


class Kinship(Enum):
    """How two reports of one event stand to each other."""

    SAME_ORIGIN = "same_origin"
    PARTLY = "partly"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Traces:
    """What two articles have in common; ``short`` is the one with fewer facts, the likelier rewrite.

    ``copied`` is the share of words outside quotations that stand in shared runs, the larger of both sides;
    ``facts`` how many specific facts the shorter tells, ``shared`` how many of them the other has, ``kept`` the same
    by weight, ``ordered`` how many of those come in the same order. ``alike`` is the likeness of the words outside
    quotations. ``own_words`` counts quoted words of the shorter that the other lacks, ``same_words`` is the share of
    its quoted words that the other has.
    """

    copied: float
    facts: int
    shared: int
    kept: float
    ordered: int
    alike: float
    own_words: int
    same_words: float


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """The judgement on two articles: ``score`` from 0 (nothing in common) to 1, and the reasons in words."""

    label: Kinship
    score: float
    reasons: tuple[str, ...]


def traces(one: Profile, other: Profile) -> Traces:
    """Return what the two articles have in common; the same in either order."""
    short, long = sorted((one, other), key=lambda p: (len(p.words), p.article))
    shared = [fact for fact in short.facts if fact in long.vocabulary]
    theirs = set(shared)
    whole = sum(short.weights.values())
    said = len(short.said & long.said)
    return Traces(
        copied=max(_copied(short, long), _copied(long, short)),
        facts=len(short.facts),
        shared=len(shared),
        kept=sum(short.weights[fact] for fact in shared) / whole if whole else 0.0,
        ordered=in_order([f for f in shared if f in long.weights], [f for f in long.facts if f in theirs]),
        alike=cosine(short.plain, long.plain),
        own_words=len(short.said) - said,
        same_words=said / len(short.said) if short.said else 0.0,
    )


def _copied(one: Profile, other: Profile) -> float:
    """Return the share of the words of ``one`` outside quotations that stand in runs of ``other``."""
    places = shared_places(one.words, other.runs)
    outside = [shared for shared, quoted in zip(places, one.quoted, strict=True) if not quoted]
    return sum(outside) / len(outside) if len(outside) >= _FEWEST else 0.0


_FEWEST = 40
