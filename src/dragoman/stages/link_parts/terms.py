"""What the tables of leaders and names tell of people while names are linked, made ready for look-up."""

from functools import cache

from dragoman.ontology.naming import naming
from dragoman.ontology.people import Officeholding, leaders
from dragoman.ontology.sexes import sexes
from dragoman.text.names import Customs, family_first, folded
from dragoman.types import ActorId

RANKS = (
    "head_of_state",
    "supreme_leader",
    "head_of_government",
    "crown_prince",
    "vice_president",
    "foreign_minister",
    "defence_minister",
)
"""Offices by weight: of several held at once the first is shown where no title tells which is meant."""


def rank(office: str) -> int:
    """Return the place of an office in the order of weight."""
    return RANKS.index(office) if office in RANKS else len(RANKS)


@cache
def customs() -> Customs:
    """Return what the tables know of naming."""
    return Customs(naming().family_first, naming().particles)


@cache
def terms_by_person() -> dict[str, tuple[Officeholding, ...]]:
    """Return the terms of each leader."""
    found: dict[str, list[Officeholding]] = {}
    for term in leaders():
        found.setdefault(term.person, []).append(term)
    return {person: tuple(terms) for person, terms in found.items()}


@cache
def terms_by_office() -> dict[tuple[ActorId, str], tuple[Officeholding, ...]]:
    """Return the terms of each office of a state or body."""
    found: dict[tuple[ActorId, str], list[Officeholding]] = {}
    for term in leaders():
        found.setdefault((term.of, term.office), []).append(term)
    return {office: tuple(terms) for office, terms in found.items()}


def sex_told(name: str, title: str | None) -> str | None:
    """Return "f" or "m" where a title ("Mr", "the actress") or else the given name tells it."""
    told = [sexes().nouns.get(word.rstrip(".")) for word in title.lower().split()] if title else []
    if any(told):
        return next(filter(None, reversed(told)))
    pieces = name.split()
    if len(pieces) < 2 or family_first(name, customs()):  # noqa: PLR2004 - a given name and a family name
        return None
    return sexes().given.get(folded(pieces[0]))
