"""One utterance in several wordings: what rewriting does to a quote."""

import re
from collections.abc import Iterator, Sequence

from dragoman.stages.claim_parts.telling import Fact, Judge, Telling
from dragoman.types import Agreement, Article, ArticleId, Quote, QuoteKind

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MIN_WORDS = 4
"""Shorter stretches in quotation marks are terms that many speakers share."""
_SAME = 0.6
"""Share of the shorter wording's words that two wordings of one utterance share (by hand, 2026-11-21)."""


def wording_facts(articles: Sequence[Article], quotes: Sequence[Quote]) -> Iterator[tuple[Fact, Judge]]:
    """Yield utterances that at least two articles quote, with the most complete wording first."""
    texts = {article.id: article.text for article in articles}
    groups: list[list[Quote]] = []
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT or quote.name is None:
            continue
        if len(_words(quote, texts[quote.basis.article])) < _MIN_WORDS:
            continue
        home = next((g for g in groups if _one_utterance(g[0], quote, texts)), None)
        if home is None:
            groups.append([quote])
        else:
            home.append(quote)
    for group in groups:
        if len({quote.basis.article for quote in group}) > 1:
            yield _fact(group, texts), lambda _: Agreement.PRECISION


def _words(quote: Quote, text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(quote.content.cut(text))]


def _one_utterance(one: Quote, other: Quote, texts: dict[ArticleId, str]) -> bool:
    if one.actor != other.actor or (one.actor is None and one.name != other.name):
        return False
    a, b = set(_words(one, texts[one.basis.article])), set(_words(other, texts[other.basis.article]))
    return len(a & b) >= _SAME * min(len(a), len(b))


def _fact(group: Sequence[Quote], texts: dict[ArticleId, str]) -> Fact:
    """Return the fact: what one report quotes in several pieces is one wording, with a mark between them."""
    pieces: dict[ArticleId, list[Quote]] = {}
    for quote in sorted(group, key=lambda quote: quote.content):
        pieces.setdefault(quote.basis.article, []).append(quote)
    tellings = [
        Telling(
            article,
            " [...] ".join(dict.fromkeys(quote.content.cut(texts[article]) for quote in own)),
            tuple(dict.fromkeys(word for quote in own for word in _words(quote, texts[article]))),
            tuple(piece for quote in own for piece in quote.basis.evidence),
        )
        for article, own in pieces.items()
    ]
    tellings.sort(key=lambda telling: (-len(telling.value), telling.article))
    return Fact(f"words of {group[0].name}", "wording", "one utterance", tuple(tellings))
