"""One kind for a name in the whole article, where the model read it differently from place to place."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from dragoman.ontology.naming import naming
from dragoman.ontology.places import places
from dragoman.stages.mention_parts.scene import Found, Known, Scene, customs, title_before
from dragoman.text.names import families, folded
from dragoman.types import MentionKind

_LONGEST = 8
"""Words of a name that is looked for where the model did not see it."""
_SHORTEST = 3
"""Letters from which one of a single word is."""


class _Votes:
    """How often each folded name is read as what, and the family names of people named in full."""

    def __init__(self) -> None:
        self.kinds: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
        self.families: set[str] = set()

    def count(self, name: str, kind: MentionKind) -> None:
        """Count one place of a name; a person's full name counts for the family name."""
        self.kinds[folded(name)][kind] += 1
        if kind is MentionKind.PERSON and " " in name:
            for family in families(name, customs()):
                self.kinds[family][kind] += 1
                self.families.add(family)

    def count_families(self) -> None:
        """Count the places of a person's family name for what else was read as "Ada Lind"."""
        full = [name for name, told in self.kinds.items() if " " in name and not told[MentionKind.PERSON]]
        for name in full:
            if name.split()[0] in naming().given:
                alone = [self.kinds[family][MentionKind.PERSON] for family in families(name, customs())]
                self.kinds[name][MentionKind.PERSON] += max(alone, default=0)

    def kind(self, name: str) -> MentionKind:
        """Return what a name is: what it is read as most often, or the person whose family name it is."""
        most = self.kinds[folded(name)].most_common(1)[0][0]
        person = folded(name) in self.families and most is not MentionKind.ORGANISATION
        return MentionKind.PERSON if person and name not in places() else most


def agree(scenes: Sequence[Scene], known: Known) -> None:
    """Give every name the kind that most of its places in the article have, and remember it.

    A full name stands for its family name too: where the article has "Ada Lind", "Lind" is her, unless "Lind"
    is read more often as a body, or as a place that the gazetteer knows. Of kinds read equally often the
    first read holds.
    """
    votes = _Votes()
    for scene in sorted(scenes, key=lambda scene: scene.headline):
        if scene.headline:
            scene.found = [found for found in scene.found if _is_borne_out(scene, found, votes.kinds)]
        for found in scene.found:
            votes.count(scene.text[found.start : found.end], found.kind)
    votes.count_families()
    people = {name for name, told in votes.kinds.items() if told[MentionKind.PERSON]}
    for scene in scenes:
        kept = [found for found in scene.found if not _is_pair(scene, found, people)]
        scene.found = [_settled(scene, found, votes) for found in kept]
        for found in scene.found:
            if found.kind is not MentionKind.PERSON:
                known.read.setdefault(scene.text[found.start : found.end], found.kind)


def _settled(scene: Scene, found: Found, votes: _Votes) -> Found:
    """Return a name with the kind that the article gives it; a person with the title in front."""
    kind = votes.kind(scene.text[found.start : found.end])
    if kind is found.kind:
        return found
    place = scene.place_at.get(found.start)
    if kind is not MentionKind.PERSON or place is None:
        return found._replace(kind=kind, title=None)
    return found._replace(kind=kind, title=title_before(scene, place))


def _is_borne_out(scene: Scene, found: Found, kinds: Container[str]) -> bool:
    """Tell whether the text has a name that a headline, where every word has a capital, seems to show.

    A leader's full name needs no more than the table that it was found in.
    """
    return found.kind is MentionKind.PERSON or folded(scene.text[found.start : found.end]) in kinds


def _is_pair(scene: Scene, found: Found, people: Container[str]) -> bool:
    """Tell whether a name is two people of the article joined by a hyphen, as in "the Lind-Okoro talks"."""
    left, mark, right = scene.text[found.start : found.end].partition("-")
    return bool(mark) and folded(left) in people and folded(right) in people


def names_read_elsewhere(scene: Scene, known: Known) -> None:
    """Note what the model read as a name elsewhere in the article, and not here."""
    if not known.read:
        return
    for place in scene.capitals:
        for past in range(min(place + _LONGEST, len(scene.words)), place, -1):
            name = scene.text[scene.words[place].start : scene.words[past - 1].end]
            kind = known.read.get(name)
            if kind is not None and (past > place + 1 or _is_telling(scene, place, known)):
                _settle(scene, Found(scene.words[place].start, scene.words[past - 1].end, kind, None))
                break


def _settle(scene: Scene, found: Found) -> None:
    """Note a name in place of those that lie within it; one that it would cut or that is it stays."""
    touched = [other for other in scene.found if found.start < other.end and other.start < found.end]
    if all(found.start <= other.start and other.end <= found.end for other in touched) and not any(
        (other.start, other.end) == (found.start, found.end) for other in touched
    ):
        scene.found = [other for other in scene.found if other not in touched]
        scene.found.append(found)


def _is_telling(scene: Scene, place: int, known: Known) -> bool:
    """Tell whether one word is a name by itself: no everyday word of the article, no part of a longer run."""
    lower = scene.lowers[place]
    if (
        len(lower) < _SHORTEST
        or lower in known.small
        or lower in naming().openers
        or place in scene.title_words
    ):
        return False
    for other in (place - 1, place + 1):
        if not 0 <= other < len(scene.words) or scene.headline:
            continue
        opens = other == 0 and scene.lowers[other] in naming().openers
        if scene.blank(max(other, place)) and scene.words[other].capital and not opens:
            return False
    return True
