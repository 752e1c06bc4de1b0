"""One fact as one article tells it, and a fact with all its tellings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.types import (
    Agreement,
    ArticleId,
    Basis,
    Claim,
    Evidence,
    Maker,
    Origin,
    Story,
    Variant,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What ``article`` tells: ``value`` for display, ``key`` equal for equal values."""

    article: ArticleId
    value: str
    key: object
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """``relation`` of ``subject`` within ``scope``, as several articles tell it."""

    subject: str
    relation: str
    scope: str
    tellings: tuple[Telling, ...]


Judge = Callable[[Sequence[Telling]], Agreement]


def claim(fact: Fact, judge: Judge, story: Story, origins: Sequence[Origin], maker: Maker) -> Claim:
    """Return the claim that ``fact`` makes: tellings of one value together, most attested first."""
    home = {member: number for number, origin in enumerate(origins) for member in origin.members}
    groups: dict[object, list[Telling]] = {}
    for telling in fact.tellings:
        groups.setdefault(telling.key, []).append(telling)
    variants = [_variant(group, home) for group in groups.values()]
    variants.sort(key=lambda v: (-v.origins, -len(v.articles), v.value))
    told = {telling.article for telling in fact.tellings}
    agreement = judge([group[0] for group in groups.values()]) if len(groups) > 1 else Agreement.AGREE
    if len(told) == 1 and len(story.articles) > 1 and len(groups) == 1:
        agreement = Agreement.ONLY_ONE
    evidence = tuple(dict.fromkeys(piece for variant in variants for piece in variant.evidence))
    return Claim(
        story=story.id,
        subject=fact.subject,
        relation=fact.relation,
        scope=fact.scope,
        agreement=agreement,
        variants=tuple(variants),
        silent=tuple(key for key in story.articles if key not in told),
        basis=Basis(evidence, maker),
    )


def _variant(tellings: Sequence[Telling], home: Mapping[ArticleId, int]) -> Variant:
    articles = tuple(dict.fromkeys(telling.article for telling in tellings))
    evidence = tuple(dict.fromkeys(piece for telling in tellings for piece in telling.evidence))
    return Variant(tellings[0].value, articles, len({home.get(a, -1) for a in articles}), evidence)
