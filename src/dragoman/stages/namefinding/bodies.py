"""Names of organisations, states, governments and places in a sentence."""

from functools import cache

from dragoman.ontology.names import NameHit, NameSense
from dragoman.ontology.naming import Naming, naming
from dragoman.ontology.places import places
from dragoman.stages.namefinding.scene import Found, Scene, in_hit
from dragoman.text.capitals import CapitalCues, Stand, stands_for_government
from dragoman.text.names import name_run
from dragoman.types import MentionKind

@cache
def _capital_cues() -> CapitalCues:
    lists = naming()
    return CapitalCues(lists.acts, lists.towards, lists.place_cues, lists.pairs, lists.city_words)


def organisations(scene: Scene) -> None:
    """Note runs of capitals around a word such as "Ministry" or "University"."""
    lists = naming()
    for place, lower in enumerate(scene.lowers):
        if lower not in lists.organisation_nouns or not scene.words[place].capital:
            continue
        if not scene.free(place, place + 1):
            continue
        first = _organisation_start(scene, place, lists)
        past = _organisation_end(scene, place, lists)
        if past - first > 1 and not _only_title(scene, first, past):
            scene.add(first, past, MentionKind.ORGANISATION)


def _only_title(scene: Scene, first: int, past: int) -> bool:
    """Tell whether every word is part of some title: "Press Secretary", "Army Chief"."""
    return all(place in scene.title_words for place in range(first, past))


def _organisation_start(scene: Scene, place: int, lists: Naming) -> int:
    """Return the first capital word that belongs to the organisation whose noun is at ``place``."""
    first = place
    organ = scene.lowers[place] in lists.state_organs
    while first > 0 and scene.blank(first) and scene.free(first - 1, first):
        word, lower = scene.words[first - 1], scene.lowers[first - 1]
        if lower in ("&",) and first > 1:
            first -= 1
            continue
        if not word.capital or lower in lists.honorifics or (lower in lists.openers and lower not in lists.domains):
            break
        if first == 1 and lower in lists.openers and lower not in lists.modifiers:
            break
        if organ and (word.start in scene.hit_at or in_hit(scene, first)):
            break
        first -= 1
    return first


def _organisation_end(scene: Scene, place: int, lists: Naming) -> int:
    """Return the index past the organisation's name: "of Foreign Affairs", "for Strategic and Naval Studies"."""
    past = place + 1
    while past < len(scene.words) and scene.blank(past):
        if scene.words[past].capital and scene.lowers[past] in lists.organisation_nouns:
            past += 1
            continue
        ahead = past
        while ahead < len(scene.words) and scene.blank(ahead) and scene.lowers[ahead] in lists.joins:
            ahead += 1
        joined = scene.lowers[past:ahead]
        if ahead >= len(scene.words) or not scene.blank(ahead) or not scene.words[ahead].capital:
            break
        inside = past > place + 1
        if not joined and not (inside and scene.lowers[ahead] not in lists.never):
            break
        if joined and (joined[0] in ("and", "the", "in") or joined[0] == "on") and not (inside or joined[0] == "on"):
            break
        hit = scene.hit_at.get(scene.words[ahead].start)
        if hit and (joined[:1] == ("and",) or not joined or scene.lowers[place] in lists.state_organs):
            break
        past = scene.past_of(hit, ahead) if hit else ahead + 1
    return past



def names_of_tables(scene: Scene) -> None:
    """Note states, capitals, seats of government, organisations and places of the tables."""
    starts = {word.start: place for place, word in enumerate(scene.words)}
    for hit in scene.hits:
        if hit.sense is NameSense.PERSON or any(hit.start < each.end and each.start < hit.end for each in scene.found):
            continue
        first = starts.get(hit.start)
        whole = first is not None and scene.words[scene.past_of(hit, first) - 1].end == hit.end
        kind = _sense(scene, hit, first if whole else None)
        scene.found.append(Found(hit.start, hit.end, kind, None))
