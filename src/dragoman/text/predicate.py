"""Who or what a clause speaks of: the noun phrase before its verb, and whether it is one thing or a kind."""

from dataclasses import dataclass

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.verbs import Word

_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "both", "two", "three", "four", "five", "its")
)
_DEMONSTRATIVE = ("this", "that", "these", "those")
_FIRST_PERSONAL = ("he", "she", "they", "we", "i", "you", "who")


@dataclass(frozen=True, slots=True)
class Subject:
    """The words ``[first, last]`` of a subject and its ``head``, as numbers of words."""

    words: tuple[Word, ...]
    first: int
    head: int
    last: int

    @property
    def opening(self) -> Word:
        """Return the first word: a determiner, a pronoun or a noun."""
        return self.words[self.first]

    @property
    def noun(self) -> Word:
        """Return the head."""
        return self.words[self.head]

    @property
    def demonstrative(self) -> bool:
        """Tell whether the subject points back: "this", "those phrases"."""
        return self.opening.low in _DEMONSTRATIVE

    @property
    def personal(self) -> bool:
        """Tell whether the subject is a pronoun for people."""
        return self.noun.low in _FIRST_PERSONAL

    @property
    def definite(self) -> bool:
        """Tell whether the subject is a certain one: "the two ministers", "her trip", a name."""
        if self.opening.low in _DEFINITE or self.opening.tag in "SU":
            return True
        phrase = self.words[self.first : self.head + 1]
        return any(word.tag == "S" for word in phrase) or any(word.title for word in phrase[1:])

    @property
    def bare(self) -> bool:
        """Tell whether the subject has no determiner: "treaties", "official photographs", "power"."""
        return self.opening.tag in "NJ" and not self.definite


def subject_of(parsed: Clauses, number: int) -> Subject | None:
    """Return the subject of the verb group ``number``, if it stands before the verb in the same clause."""
    group = parsed.groups[number]
    words = parsed.words
    first = parsed.segments[parsed.segment_of[group.head]].first
    for index in range(first, group.first):
        if words[index].low == "," and not _is_series(words, index, group.first):
            first = index + 1
    while first < group.first and words[first].tag in "ACQYIK":
        first += 1
    if first < group.first and words[first].tag == "P":
        first = _behind_phrase(words, first, group.first)
    head = None
    for index in range(first, group.first):
        word = words[index]
        if word.tag in "NUD" or (index == first and word.tag == "R"):
            if word.tag == "D" and head is not None:
                continue
            following = words[index + 1].tag if index + 1 < len(words) else "Y"
            if following == "S":
                continue
            head = index
        elif word.tag in "PRTKIV" and head is not None:
            break
    return Subject(words, first, head, group.first - 1) if head is not None else None


def is_thing(subject: Subject, lexicon: Lexicon) -> bool:
    """Tell whether the subject is an act, a choice or an idea, which cannot report anything itself."""
    low = subject.noun.low
    return lexicon.has("sentences.thing", low) or lexicon.has("sentences.thing", lexicon.noun(low))


def is_abstract(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a bare noun names an idea: "patience", "neutrality"."""
    return lexicon.has("sentences.abstract", word.low) or (
        len(word.low) > _LONG
        and word.low.endswith(("ness", "ity", "ism", "ship", "tion", "ence", "ance", "acy"))
    )


_LONG = 6


def _is_series(words: tuple[Word, ...], comma: int, end: int) -> bool:
    """Tell whether the comma parts the members of a series that the verb at ``end`` closes."""
    rest = words[comma + 1 : end]
    joined = any(word.low in ("and", "or") for word in rest)
    return joined and not any(word.tag in "VMHEO" for word in rest[:-1]) and words[0].tag not in "PIK"


def _behind_phrase(words: tuple[Word, ...], first: int, end: int) -> int:
    """Return where the subject begins behind a phrase with no comma: "on Friday the leaders"."""
    for index in range(first + 2, end):
        if words[index].tag in "DU" and words[index - 1].tag == "N":
            return index
    return first
