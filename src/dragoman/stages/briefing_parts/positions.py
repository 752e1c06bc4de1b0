"""Positions as lines: who stands for or against whom or what, where the words are the holder's own."""

from collections.abc import Iterator

from dragoman.stages.briefing_parts.material import Material, by_weight, kept
from dragoman.stages.briefing_parts.matters import listed, topics_in
from dragoman.stages.briefing_parts.wording import names_words, quoted
from dragoman.types import Domain, Manner, Position, QuoteKind, Sign, Statement, VoiceKind

_SIGN = {Sign.FOR: "for", Sign.AGAINST: "against", Sign.NEUTRAL: "neutral towards"}
_MANNER = {
    Manner.DECLARED: "by its own words",
    Manner.DONE: "by what it does",
    Manner.ATTRIBUTED: "as others tell it",
}
_PERSONS = {Manner.DECLARED: "by their own words", Manner.DONE: "by what they do"}
_QUOTES = "“”‘’\"' ,."
_CLAIM = "claim"


def position_lines(material: Material) -> Iterator[Statement]:
    """Yield the lines of positions, domain by domain, the best attested of each first."""
    held = [one for one in material.records.positions if _is_own(material, one) and _is_told(material, one)]
    for domain in Domain:
        groups: dict[tuple[str, str, str], list[Position]] = {}
        for one in held:
            if one.domain is domain:
                groups.setdefault(_key(material, one), []).append(one)
        yield from by_weight(kept(_line(material, group) for group in groups.values()))


def _key(material: Material, one: Position) -> tuple[str, str, str]:
    """Return what positions that say the same have in common."""
    claimed = claimed_place(material, one)
    if claimed:
        return (str(one.source), claimed, _CLAIM)
    target = str(one.target or one.target_name or "")
    matter = "" if one.sign is Sign.NEUTRAL else (one.matter or "").lower()
    return (str(one.source), target or f"matter {matter}", one.sign.value)


def _is_own(material: Material, one: Position) -> bool:
    """Tell whether a declared position is in the words of its holder, or of somebody who stands for it."""
    voice = one.voice
    if one.manner is not Manner.DECLARED or voice.kind is VoiceKind.OUTLET:
        return not _is_of_another(material, one)
    if voice.actor is not None:
        of = material.sides.of_actor
        same = voice.actor == one.source or of.get(voice.actor) == str(one.source)
        return (same or of.get(one.source) == str(voice.actor)) and not _is_of_another(material, one)
    words = voice.told.cut(material.articles[one.basis.article].text) if voice.told else ""
    named = any(word[:1].isupper() for word in words.split()[1:]) or words[:1].isupper()
    return not named or any(word in words for word in one.source_name.split() if word[:1].isupper())


def _is_of_another(material: Material, one: Position) -> bool:
    """Tell whether the holder speaks of somebody else: "She wants the fee back", says her counsel."""
    for quote in material.records.quotes:
        if quote.kind is not QuoteKind.DIRECT or quote.actor != one.source or quote.actor is None:
            continue
        if quote.basis.article != one.basis.article or not _covers(
            one, quote.content.start, quote.content.end
        ):
            continue
        words = quote.content.cut(material.articles[quote.basis.article].text)
        return bool(listed("stances.third").search(words)) and not listed("stances.first").search(words)
    return False


def _covers(one: Position, start: int, end: int) -> bool:
    return any(piece.span.start < end and start < piece.span.end for piece in one.basis.evidence)


def _is_told(material: Material, one: Position) -> bool:
    """Tell whether a position has a target, or a matter that names something."""
    if one.target or one.target_name or claimed_place(material, one):
        return True
    if one.sign is Sign.NEUTRAL:
        return True
    words = (one.matter or "").strip(_QUOTES)
    named = any(word.strip(_QUOTES)[:1].isupper() for word in words.split())
    return bool(words) and (named or bool(topics_in(words)) or bool(listed("stances.told").search(words)))


def claimed_place(material: Material, one: Position) -> str:
    """Return the place that the holder claims as its territory, else nothing."""
    if one.domain is not Domain.SOVEREIGNTY or one.sign is not Sign.AGAINST:
        return ""
    told = material.at(one.basis.evidence[0])
    if told is None:
        return ""
    claim = listed("stances.claim").search(told.words)
    if claim is None or not listed("stances.territory").search(told.words, claim.end()):
        return ""
    if one.target_name:
        return one.target_name
    name = []
    for word in (one.matter or "").split():
        if not word[:1].isupper():
            break
        name.append(word)
    return " ".join(name)


def _line(material: Material, group: list[Position]) -> Statement | None:
    """Return the line of positions that say the same."""
    first = group[0]
    words = _MANNER | _PERSONS if str(first.source).startswith("person:") else _MANNER
    manners = [words[manner] for manner in Manner if any(one.manner is manner for one in group)]
    unnamed = all(one.voice.kind in (VoiceKind.UNNAMED, VoiceKind.AGENTLESS) for one in group)
    voice = "; only unnamed voices say so" if unnamed else ""
    text = f"{first.source_name}: {_stand(material, group)} ({', '.join(manners)}{voice})."
    evidence = [piece for one in group for piece in one.basis.evidence]
    return material.statement(text, evidence, (), first.domain.value)


def _stand(material: Material, group: list[Position]) -> str:
    """Return for or against what a position is."""
    first = group[0]
    claimed = claimed_place(material, first)
    if claimed:
        return f"claims sovereignty over {claimed}"
    target = first.target_name or (str(first.target) if first.target else "")
    phrases = (one.matter.strip(_QUOTES) for one in group if one.matter and one.matter != target)
    matters = tuple(dict.fromkeys(quoted(words, 90) for words in phrases))
    if first.sign is Sign.NEUTRAL and not target:
        return "neutral"
    if not target:
        return f"{_SIGN[first.sign]} {matters[0]}"
    on = f", on {names_words(matters[:3])}" if matters and first.sign is not Sign.NEUTRAL else ""
    return f"{_SIGN[first.sign]} {target}{on}"
