"""The kind of a name that the reader model gives, put right by the words beside it and by the tables."""

from datetime import date

from dragoman.ontology.names import NameSense
from dragoman.ontology.naming import naming
from dragoman.ontology.people import family_index
from dragoman.ontology.places import places
from dragoman.stages.mention_parts.officeholders import names_leader
from dragoman.stages.mention_parts.scene import Scene, title_before
from dragoman.types import MentionKind, Span

KINDS = {
    "PER": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "EVENT": MentionKind.EVENT,
    "MISC": MentionKind.OTHER,
}
"""The kinds of names by the label of the model; states are told by the tables."""
LED = frozenset({"administration", "regime", "presidency", "cabinet"})
"""What is named after the one who leads it."""
_PAPERS = frozenset("accord accords act agreement charter constitution declaration law pact treaty".split())
"""Ends of the names of papers, which the model may take for a body or for what led to them."""
_PRESS = frozenset(
    "gazette guardian herald journal monitor news observer post telegraph times tribune".split()
)
"""Ends of the names of newspapers, which bear the names of towns and of much else."""
_HAPPENINGS = frozenset("coup massacre referendum revolution summit uprising war".split())
"""Ends of the names of events that may begin with the name of a state."""
_PARTS = frozenset("north south east west central greater upper lower mainland".split())
_LONGEST_SHORT_FORM = 5
_LARGE = 100_000
"""Inhabitants from which a place of the gazetteer is meant where the model saw a body of that name."""


def kind_of(scene: Scene, span: Span, kind: MentionKind, day: date | None) -> MentionKind:
    """Return the kind of a name, put right by the words beside it and by the tables."""
    place = scene.place_at.get(span.start)
    name = span.cut(scene.text)
    last = name.rsplit(maxsplit=1)[-1].lower() if " " in name else ""
    if last in _PAPERS:
        return MentionKind.OTHER
    if last in _PRESS:
        return MentionKind.ORGANISATION
    if last in _HAPPENINGS:
        return MentionKind.EVENT
    if place is None or kind is MentionKind.EVENT:
        return kind
    single = scene.words[place].end == span.end
    if single and (names_leader(scene, place, day) or _is_titled(scene, place)):
        return MentionKind.PERSON
    if single and kind is MentionKind.PERSON and _is_short_form(name):
        return MentionKind.ORGANISATION
    if kind in (MentionKind.PLACE, MentionKind.PERSON) and _is_body(name, single=single, kind=kind):
        return MentionKind.ORGANISATION
    if kind in (MentionKind.ORGANISATION, MentionKind.OTHER) and (
        name in naming().regions or _is_part_of_place(scene, span) or _is_town(scene, place, name)
    ):
        return MentionKind.PLACE
    led = scene.blank(place + 1) and scene.lowers[place + 1] in LED and not name.isupper()
    if kind is MentionKind.ORGANISATION and single and led:
        return MentionKind.PERSON
    given = single and scene.lowers[place] in naming().given and not name.isupper()
    return MentionKind.PERSON if kind is MentionKind.PLACE and given and name not in places() else kind


def _is_titled(scene: Scene, place: int) -> bool:
    """Tell whether an office with a capital stands in front of a word that names no body: "President X"."""
    title = title_before(scene, place) if scene.blank(place) else None
    return (
        title is not None
        and title.cut(scene.text).rsplit(maxsplit=1)[-1][0].isupper()
        and scene.lowers[place] not in naming().organisation_nouns
        and not scene.words[place].text.isupper()
    )


def _is_short_form(name: str) -> bool:
    """Tell whether a word in capitals is short enough for a body's and no family name of a leader: "HIOP"."""
    return name.isupper() and 1 < len(name) <= _LONGEST_SHORT_FORM and name.lower() not in family_index()


def _is_body(name: str, *, single: bool, kind: MentionKind) -> bool:
    """Tell whether what was read as a place or a person ends in a word for a body: "Osk Post", "Congress"."""
    last, lists = name.rsplit(maxsplit=1)[-1].lower(), naming()
    if kind is MentionKind.PERSON and not single:
        return last in lists.state_organs
    return last in lists.organisation_nouns - lists.place_ends


def _is_town(scene: Scene, place: int, name: str) -> bool:
    """Tell whether the gazetteer knows a name as a large place, or as any where a word of place stands."""
    lower, lists = name.lower(), naming()
    if name.isupper() or lower in lists.everyday or lower in lists.given or lower in family_index():
        return False
    found = places().named(name)
    cued = scene.blank(place) and scene.lowers[place - 1] in lists.place_cues
    return bool(found) and (cued or (found[0].population or 0) >= _LARGE)


def _is_part_of_place(scene: Scene, span: Span) -> bool:
    """Tell whether a name is a place of the tables behind a word that cuts a part out: "Northern Vallen"."""
    for hit in scene.hits:
        if hit.end == span.end and hit.start > span.start and hit.sense in (NameSense.STATE, NameSense.PLACE):
            front = scene.text[span.start : hit.start].lower().split()
            return all(word.removesuffix("ern") in _PARTS for word in front)
    return False
