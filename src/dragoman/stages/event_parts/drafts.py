"""An event in the making, and which earlier one a mention takes up again."""

from dataclasses import dataclass

from dragoman.ontology.events import Shape
from dragoman.stages.event_parts.parties import Scene
from dragoman.stages.event_parts.triggers import Found
from dragoman.types import Event, RoleName, Status, When

PAIR = 2
_AFTER = frozenset(("after", "following", "since", "than", "before"))
_BARE = frozenset(("talks", "discussions", "negotiations"))
_POINTING = frozenset(("this", "that", "these", "those"))
_TOPIC = frozenset(("about", "on", "over", "between", "among"))
_ALONE = frozenset(("ring", "see", "phone"))
_IN_PERSON = frozenset(("receive", "sit", "spend", "dine", "lunch", "dinner"))
"""Words of an encounter only where both are people: a minister receives letters and spends money."""
_NEAR = 9
_MANNERS = frozenset(("alone", "privately", "separately", "directly"))


@dataclass(slots=True)
class Draft:
    """An event in the making, with its sentence and the word that names it."""

    scene: Scene
    found: Found
    event: Event
    known: When | None = None
    """The days of the earlier mention it points back to."""

    @property
    def family(self) -> str:
        """The family of its kind."""
        return self.found.kind.family

    @property
    def keys(self) -> frozenset[str]:
        """Who has a role in it, as actors where they are known."""
        return frozenset(role.actor or role.name.casefold() for role in self.event.roles)

    @property
    def lemma(self) -> str:
        """The word that names it, without an ending."""
        return self.scene.parsed.words[self.found.index].lemma


def points_back(draft: Draft) -> bool:
    """Tell whether a noun has a definite word before it, or is "talks" at the head of its clause."""
    words = draft.scene.parsed.words
    index = draft.found.index
    for step in range(index - 1, max(index - 6, -1), -1):
        if words[step].low == "the" or words[step].low in _POINTING or words[step].tag == "S":
            return not _on_a_topic(draft) or words[step].tag == "S"
        if words[step].tag not in "NJA":
            break
    bare = words[index].low in _BARE and (index == 0 or words[index - 1].tag not in "NJ")
    return bare and not _on_a_topic(draft) and not _named_subject(draft)


def _on_a_topic(draft: Draft) -> bool:
    """Tell whether "talks" says what it is about: then it need not be the leaders' meeting."""
    words = draft.scene.parsed.words
    following = words[draft.found.index + 1 : draft.found.index + 2]
    return words[draft.found.index].low in _BARE and bool(following) and following[0].low in _TOPIC


def _named_subject(draft: Draft) -> bool:
    """Tell whether a verb stands before the noun in its clause, so that somebody else acts."""
    parsed = draft.scene.parsed
    segment = parsed.segment_of[draft.found.index]
    return any(parsed.groups[number].head < draft.found.index for number in parsed.groups_in(segment))


def pointed_at(draft: Draft) -> bool:
    """Tell whether "this", "that" or "those" stands before a noun: the last one of that name is meant."""
    words = draft.scene.parsed.words
    index = draft.found.index
    return any(word.low in _POINTING for word in words[max(index - 3, 0) : index])


def his_again(draft: Draft) -> bool:
    """Tell whether a visit is told with "his": it is the visit spoken of before, whoever was named since."""
    if draft.found.kind.shape is not Shape.VISIT or draft.found.group is not None:
        return False
    words = draft.scene.parsed.words
    before = words[max(draft.found.index - 4, 0) : draft.found.index]
    return any(word.low in ("his", "her", "their") for word in before)


def hosts(draft: Draft) -> frozenset[str]:
    """Return who receives."""
    return frozenset(r.actor or r.name.casefold() for r in draft.event.roles if r.role is RoleName.HOST)


def nearest(event: Event, earlier: list[Draft]) -> list[Draft]:
    """Return earlier mentions, the last first, but before them those told at the same place."""
    backwards = earlier[::-1]
    if event.where is None:
        return backwards
    here = [draft for draft in backwards if draft.event.where and same_place(event, draft.event)]
    return here + [draft for draft in backwards if draft not in here]


def foremost(draft: Draft) -> bool:
    """Tell whether a sentence is about this one event: not "visits", nor "a week after his talks"."""
    words = draft.scene.parsed.words
    index = draft.found.index
    if draft.found.group is None and words[index].low in ("visits", "trips", "meetings", "summits", "tours"):
        return False
    return not any(word.low in _AFTER for word in words[max(index - 5, 0) : index])


def same_place(one: Event, other: Event) -> bool:
    """Tell whether two events can be at one place."""
    if one.where is None or other.where is None:
        return True
    if one.where.state and other.where.state:
        return one.where.state == other.where.state
    return one.where.name == other.where.name


def same_side(one: Event, other: Event) -> bool:
    """Tell whether both lie on the same side of the time of writing."""
    past = (Status.HAPPENED, Status.ONGOING)
    return (one.status in past) == (other.status in past)


def worth_keeping(draft: Draft) -> bool:
    """Tell whether a mention says enough: a party, a day or a place; talk of "such summits" does not."""
    event = draft.event
    if _meets_a_thing(draft) or _goes_home(draft) or _has_no_guest(draft) or _denies_a_manner(draft):
        return False
    if _is_no_encounter(draft):
        return False
    if draft.lemma in _ALONE and draft.found.group is not None and len(draft.keys) < PAIR:
        return False
    if draft.found.group is None and draft.found.kind.shape is Shape.DIRECTED:
        return any(role.role is not RoleName.RECIPIENT for role in event.roles)
    if event.roles:
        return True
    noun = draft.found.group is None
    return noun and draft.found.kind.consults and (event.when is not None or event.where is not None)


def _is_no_encounter(draft: Draft) -> bool:
    """Tell whether a word that can be of an encounter names no two who meet: "received a letter"."""
    words, index = draft.scene.parsed.words, draft.found.index
    if draft.found.kind.kind not in ("meeting", "call"):
        return False
    if draft.lemma == "talk" and draft.found.group is not None:
        return len(draft.keys) < PAIR
    if draft.lemma not in _IN_PERSON:
        return False
    people = {role.actor or role.name for role in draft.event.roles if _is_person(role.actor)}
    together = draft.lemma != "spend" or any(word.low == "with" for word in words[index : index + _NEAR])
    worded = words[index].low == "dinner" and draft.event.when is not None
    return not together or (len(people) < PAIR and not worded)


def _is_person(actor: str | None) -> bool:
    return actor is None or actor.startswith("person:")


def _denies_a_manner(draft: Draft) -> bool:
    """Tell whether not the meeting is denied but how it went: "did not meet Lind alone"."""
    words, index = draft.scene.parsed.words, draft.found.index
    segment = draft.scene.parsed.segment_of
    behind = [word for n, word in enumerate(words) if n > index and segment[n] == segment[index]]
    return draft.event.status is Status.NEGATED and any(word.low in _MANNERS for word in behind)


def _has_no_guest(draft: Draft) -> bool:
    """Tell whether a verb of going does not say who goes: "travelling to Lima takes hours"."""
    if draft.found.kind.shape is not Shape.VISIT or draft.found.group is None or draft.lemma == "host":
        return False
    return not any(role.role is RoleName.GUEST for role in draft.event.roles)


def _goes_home(draft: Draft) -> bool:
    """Tell whether a journey is one home that does not say from where."""
    words = draft.scene.parsed.words
    following = words[draft.found.index + 1 : draft.found.index + 2]
    home = bool(following) and following[0].low in ("home", "back") and draft.found.group is not None
    return home and draft.event.where is None and not hosts(draft)


def _meets_a_thing(draft: Draft) -> bool:
    """Tell whether "meet" has an object that is nobody: "meeting its targets", "met the conditions"."""
    scene, index = draft.scene, draft.found.index
    if draft.found.group is None or scene.parsed.words[index].lemma != "meet":
        return False
    following = scene.parsed.words[index + 1 : index + 2]
    thing = (
        bool(following)
        and following[0].tag in "DSJN"
        and following[0].low not in ("last", "next", "in", "this")
    )
    return thing and not scene.arguments.direct(index) and len(draft.event.roles) < PAIR
