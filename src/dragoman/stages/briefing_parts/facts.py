"""Facts: the meetings and visits with their lives, and the backdrop of other acts."""

from collections.abc import Iterator

from dragoman.ontology.events import event_kinds
from dragoman.stages.briefing_parts.backdrop import backdrop
from dragoman.stages.briefing_parts.material import Material, by_weight, kept, marks
from dragoman.stages.briefing_parts.moved import moved
from dragoman.stages.briefing_parts.wording import (
    counted,
    day_words,
    format_words,
    names_words,
    on_when,
    place_words,
    rank_words,
    status_words,
    when_words,
)
from dragoman.types import Meeting, Section, Statement, Status, Step

_BACKDROP = 12
"""Most backdrop lines shown; a briefing is one page."""
_NOUNS = {
    "meeting": "meeting",
    "visit": "visit",
    "call": "call",
    "negotiation": "talks",
    "mediation": "mediation",
}
_SET = (Status.PLANNED, Status.SCHEDULED, Status.ARRANGING)


def facts(material: Material) -> Section:
    """Return the section of facts."""
    meetings = [line for one in material.meetings for line in _meeting(material, one)]
    others = by_weight(kept(backdrop(material)))[:_BACKDROP]
    return Section(
        "Facts",
        (*meetings, *others),
        "No meeting, visit or other dated act between parties was found in the texts.",
    )


def meeting_words(meeting: Meeting, *, ranked: bool = True) -> str:
    """Return who meets, in what form and where, without status or time; without the rank on demand."""
    kind = event_kinds().get(meeting.kind)
    noun = _NOUNS.get(str(meeting.kind), kind.label if kind else str(meeting.kind))
    rank = rank_words(meeting.protocol.rank) if ranked else ""
    told = [rank, format_words(meeting.protocol.format), noun]
    names = names_words([party.name for party in meeting.participants]) or "Unnamed parties"
    words = f"{names}: {' '.join(word for word in told if word)}"
    to = "to" if meeting.kind == "visit" else "in"
    return f"{words} {to} {place_words(meeting.where)}" if meeting.where else words


def _meeting(material: Material, meeting: Meeting) -> Iterator[Statement]:
    """Yield the line of a meeting and, where its status changed, the line of its life."""
    days = f", {counted(meeting.protocol.days, 'day')} long" if meeting.protocol.days else ""
    text = f"{meeting_words(meeting)}, {_course(material, meeting)}{days}."
    evidence = [one for step in meeting.steps for one in step.evidence] or list(meeting.basis.evidence)
    group = "meetings and visits"
    line = material.statement(text, evidence, marks(meeting.status), group)
    if line is None:
        return
    yield line
    turns = [
        step
        for place, step in enumerate(meeting.steps)
        if place == 0 or step.status is not meeting.steps[place - 1].status
    ]
    if len(turns) > 1:
        text = f"Its life so far: {', then '.join(map(_turn, turns))}."
        life = material.statement(text, evidence, (), group)
        if life is not None:
            yield life


def _course(material: Material, meeting: Meeting) -> str:
    """Return the status and the days; of what is off, the days for which it was planned."""
    if meeting.status is Status.POSTPONED:
        return postponed_words(material, meeting)
    status = status_words(meeting.status)
    if meeting.when is None:
        return f"{status}, day not told"
    if meeting.status is Status.CANCELLED:
        return f"was planned {on_when(meeting.when, ahead=True)}, {status}"
    return f"{status} {on_when(meeting.when, ahead=meeting.status in _SET)}"


def postponed_words(material: Material, meeting: Meeting) -> str:
    """Return for when a meeting was planned and to when it was put off, as far as told."""
    found = moved(meeting, material.articles, material.parses)
    was = f"was planned {on_when(found.old, ahead=True)}, " if found.old else ""
    to = f" to {when_words(found.new)}" if found.new else ""
    return f"{was}postponed{to}" if was or to else "postponed, day not told"


def _turn(step: Step) -> str:
    """Return the status that a text was the first to give, with its day."""
    day = f"in a text of {day_words(step.published)}" if step.published else "in an undated text"
    return f"{status_words(step.status)} {day}"
