"""Find out who the words that name a speaker mean, within one text."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.text.antecedents import Candidate, Known, Role, antecedent
from dragoman.text.grammar import grammar
from dragoman.text.likely_names import likely_names
from dragoman.text.persons import (
    NO_WORDS,
    PersonWords,
    Sex,
    head_words,
    own_part,
    person_phrase,
    sex_of_name,
    sex_of_pronoun,
)
from dragoman.types import Span

_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_THINGS = frozenset({"it", "its"})
_GROUPS = frozenset({"they", "their"})
_PEOPLE_ONLY = frozenset({"who", "whose"})
_RELATIVE = frozenset({"who", "whose", "which", "that"})
_NOBODY = frozenset({"i", "we", "you", "my", "our", "your"})
_NEAR = 3
"""How many sentences back an unnamed group or body is still the likeliest "they" or "it"."""
_MEMORY = 200
"""How many names back "the president" is looked for."""
_SPEAKERS = 12
"""How many speakers are remembered for pronouns."""
_BACK = 6
"""How many sentences back people are sought for a pronoun."""
_TITLE_WORDS = 6
"""How many words of title may stand before the name a sentence begins with."""
_ADDRESS = frozenset({"sir", "dame", "lord", "lady", "mr", "mrs", "ms", "dr", "gen", "sen", "rep"})
_UNKNOWN = Known(None, None)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: where, in full, whether a person's, the title beside it, and the sex if known.

    ``office`` are the words of an office the person holds, ``side`` is the id of the state or body the person
    belongs to, and of a state or body its own.
    """

    span: Span
    name: str
    person: bool = True
    title: str = ""
    title_start: int | None = None
    sex: Sex | None = None
    office: str = ""
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, its subject if that can be told, and its stretches in quotation marks."""

    span: Span
    subject: Span | None = None
    quoted: tuple[Span, ...] = ()


class Cast:
    """The names of one text: ``resolve`` tells who a source is.

    Where the text was not searched for names (``named`` holds no person), runs of capitalised words stand in.
    """

    def __init__(
        self, text: str, sentences: tuple[Told, ...], named: tuple[Named, ...], words: PersonWords = NO_WORDS
    ) -> None:
        self._text = text
        self._words = words
        self._sentences = sentences
        self._openings = [one.span.start for one in sentences]
        ordered = sorted(named, key=lambda one: one.span)
        self._others = [one for one in ordered if not one.person]
        people = [one for one in ordered if one.person]
        self._searched = bool(people)
        self._people = people or self._guessed(tuple(one.span for one in sentences))
        self._starts = [one.span.start for one in self._people]
        self._full_names: dict[str, list[Named]] = {}
        for one in self._people:
            if " " in one.name:
                for part in _keys(one.name):
                    self._full_names.setdefault(part, []).append(one)
        self._sexes: dict[str, set[Sex]] = {}
        for one in self._people:
            told = one.sex or sex_of_name(one.name, one.title, words)
            if told is not None:
                self._sexes.setdefault(self._full(one), set()).add(told)
        self._speakers: deque[Candidate] = deque(maxlen=_SPEAKERS)
        self._body: tuple[Known, int] | None = None
        self._unnamed: dict[str, tuple[int, Known]] = {}
        self._held: dict[int, tuple[Candidate, ...]] = {}
        self._read = 0
        self._learned: dict[str, Sex] = {}

    def resolve(self, source: Span | None) -> Known:
        """Return who ``source`` means; call in reading order, since a pronoun means somebody named before."""
        if source is None:
            return _UNKNOWN
        told = re.sub(r"['’]s?$", "", source.cut(self._text)).lower()
        here = self._sentence(source.start)
        self._read_on(here)
        if told in _NOBODY:
            return _UNKNOWN
        if told in _RELATIVE:
            return self._before(source, told)
        if told in _THINGS | _GROUPS:
            return self._group(here, told)
        known = self._pronoun(source, told) if told in _PERSONAL else self._called(source)
        if known.person:
            self._speakers.append(Candidate(known, source.start, here, Role.SPEAKER))
        elif known.name:
            self._body = (known, here)
        return known

    def _called(self, source: Span) -> Known:
        """Return who the words of ``source`` name, or which person named before they take up."""
        known = self._phrase(source)
        if known.mention is not None:
            return known
        taken = self._taken_up(source)
        if taken is not None:
            return taken
        if known.person:
            self._introduce(source, known)
        return known

    def _taken_up(self, source: Span) -> Known | None:
        """Return whom "the diplomat", "the foreign minister" or "the Vallish president" takes up."""
        phrase = Span(source.start, source.start + len(own_part(source.cut(self._text))))
        opening = re.match(r"(?:the|that)\s+", phrase.cut(self._text), re.IGNORECASE)
        start = phrase.start + (opening.end() if opening else 0)
        if start >= phrase.end:
            return None
        rest = Span(start, phrase.end)
        words = rest.cut(self._text).strip(" ,").split()
        if not words or not (opening or (len(words) == 1 and words[0].islower())):
            return None
        state = next(
            (one for one in self._near_others(rest) if one.span.start == rest.start and one.side), None
        )
        if state is not None:
            words = self._text[state.span.end : rest.end].strip(" ,").split()
        told = " ".join(words).lower()
        if not told:
            return None
        at = bisect_left(self._starts, source.start)
        titled = next(
            (
                one
                for one in reversed(self._people[max(0, at - _MEMORY) : at])
                if _holds(one, told)
                and (state is None or one.side == state.side)
                and not any(stretch.covers(one.span) for stretch in self._told(one.span.start).quoted)
            ),
            None,
        )
        unnamed = self._unnamed.get(told) if state is None else None
        if unnamed and (titled is None or unnamed[0] > titled.span.start):
            return unnamed[1]
        return self._somebody(titled) if titled is not None else None

    def _introduce(self, phrase: Span, known: Known) -> None:
        """Remember an unnamed person, whom "the diplomat" may take up."""
        words = head_words([word.lower() for word in own_part(phrase.cut(self._text)).split()])
        if words:
            self._unnamed[words[-1]] = (phrase.start, known)

    def _phrase(self, source: Span) -> Known:
        """Return the person whose name is the head of the words, or else the words."""
        own = Span(source.start, source.start + len(own_part(source.cut(self._text))))
        leads = [one for one in self._within(source) if self._is_head(one, source)]
        if leads and not self._is_joined(leads[0], own):
            return self._somebody(leads[0])
        told = _plain(own.cut(self._text))
        if not leads and not any(one.span.overlaps(own) for one in self._near_others(own)):
            apposed = self._apposed(source, own)
            if apposed is not None:
                return self._somebody(apposed)
            for one in self._guessed((own,)):
                alone = " " not in one.name and _words(one.name) != _words(told)
                ends = not self._text[one.span.end : own.end].strip(" ,.'’s")
                if ends and self._is_head(one, source) and not (alone and self._searched):
                    return self._somebody(one)
        if leads:
            return Known(told, None)
        person, sex = person_phrase(source.cut(self._text), self._words)
        return Known(told, None, sex, person)

    def _apposed(self, source: Span, own: Span) -> Named | None:
        """Return the name in "the minister for fisheries, Ada Lind"."""
        behind = self._text[own.end : source.end]
        if not behind.startswith(", ") or not person_phrase(own.cut(self._text), self._words)[0]:
            return None
        length = len(own_part(behind[2:]))
        if length == 0:
            return None
        part = Span(own.end + 2, own.end + 2 + length)
        return next((one for one in self._guessed((part,)) if one.span == part and " " in one.name), None)

    def _within(self, span: Span) -> list[Named]:
        """Return the people named inside ``span``."""
        return [
            one
            for one in self._people[
                bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
            ]
            if span.covers(one.span)
        ]

    def _is_head(self, one: Named, source: Span) -> bool:
        """Tell whether the name is what ``source`` is about.

        Not "Lind's adviser", "a spokesman for Lind", "a man who met Lind".
        """
        if one.span.end + 2 < source.end and self._text[one.span.end : one.span.end + 2] in {"'s", "’s"}:
            return False
        behind = re.match(r"\s+([^\W\d_A-Z]\w*)", self._text[one.span.end : source.end])
        if (
            not self._searched
            and behind
            and not grammar().is_closed(behind[1])
            and behind[1] not in _RELATIVE
        ):
            return False  # the capital of "a Vallish diplomat"
        before = self._text[source.start : one.span.start]
        part = re.split(r"[,;(\u2013\u2014]", before)[-1]
        start = one.span.start - len(part)
        begins = one.span.start if one.title_start is None else min(one.title_start, one.span.start)
        for match in re.finditer(r"\S+", part):
            low, at = match[0].lower(), start + match.start()
            if low in _RELATIVE:
                return False
            if low in grammar().prepositions and at < begins and not self._follows_body(at, begins, one):
                return False
        return True

    def _follows_body(self, start: int, begins: int, one: Named) -> bool:
        """Tell whether a body's name stands between: "the ambassador to Vallen | Sir Nils Lind"."""
        between = [other for other in self._near_others(Span(start, begins)) if start < other.span.start]
        if one.title.rstrip(".").lower() in _ADDRESS:
            return bool(between)
        return any(other.span.end + 1 == one.span.start for other in between)

    def _is_joined(self, one: Named, own: Span) -> bool:
        """Tell whether the name is one of several: "Lind and Okoro", "Lind and other ministers"."""
        behind = self._text[one.span.end : own.end]
        return bool(re.match(r"\s+and\s", behind))

    def _guessed(self, spans: tuple[Span, ...]) -> list[Named]:
        """Return runs of capitalised words that may be people."""
        return [
            Named(
                name,
                " ".join(name.cut(self._text).split()),
                title=self._text[whole.start : name.start],
                title_start=whole.start if whole.start < name.start else None,
            )
            for name, whole in likely_names(self._text, spans)
            if not any(one.span.overlaps(name) for one in self._near_others(name))
        ]

    def _near_others(self, span: Span) -> list[Named]:
        """Return the names of things other than people that may touch ``span``."""
        low = bisect_left(self._others, span.start, key=lambda one: one.span.start)
        high = bisect_left(self._others, span.end, key=lambda one: one.span.start)
        return self._others[max(0, low - 1) : high]

    def _before(self, source: Span, told: str) -> Known:
        """Return whom a relative pronoun means: what stands right before it, or a name in its sentence."""
        opening = self._openings[max(0, self._sentence(source.start) - 1)]
        subject = self._told(source.start).subject
        if subject is not None and 0 <= source.start - subject.end <= len(", "):
            known = self._phrase(subject)
            if known.person:
                return known
        lists = (self._people,) if told in _PEOPLE_ONLY else (self._others, self._people)
        found: list[Named] = []
        for names in lists:
            at = bisect_left(names, source.start, key=lambda one: one.span.start)
            found.extend(one for one in names[max(0, at - 1) : at] if one.span.start >= opening)
        if not found:
            return _UNKNOWN
        one = max(found, key=lambda item: item.span)
        return self._somebody(one) if one.person else Known(one.name, one.span)

    def _group(self, here: int, told: str) -> Known:
        """Return the unnamed group or the body that spoke last, for "they" and "it"."""
        if not self._searched and self._speakers and self._speakers[-1].known.sex is None:
            return self._speakers[-1].known  # a capital at the head of a sentence was taken for a person
        if self._body is None or here - self._body[1] > _NEAR:
            return _UNKNOWN
        head = own_part(self._body[0].name or "").split()
        plural = bool(head) and head_words([word.lower() for word in head])[-1:][0].endswith("s")
        return _UNKNOWN if told in _THINGS and plural and head[-1].islower() else self._body[0]

    def _pronoun(self, source: Span, told: str) -> Known:
        """Return whom "he" or "she" means."""
        here = self._sentence(source.start)
        found: list[Candidate] = list(self._speakers)
        for sentence in range(max(1, here - _BACK), here + 1):
            found.extend(self._held.get(sentence, ()))
        sex = sex_of_pronoun(told)
        earlier = [
            replace(
                one, known=replace(one.known, sex=one.known.sex or self._learned.get(one.known.name or ""))
            )
            for one in found
            if one.at < source.start
        ]
        known = antecedent(earlier, here, sex)
        if known is not None and known.sex is None and known.name and sex is not None:
            self._learned[known.name] = sex
        return known or _UNKNOWN

    def _read_on(self, sentence: int) -> None:
        """Note the people of the sentences up to number ``sentence``, in order: each may take up the last."""
        for number in range(self._read + 1, sentence + 1):
            self._held[number] = tuple(self._listed(number))
            self._held.pop(number - _BACK - 2, None)
        self._read = max(self._read, sentence)

    def _listed(self, number: int) -> Iterator[Candidate]:
        """Yield the people of a sentence; a name inside a longer description of somebody is left out."""
        sentence = self._sentences[number - 1]
        subject = sentence.subject
        known = self._subject(subject) if subject else _UNKNOWN
        if subject and known.person:
            yield Candidate(known, subject.start, number, Role.SUBJECT)
        for one in self._within(sentence.span):
            if known.person and subject and subject.covers(one.span):
                continue
            role = Role.OTHER
            if any(stretch.covers(one.span) for stretch in sentence.quoted):
                role = Role.QUOTED
            elif subject is None and self._leads(self._text[sentence.span.start : one.span.start]):
                role = Role.SUBJECT
            yield Candidate(self._somebody(one), one.span.start, number, role)

    def _subject(self, subject: Span) -> Known:
        """Return who the subject of a sentence is."""
        told = subject.cut(self._text).lower()
        if told in _PERSONAL:
            return self._pronoun(subject, told)
        words = grammar()
        first = told.split()[0]
        return _UNKNOWN if first in words.pronouns | words.relatives else self._called(subject)

    def _leads(self, before: str) -> bool:
        """Tell whether a name with these words before it in the sentence is the sentence's subject."""
        known = grammar()
        words = before.split()
        if len(words) > _TITLE_WORDS or any(sign in before for sign in "\"“,’'"):
            return False
        return not any(word.lower() in known.prepositions | known.subordinators for word in words)

    def _told(self, offset: int) -> Told:
        """Return the sentence that holds ``offset``."""
        return self._sentences[max(0, self._sentence(offset) - 1)]

    def _sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds ``offset``, counted from 1."""
        return bisect_left(self._openings, offset + 1)

    def _somebody(self, one: Named) -> Known:
        """Return the person a name means, with the sex the name, the title or the rest of the text tells."""
        full = self._full(one)
        sex = one.sex or sex_of_name(one.name, one.title, self._words)
        shared = self._sexes.get(full, set())
        return Known(full, one.span, sex or (next(iter(shared)) if len(shared) == 1 else None), person=True)

    def _full(self, one: Named) -> str:
        """Return the fullest form of a name, of the person so named in full nearest before, or else after."""
        parts = set(one.name.split())
        found: list[Named] = []
        for key in _keys(one.name):
            named = self._full_names.get(key, [])
            at = bisect_left(named, one.span.start, key=lambda other: other.span.start)
            near = [*reversed(named[max(0, at - _MEMORY) : at]), *named[at : at + _MEMORY]]
            found.extend([other for other in near if parts < set(other.name.split())][:1])
        if not found:
            return one.name
        before = [other for other in found if other.span.start < one.span.start]
        best = max(before or found, key=lambda other: other.span)
        return self._full(replace(one, name=best.name, span=best.span))


def _words(told: str) -> list[str]:
    return [word for word in told.lower().split() if word not in {"a", "an", "the"}]


def _holds(one: Named, told: str) -> bool:
    """Tell whether the words of an office or role, in small letters, are those of somebody named."""
    return any(f" {told} " in f" {words.lower()} " for words in (one.title, one.office))


def _keys(name: str) -> tuple[str, ...]:
    """Return the parts of a name by which somebody may be called later: its first and its last."""
    parts = name.split()
    return tuple(dict.fromkeys((parts[-1], parts[0]))) if parts else ()


def _plain(told: str) -> str:
    """Return the words of a source with a small article or "his", without a possessor's 's."""
    bare = re.sub(r"['’]s?$", "", told.strip(" ,"))
    return re.sub(r"^(?:The|A|An|His|Her|Its|Their)(?=\s)", lambda article: article[0].lower(), bare)
