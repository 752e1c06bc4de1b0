"""Whom "she" or "he" means among the people told of before: by sex, nearness, and part in the sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from dragoman.text.persons import Sex
from dragoman.types import Span

_UNKNOWN_SEX = 0.5
"""What a person of unknown sex stands behind one of the fitting sex: half a sentence."""
_FRESH = 2
"""So many sentences on, the last speaker is the likeliest "she" or "he"; later the last subject is."""
_FARTHEST = 6
"""How many sentences back a pronoun reaches."""


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker by the fullest name or the words of the text, and the mention of it that decided, if any.

    ``person`` tells that one person is meant, named or not.
    """

    name: str | None
    mention: Span | None
    sex: Sex | None = None
    person: bool = False


class Role(Enum):
    """The part somebody has in a sentence; the value is added to the distance in sentences.

    By these the subject of the sentence before is likelier than whoever spoke two sentences before (tried on
    invented reports and on the open stories of the suite ``diplomacy``, 2026-11-22).
    """

    SPEAKER = 0.0
    SUBJECT = 0.4
    OTHER = 1.5
    QUOTED = 2.5
    """Named inside somebody's quoted words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody told of at the offset ``at`` in sentence number ``sentence``."""

    known: Known
    at: int
    sentence: int
    role: Role


def antecedent(candidates: Iterable[Candidate], sentence: int, sex: Sex | None) -> Known | None:
    """Return whom a pronoun of ``sex`` in ``sentence`` means; nobody of the other sex, ``None`` if none fits.

    The subject of the pronoun's own sentence comes first, then the last speaker, then subjects before.
    """
    fitting = [
        one
        for one in candidates
        if one.known.person
        and sentence - one.sentence <= _FARTHEST
        and (sex is None or one.known.sex in {None, sex})
        and not (one.role is Role.QUOTED and one.sentence == sentence)
    ]
    if not fitting:
        return None

    def cost(one: Candidate) -> tuple[float, int]:
        apart = sentence - one.sentence
        if apart == 0 and one.role is not Role.SPEAKER:
            weight = -1.0 if one.role is Role.SUBJECT else 1.0 + one.role.value
        elif one.role is Role.SPEAKER and apart > _FRESH:
            weight = apart + Role.OTHER.value
        else:
            weight = apart + one.role.value
        unknown = sex is not None and one.known.sex is None
        return weight + _UNKNOWN_SEX * unknown, -one.at

    best = min(fitting, key=cost)
    if sex is not None and best.known.sex is None:
        roles = {Role.SPEAKER, Role.SUBJECT}
        if best.role is Role.SUBJECT and best.known.mention is not None:
            roles.add(Role.OTHER)
        beside = [
            one
            for one in fitting
            if one.sentence == best.sentence and one.known.sex is sex and one.role in roles
        ]
        best = min(beside, key=cost, default=best)
    return best.known
