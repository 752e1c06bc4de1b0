"""The backdrop: what else the reports tell as done or planned, beside meetings and remarks."""

from collections.abc import Iterator

from dragoman.ontology.events import event_kinds
from dragoman.stages.briefing_parts.grammar import is_denied, is_inverted, is_order, is_question
from dragoman.stages.briefing_parts.material import Material, Told, marks
from dragoman.stages.briefing_parts.wording import names_words, on_when, quoted, status_words
from dragoman.types import Event, RoleName, Span, Statement, Status

_TOLD = (
    Status.HAPPENED,
    Status.ONGOING,
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSTPONED,
    Status.CANCELLED,
)
_NO_REPORT = (Status.NONE, Status.NORMATIVE, Status.HYPOTHETICAL, Status.OPINION)
"""Sentences so meant report nothing, whatever act they name."""
_OVER = (Status.HAPPENED, Status.ONGOING)
_AIMED = (Status.AIM, Status.POSSIBLE, Status.NEGATED)
_THIN = ("request", "rejection", "accusation", "support", "threat")
"""Families of words more than of deeds: without two known parties they tell too little."""
_PAIR = 2


def backdrop(material: Material) -> Iterator[Statement | None]:
    """Yield one line per act that is no meeting and no mere remark, folded over the texts that tell it."""
    groups: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in material.records.events:
        told = material.at(event.basis.evidence[0])
        if told is None or not _is_act(event) or not _is_reported(event, told):
            continue
        parties = tuple(sorted({str(role.actor or role.name) for role in event.roles}))
        if parties:
            groups.setdefault((str(event.kind), parties), []).append(event)
    for events in groups.values():
        first = events[0]
        label = event_kinds()[first.kind].label
        text = f"{_roles(first)}: {label}{_time(first)}: {_excerpt(material, first)}."
        evidence = [one for event in events for one in event.basis.evidence]
        yield material.statement(text, evidence, marks(first.status), "backdrop")


def _is_act(event: Event) -> bool:
    """Tell whether an event is an act worth a line: of a kind of its own, or between two known parties."""
    kind = event_kinds().get(event.kind)
    if kind is None or kind.consults or kind.family == "statement" or event.status not in _TOLD:
        return False
    known = {role.actor for role in event.roles if role.actor is not None}
    return kind.family not in _THIN or len(known) >= _PAIR


def _is_reported(event: Event, told: Told) -> bool:
    """Tell whether the sentence reports the act: no order, question, condition, opinion or denial."""
    offset = event.trigger.start - told.sentence.span.start
    if told.status in _NO_REPORT or is_question(told.words) or is_inverted(told.words):
        return False
    if is_order(told.words, offset):
        return False
    if event.status not in _OVER:
        return True
    kind = event_kinds()[event.kind]
    thin = kind.family in _THIN and told.status in _AIMED
    return not thin and not is_denied(told.words, offset)


def _roles(event: Event) -> str:
    """Return who acts on whom."""
    taking = (RoleName.RECIPIENT, RoleName.HOST)
    acting = tuple(dict.fromkeys(role.name for role in event.roles if role.role not in taking))
    acted = tuple(dict.fromkeys(role.name for role in event.roles if role.role in taking))
    if acting and acted:
        return f"{names_words(acting)} to {names_words(acted)}"
    return names_words(acting or acted)


def _time(event: Event) -> str:
    """Return the status, unless it is done, and the days: those that were planned, where it is off."""
    if event.status in (Status.POSTPONED, Status.CANCELLED):
        was = f"was planned {on_when(event.when, ahead=True)}, " if event.when else ""
        return f" ({was}{status_words(event.status)})"
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
