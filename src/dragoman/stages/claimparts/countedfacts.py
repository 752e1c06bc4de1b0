"""Counted things that several reports tell of one matter: hours of talks, documents signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.stages.claimparts.telling import Fact, Judge, Telling
from dragoman.text.quantities import Quantity, quantities, singular, told_number
from dragoman.types import ActorId, Agreement, Article, ArticleId, Evidence, Link, Parse, Span

_WORD = re.compile(r"[a-z]{4,}")
_LEANS = re.compile(
    r"(?:He|She|They|It|Their|His|Her|Its|Both|The (?:talks|meeting|two|summit|leaders|visit|pair))\b"
)
"""A sentence that begins so speaks of those whom the one before names."""
_EMPTY = frozenset(
    (
        "that this with from have been were will would said says after before between about their there they "
        "which when while where what into over than more most some such only also than first last until since"
    ).split()
)
_SAME = 0.30
"""Share of content words that two sentences must have in common, besides an actor and the unit, to tell one
count. Set by hand on 2026-11-21 on the demo pages."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted thing in its sentence, with the words and actors around it."""

    article: ArticleId
    quantity: Quantity
    words: frozenset[str]
    actors: frozenset[ActorId]
    told: str
    evidence: Evidence


def counted_facts(
    articles: Sequence[Article], parses: Sequence[Parse], links: Sequence[Link]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield counts that at least two articles tell of one matter."""
    named: dict[ArticleId, list[Link]] = {}
    for link in links:
        named.setdefault(link.basis.article, []).append(link)
    groups: list[list[_Count]] = []
    for article, parse in zip(articles, parses, strict=True):
        for count in _counts(article, parse, named.get(article.id, [])):
            home = next((g for g in groups if all(_same_matter(count, other) for other in g)), None)
            if home is None:
                groups.append([count])
            elif all(other.article != count.article for other in home):
                home.append(count)
    for group in groups:
        if len(group) > 1:
            yield _fact(group), _judge(group)


def _counts(article: Article, parse: Parse, links: Sequence[Link]) -> Iterator[_Count]:
    before: frozenset[ActorId] = frozenset()
    for sentence in parse.sentences:
        own = frozenset(link.actor.id for link in links if sentence.span.covers(link.mention))
        leans = _LEANS.match(sentence.span.cut(article.text)) is not None
        actors = own | before if leans else own
        before = actors
        found = list(quantities(article.text, sentence.span))
        if not found:
            continue
        words = frozenset(
            singular(word)
            for word in _WORD.findall(sentence.span.cut(article.text).lower())
            if word not in _EMPTY
        )
        for quantity in found:
            told = quantity.span.cut(article.text)
            around = article.evidence(Span(sentence.span.start, sentence.span.end))
            yield _Count(article.id, quantity, words, actors, told, around)


def _same_matter(one: _Count, other: _Count) -> bool:
    """Tell whether two counts are of one matter: one unit, a shared actor, and sentences on the same."""
    if one.quantity.unit != other.quantity.unit or not one.actors & other.actors:
        return False
    ours, theirs = one.words - {one.quantity.unit}, other.words - {one.quantity.unit}
    return bool(ours & theirs) and len(ours & theirs) >= _SAME * min(len(ours), len(theirs))


def _fact(group: Sequence[_Count]) -> Fact:
    shared = frozenset.intersection(*(count.words for count in group))
    unit = group[0].quantity.unit
    about = ", ".join(sorted(shared - {unit})[:4])
    tellings = tuple(
        Telling(c.article, c.told, (told_number(c.quantity.value), c.quantity.loose), (c.evidence,))
        for c in group
    )
    return Fact(
        f"number of {unit}s",
        "count",
        f"said with: {about}" if about else "in sentences on the same",
        tellings,
    )


def _judge(group: Sequence[_Count]) -> Judge:
    """Judge counts: "about 40" and 43 differ in precision; two bare numbers that differ conflict."""
    firm = {count.quantity.value for count in group if not count.quantity.loose}
    return lambda _: Agreement.CONFLICT if len(firm) > 1 else Agreement.PRECISION
