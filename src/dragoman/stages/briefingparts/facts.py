"""Facts: the meetings and visits with their lives, and what else the reports tell as done or planned."""

from collections.abc import Iterator

from dragoman.ontology.events import event_kinds
from dragoman.stages.briefingparts.material import Material, by_weight, kept, marks
from dragoman.stages.briefingparts.wording import (
    counted,
    day_words,
    format_words,
    names_words,
    on_when,
    place_words,
    quoted,
    rank_words,
    status_words,
)
from dragoman.types import Event, Meeting, RoleName, Section, Span, Statement, Status, Step

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
_TOLD = (
    Status.HAPPENED,
    Status.ONGOING,
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSTPONED,
    Status.CANCELLED,
)


def facts(material: Material) -> Section:
    """Return the section of facts."""
    meetings = [line for one in material.records.meetings for line in _meeting(material, one)]
    backdrop = by_weight(kept(_backdrop(material)))[:_BACKDROP]
    return Section(
        "Facts",
        (*meetings, *backdrop),
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
    ahead = meeting.status in _SET
    when = f" {on_when(meeting.when, ahead=ahead)}" if meeting.when else ", day not told"
    days = f", {counted(meeting.protocol.days, 'day')} long" if meeting.protocol.days else ""
    text = f"{meeting_words(meeting)}, {status_words(meeting.status)}{when}{days}."
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


def _turn(step: Step) -> str:
    """Return the status that a text was the first to give, with its day."""
    day = f"in a text of {day_words(step.published)}" if step.published else "in an undated text"
    return f"{status_words(step.status)} {day}"


def _backdrop(material: Material) -> Iterator[Statement | None]:
    """Yield one line per act that is no meeting and no mere remark, folded over the texts that tell it."""
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in material.records.events:
        kind = event_kinds().get(event.kind)
        if kind is None or kind.consults or kind.family == "statement" or event.status not in _TOLD:
            continue
        parties = tuple(sorted({str(role.actor or role.name) for role in event.roles}))
        if parties:
            groups.setdefault((str(event.kind), parties), []).append(event)
    for events in groups.values():
        first = events[0]
        text = f"{_roles(first)}: {_label(first)}{_time(first)}: {_excerpt(material, first)}."
        evidence = [one for event in events for one in event.basis.evidence]
        yield material.statement(text, evidence, marks(first.status), "backdrop")


def _roles(event: Event) -> str:
    """Return who acts on whom."""
    taking = (RoleName.RECIPIENT, RoleName.HOST)
    acting = tuple(dict.fromkeys(role.name for role in event.roles if role.role not in taking))
    acted = tuple(dict.fromkeys(role.name for role in event.roles if role.role in taking))
    if acting and acted:
        return f"{names_words(acting)} to {names_words(acted)}"
    return names_words(acting or acted)


def _label(event: Event) -> str:
    return event_kinds()[event.kind].label


def _time(event: Event) -> str:
    told = "" if event.status is Status.HAPPENED else f" ({status_words(event.status)})"
    return f"{told} {on_when(event.when)}" if event.when else told


def _excerpt(material: Material, event: Event) -> str:
    """Return the words of the sentence from shortly before the word that names the event."""
    told = material.at(event.basis.evidence[0])
    if told is None:
        return quoted(event.trigger.cut(material.articles[event.basis.article].text))
    words = told.words
    start = event.trigger.start - told.sentence.span.start
    if start > 90:  # noqa: PLR2004 - so far a reader finds the verb without help
        cut = words.rfind(" ", 0, max(start - 60, 1)) + 1
        return quoted("… " + Span(cut, len(words)).cut(words), 150)
    return quoted(words, 150)
