"""Who stands where: positions by domain, and how relations between states are told."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.stages.briefingparts.material import Material, Told, by_weight, kept
from dragoman.stages.briefingparts.matters import listed
from dragoman.stages.briefingparts.wording import names_words
from dragoman.types import (
    Actor,
    ActorKind,
    ArticleId,
    Domain,
    Evidence,
    Link,
    Manner,
    Position,
    Section,
    Sign,
    Span,
    Statement,
    VoiceKind,
)

_SIGN = {Sign.FOR: "for", Sign.AGAINST: "against", Sign.NEUTRAL: "neutral towards"}
_MANNER = {
    Manner.DECLARED: "by its own words",
    Manner.DONE: "by what it does",
    Manner.ATTRIBUTED: "as others tell it",
}
_NEAR = 40
"""So far behind "relations with" the other side stands at most, in characters."""


def stances(material: Material) -> Section:
    """Return the section of positions and relations."""
    lines: list[Statement] = []
    for domain in Domain:
        groups: dict[tuple[str, str, Sign], list[Position]] = {}
        for one in material.records.positions:
            target = str(one.target or one.target_name or "")
            if one.domain is domain and (target or one.matter):
                key = (str(one.source), target or f"matter {(one.matter or '').lower()}", one.sign)
                groups.setdefault(key, []).append(one)
        lines.extend(by_weight(kept(_position(material, group) for group in groups.values())))
    relations = by_weight(kept(_relations(material)))
    return Section(
        "Who stands where",
        (*lines, *relations),
        "No side's position towards another side or a matter was found in the texts.",
    )


def _position(material: Material, group: list[Position]) -> Statement | None:
    """Return the line of positions that say the same."""
    first = group[0]
    towards = first.target_name or (str(first.target) if first.target else None) or first.matter or ""
    matters = tuple(dict.fromkeys(one.matter for one in group if one.matter and one.matter != towards))
    on = f", on {names_words(matters[:3])}" if matters else ""
    manners = [_MANNER[manner] for manner in Manner if any(one.manner is manner for one in group)]
    unnamed = all(one.voice.kind in (VoiceKind.UNNAMED, VoiceKind.AGENTLESS) for one in group)
    voice = "; only unnamed voices say so" if unnamed else ""
    text = f"{first.source_name}: {_SIGN[first.sign]} {towards}{on} ({', '.join(manners)}{voice})."
    evidence = [piece for one in group for piece in one.basis.evidence]
    return material.statement(text, evidence, (), first.domain.value)


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
        one, other = sorted(found, key=lambda actor: actor.name)
        pair = pairs.setdefault((one.id, other.id), _Pair((one.name, other.name)))
        strained = _words(told, "relations.strained")
        warm = _words(told, "relations.warm")
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
    strained, warm = (
        ", ".join(f"“{word}”" for word in list(words)[:4]) for words in (pair.strained, pair.warm)
    )
    if strained and warm:
        return f"told both as strained ({strained}) and as warm or steady ({warm})"
    return f"told as strained ({strained})" if strained else f"told as warm or steady ({warm})"


def _states(material: Material) -> dict[ArticleId, list[Link]]:
    """Return the links to states by article."""
    found: dict[ArticleId, list[Link]] = {}
    for link in material.records.links:
        if link.actor.kind is ActorKind.STATE:
            found.setdefault(link.basis.article, []).append(link)
    return found


def _pair(told: Told, states: list[Link]) -> tuple[Actor, Actor] | None:
    """Return the two states whose relations a sentence speaks of: named side by side, or one "with" the other."""
    text = told.article.text
    for one, other in zip(states, states[1:], strict=False):
        if one.actor.id == other.actor.id or one.mention.end >= other.mention.start:
            continue
        gap = text[one.mention.end : other.mention.start]
        if gap.strip(" ") in ("-", "–", "and", "/", "-South", "—"):
            return one.actor, other.actor
    noun = listed("relations.noun").search(told.words)
    if noun is None:
        return None
    place = told.sentence.span.start + noun.end()
    after = [one for one in states if place <= one.mention.start <= place + _NEAR]
    before = [one for one in states if one.mention.end <= place]
    joined = after and Span(place, after[0].mention.start + 1).cut(text)[:-1].split()[:1] in (
        ["with"],
        ["to"],
        ["towards"],
    )
    if joined and before and before[0].actor.id != after[0].actor.id:
        return before[0].actor, after[0].actor
    return None


def _words(told: Told, name: str) -> dict[str, None]:
    """Return the words of a list that stand in the sentence, in small letters, each once."""
    return dict.fromkeys(match[0].lower() for match in listed(name).finditer(told.words))
