"""Next: what is due and by when, what would confirm it, and what the texts say to watch."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dragoman.ontology.events import event_kinds
from dragoman.stages.briefing_parts.facts import meeting_words, postponed_words
from dragoman.stages.briefing_parts.folding import acting, pieces, settling
from dragoman.stages.briefing_parts.lists import watch_items
from dragoman.stages.briefing_parts.material import Material, kept, marks
from dragoman.stages.briefing_parts.moved import moved
from dragoman.stages.briefing_parts.wording import (
    counted,
    day_words,
    excerpt,
    on_when,
    status_words,
    stopped,
)
from dragoman.types import Mark, Meeting, Section, Statement, Status, When

_OPEN = (
    Status.PLANNED,
    Status.SCHEDULED,
    Status.ARRANGING,
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.POSTPONED,
)
_OFF = (Status.CANCELLED, Status.POSTPONED)


def due(material: Material, as_of: date | None) -> Section:
    """Return the section of what comes next, as seen from ``as_of``."""
    meetings = [_meeting(material, one, as_of) for one in material.meetings if _is_open(one)]
    return Section(
        "Next",
        kept((*meetings, *_watched(material))),
        "The texts announce nothing that is still to come, and name nothing to watch.",
    )


def _is_open(meeting: Meeting) -> bool:
    """Tell whether a meeting is to come and more is told of it than that."""
    return meeting.status in _OPEN and (meeting.when is not None or meeting.where is not None)


def _meeting(material: Material, meeting: Meeting, as_of: date | None) -> Statement | None:
    """Return when a meeting is due and what would confirm it, or what else tells how it came out."""
    other = settling(_as_planned(material, meeting), material.meetings, material.sides)
    if other is not None:
        text = f"{meeting_words(meeting)}: {_was(material, meeting)}. {_outcome(other)}."
        return material.statement(text, pieces(meeting, other), marks(other.status), "due")
    words = meeting_words(meeting)
    if meeting.status is Status.POSTPONED:
        told = postponed_words(material, meeting).removesuffix(", day not told")
        wanted = "it as held would confirm it" if "postponed to" in told else "a new day would reopen it"
        text = f"{words}: {told}. A text that tells {wanted}."
        return material.statement(text, meeting.basis.evidence, (Mark.EXPECTED,), "due")
    if meeting.when is None:
        text = f"{words}: no day is told. A text that tells the day would make it a date to check."
    elif as_of is not None and as_of > _last(meeting.when):
        return _past(material, meeting, meeting.when, as_of)
    else:
        text = (
            f"{words}: due {on_when(meeting.when)}. "
            f"A text of {day_words(_last(meeting.when))} or later that tells it as held would confirm it."
        )
    return material.statement(text, meeting.basis.evidence, _firm(meeting), "due")


def _as_planned(material: Material, meeting: Meeting) -> Meeting:
    """Return a meeting on the days for which it was planned, where it has been put off."""
    if meeting.status is not Status.POSTPONED:
        return meeting
    return replace(meeting, when=moved(meeting, material.articles, material.parses).old)


def _firm(meeting: Meeting) -> tuple[Mark, ...]:
    return (Mark.PLANNED if meeting.status is not Status.POSSIBLE else Mark.EXPECTED,)


def _last(when: When) -> date:
    return when.end - timedelta(days=1)


def _was(material: Material, meeting: Meeting) -> str:
    """Return what was planned."""
    if meeting.status is Status.POSTPONED:
        return postponed_words(material, meeting)
    return (
        f"{status_words(meeting.status)} {on_when(meeting.when, ahead=True)}" if meeting.when else "planned"
    )


def _outcome(other: Meeting) -> str:
    """Return how another record of the same company is told."""
    told = max((step.published for step in other.steps if step.published), default=None)
    undated = f" in a text of {day_words(told)}" if told else ""
    days = f" {on_when(other.when)}" if other.when else undated
    if other.status in _OFF:
        days = f" (planned {on_when(other.when, ahead=True)})" if other.when else ""
    return f"Told as {status_words(other.status)}{days}: {meeting_words(other).replace(': ', ', ', 1)}"


def _past(material: Material, meeting: Meeting, when: When, as_of: date) -> Statement | None:
    """Return the line of a meeting whose day is over and of which no record tells how it came out."""
    published = {key: one.published.day for key, one in material.articles.items() if one.published}
    words = f"{meeting_words(meeting)}: was due {on_when(when)}"
    act = acting(meeting, material.records.events, material.sides, published)
    if act is not None:
        label = event_kinds()[act.kind].label
        text = f"{words}; no sentence read tells of it, but one tells of an act of the same sides ({label})."
        evidence = (*meeting.basis.evidence, *act.basis.evidence)
        return material.statement(text, evidence, _firm(meeting), "due")
    last = _last(when)
    later = counted(sum(day >= last for day in published.values()), "text")
    text = (
        f"{words}, which is past on {day_words(as_of)}; in {later} of {day_words(last)} or later "
        "no sentence was read as telling whether it took place."
    )
    return material.statement(text, meeting.basis.evidence, _firm(meeting), "due")


def _watched(material: Material) -> Iterator[Statement | None]:
    """Yield what the texts tell their readers to watch."""
    seen: dict[str, None] = {}
    for item in watch_items(material):
        words = excerpt(item.words, 150)
        if words.lower() not in seen:
            seen.setdefault(words.lower())
            yield material.statement(f"A text says to watch: {stopped(words)}", item.evidence, (), "to watch")
