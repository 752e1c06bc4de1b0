"""Places in a text."""

from dataclasses import dataclass

from dragoman.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of one text.

    Offsets count Unicode code points, as ``str`` slicing does: not bytes, tokens or UTF-16 units.
    Spans sort in reading order; of two that start together the shorter comes first.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"span [{self.start}, {self.end}) is empty or runs backwards")

    def cut(self, text: str) -> str:
        """Return the stretch of ``text`` this span names."""
        if self.end > len(text):
            raise RecordError(f"span ends at {self.end}, past a text of {len(text)} code points")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
