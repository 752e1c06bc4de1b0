"""How dates, names, places and excerpts are worded in a briefing."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from dragoman.ontology.states import states_by_id
from dragoman.types import MeetingFormat, Precision, Status, VisitRank, When, Where

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_LONGEST = 190
_STATUS = {
    Status.HAPPENED: "held",
    Status.ONGOING: "under way",
    Status.PLANNED: "planned",
    Status.EXPECTED: "expected",
    Status.POSSIBLE: "possible",
    Status.HYPOTHETICAL: "only supposed",
    Status.NEGATED: "not held",
    Status.AIM: "hoped for",
    Status.NORMATIVE: "called for",
    Status.OPINION: "spoken of",
    Status.NONE: "spoken of",
    Status.ARRANGING: "being arranged",
    Status.SCHEDULED: "scheduled",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
}
_FORMAT = {
    MeetingFormat.BILATERAL: "two-sided",
    MeetingFormat.TRILATERAL: "three-sided",
    MeetingFormat.MULTILATERAL: "many-sided",
    MeetingFormat.SIDELINES: "sidelines",
    MeetingFormat.CALL: "remote",
}


def status_words(status: Status) -> str:
    """Return a meeting's status in a word or two."""
    return _STATUS[status]


def format_words(kind: MeetingFormat | None) -> str:
    """Return how many sides meet, as an adjective; empty where it is not told."""
    return _FORMAT[kind] if kind else ""


def rank_words(rank: VisitRank) -> str:
    """Return the protocol rank as an adjective; empty where it is not told."""
    return "" if rank is VisitRank.UNSTATED else rank.value


def day_words(day: date) -> str:
    """Return a day as in "13 January 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_words(when: When) -> str:
    """Return a stretch of days in words, with its precision."""
    last = when.end - timedelta(days=1)
    if when.days == 1:
        return day_words(when.start)
    if when.precision is Precision.MONTH and when.start.day == 1:
        return f"{_MONTHS[when.start.month - 1]} {when.start.year}"
    if when.precision is Precision.YEAR and (when.start.month, when.start.day) == (1, 1):
        return str(when.start.year)
    if when.precision is Precision.WEEK:
        return f"the week of {day_words(when.start)}"
    if when.precision is Precision.VAGUE:
        return f"some time from {day_words(when.start)} to {day_words(last)}"
    if (when.start.year, when.start.month) == (last.year, last.month):
        return f"{when.start.day} to {day_words(last)}"
    return f"{day_words(when.start)} to {day_words(last)}"


def on_when(when: When, *, ahead: bool = False) -> str:
    """Return a stretch of days with the preposition it takes: "on 13 January 2026", "in January 2026".

    What lies ahead is planned "for" a day.
    """
    if ahead and when.precision is not Precision.VAGUE:
        return f"for {when_words(when)}"
    if when.days == 1:
        return f"on {when_words(when)}"
    if when.precision in (Precision.MONTH, Precision.YEAR, Precision.WEEK):
        return f"in {when_words(when)}"
    if when.precision is Precision.VAGUE:
        return when_words(when)
    return f"from {when_words(when)}"


def place_words(where: Where) -> str:
    """Return a place with its state, unless the one says the other."""
    state = states_by_id().get(where.state) if where.state else None
    if state is None or state.name == where.name or where.name in state.names:
        return where.name
    return f"{where.name}, {state.name}"


def names_words(names: Sequence[str]) -> str:
    """Return names joined with commas and "and"; of more than five the rest are counted."""
    shown = list(names[:5])
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    if len(shown) < 2:  # noqa: PLR2004 - two names take "and"
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 text", "2 texts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def excerpt(words: str, longest: int = _LONGEST) -> str:
    """Return words on one line, cut at a word's end where they are longer than ``longest``."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    return f"{line[:longest].rsplit(' ', 1)[0].rstrip(',;:')} …"


def stopped(words: str) -> str:
    """Return words with a final stop, unless they end in a mark that closes them."""
    return words if words.endswith((".", "…", "?", "!")) else f"{words}."


def quoted(words: str, longest: int = _LONGEST) -> str:
    """Return an excerpt in quotation marks; double marks inside become single ones."""
    inner = excerpt(words, longest).strip()
    inner = inner.removeprefix("“").removesuffix("”") if inner.count("“") + inner.count("”") == 2 else inner  # noqa: PLR2004 - one pair
    inner = inner.rstrip(".,;: ")
    return "“" + inner.replace("“", "‘").replace("”", "’").replace('"', "'") + "”"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['’.-]\w+)*")


def folded_words(words: str) -> tuple[str, ...]:
    """Return words in small letters, spelling and plural folded: "Organisations" gives "organization"."""
    return tuple(_fold(match[0].lower()) for match in _word().finditer(words))


def _fold(word: str) -> str:
    word = word.removesuffix("’s").removesuffix("'s")
    for british, american in (
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("our", "or"),
    ):
        if word.endswith(british) and len(word) > len(british) + 3:
            return word.removesuffix(british) + american
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - short words keep their s
        return word[:-1]
    return word
