"""Find out who the words that name a speaker mean, within one text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.text.grammar import grammar
from dragoman.types import Span

_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_IMPERSONAL = frozenset({"it", "they", "its", "their"})
_RELATIVE = frozenset({"who", "whose", "which", "that"})
_NOBODY = frozenset({"i", "we", "you", "my", "our", "your"})
_NEAR = 2
"""How many sentences back the last speaker is still the likeliest "he" or "she"."""

_MEMORY = 200
"""How many names back "the president" is looked for."""
_TITLE_WORDS = 6
"""How many words of title may stand before the name a sentence begins with."""


@dataclass(frozen=True, slots=True)
class Known:
    """The fullest name of a speaker, and the mention of it that decided, where there is one."""

    name: str | None
    mention: Span | None


_UNKNOWN = Known(None, None)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: where, in full, whether a person's, and the title beside it."""

    span: Span
    name: str
    person: bool = True
    title: str = ""


class Cast:
    """The names of one text: ``resolve`` tells who a source is.

    Where the text was not searched for names (``named`` holds no person), runs of capitalised words stand in.
    """

    def __init__(self, text: str, sentences: tuple[Span, ...], named: tuple[Named, ...]) -> None:
        self._text = text
        self._named = sorted(named, key=lambda one: one.span)
        people = [one for one in self._named if one.person]
        self._others = [one for one in self._named if not one.person]
        self._people = people or [one for one in _guess(text, sentences) if not self._taken(one.span)]
        self._starts = [one.span.start for one in self._people]
        self._sentences = [span.start for span in sentences]
        self._person: tuple[Known, int] | None = None
        self._speaker = _UNKNOWN
        self._fullest: dict[str, str] = {}
        for one in self._people:
            for part in _keys(one.name):
                if len(one.name.split()) > len(self._fullest.get(part, "").split()):
                    self._fullest[part] = one.name

    def resolve(self, source: Span | None) -> Known:
        """Return who ``source`` means; call in reading order, since a pronoun means somebody named before."""
        if source is None:
            return _UNKNOWN
        told = re.sub(r"['’]s?$", "", source.cut(self._text)).lower()
        if told in _NOBODY:
            return _UNKNOWN
        if told in _RELATIVE:
            return self._before(source)
        if told in _IMPERSONAL:
            return self._speaker
        known = self._pronoun(source) if told in _PERSONAL else self._by_name(source)
        if known.mention is not None:
            self._person = (known, self._sentence(source.start))
        self._speaker = known
        return known

    def _by_name(self, source: Span) -> Known:
        """Return the person named in ``source``, else the one with the title that it is, else its words."""
        for one in self._people[
            bisect_left(self._starts, source.start) : bisect_left(self._starts, source.end)
        ]:
            if source.covers(one.span) and not self._owns(one.span, source):
                return Known(self._full(one.name), one.span)
        if not self._taken(source):
            for one in _guess(self._text, (source,)):
                if not self._owns(one.span, source):
                    return Known(self._full(one.name), one.span)
        told = _plain(source.cut(self._text))
        if " " not in told and told.islower():
            at = bisect_left(self._starts, source.start)
            for one in reversed(self._people[max(0, at - _MEMORY) : at]):
                if told in one.title.lower().split():
                    return Known(self._full(one.name), one.span)
        return Known(told, None)

    def _taken(self, span: Span) -> bool:
        """Tell whether the name of something other than a person stands in ``span``."""
        at = bisect_left(self._others, span.end, key=lambda one: one.span.start)
        return any(one.span.overlaps(span) for one in self._others[max(0, at - 2) : at])

    def _owns(self, span: Span, source: Span) -> bool:
        """Tell whether the name is a possessor inside a longer source: "Lee's adviser"."""
        return span.end + 2 < source.end and self._text[span.end : span.end + 2] in {"'s", "’s"}

    def _before(self, source: Span) -> Known:
        """Return what is named last before ``source``, for a relative pronoun."""
        found: list[Named] = []
        for names in (self._others, self._people):
            at = bisect_left(names, source.start, key=lambda one: one.span.start)
            found.extend(names[max(0, at - 1) : at])
        if not found:
            return _UNKNOWN
        one = max(found, key=lambda item: item.span)
        return Known(self._full(one.name) if one.person else one.name, one.span)

    def _pronoun(self, source: Span) -> Known:
        """Return whom "he" means: the sentence's subject, the last speaker if near, else the last named."""
        here = self._sentence(source.start)
        at = bisect_left(self._starts, source.start)
        if at == 0:
            return _UNKNOWN
        start = self._sentences[here - 1] if here else 0
        leading = bisect_left(self._starts, start)
        opening = self._people[leading] if leading < at else None
        if opening and self._leads(self._text[start : opening.span.start]):
            return Known(self._full(opening.name), opening.span)
        if self._person and here - self._person[1] <= _NEAR:
            return self._person[0]
        last = self._sentence(self._people[at - 1].span.start)
        first = self._people[bisect_left(self._starts, self._sentences[last - 1] if last else 0)]
        return Known(self._full(first.name), first.span)

    def _leads(self, before: str) -> bool:
        """Tell whether a name with these words before it in the sentence is the sentence's subject."""
        known = grammar()
        words = before.split()
        if len(words) > _TITLE_WORDS or any(sign in before for sign in "\"“,’'"):
            return False
        return not any(word.lower() in known.prepositions | known.subordinators for word in words)

    def _sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds ``offset``."""
        return bisect_left(self._sentences, offset + 1)

    def _full(self, name: str) -> str:
        """Return the fullest name of the text that holds ``name``."""
        parts = set(name.split())
        best = name
        for key in _keys(name):
            longer = self._fullest.get(key, "")
            if len(longer.split()) > len(best.split()) and parts <= set(longer.split()):
                best = longer
        return best


def _keys(name: str) -> tuple[str, ...]:
    """Return the parts of a name by which somebody may be called later: its first and its last."""
    parts = name.split()
    return tuple(dict.fromkeys((parts[-1], parts[0]))) if parts else ()


def _plain(told: str) -> str:
    """Return the words without an opening article and a possessor's 's."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", told.strip(" ,"), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", bare)


@cache
def _run() -> re.Pattern[str]:
    """Match a run of capitalised words, with particles inside."""
    word = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w’'-]*)"
    return re.compile(
        rf"\b{word}(?:[ \u00a0](?:(?:de|al|bin|van|von|der|el|da|del|la|ibn)[ \u00a0])?{word}){{0,6}}"
    )


def _guess(text: str, sentences: tuple[Span, ...]) -> Iterator[Named]:
    """Yield runs of capitalised words that may be people, in reading order, without titles before them."""
    known = grammar()
    for sentence in sentences:
        for match in _run().finditer(text, sentence.start, sentence.end):
            parts = [(part.group(), match.start() + part.start()) for part in re.finditer(r"\S+", match[0])]
            while parts and (
                parts[0][0].rstrip(".").lower() in known.titles
                or "." in parts[0][0][:-1]
                or known.is_closed(parts[0][0].lower())
            ):
                parts = parts[1:]
            if not parts:
                continue
            end = parts[-1][1] + len(re.sub(r"['’]s?$|\.$", "", parts[-1][0]))
            if end > parts[0][1] and not parts[0][0].isdigit():
                span = Span(parts[0][1], end)
                title = text[match.start() : parts[0][1]]
                yield Named(span, " ".join(span.cut(text).split()), title=title)
