"""What words tell of a person: whether a phrase means one person, and of which sex."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from dragoman.text.grammar import grammar
from dragoman.text.names import Customs, family_first, folded

_WORD = r"[^\W\d_][\w’'.-]*"
_MADE_OF = (
    "woman",
    "man",
    "person",
    "seller",
    "maker",
    "keeper",
    "worker",
    "owner",
    "driver",
    "holder",
    "goer",
)
"""Endings of nouns for one person that are made freely: "umbrella-seller", "yachtswoman"."""
_BEFORE_DAYS = frozenset({"on", "late", "early", "this", "last", "next"})
_OF_A_SEX = {"female": "f", "woman": "f", "male": "m"}
"""Words in front of a noun that tell the sex: "a woman driver"."""


class Sex(Enum):
    """The sex by which English chooses between "she" and "he"."""

    WOMAN = "f"
    MAN = "m"


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Given names with their sex, nouns for one person (``None``: of either sex), and how names are built."""

    given: Mapping[str, Sex]
    nouns: Mapping[str, Sex | None]
    customs: Customs


NO_WORDS = PersonWords({}, {}, Customs(frozenset(), frozenset()))


def sex_of_pronoun(low: str) -> Sex | None:
    """Return the sex of "she", "her", "he", "his" or "him"."""
    if low in {"she", "her"}:
        return Sex.WOMAN
    return Sex.MAN if low in {"he", "his", "him"} else None


def sex_of_name(name: str, title: str, words: PersonWords) -> Sex | None:
    """Return the sex that the title or else the given name tells; ``None`` where they tell none.

    Of "Wang Peiling" the first word is the family's, so that it tells nothing.
    """
    for word in reversed(title.split()):
        low = word.lower().rstrip(".")
        told = words.nouns.get(low) or _by_ending(low)
        if told is not None:
            return told
    pieces = name.split()
    if len(pieces) < 2 or family_first(name, words.customs):  # noqa: PLR2004 - a given name and a family name
        return None
    return words.given.get(folded(pieces[0]))


def person_phrase(phrase: str, words: PersonWords) -> tuple[bool, Sex | None]:
    """Tell whether a phrase such as "an umbrella seller" means one person, and of which sex."""
    told = [word.lower() for word in re.findall(_WORD, own_part(phrase))]
    front = head_words(told)
    if not front:
        return False, None
    noun = front[-1]
    known = noun in words.nouns or noun.rpartition("-")[2] in words.nouns or noun.endswith(_MADE_OF)
    if not known:
        return bool(re.search(r"\bwho\b", phrase)) and not noun.endswith("s"), None
    sex = words.nouns.get(noun) or words.nouns.get(noun.rpartition("-")[2]) or _by_ending(noun)
    before = next((_OF_A_SEX[word] for word in front[:-1] if word in _OF_A_SEX), None)
    return True, sex or (Sex(before) if before else None)


def head_words(told: list[str]) -> list[str]:
    """Return the words of a phrase up to its head noun: "a lawyer" of "a lawyer for the plaintiffs"."""
    for place, word in enumerate(told):
        if place and (word in grammar().prepositions or word in {"to", "that", "named", "called"}):
            return told[:place]
    return told


def own_part(phrase: str) -> str:
    """Return a phrase without what follows a comma, a bracket or "who", and without a day at its end."""
    found = _aside().search(phrase)
    own = phrase[: found.start()] if found and found.start() else phrase
    pieces = own.split()
    while len(pieces) > 1 and (pieces[-1].lower() in grammar().times or pieces[-1] in _BEFORE_DAYS):
        pieces = pieces[:-1]
        own = own[: own.rstrip().rfind(pieces[-1]) + len(pieces[-1])]
    return own


@cache
def _aside() -> re.Pattern[str]:
    """Match what parts an aside from the phrase before it."""
    return re.compile(r"\s*[,;(\u2013\u2014]|\s+(?:who|whose|whom|which)\b|\s+-+\s")


def _by_ending(low: str) -> Sex | None:
    """Return the sex of "yachtswoman" and "yachtsman"."""
    if low.endswith("woman"):
        return Sex.WOMAN
    return Sex.MAN if low.endswith("man") and low not in {"human", "german", "roman", "ottoman"} else None
