"""The words of a sentence that name events."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ontology.events import Kind, Trigger, event_kinds, event_triggers
from dragoman.text.clauses import Clauses
from dragoman.types import EventKind

_TALKING = frozenset(("talk", "confer"))
_PHONES = frozenset(("phone", "telephone", "videolink", "hotline"))


@dataclass(frozen=True, slots=True)
class Found:
    """A word that names an event, with the number of its verb group where it is a verb."""

    index: int
    kind: Kind
    group: int | None


def triggers(parsed: Clauses) -> Iterator[Found]:
    """Yield the triggers of a sentence; of two nouns of one kind side by side ("summit meeting") the last."""
    known = event_triggers()
    found: list[Found] = []
    for index, word in enumerate(parsed.words):
        if word.lemma not in known or word.tag not in "VNJ" or _named(parsed, index) or _show(parsed, index):
            continue
        number = parsed.group_of[index]
        verb = number is not None and parsed.groups[number].head == index
        for trigger in known[word.lemma]:
            if trigger.verb == verb and (verb or word.tag != "J") and _fits(parsed, index, trigger):
                found.append(
                    Found(index, event_kinds()[_kind(parsed, index, trigger)], number if verb else None)
                )
                break
    for number, one in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if following is None or not _doubled(one, following):
            yield one


def _kind(parsed: Clauses, index: int, trigger: Trigger) -> EventKind:
    """Return the kind of an event: talking by telephone is a call and no meeting."""
    if not trigger.verb or trigger.lemma not in _TALKING or trigger.kind != "meeting":
        return trigger.kind
    last = parsed.segments[parsed.segment_of[index]].last
    phone = any(word.lemma in _PHONES for word in parsed.words[index : last + 1])
    return EventKind("call") if phone else trigger.kind


def _doubled(one: Found, following: Found) -> bool:
    """Tell whether two nouns side by side name one event."""
    nouns = one.group is None and following.group is None
    return nouns and following.index == one.index + 1 and following.kind.family == one.kind.family


def _fits(parsed: Clauses, index: int, trigger: Trigger) -> bool:
    """Tell whether the words beside a trigger are those it needs."""
    words = parsed.words
    if trigger.next and not trigger.next & {word.low for word in words[index + 1 : index + 4]}:
        return False
    if trigger.previous:
        before = {word.low for word in words[max(index - 3, 0) : index]}
        before |= {word.low.rpartition("-")[2] for word in words[max(index - 3, 0) : index]}
        if not trigger.previous & before:
            return False
    return True


def _show(parsed: Clauses, index: int) -> bool:
    """Tell whether "talk" is no meeting: "talk shows", "Lind talks about fish"."""
    words = parsed.words
    following = words[index + 1].low if index + 1 < len(words) else ""
    if words[index].low == "talk":
        return following in ("show", "shows", "radio") or (
            index + 1 < len(words) and words[index + 1].tag == "N"
        )
    before = words[index - 1] if index else None
    said = before is not None and (
        before.low in ("he", "she") or (before.title and not before.low.endswith("s"))
    )
    return words[index].low == "talks" and said and following in ("about", "to")


def _named(parsed: Clauses, index: int) -> bool:
    """Tell whether a word is part of a proper name in running text: "Meeting House"."""
    words = parsed.words
    if not words[index].title or index == 0 or parsed.group_of[index] is not None:
        return False
    lower = sum(not word.title and word.tag in "NVJ" for word in words)
    following = words[index + 1] if index + 1 < len(words) else None
    return lower > 2 and following is not None and following.title and following.tag == "N"  # noqa: PLR2004
