"""Where the names that the reader model gives begin and end, when what is no part of a name is cut off."""

from collections.abc import Iterator

from dragoman.ontology.naming import naming
from dragoman.stages.mention_parts.read_kinds import LED
from dragoman.stages.mention_parts.scene import Scene
from dragoman.types import MentionKind, Reading, Span

_NO_NAMES = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
"""Parts of speech that are no name by themselves."""
_OWNS = ("'s", "’s")
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))
_MARKS = " \t\u00a0,;:-–—'’‘\"“”()[]"


def stretches(scene: Scene, reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield the label of each name and its characters in the article, marks at its ends cut off.

    Two people side by side are one whose name was cut in two.
    """
    for label, first, past in _joined(scene, reading):
        if past > first + 1 or reading.upos[first] not in _NO_NAMES:
            span = reading.span(first, past)
            start, end = _unmarked(scene.text, scene.start + span.start, scene.start + span.end)
            if start < end:
                yield label, Span(start, end)


def bare(scene: Scene, span: Span, kind: MentionKind) -> Span | None:
    """Return the name in a stretch, behind articles, owners and titles, or ``None`` if there is none."""
    start, end = span.start, span.end
    start = _past_owner(scene, _past_article(scene, start, end), end)
    if kind is MentionKind.EVENT:
        return Span(start, end) if _bears_a_name(scene.text[start:end]) else None
    start, end = _without_small_words(scene, start, end, kind)
    if kind is MentionKind.PERSON:
        start = _past_shout(scene, _past_title(scene, start, end), end)
    return Span(start, end) if start < end else None


def _joined(scene: Scene, reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield label and words of each name, the pieces of one person's joined."""
    label, first, end = "", 0, 0
    for name in reading.names:
        touches = label == name.kind == "PER" and name.first == end
        if touches and _gap(scene, reading, end) == " ":
            end = name.end
            continue
        if label:
            yield label, first, end
        label, first, end = name.kind, name.first, name.end
    if label:
        yield label, first, end


def _gap(scene: Scene, reading: Reading, place: int) -> str:
    """Return what stands in front of a word of the reading and behind the one before."""
    return scene.text[scene.start + reading.words[place - 1].end : scene.start + reading.words[place].start]


def _unmarked(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without marks at its ends, a bracket that is not closed, and a possessive ending."""
    for opens, closes in _BRACKETS:
        at = text.find(opens, start, end)
        if at > start and closes not in text[at + 1 : end]:
            end = at
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    while start < end and text[start] in _MARKS:
        start += 1
    return start, end - 2 if text[start:end].endswith(_OWNS) else end


def _past_article(scene: Scene, start: int, end: int) -> int:
    """Return where the name begins behind a "The" that has its capital from the start of a sentence."""
    place = scene.place_at.get(start)
    if place is None or scene.lowers[place] != "the" or scene.words[place].end >= end:
        return start
    opens = place == 0 or scene.gap(place).strip(" \u00a0") != ""
    return scene.words[place + 1].start if opens or scene.words[place].text.islower() else start


def _past_owner(scene: Scene, start: int, end: int) -> int:
    """Return where the name begins behind the state that owns what it names: "Vallen's Free Party"."""
    place = scene.place_at.get(start)
    hit = scene.hit_at.get(start)
    if place is None or hit is None or hit.end >= end:
        return start
    past = scene.past_of(hit, place)
    return scene.words[past].start if scene.words[past - 1].owns and past < len(scene.words) else start


def _bears_a_name(text: str) -> bool:
    """Tell whether words for an event are its name: they end in a capital, or tell a year or a number.

    "The Osk crisis talks" are described by their place, and that is the name in them.
    """
    return text.rsplit(maxsplit=1)[-1][0].isupper() or any(sign.isdigit() for sign in text)


def _without_small_words(scene: Scene, start: int, end: int, kind: MentionKind) -> tuple[int, int]:
    """Return the stretch from its first word with a capital to its last.

    A small word that names a sort of body may end the name of one ("the Lind party"), and any that of a
    place ("Osk prison").
    """
    inside = list(scene.within(Span(start, end)))
    bodies = naming().organisation_nouns - naming().state_organs - LED
    if not any(scene.words[place].capital for place in inside):
        return start, end
    while scene.words[inside[0]].text.islower() and not scene.words[inside[0]].capital:
        inside.pop(0)
        start = scene.words[inside[0]].start
    while scene.words[inside[-1]].text.islower() and not scene.words[inside[-1]].capital:
        body = kind is MentionKind.ORGANISATION and scene.lowers[inside[-1]] in bodies
        if body or kind is MentionKind.PLACE:
            break
        inside.pop()
        end = scene.words[inside[-1]].end
    return start, end


def _past_title(scene: Scene, start: int, end: int) -> int:
    """Return where a person's name begins behind a state's, words of office, or both."""
    place = scene.place_at.get(start)
    if place is None:
        return start
    hit = scene.hit_at.get(start)
    if hit is not None and scene.lowers[place] not in naming().given:
        behind = scene.past_of(hit, place)
        if behind + 1 < len(scene.words) and scene.words[behind + 1].start < end:
            place = behind
    for first, past, _ in scene.titles:
        if first <= place < past < len(scene.words) and scene.words[past].start < end:
            return scene.words[past].start
    return scene.words[place].start


def _past_shout(scene: Scene, start: int, end: int) -> int:
    """Return where a person's name begins behind a first word in capitals alone, as in "MORE Lind"."""
    place = scene.place_at.get(start)
    if place is None or place + 1 >= len(scene.words) or scene.words[place + 1].start >= end:
        return start
    first, second = scene.words[place : place + 2]
    shout = len(first.text) > 2 and first.text.isupper() and first.text.isalpha()  # noqa: PLR2004 - "JD"
    return second.start if shout and not second.text.isupper() else start
