"""Facts of meetings as their reports tell them: day, place, status, length."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.stages.claimparts.telling import Fact, Judge, Telling
from dragoman.types import Agreement, ArticleId, Meeting, Status, Step, When, Where

_COMING = {
    Status.ARRANGING,
    Status.SCHEDULED,
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSSIBLE,
}
_ENDED = {Status.HAPPENED, Status.ONGOING}
_OFF = {Status.POSTPONED, Status.CANCELLED, Status.NEGATED}


def meeting_facts(
    meetings: Sequence[Meeting], published: Mapping[ArticleId, date | None]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield each fact of each meeting, with the judge that compares its values."""
    for meeting in meetings:
        subject = name_of(meeting)
        scope = told_days(meeting.when) if meeting.when else "day not told"
        steps = meeting.steps
        if any(step.when for step in steps):
            moved = any(step.status is Status.POSTPONED for step in steps)
            yield (
                Fact(subject, "date", scope, tuple(_date(s) for s in steps if s.when)),
                _date_judge(steps, moved=moved),
            )
        if any(step.where for step in steps):
            yield (
                Fact(subject, "place", scope, tuple(_place(s) for s in steps if s.where)),
                _place_judge(steps),
            )
        yield (
            Fact(subject, "status", scope, tuple(_status(s) for s in steps)),
            _status_judge(steps, published),
        )
        if any(step.days for step in steps):
            yield Fact(subject, "length", scope, tuple(_length(s) for s in steps if s.days)), _differ
    yield from _scope_of_lengths(meetings)


def name_of(meeting: Meeting) -> str:
    """Return a meeting's name for display: "meeting of A and B"."""
    names = [party.name for party in meeting.participants]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{meeting.kind.replace('_', ' ')} of {listed}"


def _date(step: Step) -> Telling:
    assert step.when is not None  # noqa: S101 - chosen by the caller
    return Telling(step.article, told_days(step.when), (step.when.start, step.when.end), step.evidence)


def told_days(when: When) -> str:
    """Return the days in ISO form, last day included: "2026-01-13", "2026-01-04 to 2026-01-07"."""
    last = date.fromordinal(when.end.toordinal() - 1)
    return when.start.isoformat() if last == when.start else f"{when.start.isoformat()} to {last.isoformat()}"


def _date_judge(steps: Sequence[Step], *, moved: bool) -> Judge:
    """Judge days: one stretch inside another is precision; a moved meeting has two dates in turn."""
    whens = [step.when for step in steps if step.when]

    def judge(_: Sequence[Telling]) -> Agreement:
        if all(a.covers(b) or b.covers(a) for a in whens for b in whens):
            return Agreement.PRECISION
        if moved:
            return Agreement.TIME_OF_WRITING
        if any(not a.overlaps(b) for a in whens for b in whens):
            return Agreement.CONFLICT
        return Agreement.PRECISION

    return judge


def _place(step: Step) -> Telling:
    assert step.where is not None  # noqa: S101 - chosen by the caller
    return Telling(step.article, step.where.name, step.where.place or _words(step.where), step.evidence)


def _words(where: Where) -> frozenset[str]:
    return frozenset(where.name.casefold().replace(",", " ").split()) - {"city", "the", "of"}


def _place_judge(steps: Sequence[Step]) -> Judge:
    """Judge places: a state and a town in it, or a longer and a shorter name, differ in precision only."""
    wheres = [step.where for step in steps if step.where]

    def fits(a: Where, b: Where) -> bool:
        if _words(a) <= _words(b) or _words(b) <= _words(a):
            return True
        inside = a.state is not None and a.state == b.state
        return inside and (a.place is None or b.place is None)

    def judge(_: Sequence[Telling]) -> Agreement:
        return Agreement.PRECISION if all(fits(a, b) for a in wheres for b in wheres) else Agreement.CONFLICT

    return judge


def _status(step: Step) -> Telling:
    return Telling(step.article, step.status.value, _course(step.status), step.evidence)


def _course(status: Status) -> str:
    """Return the side of the event a status stands on: two words for a plan are no difference."""
    if status in _COMING:
        return "coming"
    return "held" if status in _ENDED else status.value


def _status_judge(steps: Sequence[Step], published: Mapping[ArticleId, date | None]) -> Judge:
    """Judge statuses: planned, later held, is the time of writing; held and off on one day is a conflict."""

    def judge(_: Sequence[Telling]) -> Agreement:
        held = [published[step.article] for step in steps if step.status in _ENDED]
        off = [published[step.article] for step in steps if step.status in _OFF]
        known = [day for day in (*held, *off) if day]
        if held and off and len(known) == len(held) + len(off) and len(set(known)) == 1:
            return Agreement.CONFLICT
        return Agreement.TIME_OF_WRITING

    return judge


def _length(step: Step) -> Telling:
    assert step.days is not None  # noqa: S101 - chosen by the caller
    return Telling(step.article, f"{step.days} day{'s' * (step.days != 1)}", step.days, step.evidence)


def _differ(_: Sequence[Telling]) -> Agreement:
    return Agreement.CONFLICT


def _scope_of_lengths(meetings: Sequence[Meeting]) -> Iterator[tuple[Fact, Judge]]:
    """Yield, per guest, the lengths of different visits side by side: they answer different questions."""
    visits: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        if meeting.protocol.days is not None:
            for party in meeting.participants:
                if party.actor and party.actor.startswith("person:"):
                    visits.setdefault(party.name, []).append(meeting)
    for guest, made in sorted(visits.items()):
        if len({m.protocol.days for m in made}) > 1:
            tellings = tuple(
                Telling(step.article, f"{m.protocol.days} days ({name_of(m)})", name_of(m), step.evidence)
                for m in made
                for step in m.steps
            )
            yield (
                Fact(f"visits of {guest}", "length", "each visit on its own", tellings),
                lambda _: Agreement.SCOPE,
            )
