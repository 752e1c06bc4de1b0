"""What the whole article tells of an event whose own sentence leaves its status open."""

from dataclasses import replace

from dragoman.stages.event_parts.dating import AHEAD
from dragoman.stages.event_parts.drafts import PAIR, Draft
from dragoman.types import SentenceRole, Status, Tense

_TITLES = (SentenceRole.TITLE, SentenceRole.HEADING)
_DONE = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.CANCELLED, Status.POSTPONED)
_LATELY = 7
"""A past event told to within so many days is news; one "in January" is background."""


def settled(draft: Draft, drafts: list[Draft]) -> Draft:
    """Put right what a single sentence could not tell: a plan that came to nothing, a headline."""
    event = draft.event
    if event.status is Status.NEGATED and draft.found.group is not None:
        return _called_off(draft, drafts)
    if draft.scene.sentence.role not in _TITLES:
        return _still_ahead(draft, drafts)
    if event.status in _DONE:
        return _as_the_body_says(draft, drafts)
    if event.status not in AHEAD:
        return draft
    body = [
        other
        for other in drafts
        if other.scene.sentence.role not in _TITLES
        and other.found.kind.kind == draft.found.kind.kind
        and len(draft.keys & other.keys) >= PAIR
    ]
    ahead = any(other.event.status in AHEAD for other in body)
    done = any(other.event.status is Status.HAPPENED and other.event.tense is Tense.PAST for other in body)
    if done and not ahead:
        draft.event = replace(event, status=Status.HAPPENED, tense=Tense.PAST)
    return draft


def _still_ahead(draft: Draft, drafts: list[Draft]) -> Draft:
    """Take "the summit proves", which tells no time, for ahead in an article that knows only of plans."""
    event = draft.event
    told = event.told is not None or event.status is not Status.HAPPENED or event.tense is not Tense.PRESENT
    if told or not draft.found.kind.consults or draft.found.group is not None:
        return draft
    others = [other.event for other in drafts if other.found.kind.consults and other is not draft]
    over = [
        other
        for other in others
        if other.status in _DONE
        and other.tense is Tense.PAST
        and (other.when is None or other.when.days <= _LATELY)
    ]
    dated = [other for other in others if other.when is not None]
    if dated and not over and dated[-1].status in AHEAD:
        draft.event = replace(event, status=Status.PLANNED, tense=Tense.FUTURE)
    return draft


def _called_off(draft: Draft, drafts: list[Draft]) -> Draft:
    """Say of "was to have met" why it came to nothing, where the article calls such an event off."""
    parsed = draft.scene.parsed
    group = parsed.groups[draft.found.group] if draft.found.group is not None else None
    missed = group is not None and group.perfect and group.form == "T"
    off = [other.event for other in drafts if other.family == draft.family and other.event.status in _OFF]
    if missed and off:
        draft.event = replace(draft.event, status=off[0].status, tense=off[0].tense)
    return draft


def _as_the_body_says(draft: Draft, drafts: list[Draft]) -> Draft:
    """Take a title's present tense ("Holt heads to Lima") for what the body tells of the same event."""
    if not draft.found.kind.consults:
        return draft
    wanted = min(PAIR, len(draft.keys))
    body = [
        other.event
        for other in drafts
        if other.scene.sentence.role is SentenceRole.BODY
        and other.family == draft.family
        and wanted
        and len(draft.keys & other.keys) >= wanted
    ]
    if body and body[0].status in (*AHEAD, *_OFF) and not any(event.status in _DONE for event in body):
        draft.event = replace(draft.event, status=body[0].status, tense=body[0].tense)
    return draft
