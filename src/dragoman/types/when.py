"""Times as reports tell them: seldom a moment, mostly a stretch of days."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dragoman.errors import RecordError


class Precision(Enum):
    """How finely a report told a time."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"
    """A stretch with soft ends, such as "in the coming days"."""


@dataclass(frozen=True, slots=True)
class When:
    """The days ``[start, end)`` something falls in: "in March 2026" is 1 March to 1 April.

    ``told`` holds the words that told it. An event whose days nobody tells has no ``When``: the
    publishing day is never put in its place.
    """

    start: date
    end: date
    precision: Precision
    told: str

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise RecordError(f"time [{self.start}, {self.end}) is empty or runs backwards")

    @property
    def days(self) -> int:
        """Number of days the stretch covers."""
        return (self.end - self.start).days

    def overlaps(self, other: "When") -> bool:
        """Tell whether the two stretches share a day."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "When") -> bool:
        """Tell whether every day of ``other`` lies in this stretch."""
        return self.start <= other.start and other.end <= self.end
