"""Names of states, capitals, governments, organisations and well-known places, found in a text.

The tables of this package are turned into one index by first word. A text is read once: at each word that
begins a known name the longest name that stands there whole is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from dragoman.errors import ConfigError
from dragoman.ontology.fold import unaccented
from dragoman.ontology.organisations import organisations, organisations_by_id
from dragoman.ontology.places import sites
from dragoman.ontology.states import State, StateStatus, states, states_by_id
from dragoman.ontology.tables import table_rows

_AMBIGUOUS_COLUMNS = ("alias", "ids", "why", "source")
_NOT_NAMES_COLUMNS = ("words", "kind", "what", "source")
_NOT_NAME_KINDS = ("phrase", "never", "capitals")
_SHORTEST_IN_CAPITALS = 4
_SHORTEST_DOTTED, _LONGEST_DOTTED = 2, 5


class NameSense(Enum):
    """In which sense words name; where two fit the same words, the one written first here is given."""

    STATE = "state"
    ADJECTIVE = "adjective"
    """Japanese, British; also combining forms, as in "Sino-Japanese"."""
    PEOPLE = "people"
    """Britons, Japanese."""
    GOVERNMENT = "government"
    """A seat or body that stands for the government: the Kremlin, the State Department."""
    CAPITAL = "capital"
    """A capital, be it the city or the government."""
    ORGANISATION = "organisation"
    PLACE = "place"
    """A place of ``sites.csv``: a sea, a region, a summit venue."""


_SENSE_ORDER = {sense: order for order, sense in enumerate(NameSense)}


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name at ``[start, end)`` of a text, without a possessive 's.

    ``alias`` is the spelling of the tables. ``ids`` are what it may mean, the likeliest first: ``state:KOR``,
    ``organisation:UN``, ``place:camp-david``; more than one only for the names in ``ambiguous.csv``.
    """

    start: int
    end: int
    alias: str
    sense: NameSense
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name of several: ``ids`` in order of likelihood."""

    alias: str
    ids: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to be found; ``sense`` is ``None`` for words that hold a name and mean something else."""

    rest: str
    alias: str
    sense: NameSense | None
    ids: tuple[str, ...]
    prefix: bool


class NameIndex:
    """Names by their first word, ready to be found in texts."""

    def __init__(self, names: Iterable[tuple[str, _Name]], everyday: frozenset[str]) -> None:
        """Index ``names``, given with their first words; ``everyday`` words are no names among capitals."""
        by_first: dict[str, list[_Name]] = {}
        for first, name in names:
            by_first.setdefault(first, []).append(name)
        self._by_first = {
            first: tuple(sorted(found, key=lambda name: (-len(name.rest), name.rest)))
            for first, found in by_first.items()
        }
        self._everyday = everyday
        capitals = "".join(sorted({first[0] for first in self._by_first if first[0].isupper()}))
        small = "|".join(sorted((first for first in self._by_first if not first[0].isupper()), reverse=True))
        self._word = re.compile(rf"\b(?:[{capitals}]\w*{'|' + small if small else ''})\b")

    def find(self, text: str) -> tuple[NameHit, ...]:
        """All known names in reading order; none lies in another."""
        return tuple(self._hits(text))

    def _hits(self, text: str) -> Iterator[NameHit]:
        by_first, read = self._by_first, 0
        for word in self._word.finditer(text):
            names = by_first.get(word[0])
            if names is None or word.start() < read:
                continue
            for name in names:
                end = word.end() + len(name.rest)
                if text.startswith(name.rest, word.end()) and self._stands_alone(
                    text, word.start(), end, name
                ):
                    read = end
                    if name.sense is not None:
                        end -= name.prefix
                        yield NameHit(word.start(), end, name.alias, name.sense, name.ids)
                    break

    def _stands_alone(self, text: str, start: int, end: int, name: _Name) -> bool:
        """Tell whether ``[start, end)`` is a whole name, no part of a word, an address or a sum of money."""
        after = text[end : end + 1]
        if name.prefix:
            return after.isalnum()
        if after.isalnum() or after in {"_", "$"} or text[start - 1 : start] == "@":
            return False
        if after in {".", "@"} and text[end + 1 : end + 2].islower():
            return False
        return text[start:end] not in self._everyday or not _in_capitals(text, start, end)


def find_names(text: str) -> tuple[NameHit, ...]:
    """All names of states, peoples, governments, organisations and well-known places in ``text``."""
    return name_index().find(text)


@cache
def ambiguities() -> tuple[Ambiguity, ...]:
    """The names that belong to several, in the order of ``ambiguous.csv``."""
    known = {f"place:{site.id}" for site in sites()}
    known |= {f"state:{code}" for code in states_by_id()}
    known |= {f"organisation:{code}" for code in organisations_by_id()}
    found: list[Ambiguity] = []
    for row in table_rows("ambiguous.csv", _AMBIGUOUS_COLUMNS):
        ids = row.many("ids")
        if unknown := [each for each in ids if each not in known]:
            raise row.wrong(f"no table has {', '.join(unknown)}")
        found.append(Ambiguity(row.text("alias"), ids, row.text("why")))
    return tuple(found)


@cache
def name_index() -> NameIndex:
    """The index of all names of the tables, made when it is first asked for."""
    phrases: dict[str, set[str]] = {kind: set() for kind in _NOT_NAME_KINDS}
    for row in table_rows("not_names.csv", _NOT_NAMES_COLUMNS):
        if row.text("kind") not in phrases:
            raise row.wrong(f"kind is none of {', '.join(_NOT_NAME_KINDS)}")
        phrases[row.text("kind")].add(row.text("words"))
    known = {words: meaning for words, meaning in _meanings().items() if words not in phrases["never"]}
    for phrase in phrases["phrase"]:
        for spelling in _spellings(phrase):
            known.setdefault(spelling, (phrase, None, ()))
    return NameIndex(_entries(known), frozenset(phrases["capitals"]))


_Meaning = tuple[str, NameSense | None, tuple[str, ...]]


def _entries(known: dict[str, _Meaning]) -> Iterator[tuple[str, _Name]]:
    """Yield every spelling with its first word, then each again as it looks in a line of capitals."""
    for spelling, (alias, sense, ids) in known.items():
        first, rest = _split(spelling)
        yield first, _Name(rest, alias, sense, ids, prefix=spelling.endswith("-"))
    for spelling, (alias, sense, ids) in known.items():
        loud = spelling.upper()
        if len(spelling) >= _SHORTEST_IN_CAPITALS and loud not in known and len(loud) == len(spelling):
            first, rest = _split(loud)
            yield first, _Name(rest, alias, sense, ids, prefix=spelling.endswith("-"))


def _split(spelling: str) -> tuple[str, str]:
    first = re.match(r"\w+", spelling)
    if first is None:
        raise ConfigError(f"the name {spelling!r} does not begin with a letter or digit")
    return first[0], spelling[first.end() :]


def _meanings() -> dict[str, _Meaning]:
    """Return what each spelling means; ``ConfigError`` when two own it and ``ambiguous.csv`` is silent."""
    settled = {each.alias: each.ids for each in ambiguities()}
    claims: dict[str, list[tuple[int, str, str]]] = {}
    for alias, sense, owner in _aliases():
        for spelling in _spellings(alias):
            claims.setdefault(spelling, []).append((_SENSE_ORDER[sense], alias, owner))
    senses = tuple(NameSense)
    known: dict[str, _Meaning] = {}
    for spelling, found in claims.items():
        owners = dict.fromkeys(owner for _, _, owner in found)
        if spelling not in settled and len(owners) > 1:
            raise ConfigError(f"{spelling!r} names {' and '.join(owners)}: add it to ambiguous.csv")
        ids = settled.get(spelling, tuple(owners))
        likeliest = min((claim for claim in found if claim[2] == ids[0]), default=min(found))
        known[spelling] = (likeliest[1], senses[likeliest[0]], ids)
    for each in ambiguities():
        known.setdefault(each.alias, (each.alias, NameSense.STATE, each.ids))
    return known


def _aliases() -> Iterator[tuple[str, NameSense, str]]:
    """Yield every alias of the tables with its sense and its owner's id."""
    for state in states():
        yield from _aliases_of(state)
    for organisation in organisations():
        for name in organisation.names:
            yield name, NameSense.ORGANISATION, organisation.actor
        acronym = organisation.acronym or ""
        if acronym.isalpha() and acronym.isupper() and _SHORTEST_DOTTED <= len(acronym) <= _LONGEST_DOTTED:
            yield "".join(f"{letter}." for letter in acronym), NameSense.ORGANISATION, organisation.actor
    for site in sites():
        for name in site.names:
            yield name, NameSense.PLACE, f"place:{site.id}"


def _aliases_of(state: State) -> Iterator[tuple[str, NameSense, str]]:
    capitals = () if state.status is StateStatus.HISTORICAL else state.capitals
    for sense, names in (
        (NameSense.STATE, state.names),
        (NameSense.ADJECTIVE, state.adjectives),
        (NameSense.PEOPLE, state.demonyms),
        (NameSense.GOVERNMENT, state.metonyms),
        (NameSense.CAPITAL, capitals),
    ):
        for name in names:
            yield name, sense, state.actor


def _spellings(name: str) -> tuple[str, ...]:
    """Return ``name`` with and without accents, with straight and with curly apostrophes."""
    plain = unaccented(name)
    curly = tuple(form.replace("'", "’") for form in (name, plain))
    return tuple(dict.fromkeys((name, plain, *curly)))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` stands among capitals: a line of them, or a word on either side."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before, after = text[line_start:start], text[end : line_end if line_end >= 0 else len(text)]
    if (before + after).isupper():
        return True
    return all(word.isupper() for word in (before.split()[-1:] or [""]) + (after.split()[:1] or [""]))
