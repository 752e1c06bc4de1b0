"""The visit in which a meeting falls: its days and place stand where nobody tells the meeting's own."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.stages.meeting_parts.course import Course, course_of
from dragoman.stages.meeting_parts.group import Group
from dragoman.stages.meeting_parts.outcome import latest_status
from dragoman.types import Basis, Meeting, Status, Step

Made = tuple[Meeting, Group]
"""A meeting with the mentions it was made of."""

_PAIR = 2
_WIDEST = 31
"""A visit told no finer than this ("last year") does not tell the day of a meeting."""


def framed(made: Made, others: Sequence[Made]) -> Meeting:
    """Return ``meeting`` with the days and place of the one visit it falls in, where its own are not told.

    The visit is one by a participant to the state of another, told by a report that tells of both and on the
    same course. The words that tell it are added to the evidence.
    """
    meeting = made[0]
    if made[1].family == "visit" or (meeting.when and meeting.where and meeting.where.place):
        return meeting
    visits = [other[0] for other in others if _can_frame(other, made)]
    ranked = sorted(visits, key=lambda visit: -_shared(visit, meeting))
    if not ranked or (len(ranked) > 1 and _shared(ranked[0], meeting) == _shared(ranked[1], meeting)):
        return meeting
    visit = ranked[0]
    when = meeting.when or visit.when
    if meeting.when and visit.when and meeting.when != visit.when and meeting.when.covers(visit.when):
        when = visit.when
    where = visit.where if visit.where and (meeting.where is None or visit.where.place) else meeting.where
    if (when, where) == (meeting.when, meeting.where):
        return meeting
    pieces = (piece for step in visit.steps if _tells(step, visit) for piece in step.evidence)
    evidence = tuple(dict.fromkeys((*meeting.basis.evidence, *pieces)))
    return replace(meeting, when=when, where=where, basis=Basis(evidence, meeting.basis.maker))


def still_ahead(made: Made, others: Sequence[Made]) -> Made:
    """Return a visit whose reports cannot tell it as over while its meeting still lies ahead of them.

    "Her visit lasts two days" has no tense to go by; the day of the talks in it has.
    """
    visit, group = made
    if group.family != "visit":
        return made
    inner = [other for other in others if other[1].family == "meeting" and _of_one_journey(made, other)]
    steps = tuple(
        replace(step, status=Status.PLANNED)
        if course_of(step.status) is Course.HELD and any(_is_ahead(step, talks) for talks, _ in inner)
        else step
        for step in visit.steps
    )
    if steps == visit.steps:
        return made
    return replace(visit, steps=steps, status=latest_status(steps)), group


def _of_one_journey(outer: Made, inner: Made) -> bool:
    """Tell whether a meeting, by its parties, days and place, can be the talks of a visit."""
    (visit, outside), (talks, inside) = outer, inner
    guests = {person for side in outside.guests for person in outside.persons.get(side, ())}
    met = {person for people in inside.persons.values() for person in people}
    if outside.sides != inside.sides or not guests & met or talks.when is None:
        return False
    if visit.when and not visit.when.overlaps(talks.when):
        return False
    return not (talks.where and visit.where and talks.where.state and talks.where.state != visit.where.state)


def _is_ahead(step: Step, talks: Meeting) -> bool:
    """Tell whether ``talks`` come after the day of the article of ``step``."""
    return step.published is not None and talks.when is not None and talks.when.start > step.published


def _can_frame(frame: Made, inner: Made) -> bool:
    """Tell whether a meeting can fall in a visit: its parties, its days, its place and its course agree."""
    (visit, outside), (meeting, inside) = frame, inner
    if outside.family != "visit" or outside.sides != inside.sides or len(inside.sides) != _PAIR:
        return False
    guests = {person for side in outside.guests for person in outside.persons.get(side, ())}
    if not guests & {person for people in inside.persons.values() for person in people}:
        return False
    if course_of(visit.status) is not course_of(meeting.status) or not _shared(visit, meeting):
        return False
    if visit.when and (visit.when.days > _WIDEST or (meeting.when and not meeting.when.overlaps(visit.when))):
        return False
    here, there = meeting.where, visit.where
    return not (here and there and here.state and there.state and here.state != there.state)


def _shared(visit: Meeting, meeting: Meeting) -> int:
    return len({step.article for step in visit.steps} & {step.article for step in meeting.steps})


def _tells(step: Step, visit: Meeting) -> bool:
    """Tell whether a step tells the days or the place of the visit."""
    return (visit.when is not None and step.when == visit.when) or (
        visit.where is not None and step.where is not None and step.where.name == visit.where.name
    )
