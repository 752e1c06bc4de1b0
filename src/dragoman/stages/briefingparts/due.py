"""Next: what is due and by when, what would confirm it, and what the texts say to watch."""

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.stages.briefingparts.facts import meeting_words
from dragoman.stages.briefingparts.lists import watch_items
from dragoman.stages.briefingparts.material import Material, kept
from dragoman.stages.briefingparts.wording import day_words, excerpt, on_when, stopped
from dragoman.types import Mark, Meeting, Section, Statement, Status

_OPEN = (
    Status.PLANNED,
    Status.SCHEDULED,
    Status.ARRANGING,
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.POSTPONED,
)


def due(material: Material, as_of: date | None) -> Section:
    """Return the section of what comes next, as seen from ``as_of``."""
    meetings = [_meeting(material, one, as_of) for one in material.records.meetings if _is_open(one)]
    return Section(
        "Next",
        kept((*meetings, *_watched(material))),
        "The texts announce nothing that is still to come, and name nothing to watch.",
    )


def _is_open(meeting: Meeting) -> bool:
    """Tell whether a meeting is to come and more is told of it than that."""
    return meeting.status in _OPEN and (meeting.when is not None or meeting.where is not None)


def _meeting(material: Material, meeting: Meeting, as_of: date | None) -> Statement | None:
    """Return when a meeting is due and what would confirm it."""
    words = meeting_words(meeting)
    if meeting.status is Status.POSTPONED:
        text = f"{words}: postponed. A text that tells a new day would reopen it."
        return material.statement(text, meeting.basis.evidence, (Mark.EXPECTED,), "due")
    if meeting.when is None:
        text = f"{words}: no day is told. A text that tells the day would make it a date to check."
    else:
        last = meeting.when.end - timedelta(days=1)
        by = f"{words}: due {on_when(meeting.when)}"
        if as_of is not None and as_of > last:
            text = f"{by}, which is past on {day_words(as_of)}; no text here tells whether it took place."
        else:
            text = f"{by}. A text of {day_words(last)} or later that tells it as held would confirm it."
    firm = Mark.PLANNED if meeting.status is not Status.POSSIBLE else Mark.EXPECTED
    return material.statement(text, meeting.basis.evidence, (firm,), "due")


def _watched(material: Material) -> Iterator[Statement | None]:
    """Yield what the texts tell their readers to watch."""
    seen: dict[str, None] = {}
    for item in watch_items(material):
        words = excerpt(item.words, 150)
        if words.lower() not in seen:
            seen.setdefault(words.lower())
            yield material.statement(f"A text says to watch: {stopped(words)}", item.evidence, (), "to watch")
