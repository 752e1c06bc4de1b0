"""The words by which names in running text are told apart, from ``data/naming.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.ontology.tables import table_rows


@dataclass(frozen=True, slots=True)
class Naming:
    """The lists of ``naming.toml`` as sets of small letters.

    ``regions`` keep their capitals, ``roles`` are pairs of word and kind.
    The comments in the file say what each list holds.
    """

    honorifics: frozenset[str]
    ranks: frozenset[str]
    modifiers: frozenset[str]
    past: frozenset[str]
    domains: frozenset[str]
    roles: tuple[tuple[str, str], ...]
    organisation_nouns: frozenset[str]
    state_organs: frozenset[str]
    field_nouns: frozenset[str]
    joins: frozenset[str]
    place_ends: frozenset[str]
    place_begins: frozenset[str]
    city_words: frozenset[str]
    regions: tuple[str, ...]
    acts: frozenset[str]
    towards: frozenset[str]
    place_cues: frozenset[str]
    pairs: frozenset[str]
    speech: frozenset[str]
    dates: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    functions: frozenset[str]
    given: frozenset[str]
    family_first: frozenset[str]
    everyday: frozenset[str]
    particles: frozenset[str]


@cache
def naming() -> Naming:
    """Return the lists, read once."""
    told = tomllib.loads((files("dragoman.ontology") / "data" / "naming.toml").read_text(encoding="utf-8"))

    def words(table: str, key: str = "words") -> frozenset[str]:
        return frozenset(told[table][key].split())

    roles = (
        (word.replace("_", " "), kind) for kind, words in told["roles"].items() for word in words.split()
    )
    regions = (" ".join(name.split()) for name in told["places"]["regions"].split(";"))
    return Naming(
        honorifics=words("honorifics"),
        ranks=words("ranks"),
        modifiers=words("modifiers"),
        past=words("modifiers", "past"),
        domains=words("domains"),
        roles=tuple(roles),
        organisation_nouns=words("organisations", "nouns") | words("organisations", "state"),
        state_organs=words("organisations", "state"),
        field_nouns=words("organisations", "fields"),
        joins=words("organisations", "joins"),
        place_ends=words("places", "ends"),
        place_begins=words("places", "begins"),
        city_words=words("places", "city_words"),
        regions=tuple(sorted(filter(None, regions))),
        acts=words("government", "acts"),
        towards=words("government", "towards"),
        place_cues=words("government", "places"),
        pairs=words("government", "pairs"),
        speech=words("speech", "verbs"),
        dates=words("dates"),
        never=words("never"),
        openers=words("openers"),
        functions=words("openers", "functions"),
        given=words("given") | _given_of_either_sex(),
        family_first=words("family_first"),
        everyday=words("everyday"),
        particles=words("particles"),
    )


def _given_of_either_sex() -> frozenset[str]:
    """Return the given names of the table that tells the sexes; the list above holds those that tell none."""
    return frozenset(row.text("name") for row in table_rows("given_names.csv", ("name", "sex", "source")))
