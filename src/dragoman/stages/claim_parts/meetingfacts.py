"""Facts of meetings as their reports tell them: day, place, status, length."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dragoman.ontology.states import states_by_id
from dragoman.stages.claim_parts.distance import are_apart
from dragoman.stages.claim_parts.telling import Fact, Judge, Telling
from dragoman.types import ActorId, Agreement, ArticleId, Meeting, Precision, Status, Step, When, Where

_COMING = {
    Status.ARRANGING,
    Status.SCHEDULED,
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSSIBLE,
}
_ENDED = {Status.HAPPENED, Status.ONGOING}
_AT_ONCE = timedelta(days=1)
"""Reports further apart than this were written at different times."""
_WORDS = {Status.HAPPENED: "held", Status.NEGATED: "not to be"}
"""How a status reads where its own word would not be said of a meeting."""
_FINE = {Precision.DAY, Precision.MINUTE}


def meeting_facts(
    meetings: Sequence[Meeting],
    published: Mapping[ArticleId, date | None],
    homes: Mapping[ActorId, ActorId],
) -> Iterator[tuple[Fact, Judge]]:
    """Yield each fact of each meeting, with the judge that compares its values.

    ``homes`` gives the state of a person, so that a visit can be named by its guest and where it goes.
    """
    for meeting in meetings:
        subject = name_of(meeting, homes)
        scope = told_days(meeting.when) if meeting.when else "day not told"
        steps = meeting.steps
        if any(step.when for step in steps):
            tellings = tuple(_date(s, s.when) for s in steps if s.when)
            yield Fact(subject, "date", scope, tellings), _date_judge(steps)
        if any(step.where for step in steps):
            tellings = tuple(_place(s, s.where) for s in steps if s.where)
            yield Fact(subject, "place", scope, tellings), _place_judge(meeting)
        yield (
            Fact(subject, "status", scope, tuple(_status(s) for s in steps)),
            _status_judge(steps, published),
        )
        if any(step.days for step in steps):
            tellings = tuple(_length(s, s.days) for s in steps if s.days)
            yield Fact(subject, "length", scope, tellings), _differ
    yield from _scope_of_lengths(meetings, homes)


def name_of(meeting: Meeting, homes: Mapping[ActorId, ActorId]) -> str:
    """Return a meeting's name for display: "meeting of A and B", "visit of A to France"."""
    kind = meeting.kind.replace("_", " ")
    names = [party.name for party in meeting.participants]
    goal = f"state:{meeting.where.state}" if meeting.where and meeting.where.state else None
    if meeting.kind == "visit" and goal is not None:
        guests = [
            party.name
            for party in meeting.participants
            if party.actor is None or goal not in (party.actor, homes.get(party.actor))
        ]
        if guests:
            return f"{kind} of {_listed(guests)} to {_state_name(meeting.where)}"
    return f"{kind} of {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _state_name(where: Where | None) -> str:
    """Return the name of the state a place lies in, or of the place where its state is not known."""
    if where is None:
        return "a place not told"
    state = states_by_id().get(where.state) if where.state else None
    return state.name if state else where.name


def _date(step: Step, when: When) -> Telling:
    return Telling(step.article, told_days(when), (when.start, when.end), step.evidence)


def told_days(when: When) -> str:
    """Return the days in ISO form, last day included: "2026-01-13", "2026-01-04 to 2026-01-07"."""
    last = when.end - timedelta(days=1)
    if last == when.start:
        return when.start.isoformat()
    if when.start.day == 1 and when.end.day == 1 and last.month == when.start.month and when.days < 32:  # noqa: PLR2004
        return when.start.isoformat()[:7]
    return f"{when.start.isoformat()} to {last.isoformat()}"


def _date_judge(steps: Sequence[Step]) -> Judge:
    """Judge days: one stretch inside another is precision; a moved meeting has two dates in turn.

    Days contradict each other only where both are told to the day, by reports that see the meeting on the
    same side of it: of a meeting ahead, reports of one day; a plan that moved was true when it was written.
    """
    dated = [(step, step.when) for step in steps if step.when]

    def clash(a: tuple[Step, When], b: tuple[Step, When]) -> bool:
        fine = a[1].precision in _FINE and b[1].precision in _FINE
        return fine and not a[1].overlaps(b[1]) and _at_once(a[0], b[0])

    def judge(_: Sequence[Telling]) -> Agreement:
        pairs = [(a, b) for a in dated for b in dated]
        if all(a[1].overlaps(b[1]) for a, b in pairs):
            return Agreement.PRECISION
        if any(clash(a, b) for a, b in pairs):
            return Agreement.CONFLICT
        return Agreement.TIME_OF_WRITING

    return judge


def _at_once(one: Step, other: Step) -> bool:
    """Tell whether two reports see a meeting from one time: as held, or as ahead on about one day."""
    if one.status in _ENDED and other.status in _ENDED:
        return True
    if one.status not in _COMING or other.status not in _COMING:
        return False
    return (
        one.published is None or other.published is None or abs(one.published - other.published) <= _AT_ONCE
    )


def _place(step: Step, where: Where) -> Telling:
    whole = where.place is None and where.state is not None and _state_name(where)
    return Telling(step.article, whole or where.name, whole or where.place or _words(where), step.evidence)


def _words(where: Where) -> frozenset[str]:
    return frozenset(where.name.casefold().replace(",", " ").split()) - {"city", "the", "of"}


def _place_judge(meeting: Meeting) -> Judge:
    """Judge places: a state and a town in it, or a longer and a shorter name, differ in precision only.

    A visit may go to several towns of a state; a meeting in two towns, or in two states, is a conflict.
    """
    wheres = [step.where for step in meeting.steps if step.where]

    def clash(a: Where, b: Where) -> bool:
        if _words(a) <= _words(b) or _words(b) <= _words(a):
            return False
        if a.place is None or b.place is None:
            return bool(a.state and b.state) and a.state != b.state
        return are_apart(a, b)

    def judge(_: Sequence[Telling]) -> Agreement:
        clashing = [(a, b) for a in wheres for b in wheres if clash(a, b)]
        if not clashing:
            return Agreement.PRECISION
        legs = meeting.kind == "visit" and all(a.state == b.state for a, b in clashing)
        return Agreement.SCOPE if legs else Agreement.CONFLICT

    return judge


def _status(step: Step) -> Telling:
    return Telling(
        step.article, _WORDS.get(step.status, step.status.value), _course(step.status), step.evidence
    )


def _course(status: Status) -> str:
    """Return the side of the event a status stands on: two words for a plan are no difference."""
    if status in _COMING:
        return "coming"
    if status in _ENDED:
        return "held"
    return "not to be" if status is Status.NEGATED else "off"


def _status_judge(steps: Sequence[Step], published: Mapping[ArticleId, date | None]) -> Judge:
    """Judge statuses: planned, later held, is the time of writing; told as on and as off at once, a conflict.

    Called off and put off are one here: reports seldom tell which it will turn out to be.
    """
    held = [step for step in steps if step.status in _ENDED]
    coming = [step for step in steps if step.status in _COMING]
    off = [step for step in steps if step.status in {Status.CANCELLED, Status.POSTPONED, Status.NEGATED}]

    def same_day(one: Step, other: Step) -> bool:
        a, b = published.get(one.article), published.get(other.article)
        return a is not None and b is not None and abs(a - b) <= _AT_ONCE

    def judge(_: Sequence[Telling]) -> Agreement:
        denied = [step for step in off if step.status is Status.NEGATED]
        pairs = [(a, b) for a in off for b in held] + [(a, b) for a in denied for b in coming]
        return Agreement.CONFLICT if any(same_day(a, b) for a, b in pairs) else Agreement.TIME_OF_WRITING

    return judge


def _length(step: Step, days: int) -> Telling:
    return Telling(step.article, _days(days), days, step.evidence)


def _days(days: int | None) -> str:
    return f"{days} day{'s' * (days != 1)}"


def _differ(_: Sequence[Telling]) -> Agreement:
    return Agreement.CONFLICT


def _scope_of_lengths(
    meetings: Sequence[Meeting], homes: Mapping[ActorId, ActorId]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield, per guest, the lengths of different visits side by side: they answer different questions."""
    visits: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        if meeting.kind == "visit" and meeting.protocol.days is not None:
            for party in meeting.participants:
                if party.actor and party.actor.startswith("person:"):
                    visits.setdefault(party.name, []).append(meeting)
    for guest, made in sorted(visits.items()):
        if len({m.protocol.days for m in made}) > 1:
            tellings = tuple(
                Telling(
                    step.article,
                    f"{_days(m.protocol.days)} ({name_of(m, homes)})",
                    (name_of(m, homes), m.when),
                    step.evidence,
                )
                for m in made
                for step in m.steps
                if step.days
            )
            fact = Fact(f"visits of {guest}", "length", "each visit on its own", tellings)
            yield fact, lambda _: Agreement.SCOPE
