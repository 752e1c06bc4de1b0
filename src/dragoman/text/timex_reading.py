"""What is known while one text is read for times, and what a rule hands back."""

from dataclasses import dataclass, field
from datetime import date

from dragoman.text.timex_calendar import Period
from dragoman.text.timex_tense import tense_at
from dragoman.text.timex_tokens import Token
from dragoman.types import Tense, TimeKind


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression ``tokens[first:last]``: its kind and its period, whose days may be unknown."""

    first: int
    last: int
    kind: TimeKind
    period: Period


@dataclass(slots=True)
class Memory:
    """What the text has told so far, that a later "the next day" or "the quarter" points back to.

    ``day`` is the last day named, ``age`` how many sentences ago; ``base`` is the start of the last
    date of any precision, ``surname_may`` whether somebody in the text is called May.
    """

    day: date | None = None
    base: date | None = None
    quarter: tuple[int, int] | None = None
    surname_may: bool = False
    age: int = 0

    def see(self, day: date) -> None:
        """Remember a day named in this sentence."""
        self.day = self.base = day
        self.age = 0

    @property
    def near_day(self) -> date | None:
        """Return the day named in this sentence or the one before it."""
        return self.day if self.age <= 1 else None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence in words, with the day the report was published and the memory of its text."""

    tokens: tuple[Token, ...]
    anchor: date | None
    memory: Memory = field(default_factory=Memory)

    def low(self, at: int) -> str:
        """Return the word at place ``at`` in lower case, or nothing outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """Return the class of the word at place ``at``, or nothing outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def capital(self, at: int) -> bool:
        """Tell whether the word at place ``at`` begins with a capital."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()

    def joined(self, at: int) -> bool:
        """Tell whether the word at place ``at`` follows the one before it without a space."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def tense(self, first: int, last: int) -> Tense | None:
        """Return the side of the time of writing that the words beside ``tokens[first:last]`` tell."""
        return tense_at(self.tokens, first, last)


def kinds_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the classes that occur in these words."""
    return frozenset(token.kind for token in tokens)


def first_of(tokens: tuple[Token, ...], *kinds: str) -> Token | None:
    """Return the first word of one of these classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def edge_of(tokens: tuple[Token, ...]) -> str:
    """Return which part of a period is meant: early, mid, late, start, end, earlier, later, or nothing."""
    for token in tokens[:4]:
        if token.kind in {"early", "mid", "late", "start", "end", "earlier", "later"}:
            return token.kind
        if token.kind == "middle":
            return "mid"
    return ""
