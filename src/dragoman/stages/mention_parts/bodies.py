"""Names of organisations, states, governments and places in a sentence."""

from collections.abc import Iterator
from functools import cache

from dragoman.ontology.names import NameHit, NameSense
from dragoman.ontology.naming import Naming, naming
from dragoman.ontology.people import family_index
from dragoman.ontology.places import places
from dragoman.stages.mention_parts.scene import Found, Known, Scene, customs, in_hit
from dragoman.text.capitals import CapitalCues, Stand, stands_for_government
from dragoman.text.names import name_run
from dragoman.types import MentionKind

_SUFFIXES = ("-led", "-backed", "-based", "-run", "-owned", "-controlled", "-funded")
"""Ends of words that stand in front of a name and belong to another: "the Lind-led Party"."""
_BUILDING_CUES = ("in", "at", "outside", "inside", "near", "leaving", "left", "entering")
_ACTING = (
    "-backed",
    "-led",
    "-aligned",
    "-sponsored",
    "-imposed",
    "-funded",
    "-controlled",
    "-appointed",
    "-ordered",
)
"""Ends of words in which a capital acts: "Osk-backed"."""
_LONGEST_SHORT_FORM = 8
_LARGE_TOWN = 300_000
"""Inhabitants from which a town of the gazetteer needs no word of place in front; many smaller ones bear
family names and everyday words. Chosen and not fitted; its finds were read in 24 articles, 2026-11-21."""


@cache
def _capital_cues() -> CapitalCues:
    lists = naming()
    return CapitalCues(lists.acts, lists.towards, lists.place_cues, lists.pairs, lists.city_words)


def organisations(scene: Scene, known: Known) -> None:
    """Note runs of capitals around a word such as "Ministry" or "University"."""
    for first, past in organisation_runs(scene):
        scene.add(first, past, MentionKind.ORGANISATION)
        _short_form(scene, past, known)


def organisation_runs(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the words of each such run; what has been found when it is asked for is no part of one."""
    lists = naming()
    for place in scene.capitals:
        if scene.lowers[place] not in lists.organisation_nouns or not scene.free(place, place + 1):
            continue
        first = _organisation_start(scene, place, lists)
        past = _organisation_end(scene, place, lists)
        name = scene.text[scene.words[first].start : scene.words[past - 1].end]
        if past - first > 1 and not _only_title(scene, first, past) and name not in lists.regions:
            yield first, past


def _short_form(scene: Scene, past: int, known: Known) -> None:
    """Note the short form in brackets behind a body's name, as in "Osk Institute of Trade (OIT)"."""
    if past < len(scene.words) and scene.gap(past) == " (" and scene.text[scene.words[past].end :][:1] == ")":
        short = scene.words[past].text
        if (
            short.isupper()
            and 1 < len(short) <= _LONGEST_SHORT_FORM
            and scene.words[past].start not in scene.hit_at
        ):
            known.short_forms.add(short)


def _only_title(scene: Scene, first: int, past: int) -> bool:
    """Tell whether every word is part of some title: "Press Secretary", "Army Chief"."""
    return all(place in scene.title_words for place in range(first, past))


def _organisation_start(scene: Scene, place: int, lists: Naming) -> int:
    """Return the first capital word that belongs to the organisation whose noun is at ``place``."""
    first = place
    organ = scene.lowers[place] in lists.state_organs
    while first > 0 and scene.blank(first) and scene.free(first - 1, first):
        word, lower = scene.words[first - 1], scene.lowers[first - 1]
        if lower == "and" and _joins_two_fields(scene, place, first, lists):
            first -= 2
            continue
        if not word.capital or lower in lists.honorifics or lower in lists.dates:
            break
        if lower in lists.functions or lower.endswith(_SUFFIXES):
            break
        if first == 1 and lower in lists.openers and lower not in lists.modifiers:
            break
        if organ and (word.start in scene.hit_at or in_hit(scene, first)):
            break
        first -= 1
    return first


def _joins_two_fields(scene: Scene, place: int, first: int, lists: Naming) -> bool:
    """Tell whether the "and" in front of word ``first`` joins two fields of one body.

    Examples: "Trade and Industry Ministry".
    """
    if scene.lowers[place] not in lists.field_nouns or first < 2 or first == place + 1:  # noqa: PLR2004 - "X and"
        return False
    before = scene.words[first - 2]
    known = before.start in scene.hit_at or in_hit(scene, first - 1) or not scene.free(first - 2, first - 1)
    return scene.blank(first - 1) and before.capital and not known and first < place + 1


def _organisation_end(scene: Scene, place: int, lists: Naming) -> int:
    """Return the index past the organisation's name.

    Examples: "of Foreign Affairs", "for Strategic and Naval Studies".
    """
    past, inside = place + 1, False
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
        if scene.lowers[ahead] in lists.dates or not _may_join(joined, inside=inside):
            break
        hit = scene.hit_at.get(scene.words[ahead].start)
        if hit and (joined[:1] == ("and",) or scene.lowers[place] in lists.state_organs):
            break
        if not scene.free(ahead, ahead + 1):
            break
        inside = inside or bool(joined)
        past = scene.past_of(hit, ahead) if hit else ahead + 1
    return past


def _may_join(joined: tuple[str, ...], *, inside: bool) -> bool:
    """Tell whether small words may lead on within a name.

    Examples: "of" and "for" from its noun, "and" only behind those.
    """
    if inside:
        return joined in ((), ("and",), ("&",), ("of",), ("of", "the"))
    return bool(joined) and joined[0] not in ("and", "the", "in", "to")


def names_of_tables(scene: Scene) -> None:
    """Note states, capitals, seats of government, organisations and places of the tables."""
    starts = {word.start: place for place, word in enumerate(scene.words)}
    for hit in scene.hits:
        if any(hit.start < each.end and each.start < hit.end for each in scene.found):
            continue
        first = starts.get(hit.start)
        whole = first is not None and scene.words[scene.past_of(hit, first) - 1].end == hit.end
        kind = _sense(scene, hit, first if whole else None)
        scene.found.append(Found(hit.start, hit.end, kind, None))


def _sense(scene: Scene, hit: NameHit, first: int | None) -> MentionKind:
    """Return what a table name means where it stands.

    ``first`` is the place of its first word, ``None`` where the name is part of a word.
    """
    plain = {
        NameSense.STATE: MentionKind.STATE,
        NameSense.PEOPLE: MentionKind.STATE,
        NameSense.ADJECTIVE: MentionKind.STATE,
        NameSense.ORGANISATION: MentionKind.ORGANISATION,
        NameSense.PLACE: MentionKind.PLACE,
    }
    if hit.sense in plain:
        return plain[hit.sense]
    if first is None:
        return _sense_in_compound(scene, hit)
    stand = Stand(scene.words, first, scene.past_of(hit, first), scene.text)
    if hit.sense is NameSense.GOVERNMENT:
        return MentionKind.PLACE if _is_the_building(stand) else MentionKind.GOVERNMENT
    return MentionKind.GOVERNMENT if stands_for_government(stand, _capital_cues()) else MentionKind.PLACE


def _is_the_building(stand: Stand) -> bool:
    """Tell whether a seat of government is where something happens.

    Examples: "at the White House", but not "officials at".
    """
    back = 2 if stand.before() == "the" else 1
    if not stand.touches() or stand.before(back) not in _BUILDING_CUES:
        return False
    last = stand.words[stand.past - 1].text
    return last.lower() not in naming().state_organs and not last.isupper()


def _sense_in_compound(scene: Scene, hit: NameHit) -> MentionKind:
    """Return what a capital inside a word means: in "Osk-Vallen ties" and "Osk-backed" the government."""
    for place, word in enumerate(scene.words):
        if word.start <= hit.start and hit.end <= word.end:
            near = scene.lowers[place + 1 : place + 3]
            partner = sum(word.start <= each.start and each.end <= word.end for each in scene.hits) > 1
            acts = word.text.lower().endswith(_ACTING)
            if partner or acts or any(each in naming().pairs for each in near):
                return MentionKind.GOVERNMENT
    return MentionKind.PLACE


@cache
def _regions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the regions of the world as words, by first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in naming().regions:
        pieces = tuple(name.split())
        found.setdefault(pieces[0], []).append(pieces)
    return {
        first: tuple(sorted(names, key=lambda pieces: (-len(pieces), pieces)))
        for first, names in found.items()
    }


def places_by_form(scene: Scene, known: Known) -> None:
    """Note regions, names such as "Vallen City" or "Lake Osk", and towns of the gazetteer."""
    for place in scene.capitals:
        for pieces in _regions().get(scene.words[place].text, ()):
            if tuple(word.text for word in scene.words[place : place + len(pieces)]) == pieces:
                scene.add(place, place + len(pieces), MentionKind.PLACE)
    if scene.headline:
        return
    for place in scene.capitals:
        if not scene.free(place, place + 1):
            continue
        if scene.lowers[place] in naming().place_ends:
            _place_around(scene, place)
        elif scene.lowers[place] in naming().place_begins:
            _place_behind(scene, place)
        else:
            _town(scene, place, known)


def _place_around(scene: Scene, place: int) -> None:
    """Note the capitals in front of a word such as "City", or "of" and a name behind "Strait"."""
    lists = naming()
    first = place
    while (
        first > 0 and scene.blank(first) and scene.free(first - 1, first) and scene.words[first - 1].capital
    ):
        lower = scene.lowers[first - 1]
        if lower in lists.openers or lower in lists.honorifics or (lower in lists.never and first - 1 == 0):
            break
        first -= 1
    if first < place:
        scene.add(first, place + 1, MentionKind.PLACE)
    elif scene.lowers[place] in lists.place_begins:
        _place_behind(scene, place)


def _place_behind(scene: Scene, place: int) -> None:
    """Note "Lake Osk" and "Gulf of Osk"."""
    first = place + 2 if scene.lowers[place + 1 : place + 2] == ("of",) else place + 1
    if (
        first < len(scene.words)
        and scene.blank(place + 1)
        and scene.blank(first)
        and scene.words[first].capital
    ):
        hit = scene.hit_at.get(scene.words[first].start)
        past = scene.past_of(hit, first) if hit else name_run(scene.words, first, scene.text, customs())
        if scene.free(place, past):
            scene.add(place, past, MentionKind.PLACE)


def _town(scene: Scene, place: int, known: Known) -> None:
    """Note a run the gazetteer knows, behind "in" or "near" or large; or one that a state's name follows."""
    lists = naming()
    lower = scene.lowers[place]
    if lower in lists.never or lower in lists.openers or place in scene.title_words:
        return
    past = name_run(scene.words, place, scene.text, customs())
    while past > place and not scene.free(place, past):
        past -= 1
    if past == place or scene.words[past - 1].text in customs().particles:
        return
    name = scene.text[scene.words[place].start : scene.words[past - 1].end]
    cued = place > 0 and scene.blank(place) and scene.lowers[place - 1] in lists.place_cues
    follows = scene.hit_at.get(scene.words[past].start) if past < len(scene.words) else None
    if lower in family_index():
        return
    stated = scene.gap(past) == ", " and follows is not None and follows.sense is NameSense.STATE
    if (cued and (stated or name in places())) or (not cued and _well_known(name, place, known)):
        scene.add(place, past, MentionKind.PLACE)
        known.towns.add(name)


def _well_known(name: str, place: int, known: Known) -> bool:
    """Tell whether a run with no word of place in front is a town: named as one before, or large."""
    if name in known.towns:
        return True
    lower = name.lower()
    lists = naming()
    if (
        place == 0
        or lower in lists.given
        or lower in lists.everyday
        or lower in lists.family_first
        or lower in known.small
    ):
        return False
    if lower in family_index() or len(lower) <= 3:  # noqa: PLR2004 - abbreviations
        return False
    found = places().named(name)
    return bool(found) and (found[0].population or 0) >= _LARGE_TOWN


def repeated_names(scene: Scene, known: Known) -> None:
    """Note what the article shows elsewhere to be a town or the short form of a body."""
    for place in scene.capitals:
        if scene.words[place].text in known.short_forms:
            scene.add(place, place + 1, MentionKind.ORGANISATION)
        if (
            scene.words[place].text in known.towns
            and scene.free(place, place + 1)
            and place not in scene.title_words
        ):
            beside = scene.blank(place + 1) and scene.words[place + 1].capital and not scene.headline
            if not beside:
                scene.add(place, place + 1, MentionKind.PLACE)
