"""The order of a person's or state's meetings and visits, by their days, as far as it can be told."""

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.stages.briefing_parts.material import Material
from dragoman.stages.briefing_parts.wording import on_when, place_words, status_words
from dragoman.types import Meeting, Statement, Status

_SEQUENCES = 3
"""Most participants whose order of meetings is told."""
_OVER = (Status.HAPPENED, Status.ONGOING)
_AHEAD = (Status.ARRANGING, Status.SCHEDULED, Status.PLANNED, Status.EXPECTED)
_PAIR = 2


def sequence(material: Material, as_of: date | None) -> Iterator[Statement | None]:
    """Yield, per participant of several meetings, the order in which they fall.

    A meeting and the visit it belongs to are one step. A meeting with neither day nor place is left out, and
    so is one that is off or only possible, or that a single text tells where others are better attested.
    """
    of: dict[tuple[str, str], list[Meeting]] = {}
    attested = any(meeting.texts > 1 for meeting in material.meetings)
    for meeting in material.meetings:
        for party in meeting.participants:
            told = (meeting.when or meeting.where) and (meeting.texts > 1 or not attested)
            if told and meeting.status in (*_OVER, *_AHEAD):
                of.setdefault((party.name, str(party.actor)), []).append(meeting)
    seen: set[frozenset[int]] = set()
    for (name, _), meetings in sorted(of.items(), key=_persons_first):
        ordered = in_order(_steps(material, meetings, as_of), as_of)
        key = frozenset(id(one) for one in ordered)
        if len(ordered) < _PAIR or any(key <= other for other in seen):
            continue
        seen.add(key)
        if len(seen) > _SEQUENCES:
            return
        evidence = [one for meeting in ordered for one in meeting.basis.evidence]
        told_as = ", then ".join(_step(name, one, as_of) for one in ordered)
        yield material.statement(f"{name}: {told_as}.", evidence, (), "sequence")


def _persons_first(item: tuple[tuple[str, str], list[Meeting]]) -> tuple[bool, int]:
    """Sort persons before states, and who meets most before others."""
    (_, actor), meetings = item
    return (not actor.startswith("person:"), -len(meetings))


def _steps(material: Material, meetings: Sequence[Meeting], as_of: date | None) -> list[Meeting]:
    """Return one record per step, the best known: records of the same sides that can be one stay."""
    steps: list[list[Meeting]] = []
    for one in meetings:
        home = next(
            (step for step in steps if all(_one_stay(material, one, two, as_of) for two in step)), None
        )
        if home is None:
            steps.append([one])
        else:
            home.append(one)
    return [min(step, key=lambda one: _known_least(one, as_of)) for step in steps]


def _known_least(one: Meeting, as_of: date | None) -> tuple[bool, bool, bool]:
    return (one.when is None, not _is_over(one, as_of), one.where is None)


def _one_stay(material: Material, one: Meeting, other: Meeting, as_of: date | None) -> bool:
    """Tell whether two records can be of one stay: the same sides, and days that touch or are not told."""
    if material.sides.of(one) != material.sides.of(other):
        return False
    if one.when is not None and other.when is not None:
        return one.when.start <= other.when.end and other.when.start <= one.when.end
    return _is_over(one, as_of) is _is_over(other, as_of)


def _is_over(meeting: Meeting, as_of: date | None) -> bool:
    """Tell whether a meeting is told as held and its first day has come: none is over before its day."""
    early = as_of is not None and meeting.when is not None and meeting.when.start > as_of
    return meeting.status in _OVER and not early


def in_order(steps: Sequence[Meeting], as_of: date | None) -> list[Meeting]:
    """Return the steps whose order is known: by day; one without days only as held before all that is ahead.

    Where several could stand at one place, those without days are left out.
    """
    dated = [one for one in steps if one.when is not None]
    dated.sort(key=lambda one: (one.when.start, one.when.end) if one.when else (date.max, date.max))
    loose = [one for one in steps if one.when is None]
    over = [one for one in loose if _is_over(one, as_of)]
    ahead = [one for one in loose if not _is_over(one, as_of)]
    lead = over if len(over) == 1 and not any(_is_over(one, as_of) for one in dated) else []
    last = ahead if len(ahead) == 1 and all(_is_over(one, as_of) for one in (*dated, *lead)) else []
    return [*lead, *dated, *last]


def _step(name: str, meeting: Meeting, as_of: date | None) -> str:
    others = [party.name for party in meeting.participants if party.name != name]
    with_ = f" with {' and '.join(others[:2])}" if others else ""
    to = "to" if meeting.kind == "visit" else "in"
    where = f" {to} {place_words(meeting.where)}" if meeting.where else ""
    when = f" {on_when(meeting.when)}" if meeting.when else ""
    early = meeting.status in _OVER and not _is_over(meeting, as_of)
    status = "told as held, but its day is still to come" if early else status_words(meeting.status)
    return f"{meeting.kind}{with_}{where}{when} ({status})"
