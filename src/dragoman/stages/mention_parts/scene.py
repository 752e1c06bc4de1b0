"""One sentence at work while names are sought in it, and what the article has introduced."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dragoman.ontology.names import NameHit, find_names
from dragoman.ontology.naming import naming
from dragoman.ontology.titles import Title, TitleKind, title_at
from dragoman.text.names import Customs, Word, folded, words
from dragoman.types import MentionKind, Reading, Sentence, SentenceRole, Span

_APPOSITION = 9
"""Words behind a name in which its office may stand: ", a professor of modern history at ..."."""
_LONGEST_FIELD = 3
"""Words of a field of office in front of a title, such as "Water and Fisheries"."""
_HEADLINE_SHARE = 0.6
"""Share of longer words with a capital from which a line is taken for Title Case."""
_BODY_SHARE = 0.85
"""The share for a line that is not marked as a heading."""
_STOPS = (".", "!", "?", ",", ";", ":")
DETERMINERS = frozenset({"the", "his", "her", "their", "its", "a", "an", "my", "our", "your"})


class Found(NamedTuple):
    """A stretch that is some name."""

    start: int
    end: int
    kind: MentionKind
    title: Span | None


class Scene:
    """One sentence at work: its words, its table hits, its titles, and what has been found so far."""

    def __init__(self, text: str, sentence: Sentence, reading: Reading | None = None) -> None:
        start, end = sentence.span.start, sentence.span.end
        self.text = text
        self.start = start
        self.reading = reading
        self.words = words(text, start, end)
        self.lowers = tuple(word.text.lower() for word in self.words)
        self.place_at = {word.start: place for place, word in enumerate(self.words)}
        self.capitals = tuple(place for place, word in enumerate(self.words) if word.capital)
        self.hits = tuple(
            NameHit(hit.start + start, hit.end + start, hit.alias, hit.sense, hit.ids)
            for hit in find_names(text[start:end])
        )
        self.hit_at = {hit.start: hit for hit in reversed(self.hits)}
        self.headline = title_case(text, self.words, sentence.role)
        self.titles = tuple(titles(self.lowers))
        self.title_words = {place for first, past, _ in self.titles for place in range(first, past)}
        self.found: list[Found] = []

    def blank(self, place: int) -> bool:
        """Tell whether white space alone parts the word at ``place`` from one before that owns nothing."""
        if not 0 < place < len(self.words):
            return False
        left = self.words[place - 1]
        return not left.owns and self.text[left.end : self.words[place].start].isspace()

    def gap(self, place: int) -> str:
        """Return what stands between the word at ``place`` and the one before, or "" at the ends."""
        if not 0 < place < len(self.words):
            return ""
        return self.text[self.words[place - 1].end : self.words[place].start]

    def free(self, first: int, past: int) -> bool:
        """Tell whether no name found so far touches the words ``first`` to ``past``."""
        start, end = self.words[first].start, self.words[past - 1].end
        return all(end <= found.start or found.end <= start for found in self.found)

    def within(self, span: Span) -> Iterator[int]:
        """Yield the places of the words that lie in ``span`` whole."""
        for place, word in enumerate(self.words):
            if span.start <= word.start and word.end <= span.end:
                yield place

    def may_be_proper(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a proper noun to the model; yes, where nobody read."""
        if self.reading is None:
            return True
        word = self.words[place]
        touched = self.reading.at(word.start - self.start, word.end - self.start)
        return touched is None or "PROPN" in self.reading.upos[touched[0] : touched[1]]

    def add(self, first: int, past: int, kind: MentionKind, title: Span | None = None) -> None:
        """Note the words ``first`` to ``past`` as a name, unless part of them is one already."""
        if self.free(first, past):
            self.found.append(Found(self.words[first].start, self.words[past - 1].end, kind, title))

    def span(self, first: int, past: int) -> Span:
        """Return the stretch of the words ``first`` to ``past``."""
        return Span(self.words[first].start, self.words[past - 1].end)

    def past_of(self, hit: NameHit, first: int) -> int:
        """Return the index past the words of a table hit that begins at word ``first``."""
        past = first + 1
        while past < len(self.words) and self.words[past].start < hit.end:
            past += 1
        return past


class Known:
    """What the article has introduced: full names by first word, family names, and its small words.

    ``read`` holds the names that the model read, other than those of people, with their kinds.
    """

    def __init__(self) -> None:
        self.full: dict[str, set[tuple[str, ...]]] = {}
        self.family: dict[str, str] = {}
        self.family_words: set[str] = set()
        self.towns: set[str] = set()
        self.short_forms: set[str] = set()
        self.small: set[str] = set()
        self.read: dict[str, MentionKind] = {}

    def introduce(self, name: str, known_as: Sequence[str]) -> None:
        """Remember a full name and the words it may be cut down to."""
        pieces = tuple(folded(piece) for piece in name.split())
        if len(pieces) > 1:
            self.full.setdefault(pieces[0], set()).add(pieces)
        for family in known_as:
            self.family.setdefault(family, name)
            self.family_words.update(family.split()[:1])


@cache
def customs() -> Customs:
    """Return what the tables know of naming."""
    return Customs(naming().family_first, naming().particles)


def title_case(text: str, found: Sequence[Word], role: SentenceRole) -> bool:
    """Tell whether a line is written in Title Case or capitals, so that a capital shows nothing.

    In the body of an article that is a line without a full stop at its end.
    """
    longer = [word for word in found if len(word.text) > 3 and word.text[0].isalpha()]  # noqa: PLR2004 - no articles
    if len(longer) <= 3:  # noqa: PLR2004 - fewer may all be names
        return False
    capital = sum(word.capital for word in longer) / len(longer)
    if role in (SentenceRole.TITLE, SentenceRole.HEADING):
        return capital > _HEADLINE_SHARE
    return capital > _BODY_SHARE and text[found[-1].end : found[-1].end + 1] not in _STOPS


def titles(lowers: Sequence[str]) -> Iterator[tuple[int, int, Title]]:
    """Yield the titles of a sentence as word ranges, the longest where they overlap."""
    place = 0
    while place < len(lowers):
        title = title_at(lowers, place)
        if title:
            yield place, place + len(title.words), title
        place += len(title.words) if title else 1


def title_start(scene: Scene, first: int) -> int:
    """Return the first word of the title phrase: "former", "deputy", "national security" belong to it."""
    lists = naming()
    while first > 0 and scene.blank(first):
        before = scene.lowers[first - 1]
        if before in ("and", "for") or scene.words[first - 1].start in scene.hit_at or in_hit(scene, first):
            break
        if before not in lists.modifiers and before not in lists.domains:
            break
        first -= 1
    return _field_start(scene, first)


def _field_start(scene: Scene, first: int) -> int:
    """Return where the capitals between a state and a title begin: "Kenyan [Tea Board Chairman]"."""
    start = first
    while start > max(0, first - _LONGEST_FIELD) and scene.words[start].capital and not in_hit(scene, start):
        if not scene.blank(start) or not scene.words[start - 1].capital:
            return first
        start -= 1
    touches = start > 0 and in_hit(scene, start) and scene.gap(start).strip("'’s ") == ""
    return start if touches else first


def title_before(scene: Scene, first: int) -> Span | None:
    """Return the title in front of the word at ``first``, if any.

    Examples: "President Lind", "Okoro's adviser, Ada Lind,".
    """
    for start, past, _ in scene.titles:
        if past == first and (
            scene.blank(first) or (scene.gap(first) == ", " and introduces(scene, title_start(scene, start)))
        ):
            return scene.span(title_start(scene, start), past)
    return None


def introduces(scene: Scene, start: int) -> bool:
    """Tell whether the title at word ``start`` is somebody's: "Lind's adviser", "the president"."""
    if start == 0:
        return False
    before = scene.words[start - 1]
    return (
        before.owns
        or scene.lowers[start - 1] in DETERMINERS
        or before.start in scene.hit_at
        or in_hit(scene, start)
    )


def in_hit(scene: Scene, start: int) -> bool:
    """Tell whether a table name ends right in front of word ``start``."""
    end = scene.words[start - 1].end
    return any(hit.end == end for hit in scene.hits)


def apposed(scene: Scene, past: int) -> tuple[int, int] | None:
    """Return the words of the title in ", a professor of ..." or ", Vallen's president," behind a name."""
    if scene.gap(past) != ", " or scene.words[past - 1].owns:
        return None
    limit = min(len(scene.words), past + _APPOSITION)
    opener = scene.lowers[past]
    for place in range(past, limit):
        if place > past and "," in scene.gap(place):
            break
        for first, end, title in scene.titles:
            if first == place and title.kind is not TitleKind.HONORIFIC and not title.plural:
                owned = place > past and any(word.owns for word in scene.words[past:place])
                plain = opener in DETERMINERS or opener in naming().modifiers or owned or place == past
                hit = scene.words[past].start in scene.hit_at
                named = scene.blank(end) and scene.words[end].capital and end not in scene.title_words
                if scene.words[end - 1].owns:
                    continue
                if (plain or hit) and not (named and scene.lowers[end] not in naming().never):
                    return title_start(scene, first), end
                return None
        if scene.lowers[place] in ("who", "which", "that", "said", "says", "told"):
            return None
    return None
