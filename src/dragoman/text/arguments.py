"""Which names of a sentence are subject, object or partner of a word: by position, without a parser."""

from dataclasses import dataclass
from enum import Enum

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon


class Place(Enum):
    """How a name stands in its noun phrase."""

    HEAD = "head"
    POSSESSOR = "possessor"
    """ "Norland's": the phrase goes on."""
    MODIFIER = "modifier"
    """ "Norland" in "the Norland summit", "Nordic" in "the Nordic premier"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name, pronoun or "the two leaders": its words ``[first, last]``; ``key`` is the caller's own."""

    first: int
    last: int
    place: Place
    key: int


def word_range(parsed: Clauses, start: int, end: int) -> tuple[int, int] | None:
    """Return the first and last word of the characters ``[start, end)`` of the sentence."""
    first = parsed.at(start)
    last = parsed.at(end - 1)
    if first is None or last is None or parsed.words[last].start >= end:
        return None
    return first, last


def place_of(parsed: Clauses, last: int) -> Place:
    """Judge from the word behind a name how it stands in its phrase."""
    if last + 1 >= len(parsed.words):
        return Place.HEAD
    following = parsed.words[last + 1]
    if following.tag == "S":
        return Place.POSSESSOR
    if following.tag in "NJ" and parsed.group_of[last + 1] is None:
        return Place.MODIFIER
    return Place.HEAD


_REACH = 26
_BESIDE = 3
_ANTECEDENT = 10
_ASIDE = frozenset(("after", "since", "before", "following", "than", "unlike", "like", "despite", "amid"))


class Arguments:
    """Finds the names that belong to the words of one sentence; results are names in reading order."""

    def __init__(self, parsed: Clauses, names: tuple[Name, ...], lexicon: Lexicon) -> None:
        """Keep the clauses and the names, which are in reading order."""
        self.parsed = parsed
        self.names = names
        self.lexicon = lexicon

    # --- verbs ---

    def subject(self, number: int, depth: int = 0) -> tuple[Name, ...]:
        """Return who is subject of the verb group ``number``."""
        parsed = self.parsed
        group = parsed.groups[number]
        controlled = self._controlled(number)
        if controlled:
            return controlled
        segment_number = parsed.segment_of[group.head]
        segment = parsed.segments[segment_number]
        if group.finite and number and parsed.segment_of[parsed.groups[number - 1].head] == segment_number:
            beside = self._beside(parsed.groups[number - 1].last, group.first)
            if beside:
                return beside
        here = [n for n in parsed.groups_in(segment_number) if n <= number]
        lead = next((n for n in here if parsed.groups[n].finite), number)
        first = parsed.groups[lead].first
        found = self._last_free(segment.first, first)
        if found:
            return found
        if lead != number and parsed.groups[lead].first > segment.first:
            found = self._last_free(segment.first, parsed.groups[lead].first)
        if found or depth > 2 or self._own_subject(segment.first, first):  # noqa: PLR2004 - clauses deep
            return found
        if segment.opener in ("which", "who", "that") and segment.first:
            return self._last_before(segment.first)
        above = self._above(number, segment_number)
        if above is None:
            return ()
        own = self.direct(group.head)
        return tuple(name for name in self.subject(above, depth + 1) if name not in own)

    def _beside(self, after: int, end: int) -> tuple[Name, ...]:
        """Return the name right before a finite verb, behind another verb: "rumours Lind would come"."""
        for name in reversed(self.names):
            near = after < name.first and 0 < end - name.last < _BESIDE and name.place is Place.HEAD
            if near and self.parsed.words[name.first - 1].tag not in "PKT":
                return self._leftward(name)
        return ()

    def _above(self, number: int, segment: int) -> int | None:
        """Return the verb whose subject a verb without one shares: the clause before, or the main clause."""
        earlier = [n for n in range(number) if self.parsed.segment_of[self.parsed.groups[n].head] < segment]
        finite = [n for n in earlier if self.parsed.groups[n].finite]
        if finite:
            return finite[-1]
        main = self.parsed.main()
        return main if main is not None and main != number else None

    def _own_subject(self, first: int, end: int) -> bool:
        return any(word.tag in "NU" for word in self.parsed.words[first:end])

    def _controlled(self, number: int) -> tuple[Name, ...]:
        """Return whom "urged Norland to" makes the subject of what follows."""
        parsed = self.parsed
        group = parsed.groups[number]
        wished = self._wished_for(group.first) if group.form == "T" else ()
        if wished or group.form not in "TBG" or number == 0:
            return wished
        above = parsed.groups[number - 1]
        if not self.lexicon.has("roles.control", parsed.words[above.head].lemma) or above.passive:
            return ()
        if parsed.segment_of[above.head] != parsed.segment_of[group.head]:
            return ()
        between = [
            n for n in self.names if above.head < n.first and n.last < group.first and n.place is Place.HEAD
        ]
        return self._chain(between[0]) if between else ()

    def _wished_for(self, first: int) -> tuple[Name, ...]:
        """Return whom "an invitation for Lind to" makes the subject of what follows."""
        for name in self.names:
            start = self.start_of(name)
            if name.last == first - 1 and start and self.parsed.words[start - 1].low == "for":
                return (name,)
        return ()

    def _last_free(self, first: int, end: int) -> tuple[Name, ...]:
        """Return the last names before ``end`` outside prepositional phrases, coordinated ones together."""
        free = [
            name
            for name in self.names
            if name.first >= first
            and name.last < end
            and name.place is Place.HEAD
            and not self._governed(name, first)
        ]
        if not free:
            return ()
        last = free[-1]
        if end - last.last > _REACH:
            return ()
        chain = [last]
        for name in reversed(free[:-1]):
            if self._joined(name, chain[0]):
                chain.insert(0, name)
        return tuple(chain)

    def _last_before(self, end: int) -> tuple[Name, ...]:
        before = [
            name
            for name in self.names
            if name.last < end and name.place is Place.HEAD and end - name.last < _ANTECEDENT
        ]
        return (before[-1],) if before else ()

    def _governed(self, name: Name, floor: int) -> bool:
        """Tell whether a preposition, or a verb as of its object, governs the phrase of ``name``."""
        start = self.start_of(name)
        if start <= floor:
            return False
        before = self.parsed.words[start - 1]
        if start - 1 == floor and before.tag in "KIRY":
            return False
        if before.tag == "C" or before.low == ",":
            earlier = [n for n in self.names if self._joined(n, name)]
            return bool(earlier) and all(self._governed(one, floor) for one in earlier)
        return before.tag in "PKTV"

    def start_of(self, name: Name) -> int:
        """Return where the noun phrase that ends in ``name`` begins."""
        start = name.first
        words = self.parsed.words
        if words[start].tag == "U":
            return start
        while start > 0 and words[start - 1].tag in "NJDS" and self.parsed.group_of[start - 1] is None:
            if self.lexicon.has("roles.time", words[start - 1].low):
                break
            start -= 1
        return start

    # --- what follows ---

    def direct(self, index: int) -> tuple[Name, ...]:
        """Return the names right behind a verb or noun, before any preposition, verb or mark."""
        for step in range(index + 1, min(index + 12, len(self.parsed.words))):
            name = self._at(step)
            if name is not None and name.place is Place.HEAD:
                return self._chain(name)
            if step == index + 1 and self.parsed.words[step].low == "visiting":
                continue
            if self.parsed.words[step].tag in "PVMHEOTYRIKCXQ" and name is None:
                return ()
        return ()

    def within_object(self, index: int) -> tuple[Name, ...]:  # noqa: ARG002 - for a sentence with a tree
        """Return the first name inside the object of a verb; position does not tell where that ends."""
        return ()

    def after(self, index: int, prepositions: frozenset[str], end: int | None = None) -> tuple[Name, ...]:
        """Return the names that one of ``prepositions`` ties to the word ``index``, in the same clause."""
        parsed = self.parsed
        segment = parsed.segment_of[index]
        last = min(
            parsed.segments[segment].last + 1, index + _REACH, end if end is not None else len(parsed.words)
        )
        for step in range(index + 1, last):
            number = parsed.group_of[step]
            if (
                number is not None
                and parsed.groups[number].first > index
                and parsed.groups[number].form in "MPT"
            ):
                return ()
            if parsed.words[step].low in _ASIDE:
                return ()
            if parsed.words[step].low in prepositions:
                found = self.direct(step)
                if found:
                    return found
        return ()

    # --- nouns ---

    def possessor(self, index: int) -> tuple[Name, ...]:
        """Return whose the noun ``index`` is: "Lind's visit", "his visit", "Lind and Holt's talks"."""
        start = index
        words = self.parsed.words
        while start > 0 and words[start - 1].tag in "NJDAP" and self._inner(start - 1):
            start -= 1
        before = start - 1
        while before >= 0 and words[before].tag == "S" and not words[before].low.isalpha():
            before -= 1
        if before < 0 or words[start - 1].tag != "S":
            return ()
        for name in self.names:
            if name.last == before:
                return self._leftward(name)
        return ()

    def compound(self, index: int) -> tuple[Name, ...]:
        """Return the names that modify the noun ``index``: "the Norland-Sudmark summit"."""
        found = []
        for name in self.names:
            if name.last < index and name.place is Place.MODIFIER:
                between = self.parsed.words[name.last + 1 : index]
                if all(word.tag in "NJC" or word.low in ("–", "-") for word in between) and len(between) < 4:  # noqa: PLR2004
                    found.append(name)
        return tuple(found)

    def _inner(self, index: int) -> bool:
        """Tell whether a word can stand between an owner and what is owned: "Lind's Norland visit"."""
        name = self._at(index)
        if name is not None:
            return name.place is Place.MODIFIER
        return self.parsed.words[index].tag != "P"

    def _leftward(self, name: Name) -> tuple[Name, ...]:
        earlier = next((n for n in self.names if n.last < name.first and self._joined(n, name)), None)
        return (earlier, name) if earlier is not None else (name,)

    def _at(self, index: int) -> Name | None:
        return next((name for name in self.names if name.first <= index <= name.last), None)

    def _chain(self, first: Name) -> tuple[Name, ...]:
        """Return ``first`` and the names coordinated with it, to the right."""
        chain = [first]
        for name in self.names:
            if name.first > chain[-1].last and name.place is Place.HEAD and self._joined(chain[-1], name):
                chain.append(name)
        return tuple(chain)

    def _joined(self, left: Name, right: Name) -> bool:
        """Tell whether only "and" or a comma, titles and determiners stand between two names."""
        between = self.parsed.words[self._with_origin(left) + 1 : right.first]
        if not between or len(between) > 9:  # noqa: PLR2004 - a title has no more words
            return False
        opens = between[0].low in (",", "and", "&")
        comma_only = all(word.low != "and" for word in between) and between[0].low == ","
        if comma_only and any(word.tag in "NJ" and not word.title for word in between):
            return False
        return opens and all(word.tag in "NJDS" or word.low in (",", "and", "&") for word in between)

    def _with_origin(self, name: Name) -> int:
        """Return the last word of a name with "of Norland" behind it."""
        words = self.parsed.words
        last = name.last
        if last + 1 < len(words) and words[last + 1].low == "of":
            origin = next((n for n in self.names if n.first in (last + 2, last + 3)), None)
            return origin.last if origin is not None and origin.place is Place.HEAD else last
        return last
