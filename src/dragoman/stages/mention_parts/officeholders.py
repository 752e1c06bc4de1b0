"""People told by their office: leaders by family name alone, and offices that stand for their holder."""

from datetime import date

from dragoman.ontology.names import NameSense
from dragoman.ontology.naming import naming
from dragoman.ontology.people import family_index, people_named
from dragoman.stages.mention_parts.scene import Scene, in_hit
from dragoman.text.names import folded
from dragoman.types import MentionKind

_COMING = frozenset(
    {"as", "become", "becomes", "becoming", "became", "elected", "being", "named", "appointed", "next"}
)
_NEAR_OFFICE = 4
"""Words in front of an office in which those stand."""
_WHOLE_STATE_OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "supreme_leader",
        "crown_prince",
    }
)
"""Offices held by one person of a state at a time: "the Japanese prime minister" names somebody."""


def people_of_the_day(scene: Scene, day: date | None) -> None:
    """Note leaders named by family name alone, without introduction: "China's Xi", "met Merkel"."""
    for place in scene.capitals:
        if scene.free(place, place + 1) and names_leader(scene, place, day):
            scene.add(place, place + 1, MentionKind.PERSON)


def names_leader(scene: Scene, place: int, day: date | None) -> bool:
    """Tell whether a word is the family name of a leader in office, by tables and by the words beside it."""
    word = scene.words[place]
    fold = folded(word.text)
    if fold not in family_index() or word.start in scene.hit_at:
        return False
    return _of_named_state(scene, place, day) or (
        fold not in naming().everyday and _alone(scene, place) and _in_office(word.text, day)
    )


def _of_named_state(scene: Scene, place: int, day: date | None) -> bool:
    """Tell whether a state owns the name right behind it and that state has a leader of the name.

    Examples: "China's Xi".
    """
    if place == 0 or not scene.words[place - 1].owns:
        return False
    end = scene.words[place - 1].end
    owners = {actor for hit in scene.hits if hit.end == end for actor in hit.ids}
    return any(
        str(each.holding.of) in owners and each.in_office is not False
        for each in people_named(scene.words[place].text, day)
    )


def _alone(scene: Scene, place: int) -> bool:
    """Tell whether no capital word touches the name, and its capital is not the sentence's alone."""
    before = (
        scene.blank(place)
        and scene.words[place - 1].capital
        and scene.words[place - 1].start not in scene.hit_at
    )
    if before and place - 1 > 0 and not in_hit(scene, place):
        return False
    follows = scene.blank(place + 1) and scene.words[place + 1].capital and not scene.headline
    if follows:
        return False
    if place > 0 and not scene.headline:
        return True
    return scene.words[place].owns or (
        scene.blank(place + 1) and scene.lowers[place + 1] in naming().speech | naming().acts
    )


def _in_office(name: str, day: date | None) -> bool:
    """Tell whether the tables know one leader of that family name in office on the day."""
    found = people_named(name, day)
    return bool(found) and len({each.holding.person for each in found if each.in_office is not False}) == 1


def offices_for_people(scene: Scene) -> None:
    """Note offices that stand for their holder: "the Japanese prime minister", "Vallen's president"."""
    beside = [found.title for found in scene.found if found.title is not None]
    for first, past, title in scene.titles:
        if (
            title.plural
            or title.office not in _WHOLE_STATE_OFFICES
            or first == 0
            or scene.words[past - 1].owns
        ):
            continue
        told = scene.span(first, past)
        if any(told.overlaps(other) for other in beside) or not scene.free(first, past):
            continue
        if (scene.blank(past) and scene.words[past].capital) or not _names_its_state(scene, first, past):
            continue
        scene.add(first, past, MentionKind.PERSON, told)


def _is_aspired(scene: Scene, first: int) -> bool:
    """Tell whether somebody comes to the office: "as the Kenyan president", "become Kenya's"."""
    near = scene.lowers[max(0, first - _NEAR_OFFICE) : first]
    return any(word in _COMING for word in near)


def _names_its_state(scene: Scene, first: int, past: int) -> bool:
    """Tell whether the office is a certain state's, and the one in office: not "a", "former" or "next"."""
    if scene.lowers[past : past + 1] == ("of",) and scene.lowers[first - 1] == "the":
        follows = past + 2 if scene.lowers[past + 1 : past + 2] == ("the",) else past + 1
        hit = scene.hit_at.get(scene.words[follows].start) if follows < len(scene.words) else None
        return hit is not None and hit.sense is NameSense.STATE
    hit = next((hit for hit in scene.hits if hit.end == scene.words[first - 1].end), None)
    if _is_aspired(scene, first):
        return False
    if hit is None or hit.sense not in (NameSense.STATE, NameSense.ADJECTIVE):
        return False
    if scene.words[first - 1].owns:
        return True
    start = next((place for place, word in enumerate(scene.words) if word.start == hit.start), 0)
    return hit.sense is NameSense.ADJECTIVE and start > 0 and scene.lowers[start - 1] == "the"
