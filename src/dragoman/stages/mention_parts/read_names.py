"""Names as the reader model gives them, put right by what the tables and the rules of naming know."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import or_

from dragoman.ontology.names import NameHit, NameSense, find_names
from dragoman.ontology.naming import naming
from dragoman.ontology.places import places
from dragoman.stages.mention_parts.bodies import organisation_runs
from dragoman.stages.mention_parts.read_kinds import KINDS, kind_of
from dragoman.stages.mention_parts.read_spans import bare, stretches
from dragoman.stages.mention_parts.scene import Found, Scene, title_before
from dragoman.text.names import SUFFIXES, folded
from dragoman.types import MentionKind, Reading, Span


def names_read(scene: Scene, reading: Reading, day: date | None) -> None:
    """Note the names of ``reading``, without what cannot be part of a name.

    What the tables know to be one name or several is left to them, since they know the sense; a name that
    lies within a longer one, such as the city in that of a university, is no name.
    """
    runs = () if scene.headline else tuple(organisation_runs(scene))
    for read in _names(scene, reading, day):
        found = _with_fields(scene, read, runs)
        taken = [other for other in scene.found if found.start < other.end and other.start < found.end]
        if all(_holds(scene, found, other) for other in taken) and not _is_of_tables(scene, found):
            scene.found = [other for other in scene.found if other not in taken]
            scene.found.append(found)


def _names(scene: Scene, reading: Reading, day: date | None) -> Iterator[Found]:
    """Yield the names with their kinds; people with the title in front of them."""
    for label, stretch in stretches(scene, reading):
        span = bare(scene, stretch, KINDS[label])
        if span is not None and _may_name(scene, span, KINDS[label]):
            kind = kind_of(scene, span, KINDS[label], day)
            place = scene.place_at.get(span.start)
            title = title_before(scene, place) if kind is MentionKind.PERSON and place is not None else None
            yield Found(span.start, span.end, kind, title)


def _may_name(scene: Scene, span: Span, kind: MentionKind) -> bool:
    """Tell whether a stretch can be a name: more than a letter, small words, dates and titles.

    In small letters alone it must be a place that the tables know.
    """
    text = span.cut(scene.text)
    if text.islower():
        return kind is MentionKind.PLACE and (bool(find_names(text.title())) or text.title() in places())
    if sum(sign.isalpha() for sign in text) < 2:  # noqa: PLR2004 - a party's letter, as in "(R)"
        return False
    if kind is MentionKind.PERSON and not any(len(word) > 1 and word.isalpha() for word in _pieces(text)):
        return False
    lists = naming()
    words = [scene.words[place] for place in scene.within(span)]
    if words and all(word.text.lower() in lists.functions | lists.dates for word in words):
        return False
    held = [any(hit.start <= word.start < hit.end for hit in scene.hits) for word in words]
    office = [place in scene.title_words for place in scene.within(span)]
    return not any(office) or not all(map(or_, held, office)) or words[0].text.lower() in lists.given


def _pieces(text: str) -> list[str]:
    """Return the pieces between blanks, hyphens and stops: those of "A.-B. Lind" are A, B and Lind."""
    return text.replace(".", " ").replace("-", " ").split()


def _with_fields(scene: Scene, found: Found, runs: Sequence[tuple[int, int]]) -> Found:
    """Return the office of state whose fields a body is part of: "Ministry of Trade and Fisheries"."""
    offices = naming().field_nouns | naming().state_organs
    for first, past in runs:
        start, end = scene.words[first].start, scene.words[past - 1].end
        inside = start <= found.start and found.end <= end and found.kind is MentionKind.ORGANISATION
        if inside and " and " in scene.text[start:end] and scene.lowers[first] in offices:
            last = scene.lowers[past - 1]
            return found if last in naming().organisation_nouns else found._replace(start=start, end=end)
    return found


def _holds(scene: Scene, found: Found, leader: Found) -> bool:
    """Tell whether a name holds that of a leader and is not his: "Ada Lind Doctrine", "Ada Lind Jr."."""
    if not (found.start <= leader.start and leader.end <= found.end):
        return False
    rest = folded(scene.text[found.start : leader.start] + " " + scene.text[leader.end : found.end])
    return bool(rest) and (found.kind is not MentionKind.PERSON or rest in SUFFIXES)


def _is_of_tables(scene: Scene, found: Found) -> bool:
    """Tell whether a name is better told by the tables: it crosses one of theirs, or is made of theirs alone.

    A body of a state, "the Vallish Senate", is one name and not two; "the Lind Kremlin" is the Kremlin.
    """
    hits = [hit for hit in scene.hits if hit.start < found.end and found.start < hit.end]
    if any(hit.start < found.start or found.end < hit.end for hit in hits):
        return True
    inside = (scene.words[place] for place in scene.within(Span(found.start, found.end)))
    own = [word for word in inside if not any(hit.start <= word.start < hit.end for hit in hits)]
    if found.kind is MentionKind.PLACE and hits and " and " in scene.text[found.start : hits[-1].start]:
        return True
    body = found.kind is MentionKind.ORGANISATION and bool(hits) and hits[-1].end == found.end
    if any((word.capital and word.text != "The") or word.text[0].isdigit() for word in own):
        return body and hits[-1].sense is NameSense.GOVERNMENT and hits[-1].start != found.start
    return bool(hits) and not (body and _is_body_of_state(scene, hits))


def _is_body_of_state(scene: Scene, hits: Sequence[NameHit]) -> bool:
    """Tell whether names of the tables side by side are a state and one of its bodies."""
    first, last = hits[0], hits[-1]
    return (
        first.sense in (NameSense.STATE, NameSense.ADJECTIVE)
        and last.sense in (NameSense.GOVERNMENT, NameSense.ORGANISATION)
        and scene.text[first.end : last.start] == " "
    )
