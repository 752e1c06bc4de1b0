"""Who of the people an article names is meant by "the Norland president" or by "she"."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from dragoman.ontology.people import NEAR, Officeholding, leaders
from dragoman.types import ActorId

_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_LEADER = frozenset(("head_of_state", "head_of_government"))


def can_mean(pronoun: str, actor: ActorId | None) -> bool:
    """Tell whether "he" or "she" can stand for somebody; yes, where the tables do not know the person."""
    sex = _sexes().get(actor) if actor is not None else None
    return sex is None or sex == _SEX.get(pronoun, sex)


def holder(state: ActorId, office: str, people: Iterable[ActorId], day: date | None) -> ActorId | None:
    """Return the one of ``people`` who held ``office`` ("president") of ``state`` about ``day``."""
    found = {
        term.actor
        for term in _terms().get(state, ())
        if term.actor in set(people)
        and (office in term.title.casefold() or (office == "leader" and term.office in _LEADER))
        and (day is None or term.distance(day) <= NEAR)
    }
    return next(iter(found)) if len(found) == 1 else None


def office_of(actor: ActorId, day: date | None) -> str:
    """Return the title of the office somebody held about ``day``, in lower case, or ""."""
    held = _held().get(actor, ())
    near = [term for term in held if day is None or term.distance(day) <= NEAR]
    return " ".join(sorted({term.title.casefold() for term in near}))


@cache
def _held() -> dict[ActorId, tuple[Officeholding, ...]]:
    found: dict[ActorId, list[Officeholding]] = {}
    for term in leaders():
        found.setdefault(term.actor, []).append(term)
    return {actor: tuple(terms) for actor, terms in found.items()}


@cache
def _sexes() -> dict[ActorId, str]:
    return {term.actor: term.sex for term in leaders() if term.sex is not None}


@cache
def _terms() -> dict[ActorId, tuple[Officeholding, ...]]:
    found: dict[ActorId, list[Officeholding]] = {}
    for term in leaders():
        found.setdefault(term.of, []).append(term)
    return {state: tuple(terms) for state, terms in found.items()}
