"""Two articles of one story -> whether they go back to one report, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dragoman.stages.origin_parts.profile import Profile
from dragoman.text.passages import in_order, shared_places
from dragoman.text.similarity import cosine


class Kinship(Enum):
    """How two reports of one event stand to each other."""

    SAME_ORIGIN = "same_origin"
    PARTLY = "partly"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Traces:
    """What two articles have in common; the shorter is the likelier rewrite.

    ``copied`` is the share of words outside quotations that stand in shared runs, the larger of both sides;
    ``facts`` how many specific facts the shorter tells, ``shared`` how many of them the other has, ``kept``
    the same by weight, ``ordered`` how many of those come in the same order. ``alike`` is the likeness of
    the words outside quotations. ``own_runs`` counts the runs of quoted words of the shorter that the other
    lacks, ``same_runs`` those that it has. ``cites`` tells whether one names the other's outlet; ``credit``
    is an agency or author in whose name one is printed and whom the other names too.
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
_REWRITTEN = 1.02
"""``kept`` + ``alike`` from which a text without own quotations is taken for a rewrite.

Tuned on the open part of ``origins`` (146 pairs), 2026-11-21, as the bars above and below: among pairs with
hardly a shared run 36 of 37 rewrites reach it, 1 of 43 other rewrites, and 4 of 27 separate reports, all 4
with quotations of their own. From .95 to 1.05 the F1 stays between .95 and .97.
"""
_SPREAD = 0.9
"""How much more than ``_REWRITTEN`` gives about the full score, as much less none."""
_CITED_COPY = 0.15
"""As ``_COPIED`` and ``_PARTLY``, where one of the two names the outlet of the other."""
_CITED_REWRITE = 0.75
"""As ``_REWRITTEN``, where one of the two names the outlet of the other."""
_CITED_PARTLY = 0.9
"""``kept`` + ``alike`` from which a text that names the outlet of the other has drawn on it for a part."""
_IN_ORDER = 0.6
"""Share of the common facts in one order from which that is told; separate reports mostly have .4 to .5."""
_LEAST = 5
"""Shared facts below which neither their share nor their order is evidence."""


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """The judgement on two articles: ``score`` from 0 (nothing in common) to 1, and what it rests on.

    The score is .5 or more where the label is SAME_ORIGIN, and less otherwise.
    """

    label: Kinship
    score: float
    found: Traces

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons in words, one per kind of evidence."""
        return told((self.found,))


def traces(one: Profile, other: Profile) -> Traces:
    """Return what the two articles have in common; the same in either order."""
    short, long = sorted((one, other), key=lambda profile: (len(profile.words), profile.article))
    shared = [fact for fact in short.facts if fact in long.holds]
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
        credit=_credit(short, long),
    )


def _copied(one: Profile, other: Profile) -> float:
    """Return the share of the words of ``one`` outside quotations that stand in runs of ``other``.

    All of two equal texts is copied, be it a quotation.
    """
    if one.words and one.words == other.words:
        return 1.0
    places = shared_places(one.words, other.runs)
    outside = [shared for shared, quoted in zip(places, one.quoted, strict=True) if not quoted]
    return sum(outside) / len(outside) if len(outside) >= _FEWEST else 0.0


def _cites(one: Profile, other: Profile) -> bool:
    return other.outlet is not None and other.outlet in one.named


def _credit(one: Profile, other: Profile) -> str | None:
    """Return the agency or author in whose name one of the two is printed, and whom the other names."""
    both = {name for name in one.credits if name in other.text} | {n for n in other.credits if n in one.text}
    return min(both, default=None)


def judge(one: Profile, other: Profile) -> PairJudgement:
    """Return whether two reports of one event go back to one report; the same in either order.

    A rewrite keeps the facts of its report and brings no quotation of its own; whoever reports for himself
    has spoken with somebody. Words within quotations are no evidence of copying: everybody quotes a public
    speech.
    """
    found = traces(one, other)
    rewritten = found.kept + found.alike if found.shared >= _LEAST else 0.0
    strength = max(
        min(1.0, found.copied / (2 * _COPIED)), min(1.0, max(0.0, 0.5 + (rewritten - _REWRITTEN) / _SPREAD))
    )
    own = found.own_runs >= _OWN
    cited = found.cites and (
        found.copied >= _CITED_COPY or rewritten >= (_CITED_PARTLY if own else _CITED_REWRITE)
    )
    if not own and (found.copied >= _COPIED or rewritten >= _REWRITTEN or cited):
        label, score = Kinship.SAME_ORIGIN, max(strength, 0.5)
    elif found.copied >= _PARTLY or cited:
        label, score = Kinship.PARTLY, min(0.49, max(strength, 0.25))
    else:
        label, score = Kinship.INDEPENDENT, min(0.45, strength * (0.6 if own else 1.0))
    return PairJudgement(label, round(score, 4), found)


def told(pairs: Sequence[Traces]) -> tuple[str, ...]:
    """Return in words what the two articles of each pair have in common, one reason per kind of evidence."""
    reasons = []
    if pairs[0].credit and all(pair.credit == pairs[0].credit for pair in pairs):
        reasons.append(f"all name {pairs[0].credit}")
    if any(pair.cites for pair in pairs):
        reasons.append("one names the outlet of another")
    copied = sorted(round(100 * pair.copied) for pair in pairs)
    if copied[-1] >= 100 * _PARTLY:
        reasons.append(
            f"{_range(copied, ' %')} of the words outside quotations stand in runs of five or more in common"
        )
    if all(pair.facts for pair in pairs):
        reasons.append(_facts(pairs))
    if any(pair.own_runs >= _OWN for pair in pairs):
        reasons.append("the shorter has quotations of its own")
    elif all(pair.same_runs < _OWN for pair in pairs):
        reasons.append("no quotation of its own")
    else:
        reasons.append("no quotation that the longer lacks")
    return tuple(reasons)


def apart(found: Traces) -> str:
    """Return in words why two articles are taken for separate reports."""
    own = "the shorter has quotations of its own" if found.own_runs >= _OWN else "too little for one report"
    return f"{_facts((found,))}, but {own}" if found.facts else own


def _facts(pairs: Sequence[Traces]) -> str:
    """Tell how many names and numbers are shared, and whether in the same order."""
    counts = sorted({(pair.shared / pair.facts, pair.shared, pair.facts) for pair in pairs})
    shares = [f"{shared} of {facts}" for _, shared, facts in (counts[0], counts[-1])]
    ordered = all(pair.ordered >= max(_LEAST, _IN_ORDER * pair.shared) for pair in pairs)
    number = shares[0] if shares[0] == shares[1] else f"{shares[0]} to {shares[1]}"
    return f"{number} specific facts shared{', in the same order' if ordered else ''}"


def _range(numbers: Sequence[int], unit: str) -> str:
    """Return "40 to 60 %" or, where all are equal, "40 %"."""
    low, high = numbers[0], numbers[-1]
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"
