"""What a sentence puts on an agenda: the stretch in which it names its matters, and the matters in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.ontology.briefing import briefing_words
from dragoman.ontology.topics import Topic, topics
from dragoman.stages.briefingparts.wording import excerpt, folded_words
from dragoman.text.phrases import phrase_pattern

_LONGEST = 8
"""A matter that no table knows is taken as told when it has so many words at most."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: ``key`` folds its paraphrases, ``label`` names it, ``told`` are the words of this sentence."""

    key: str
    label: str
    told: str


@cache
def topic_pattern(topic: Topic) -> re.Pattern[str]:
    """Return what finds the words of one topic."""
    return phrase_pattern(topic.words)


@cache
def listed(name: str) -> re.Pattern[str]:
    """Return what finds the phrases of one list of ``briefing.toml``."""
    return phrase_pattern(briefing_words()[name])


def agenda_stretches(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open stretches of ``sentence`` in which it names matters to be discussed."""
    if not listed("agenda.meeting").search(sentence):
        return
    last = 0
    for cue in listed("agenda.before").finditer(sentence):
        if cue.start() < last:
            continue
        last = _forward(sentence, cue.end())
        if last > cue.end():
            yield cue.end(), last
    for cue in listed("agenda.after").finditer(sentence):
        start = _backward(sentence, cue.start())
        if start >= last and start < cue.start():
            last = cue.end()
            yield start, cue.start()


def matters(stretch: str) -> Iterator[Matter]:
    """Yield the matters named in ``stretch``: those of the table, and short phrases that it does not know."""
    known: set[str] = set()
    for chunk in _chunks(stretch):
        hits = _topics(chunk)
        for topic in hits:
            if topic.topic not in known:
                known.add(topic.topic)
                yield Matter(topic.topic, topic.label, excerpt(chunk, 80))
        if not hits:
            words = folded_words(chunk)
            if 1 < len(words) <= _LONGEST and not any(word.isdigit() for word in words):
                yield Matter(" ".join(sorted(words)), chunk, chunk)


def topics_in(words: str) -> tuple[Topic, ...]:
    """Return the topics that ``words`` name, in the order of the table."""
    return tuple(topic for topic in topics() if topic_pattern(topic).search(words))


def _topics(chunk: str) -> tuple[Topic, ...]:
    """Return the topics of a chunk; a topic whose words lie within those of an earlier hit is not meant."""
    taken: list[tuple[int, int]] = []
    found: list[Topic] = []
    for topic in topics():
        spans = [match.span() for match in topic_pattern(topic).finditer(chunk)]
        free = [(a, b) for a, b in spans if not any(a < d and c < b for c, d in taken)]
        if free:
            taken.extend(free)
            found.append(topic)
    return tuple(found)


def _forward(sentence: str, start: int) -> int:
    """Return the end of the matters that begin at ``start``: at a stop word or mark."""
    for match in _stop().finditer(sentence, start):
        between = sentence[start : match.start()]
        if len(between.split()) >= 1 and not between.rstrip().endswith(("such", "topics", "issues", "areas")):
            return match.start()
    return len(sentence.rstrip(".!? "))


def _backward(sentence: str, end: int) -> int:
    """Return the start of the subject that ends at ``end``: behind the last clause opener before it."""
    start = 0
    for match in _opener().finditer(sentence, 0, end):
        start = match.end()
    return start


def _chunks(stretch: str) -> Iterator[str]:
    """Yield the members of a list, without what leads it in."""
    for piece in _comma().split(stretch):
        chunk = piece.strip(" ,;:–—-")
        while True:
            lead = listed("agenda.lead").match(chunk)
            if lead is None or lead.end() == len(chunk):
                break
            chunk = chunk[lead.end() :].strip(" ,;:–—-")
        chunk = _predicate().split(chunk, maxsplit=1)[0].strip(" ,;:–—-“”\"'‘’")
        if chunk and not listed("agenda.lead").fullmatch(chunk):
            yield chunk


@cache
def _stop() -> re.Pattern[str]:
    words = phrase_pattern(briefing_words()["agenda.stop"]).pattern
    return re.compile(rf"[;:—!?]|\s–\s|,\s+(?=(?:{words}))|(?:{words})", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    """Match what opens a clause before a subject."""
    return re.compile(
        r"(?:^|,\s+|;\s+)(?:while|but|although|though|and|however|as|when|if)\s+|:\s+|—\s*", re.IGNORECASE
    )


@cache
def _comma() -> re.Pattern[str]:
    joint = phrase_pattern(briefing_words()["agenda.joint"]).pattern
    return re.compile(rf",|;|(?:{joint})", re.IGNORECASE)


@cache
def _predicate() -> re.Pattern[str]:
    """Match the verb that follows a subject: what stands before it is the matter."""
    return re.compile(
        r"\s+(?:is|are|was|were|will|would|may|might|could|can|should|has|have|remains?|expected|likely|set|due)\b",
        re.IGNORECASE,
    )
