"""What a sentence puts on an agenda: the stretch in which it names its matters, and the matters in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.ontology.briefing import briefing_words
from dragoman.ontology.topics import Topic, topics
from dragoman.stages.briefing_parts.wording import excerpt, folded_words
from dragoman.text.phrases import phrase_pattern

_MARKS = " ,;:–—-“”\"'‘’"
_LONGEST = 8
"""A matter that no table knows is taken as told when it has so many words at most."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: ``key`` folds its paraphrases, ``label`` names it, ``told`` are the words of a sentence."""

    key: str
    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of a sentence that names matters, and where the cue ends that says so."""

    start: int
    end: int
    cue_end: int
    past: bool


@cache
def topic_pattern(topic: Topic) -> re.Pattern[str]:
    """Return what finds the words of one topic."""
    return phrase_pattern(topic.words)


@cache
def listed(name: str) -> re.Pattern[str]:
    """Return what finds the phrases of one list of ``briefing.toml``."""
    return phrase_pattern(briefing_words()[name])


def agenda_stretches(sentence: str) -> Iterator[Stretch]:
    """Yield the stretches of ``sentence`` in which it names matters to be discussed, or discussed."""
    if not listed("agenda.meeting").search(sentence):
        return
    last = 0
    for cue in listed("agenda.before").finditer(sentence):
        if cue.start() < last:
            continue
        last = _forward(sentence, cue.end())
        if last > cue.end():
            yield Stretch(cue.end(), last, cue.end(), past=_is_past(cue[0]))
    for cue in listed("agenda.after").finditer(sentence):
        start = _backward(sentence, cue.start())
        if start >= last and start < cue.start():
            last = cue.end()
            yield Stretch(
                start,
                cue.start(),
                cue.end(),
                past=cue[0].lower().startswith(("was", "were", "been", "topped")),
            )


def _is_past(cue: str) -> bool:
    """Tell whether a cue before its matters is told in the past: "discussed", "the agenda included"."""
    return any(word.endswith(("ed", "took", "brought", "spoke")) for word in cue.lower().split())


def matters(stretch: str) -> Iterator[Matter]:
    """Yield the matters named in ``stretch``, one per member of its list: of the table, or a short phrase."""
    known: set[str] = set()
    for chunk in _chunks(stretch):
        hits = topics_in(chunk)
        if hits:
            if hits[0].topic not in known:
                known.add(hits[0].topic)
                yield Matter(hits[0].topic, hits[0].label, excerpt(chunk, 80))
            continue
        words = folded_words(chunk)
        pointing = words[:1] and words[0] in briefing_words()["agenda.pointing"]
        if 1 < len(words) <= _LONGEST and not pointing and not any(word.isdigit() for word in words):
            yield Matter(" ".join(sorted(words)), chunk, chunk)


def topics_in(words: str) -> tuple[Topic, ...]:
    """Return the topics that ``words`` name, in the order of the table."""
    return tuple(topic for topic in topics() if topic_pattern(topic).search(words))


def _forward(sentence: str, start: int) -> int:
    """Return the end of the matters that begin at ``start``: at a stop word or mark."""
    for match in _stop().finditer(sentence, start):
        before = sentence[start : match.start()].split()
        if before and not _goes_on(before[-1].lower(), match[0].lower()):
            return match.start()
    return len(sentence.rstrip(".!? "))


def _goes_on(before: str, stop: str) -> bool:
    """Tell whether a stop word belongs to what stands before it: "related to", "such as"."""
    return (stop == "as" and before == "such") or (
        stop == "to" and before in briefing_words()["agenda.goes_on"]
    )


def _backward(sentence: str, end: int) -> int:
    """Return the start of the subject that ends at ``end``: behind the last clause opener before it."""
    start = 0
    for match in _opener().finditer(sentence, 0, end):
        start = match.end()
    return start


def _chunks(stretch: str) -> Iterator[str]:
    """Yield the members of a list, without what leads it in."""
    for piece in _comma().split(stretch):
        chunk = _behind_lead(piece).strip(" ,;:–—-")
        while True:
            lead = listed("agenda.lead").match(chunk)
            if lead is None or lead.end() == len(chunk):
                break
            chunk = chunk[lead.end() :].strip(" ,;:–—-")
        chunk = _trimmed(_predicate().split(chunk, maxsplit=1)[0])
        if chunk and not listed("agenda.lead").fullmatch(chunk):
            yield chunk


def _trimmed(chunk: str) -> str:
    """Return a matter without what dangles at its end: "embassies in Istanbul in", "areas such”"."""
    chunk = chunk.strip(_MARKS)
    words = chunk.split()
    while words and words[-1].strip(_MARKS).lower() in briefing_words()["trim.end"]:
        words.pop()
        chunk = " ".join(words).strip(_MARKS)
        words = chunk.split()
    return chunk[:-1] if chunk.endswith(".") and "." not in chunk[:-1].rsplit(" ", 1)[-1] else chunk


def _behind_lead(piece: str) -> str:
    """Return what stands behind "such as": "core concerns such as fishing" gives "fishing"."""
    for lead in listed("agenda.leads_in").finditer(piece):
        if piece[lead.end() :].strip():
            piece = piece[lead.end() :]
            break
    return piece


@cache
def _stop() -> re.Pattern[str]:
    words = phrase_pattern(briefing_words()["agenda.stop"]).pattern
    return re.compile(rf"[;:—!?]|\s–\s|,\s+(?=(?:{words}))|(?:{words})", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    """Match what opens a clause before a subject."""
    return re.compile(
        r"(?:^|,\s+|;\s+)(?:while|but|although|though|however|as|when|if)\s+|:\s+|—\s*", re.IGNORECASE
    )


@cache
def _comma() -> re.Pattern[str]:
    joint = phrase_pattern(briefing_words()["agenda.joint"]).pattern
    return re.compile(rf",|;|(?:{joint})", re.IGNORECASE)


@cache
def _predicate() -> re.Pattern[str]:
    """Match the verb that follows a subject: what stands before it is the matter."""
    return re.compile(
        r"\s+(?:is|are|was|were|will|would|may|might|could|can|should|has|have|remains?|expected|likely|set|due)\b"
    )
