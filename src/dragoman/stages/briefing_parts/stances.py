"""Who stands where: positions by domain, and how relations between states are told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from dragoman.stages.briefing_parts.material import Material, Told, by_weight, kept
from dragoman.stages.briefing_parts.matters import listed
from dragoman.stages.briefing_parts.positions import position_lines
from dragoman.stages.briefing_parts.wording import folded_words
from dragoman.types import (
    ActorKind,
    ArticleId,
    Evidence,
    Link,
    Section,
    Statement,
)

_NEAR = 40
"""So far behind "relations with" the other side stands at most, in characters."""


def stances(material: Material) -> Section:
    """Return the section of positions and relations."""
    relations = by_weight(kept(_relations(material)))
    return Section(
        "Who stands where",
        (*position_lines(material), *relations),
        "No side's position towards another side or a matter was found in the texts.",
    )


@dataclass
class _Pair:
    """What the texts say of the relations of two states."""

    names: tuple[str, str]
    evidence: list[Evidence] = field(default_factory=list)
    strained: dict[str, None] = field(default_factory=dict)
    warm: dict[str, None] = field(default_factory=dict)


def _relations(material: Material) -> Iterator[Statement | None]:
    """Yield one line per pair of states whose relations the texts describe."""
    pairs: dict[tuple[str, str], _Pair] = {}
    states = _states(material)
    for told in material.body():
        if not listed("relations.noun").search(told.words):
            continue
        here = [link for link in states.get(told.article.id, ()) if told.sentence.span.covers(link.mention)]
        found = _pair(told, here)
        if found is None:
            continue
        clause = _clause(told, found)
        one, other = sorted((link.actor for link in found), key=lambda actor: actor.name)
        pair = pairs.setdefault((one.id, other.id), _Pair((one.name, other.name)))
        strained = _words(clause, "relations.strained")
        warm = _words(clause, "relations.warm")
        if strained or warm:
            pair.evidence.append(told.evidence)
            pair.strained.update(strained)
            pair.warm.update(warm)
    for pair in pairs.values():
        if pair.evidence:
            yield material.statement(
                f"{' and '.join(pair.names)}: {_course(pair)}.", pair.evidence, (), "relations"
            )


def _course(pair: _Pair) -> str:
    """Return how relations are told, with the words used."""
    strained, warm = (_shown(words) for words in (pair.strained, pair.warm))
    if strained and warm:
        return f"told both as strained ({strained}) and as warm or steady ({warm})"
    return f"told as strained ({strained})" if strained else f"told as warm or steady ({warm})"


def _shown(words: dict[str, None]) -> str:
    """Return the first four words that are not forms of one another."""
    once = {folded_words(word): word for word in reversed(words)}
    return ", ".join(f"“{word}”" for word in list(reversed(once.values()))[:4])


def _states(material: Material) -> dict[ArticleId, list[Link]]:
    """Return the links to states by article."""
    found: dict[ArticleId, list[Link]] = {}
    for link in material.records.links:
        if link.actor.kind is ActorKind.STATE:
            found.setdefault(link.basis.article, []).append(link)
    return found


def _pair(told: Told, states: list[Link]) -> tuple[Link, Link] | None:
    """Return the two states whose relations a sentence speaks of: side by side, or one "with" the other."""
    text = told.article.text
    for one, other in pairwise(states):
        if one.actor.id == other.actor.id or one.mention.end >= other.mention.start:
            continue
        gap = text[one.mention.end : other.mention.start].strip(" ")
        before = text[max(0, one.mention.start - 16) : one.mention.start]
        if gap in ("-", "–", "—", "and", "/") and not _third().search(before):
            return one, other
    noun = listed("relations.noun").search(told.words)
    if noun is None:
        return None
    place = told.sentence.span.start + noun.end()
    after = [one for one in states if place < one.mention.start <= place + _NEAR]
    first = [one for one in states if one.mention.end <= place]
    if (
        after
        and first
        and text[place : after[0].mention.start].split()[:1] in (["with"], ["to"], ["towards"])
    ):
        return (first[0], after[0]) if first[0].actor.id != after[0].actor.id else None
    return None


@cache
def _third() -> re.Pattern[str]:
    """Match what makes two states the other side of a third: "ties with both", "closer to the"."""
    return re.compile(r"\b(?:with|to|towards?)\s+(?:both\s+)?(?:the\s+)?$", re.IGNORECASE)


def _clause(told: Told, pair: tuple[Link, Link]) -> str:
    """Return the part of the sentence, from comma to comma, that names the pair and its relations."""
    start = pair[0].mention.start - told.sentence.span.start
    end = pair[1].mention.end - told.sentence.span.start
    left = max(told.words.rfind(mark, 0, start) for mark in ",;—")
    right = min(
        (found for mark in ",;—" if (found := told.words.find(mark, end)) >= 0), default=len(told.words)
    )
    return told.words[left + 1 : right]


def _words(clause: str, name: str) -> dict[str, None]:
    """Return the words of a list that stand in a clause, in small letters, each once."""
    found = {folded_words(match[0]): match[0].lower() for match in listed(name).finditer(clause)}
    return dict.fromkeys(found.values())
