"""Find out who the words that name a speaker mean, within one text."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from dragoman.types import Span

_PRONOUNS = frozenset({"he", "she", "his", "her", "who", "him", "i"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "president", "prime", "minister", "foreign", "chancellor", "secretary", "general", "sen", "senator",
     "rep", "gov", "governor", "king", "queen", "prince", "ambassador", "former", "defense", "defence", "the", "state", "vice"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """The fullest name of a speaker, and the mention of it in or before the words, where one was given."""

    name: str | None
    mention: Span | None


@cache
def _named() -> re.Pattern[str]:
    """Match a run of capitalised words, with particles inside."""
    word = r"[^\W\d_a-z][\w’'-]*\.?"
    return re.compile(rf"\b{word}(?:[ \u00a0](?:(?:de|al|bin|van|von|der|el|da|del|la|ibn)[ \u00a0])?{word}){{0,4}}")


class Cast:
    """The people of one text: ``resolve`` tells who a source is.

    ``people`` are the person mentions as (span, name) where the text was searched for names; where it
    is empty, runs of capitalised words stand in.
    """

    def __init__(self, text: str, sentences: tuple[Span, ...], people: tuple[tuple[Span, str], ...]) -> None:
        self._text = text
        self._people = tuple(sorted(people)) if people else _guess(text, sentences)
        self._starts = [span.start for span, _ in self._people]
        self._last: Known | None = None
        self._fullest: dict[str, str] = {}
        for _, name in self._people:
            for part in _keys(name):
                if len(name.split()) > len(self._fullest.get(part, "").split()):
                    self._fullest[part] = name

    def resolve(self, source: Span | None, cue: Span) -> Known:
        """Return who ``source`` means; call in reading order, since a pronoun means the last fitting person."""
        if source is None:
            return Known(None, None)
        told = source.cut(self._text)
        if told.lower() in _PRONOUNS:
            return self._pronoun(told.lower(), source, cue)
        inside = [item for item in self._people if source.covers(item[0]) and not self._owns(item[0], source)]
        if inside:
            span, name = inside[0]
            self._last = Known(self._full(name), span)
            return self._last
        return Known(_plain(told), None)

    def _owns(self, span: Span, source: Span) -> bool:
        """Tell whether the name is a possessor inside a longer source: "Lee's adviser"."""
        return span.end + 2 < source.end and self._text[span.end : span.end + 2] in {"'s", "’s"}

    def _pronoun(self, told: str, source: Span, cue: Span) -> Known:
        """Return the speaker of the quote before, else the person named last before the pronoun."""
        del cue
        at = bisect_left(self._starts, source.start)
        if told == "i":
            return Known(None, None)
        if told != "who" and self._last is not None:
            return self._last
        if at == 0:
            return Known(None, None)
        span, name = self._people[at - 1]
        return Known(self._full(name), span)

    def _full(self, name: str) -> str:
        """Return the fullest name of the text that holds ``name``."""
        parts = name.split()
        best = name
        for key in _keys(name):
            longer = self._fullest.get(key, "")
            if len(longer.split()) > len(best.split()) and set(parts) <= set(longer.split()):
                best = longer
        return best


def _keys(name: str) -> tuple[str, ...]:
    """Return the parts of a name by which it may be called later: its first and its last."""
    parts = name.split()
    return tuple(dict.fromkeys((parts[-1], parts[0]))) if parts else ()


def _plain(told: str) -> str:
    """Return the words without an opening article and a possessor's 's."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", told.strip(" ,"), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", bare)


def _guess(text: str, sentences: tuple[Span, ...]) -> tuple[tuple[Span, str], ...]:
    """Return runs of capitalised words that look like people, in reading order."""
    found = []
    for sentence in sentences:
        for match in _named().finditer(text, sentence.start, sentence.end):
            run = re.sub(r"['’]s?$", "", match[0])
            parts = run.split()
            dropped = 0
            while parts and parts[0].rstrip(".").lower() in _TITLES:
                dropped += len(parts[0]) + 1
                parts = parts[1:]
            if parts and not (match.start() == sentence.start and len(parts) == 1 and not dropped and len(parts[0]) < 3):  # noqa: PLR2004
                start = match.start() + dropped
                found.append((Span(start, start + len(" ".join(parts))), " ".join(parts)))
    return tuple(found)
