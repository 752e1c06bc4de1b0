"""What we could not use, and why: nothing leaves a run in silence."""

from dataclasses import dataclass
from enum import Enum


class Reason(Enum):
    """Why an input was set aside. One value per rule, so that each can be counted."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    BINARY = "binary"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BROKEN_LINE = "broken_line"
    NO_ARTICLE = "no_article"
    TOO_SHORT = "too_short"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    """A stage raised an error on this input: a bug of ours, told in the detail."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One input a stage set aside: ``input`` is its location, ``detail`` says what to do about it."""

    input: str
    stage: str
    reason: Reason
    detail: str = ""
