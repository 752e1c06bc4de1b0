"""What is known of a person's sex: by name in the tables, by given name, and by nouns for persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.ontology.people import leaders
from dragoman.ontology.tables import table_rows

_SEXES = frozenset({"f", "m"})


@dataclass(frozen=True, slots=True)
class Sexes:
    """Given names, nouns for one person, and leaders by their actor's id, each with "f" or "m".

    Names that men and women bear are left out. A noun has ``None`` where it tells nothing of sex: "lawyer".
    """

    given: Mapping[str, str]
    nouns: Mapping[str, str | None]
    leaders: Mapping[str, str]


@cache
def sexes() -> Sexes:
    """Return the tables ``given_names.csv`` and ``person_nouns.csv`` and the sexes of ``leaders.csv``."""
    given: dict[str, str] = {}
    for row in table_rows("given_names.csv", ("name", "sex", "source")):
        name, sex = row.text("name"), row.text("sex")
        if sex not in _SEXES or given.get(name, sex) != sex:
            raise row.wrong(f"{name!r} must have one sex, f or m")
        given[name] = sex
    nouns: dict[str, str | None] = {}
    for row in table_rows("person_nouns.csv", ("noun", "sex", "source")):
        sex_told = row.optional("sex")
        if sex_told not in {None, *_SEXES}:
            raise row.wrong(f"sex {sex_told!r} is neither m nor f nor empty")
        nouns[row.text("noun")] = sex_told
    known = {str(term.actor): term.sex for term in leaders() if term.sex}
    return Sexes(MappingProxyType(given), MappingProxyType(nouns), MappingProxyType(known))
