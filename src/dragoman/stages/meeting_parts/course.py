"""On which side of a report a meeting lies: ahead of it, behind it, or called off."""

import re
from datetime import date
from enum import Enum

from dragoman.types import Event, Status, When

_OVER = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.POSTPONED, Status.CANCELLED, Status.NEGATED)
_PLAN_OF_OLD = re.compile(
    r"\b(?:was|were|had been|been)\b.*\b(?:to|due|set|planned|scheduled|arranged|expected)\b|\boriginally\b",
    re.IGNORECASE,
)
"""Words of a plan told in the past ("had been planned"): they do not say that it came about."""
_FINE = 7
"""A stretch of more days than this is too wide to tell whether a plan is already behind the report."""


class Course(Enum):
    """Where a report places a meeting."""

    AHEAD = "ahead"
    HELD = "held"
    OFF = "off"


def told_status(event: Event, text: str, when: When | None, published: date | None) -> Status:
    """Return the status of ``event``, put right by its days: nobody reports what lies ahead as held.

    A meeting after the day of publication is planned, whatever the tense; a plan for a day that had passed
    by then is no plan any more, unless it is told as one of old.
    """
    status = event.status
    if when is None or published is None:
        return status
    if status in _OVER and when.start > published:
        return Status.PLANNED
    if course_of(status) is Course.AHEAD and when.end <= published and when.days <= _FINE:
        told = event.told.cut(text) if event.told else ""
        return status if _PLAN_OF_OLD.search(told) else Status.HAPPENED
    return status


def course_of(status: Status) -> Course:
    """Return the course that a status stands for."""
    if status in _OVER:
        return Course.HELD
    return Course.OFF if status in _OFF else Course.AHEAD
