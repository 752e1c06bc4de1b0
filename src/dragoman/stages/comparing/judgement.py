"""Two articles of one story -> whether they go back to one report, and what shows it."""

from collections.abc import Iterator
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
    quotations. ``own_runs`` counts the runs of quoted words of the shorter that the other lacks, ``same_runs`` those
    that it has. ``cites`` tells whether one names the other's outlet, ``credit`` holds a maker that both name.
    """

    copied: float
    facts: int
    shared: int
    kept: float
    ordered: int
    alike: float
    own_runs: int
    same_runs: int
    cites: bool
    credit: str | None


_FEWEST = 40
"""Words outside quotations below which no share of copied words is told."""
_OWN = 8
"""Runs of three quoted words that make a quotation of one's own: one of ten words. See ``judge``."""
_COPIED = 0.4
"""Share of copied words from which a text without own quotations is taken for the same report."""
_PARTLY = 0.2
"""Share of copied words from which passages are taken for copied, whatever else there is."""
_REWRITTEN = 1.05
"""``kept`` + ``alike`` from which a text without own quotations is taken for a rewrite.

Tuned on the open part of ``origins`` (146 pairs), 2026-11-21, as the four bars above and the two below: among
pairs with hardly a shared run, 33 of 35 rewrites reach it and 1 of 43 others does.
"""
_CITED_COPY = 0.15
_CITED_REWRITE = 0.7
_CITED_PARTLY = 0.9
_IN_ORDER = 0.6
"""Share of the common facts in one order from which that is worth telling. By chance it is .4 to .5 for 10 to 30 facts."""


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """The judgement on two articles: ``score`` from 0 (nothing in common) to 1, and the reasons in words."""

    label: Kinship
    score: float
    reasons: tuple[str, ...]


def traces(one: Profile, other: Profile) -> Traces:
    """Return what the two articles have in common; the same in either order."""
    short, long = sorted((one, other), key=lambda profile: (len(profile.words), profile.article))
    shared = [fact for fact in short.facts if fact in long.vocabulary]
    theirs = frozenset(shared)
    whole = sum(short.weights.values())
    same = len(short.said & long.said)
    return Traces(
        copied=max(_copied(short, long), _copied(long, short)),
        facts=len(short.facts),
        shared=len(shared),
        kept=sum(short.weights[fact] for fact in shared) / whole if whole else 0.0,
        ordered=in_order([f for f in shared if f in long.weights], [f for f in long.facts if f in theirs]),
        alike=cosine(short.plain, long.plain),
        own_runs=len(short.said) - same,
        same_runs=same,
        cites=short.outlet != long.outlet and (_cites(short, long) or _cites(long, short)),
        credit=min(short.credits & long.credits, default=None),
    )


def _copied(one: Profile, other: Profile) -> float:
    """Return the share of the words of ``one`` outside quotations that stand in runs of ``other``."""
    places = shared_places(one.words, other.runs)
    outside = [shared for shared, quoted in zip(places, one.quoted, strict=True) if not quoted]
    return sum(outside) / len(outside) if len(outside) >= _FEWEST else 0.0


def _cites(one: Profile, other: Profile) -> bool:
    return other.outlet is not None and other.outlet in one.named


def judge(one: Profile, other: Profile) -> PairJudgement:
    """Return whether two reports of one event go back to one report; the same in either order.

    A rewrite keeps the facts of its report and brings no quotation of its own; whoever reports for himself has
    spoken with somebody. Words within quotations are no evidence of copying: everybody quotes a public speech.
    """
    found = traces(one, other)
    rewritten = found.kept + found.alike
    strength = max(min(1.0, found.copied / (2 * _COPIED)), min(1.0, max(0.0, 0.5 + (rewritten - _REWRITTEN) / 0.9)))
    own = found.own_runs >= _OWN
    cited = found.cites and (found.copied >= _CITED_COPY or rewritten >= _CITED_REWRITE)
    if not own and (found.copied >= _COPIED or rewritten >= _REWRITTEN or cited):
        label, score = Kinship.SAME_ORIGIN, max(strength, 0.5)
    elif found.copied >= _PARTLY or (cited and (found.copied >= _CITED_COPY or rewritten >= _CITED_PARTLY)):
        label, score = Kinship.PARTLY, min(0.49, max(strength, 0.25))
    else:
        label, score = Kinship.INDEPENDENT, min(0.45, strength * (0.6 if own else 1.0))
    return PairJudgement(label, round(score, 4), tuple(_reasons(found)))


def _reasons(found: Traces) -> Iterator[str]:
    """Yield what the two have in common and what the shorter has of its own, one reason per kind of evidence."""
    if found.credit:
        yield f"both name {found.credit} as their maker"
    if found.cites:
        yield "one names the outlet of the other"
    if found.copied >= _PARTLY:
        yield f"{found.copied:.0%} of the words outside quotations stand in runs of five or more that both have"
    if found.facts:
        order = ", in the same order" if found.ordered >= max(5, _IN_ORDER * found.shared) else ""
        yield f"{found.shared} of {found.facts} specific facts shared{order}"
    if found.own_runs >= _OWN:
        yield "the shorter has quotations of its own"
    elif found.own_runs + found.same_runs >= _OWN:
        yield "no quotation that the longer lacks"
    else:
        yield "no quotation of its own"
