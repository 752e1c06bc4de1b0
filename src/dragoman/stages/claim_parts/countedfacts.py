"""Counted things that several reports tell of one matter: hours of talks, documents signed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.stages.claim_parts.telling import Fact, Judge, Telling
from dragoman.text.quantities import Quantity, plural, quantities, singular, told_number
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
_NEAR = 6
"""How many words on either side of a count tell what is counted."""
_NEAR_SAME = 2
"""Content words near two counts that must be the same, besides the unit (set on the corpus, 2026-11-21)."""
_FARTHEST = 3.0
"""Numbers further apart than by this factor count different things (set on the corpus, 2026-11-21)."""
_LASTING = frozenset(("second", "minute", "hour", "mile", "kilometer", "kilometre", "meter", "metre"))
"""Measures of what is over or fixed. Counts of people and things grow from day to day, so that reports of two
days may both be right."""
_SAME = 0.30
"""Share of content words that two sentences must have in common, besides an actor and the unit, to tell one
count. Set by hand on 2026-11-21 on the demo pages."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted thing in its sentence, with the words and actors around it."""

    article: ArticleId
    quantity: Quantity
    words: frozenset[str]
    near: frozenset[str]
    lead: str | None
    actors: frozenset[ActorId]
    told: str
    evidence: Evidence


def counted_facts(
    articles: Sequence[Article], parses: Sequence[Parse], links: Sequence[Link]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield counts that at least two articles tell of one matter.

    Where one article tells two numbers, they count two things, and nothing is compared.
    """
    named: dict[ArticleId, list[Link]] = {}
    for link in links:
        named.setdefault(link.basis.article, []).append(link)
    groups: list[list[_Count]] = []
    for article, parse in zip(articles, parses, strict=True):
        for count in _counts(article, parse, named.get(article.id, [])):
            home = next((g for g in groups if all(_same_matter(count, other) for other in g)), None)
            if home is None:
                groups.append([count])
            else:
                home.append(count)
    published = {article.id: article.published.day if article.published else None for article in articles}
    for group in groups:
        tellers = {count.article for count in group}
        if len(tellers) > 1 and len(tellers) == len({(c.article, c.quantity.value) for c in group}):
            yield _fact(group), _judge(group, published)


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
            near = _near(article.text, quantity.span, sentence.span) & words
            lead = _lead(article.text[sentence.span.start : quantity.span.start])
            yield _Count(article.id, quantity, words, near, lead, actors, told, around)


def _lead(before: str) -> str | None:
    """Return the word right before a count, such as "lasted": it tells what the count is of."""
    words = _WORD.findall(before.lower().rsplit(" ", 2)[-2]) if " " in before else []
    return words[-1] if words and words[-1] not in _EMPTY else None


def _near(text: str, span: Span, within: Span) -> frozenset[str]:
    before = text[within.start : span.start].lower().split()[-_NEAR:]
    after = text[span.end : within.end].lower().split()[:_NEAR]
    return frozenset(singular(word) for word in _WORD.findall(" ".join((*before, *after))))


def _same_matter(one: _Count, other: _Count) -> bool:
    """Tell whether two counts are of one matter: one unit, a shared actor, and sentences on the same."""
    if one.quantity.unit != other.quantity.unit or not one.actors & other.actors:
        return False
    led = one.lead is not None and one.lead == other.lead
    if not led and len((one.near & other.near) - {one.quantity.unit}) < _NEAR_SAME:
        return False
    low, high = sorted((one.quantity.value, other.quantity.value))
    if high > _FARTHEST * low:
        return False
    ours, theirs = one.words - {one.quantity.unit}, other.words - {one.quantity.unit}
    return bool(ours & theirs) and len(ours & theirs) >= _SAME * min(len(ours), len(theirs))


def _fact(group: Sequence[_Count]) -> Fact:
    shared = frozenset.intersection(*(count.words for count in group))
    unit = group[0].quantity.unit
    about = ", ".join(sorted(shared - {unit})[:4])
    tellings = tuple(Telling(c.article, c.told, told_number(c.quantity.value), (c.evidence,)) for c in group)
    scope = f"told with the words {about}" if about else "told in sentences on the same matter"
    return Fact(f"number of {plural(unit)}", "count", scope, tellings)


def _judge(group: Sequence[_Count], published: Mapping[ArticleId, date | None]) -> Judge:
    """Judge counts: "about 40" and 43 differ in precision; two bare numbers that differ conflict.

    A number of people or things may have grown between two days of writing.
    """
    firm = [count for count in group if not count.quantity.loose]
    days = {published[count.article] for count in firm}

    def judge(_: Sequence[Telling]) -> Agreement:
        if len({count.quantity.value for count in firm}) < 2:  # noqa: PLR2004 - two that differ
            return Agreement.PRECISION
        fixed = group[0].quantity.unit in _LASTING
        return Agreement.CONFLICT if fixed or len(days) == 1 else Agreement.TIME_OF_WRITING

    return judge
