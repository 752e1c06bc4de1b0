"""The meetings of a story in order of their days, for drawing: held, still to come, or off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from dragoman.types import Meeting, Status, When

_HELD = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.CANCELLED, Status.POSTPONED, Status.NEGATED)
_WORDS = {Status.HAPPENED: "held", Status.ONGOING: "under way", Status.NEGATED: "not held"}
_MOST = 10
"""Most meetings drawn: those that most origins tell come first from the stage."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One meeting on the line of time; ``sign`` is held, ahead or off."""

    days: str
    sign: str
    status: str
    words: str


def timeline(meetings: Iterable[Meeting]) -> tuple[Stop, ...]:
    """Return the meetings that have a day told, earliest first."""
    dated = [(meeting.when, meeting) for meeting in list(meetings)[:_MOST] if meeting.when is not None]
    ordered = sorted(dated, key=lambda one: (one[0].start, one[0].end))
    return tuple(_stop(when, meeting) for when, meeting in ordered)


def _stop(when: When, meeting: Meeting) -> Stop:
    sign = "held" if meeting.status in _HELD else "off" if meeting.status in _OFF else "ahead"
    names = [party.name for party in meeting.participants] or ["Unnamed parties"]
    who = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    where = f" in {meeting.where.name}" if meeting.where else ""
    return Stop(_days(when), sign, _WORDS.get(meeting.status, meeting.status.value), f"{who}{where}")


def _days(when: When) -> str:
    """Return the days as ISO dates, the last one included."""
    last = when.end - timedelta(days=1)
    return when.start.isoformat() if when.days == 1 else f"{when.start.isoformat()} to {last.isoformat()}"
