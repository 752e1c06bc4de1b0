"""Called off or only put off: what reports say became of one planned thing, such as a news conference."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.stages.claim_parts.telling import Fact, Judge, Telling
from dragoman.types import ActorId, Agreement, Article, ArticleId, Evidence, Link, Parse

_AT_ONCE = timedelta(days=1)
"""Of reports further apart the later may tell of a later decision."""
_THINGS = (
    *("conference", "briefing", "ceremony", "reception", "dinner", "speech", "address"),
    *("session", "vote", "signing", "parade", "exercise"),
)
"""Planned things that are no meetings of parties; those are compared with their lives."""
_MOST_WORDS = 4
"""Longest run of words between the verb and the thing it changes."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One report's word on a planned thing."""

    article: ArticleId
    thing: str
    name: str
    off: bool
    told: str
    actors: frozenset[ActorId]
    evidence: Evidence


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a verb of calling off or putting off with its object."""
    words = rf"(?P<words>(?:[\w-]+\s+){{0,{_MOST_WORDS}}}?)"
    return re.compile(
        r"\b(?:(?P<off>cancell?ed|called\s+off|scrapped)|(?P<later>postponed|put\s+off|delayed))\s+"
        rf"(?:(?:a|an|the|his|her|its|their)\s+)?{words}(?P<thing>{'|'.join(_THINGS)})s?\b",
        re.IGNORECASE,
    )


def change_facts(
    articles: Sequence[Article], parses: Sequence[Parse], links: Sequence[Link]
) -> Iterator[tuple[Fact, Judge]]:
    """Yield planned things that at least two reports say were called off or put off.

    It is one thing where the noun is the same and the sentences name a common actor.
    """
    named: dict[ArticleId, list[Link]] = {}
    for link in links:
        named.setdefault(link.basis.article, []).append(link)
    published = {a.id: a.published.day if a.published else None for a in articles}
    groups: list[list[_Change]] = []
    for article, parse in zip(articles, parses, strict=True):
        for change in _changes(article, parse, named.get(article.id, [])):
            home = next(
                (g for g in groups if g[0].thing == change.thing and g[0].actors & change.actors), None
            )
            if home is None:
                groups.append([change])
            else:
                home.append(change)
    for group in groups:
        if len({change.article for change in group}) > 1:
            yield _fact(group), _judge(group, published)


def _changes(article: Article, parse: Parse, links: Sequence[Link]) -> Iterator[_Change]:
    for sentence in parse.sentences:
        found = list(_pattern().finditer(article.text, sentence.span.start, sentence.span.end))
        if not found:
            continue
        actors = frozenset(link.actor.id for link in links if sentence.span.covers(link.mention))
        for match in found:
            yield _Change(
                article.id,
                match["thing"].lower(),
                " ".join((*match["words"].split()[-1:], match["thing"])),
                match["off"] is not None,
                match[0],
                actors,
                article.evidence(sentence.span),
            )


def _fact(group: Sequence[_Change]) -> Fact:
    tellings = tuple(Telling(c.article, c.told, c.off, (c.evidence,)) for c in group)
    return Fact(group[0].name, "status", "called off or put off", tellings)


def _judge(group: Sequence[_Change], published: Mapping[ArticleId, date | None]) -> Judge:
    """Judge changes: reports of one time that say both contradict each other."""

    def judge(_: Sequence[Telling]) -> Agreement:
        off = [day for c in group if c.off and (day := published[c.article])]
        later = [day for c in group if not c.off and (day := published[c.article])]
        at_once = any(abs(a - b) <= _AT_ONCE for a in off for b in later)
        return Agreement.CONFLICT if at_once else Agreement.TIME_OF_WRITING

    return judge
