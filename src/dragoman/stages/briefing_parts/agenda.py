"""Agenda: the matters to be discussed, by how firmly the texts announce them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.ontology.briefing import briefing_words
from dragoman.stages.briefing_parts.lists import watch_items
from dragoman.stages.briefing_parts.material import Material, Told, by_weight, kept
from dragoman.stages.briefing_parts.matters import (
    Matter,
    Stretch,
    agenda_stretches,
    listed,
    matters,
    topics_in,
)
from dragoman.stages.briefing_parts.wording import counted
from dragoman.text.phrases import phrase_pattern
from dragoman.types import Evidence, Mark, Section, SentenceRole, Statement, Status

_GROUPS = ("discussed", "announced", "likely", "possible", "sensitive", "to watch")
_MARK = {
    "discussed": (Mark.HAPPENED,),
    "announced": (Mark.PLANNED,),
    "likely": (Mark.EXPECTED,),
    "possible": (Mark.EXPECTED,),
}
_MODAL = ("denied", "possible", "likely", "announced")
_SAYS = {
    "discussed": "discussed",
    "announced": "announced for the talks",
    "likely": "expected to come up",
    "possible": "may come up",
    "sensitive": "called sensitive",
    "to watch": "named as something to watch",
}
_OF_STATUS = {
    Status.PLANNED: "announced",
    Status.SCHEDULED: "announced",
    Status.EXPECTED: "likely",
    Status.POSSIBLE: "possible",
    Status.AIM: "possible",
    Status.OPINION: "possible",
}
_UNREAL = (
    Status.PLANNED,
    Status.SCHEDULED,
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.AIM,
    Status.NEGATED,
    Status.HYPOTHETICAL,
    Status.NORMATIVE,
)
"""Sentences so meant do not tell in the past what was discussed."""


@dataclass
class _Entry:
    """One matter in one group with what tells it."""

    matter: Matter
    evidence: list[Evidence] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    weaker: list[Evidence] = field(default_factory=list)


def agenda(material: Material) -> Section:
    """Return the section of the agenda."""
    entries: dict[str, dict[str, _Entry]] = {group: {} for group in _GROUPS}
    for group, matter, evidence in _named(material):
        entry = entries[group].setdefault(matter.key, _Entry(matter))
        entry.evidence.append(evidence)
        entry.told.setdefault(matter.told.lower(), matter.told)
    lines: list[Statement] = []
    for group in _GROUPS:
        stronger = {key for other in _GROUPS[: _GROUPS.index(group)] for key in entries[other]}
        shown = {
            key: entry
            for key, entry in entries[group].items()
            if group in ("sensitive", "to watch", "discussed") or key not in stronger
        }
        if group in ("announced", "likely"):
            for key, entry in shown.items():
                _take_weaker(entries, group, key, entry)
        lines.extend(by_weight(kept(_line(material, group, entry) for entry in shown.values())))
    return Section("Agenda", tuple(lines), "The texts name no matter that was, will or may be discussed.")


def _take_weaker(entries: dict[str, dict[str, _Entry]], group: str, key: str, entry: _Entry) -> None:
    """Add to ``entry`` what texts say more weakly of the same matter."""
    for other in ("likely", "possible")[("announced", "likely").index(group) :]:
        weaker = entries[other].get(key)
        if weaker is not None and weaker is not entry:
            entry.weaker.extend(weaker.evidence)
            entry.told.update(weaker.told)


def _line(material: Material, group: str, entry: _Entry) -> Statement | None:
    """Return the line of one matter, with the words used for it where they differ from its label."""
    label = entry.matter.label
    told = [words for key, words in entry.told.items() if key != label.lower()][:3]
    words = f" (told as {', '.join(f'“{one}”' for one in told)})" if told else ""
    firm = {one.article for one in entry.evidence}
    softer = {one.article for one in entry.weaker} - firm
    less = f"; so in {counted(len(firm), 'text')}, less firmly in {len(softer)} more" if softer else ""
    text = f"{label[:1].upper()}{label[1:]}: {_SAYS[group]}{words}{less}."
    return material.statement(text, [*entry.evidence, *entry.weaker], _MARK.get(group, ()), group)


def _named(material: Material) -> Iterator[tuple[str, Matter, Evidence]]:
    """Yield each matter with its group and its sentence."""
    for told in material.body():
        for stretch in agenda_stretches(told.words):
            group = _group(told, stretch)
            if group is not None:
                for matter in matters(told.words[stretch.start : stretch.end]):
                    yield group, matter, told.evidence
        if told.role is SentenceRole.BODY and _is_sensitive(told.words):
            for topic in topics_in(told.words)[:1]:
                yield "sensitive", Matter(topic.topic, topic.label, topic.label), told.evidence
    for item in watch_items(material):
        for topic in topics_in(item.words):
            yield "to watch", Matter(topic.topic, topic.label, topic.label), item.evidence[0]


def _is_sensitive(words: str) -> bool:
    """Tell whether a matter, not a moment, is called sensitive."""
    return bool(listed("agenda.sensitive").search(listed("agenda.not_sensitive").sub(" ", words)))


def _group(told: Told, stretch: Stretch) -> str | None:
    """Return how firmly a sentence announces its matters: by the nearest word of modality before the cue.

    A cue in the past, with no such word before it, tells what was discussed. What they "had hoped" to discuss
    is on no agenda.
    """
    near = [match for match in _modal().finditer(told.words) if match.start() < stretch.cue_end]
    if near:
        word = near[-1].lastgroup
        given_up = told.words[: near[-1].start()].lower().endswith("had ")
        return None if word == "denied" or given_up else word
    if stretch.past and told.status not in _UNREAL:
        return "discussed"
    if told.status is Status.HAPPENED:
        return None
    return _OF_STATUS.get(told.status) if told.status is not None else None


@cache
def _modal() -> re.Pattern[str]:
    """Match a word that tells how sure it is that a matter comes up; the group's name is the agenda's."""
    words = {name: phrase_pattern(briefing_words()[f"modal.{name}"]).pattern for name in _MODAL}
    return re.compile("|".join(f"(?P<{name}>{words[name]})" for name in _MODAL), re.IGNORECASE)
