"""Whether the name of a capital stands for its government or for the town."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.text.names import Word

_SHORTEST_VERB = 4
_NEAR = 4
"""Words looked at on either side for the other half of a pair ("between Vallen and Osk")."""


@dataclass(frozen=True, slots=True)
class CapitalCues:
    """The words that decide, in small letters.

    ``acts`` are verbs of governments, ``towards`` words that address one, ``places`` words of place and
    movement, ``pairs`` nouns of relations, ``city`` what belongs to a town.
    """

    acts: frozenset[str]
    towards: frozenset[str]
    places: frozenset[str]
    pairs: frozenset[str]
    city: frozenset[str]


class Stand(NamedTuple):
    """A name and its surroundings: ``words[first:past]`` of one sentence of ``text``."""

    words: Sequence[Word]
    first: int
    past: int
    text: str

    def before(self, back: int = 1) -> str:
        """Return the word ``back`` places in front of the name in small letters, or ""."""
        place = self.first - back
        return self.words[place].text.lower() if place >= 0 else ""

    def touches(self) -> bool:
        """Tell whether nothing but white space parts the name from the word before it."""
        return (
            self.first > 0
            and self.text[self.words[self.first - 1].end : self.words[self.first].start].isspace()
        )

    def after(self) -> str:
        """Return the word behind the name, adverbs left out, or "" where a mark or the end comes first."""
        for place in range(self.past, len(self.words)):
            if not self.text[self.words[place - 1].end : self.words[place].start].isspace():
                return ""
            word = self.words[place].text.lower()
            if not (
                word.endswith("ly")
                or word in ("also", "now", "still", "then", "again", "never", "even", "itself")
            ):
                return word
        return ""


def stands_for_government(stand: Stand, cues: CapitalCues) -> bool:
    """Tell whether the capital named there acts or is dealt with as a government.

    "Osk said", "Osk's anger", "ties with Osk", "between Vallen and Osk", "Osk-Vallen relations" are
    governments; "in Osk", "to Osk", "Osk's streets", "Osk, Vallen" are places.
    """
    before = stand.before()
    if before == "the":
        before = stand.before(2)
    if stand.touches() and before in cues.places:
        return before in ("from", "to") and _owns_a_matter(stand, cues)
    if stand.words[stand.past - 1].owns:
        return _owns_a_matter(stand, cues)
    after = stand.after()
    return after in cues.acts or _past_verb(after) or _dealt_with(stand, cues)


def _past_verb(word: str) -> bool:
    """Tell whether a word has the form of a past verb: a town does little that is told so."""
    return len(word) > _SHORTEST_VERB and word.endswith("ed") and word not in ("based", "located", "situated")


def _owns_a_matter(stand: Stand, cues: CapitalCues) -> bool:
    """Tell whether what a possessive name owns is a matter of state and not a part of the town."""
    if not stand.words[stand.past - 1].owns:
        return False
    owned = stand.words[stand.past : stand.past + 2]
    if not owned or owned[0].text[0].isupper():
        return False
    return not any(word.text.lower() in cues.city for word in owned)


def _dealt_with(stand: Stand, cues: CapitalCues) -> bool:
    """Tell whether the words around address the name as a party."""
    words, first, past = stand.words, stand.first, stand.past
    if stand.touches() and stand.before() in cues.towards:
        return True
    if stand.touches() and stand.before() == "and":
        near = [word.text.lower() for word in words[max(0, first - _NEAR - 1) : first - 1]]
        return any(word in cues.towards for word in near) and not any(word in cues.places for word in near)
    if past >= len(words):
        return False
    following = [word.text.lower() for word in words[past : past + _NEAR + 1]]
    if stand.text[words[past - 1].end : words[past].start] in ("-", "–", "‑", "/"):
        return any(word in cues.pairs for word in following[1:3])
    return following[0] == "and" and any(word in cues.acts for word in following[2:])
