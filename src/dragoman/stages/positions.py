"""Article and what was read in it -> Position: who stands where towards whom or what, and who says so."""

from collections import Counter
from collections.abc import Iterator

from dragoman.ontology.domains import stance_words, topic_words
from dragoman.ontology.events import Kind, event_kinds
from dragoman.stages.event_parts.parties import Cast, Party, Scene
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.modality import Reading
from dragoman.text.nominal import Reader
from dragoman.types import (
    ActorId,
    ActorKind,
    Article,
    Assertion,
    Basis,
    Domain,
    Event,
    Link,
    Maker,
    Manner,
    Mention,
    MentionKind,
    Parse,
    Position,
    RoleName,
    SentenceRole,
    Sign,
    Span,
    Status,
    Voice,
    VoiceKind,
)

READS = (Article, Parse, Link, Assertion, Event)
WRITES = Position
VERSION = 1

_MAKER = Maker("positions", VERSION)
_KINDS = {
    ActorKind.PERSON: MentionKind.PERSON,
    ActorKind.STATE: MentionKind.STATE,
    ActorKind.ORGANISATION: MentionKind.ORGANISATION,
    ActorKind.ARMED_GROUP: MentionKind.ORGANISATION,
}
_FOR = ("AID", "SUPPORT", "COOPERATE", "RETREAT")
_AGAINST = ("ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE")
_VERBAL = ("ACCUSE", "REJECT", "THREATEN", "SUPPORT")
_STANDS = (Status.HAPPENED, Status.ONGOING)
_UNREAL = (Status.HYPOTHETICAL, Status.NONE)
_TOWARDS = frozenset(("to", "against", "for", "with", "on", "towards", "toward", "over", "of"))
_SHORTEST = 4
_LONGEST = 12
"""A matter is told in at most so many words."""
_CONTEXTS = {"economic": Domain.ECONOMY, "military": Domain.SECURITY, "intelligence": Domain.SECURITY}


def positions(
    article: Article,
    parse: Parse,
    links: tuple[Link, ...],
    assertions: tuple[Assertion, ...],
    events: tuple[Event, ...],
) -> Iterator[Position]:
    """Yield the positions in reading order: what verbs of stance declare, then what was done."""
    mentions = tuple(
        Mention(link.mention, _KINDS[link.actor.kind], link.mention.cut(article.text), None, link.basis)
        for link in links
    )
    cast = Cast(article.text, mentions, links)
    voices = {assertion.sentence: assertion for assertion in assertions}
    seen: set[tuple[ActorId, ActorId | None, str | None, Sign, Span]] = set()
    for sentence in parse.sentences:
        scene = cast.scene(sentence)
        assertion = voices.get(sentence.span)
        if sentence.role in (SentenceRole.TITLE, SentenceRole.HEADING) or assertion is None:
            continue
        if assertion.status in _UNREAL:
            continue
        here = [event for event in events if sentence.span.covers(event.trigger)]
        for position in (*_declared(article, scene, assertion), *_done(article, scene, assertion, here)):
            key = (position.source, position.target, position.matter, position.sign, sentence.span)
            plain = (position.source, position.target, None, position.sign, sentence.span)
            if key in seen or (position.target is not None and plain in seen):
                continue
            seen |= {key, plain}
            yield position


# --- declared: verbs of stance ---


def _declared(article: Article, scene: Scene, assertion: Assertion) -> Iterator[Position]:
    reader = Reader(scene.parsed, lexicon())
    for number, group in enumerate(scene.parsed.groups):
        sign = None if group.passive or group.form in "GN" else _sign(scene, number)
        if sign is None:
            continue
        sources = [party for party in scene.of(scene.arguments.subject(number)) if party.actor is not None]
        if not sources:
            continue
        reading = reader.group(number)
        if reading.status in _UNREAL:
            continue
        target, matter = _object(scene, group.head, sign)
        if target is None and matter is None:
            continue
        for source in sources:
            if target is None or target.key != source.key:
                yield _position(
                    article, scene, assertion, source, (target, matter, sign, _manner(assertion, reading))
                )


def _sign(scene: Scene, number: int) -> Sign | None:
    words = stance_words()
    group = scene.parsed.groups[number]
    lemma = scene.parsed.words[group.head].lemma
    sign = None
    if lemma in words["for"] or lemma in words["wants"]:
        sign = Sign.FOR
    elif lemma in words["against"]:
        sign = Sign.AGAINST
    rest = scene.parsed.words[group.head + 1 : group.head + _LONGEST]
    if lemma in words["claims"]:
        return Sign.AGAINST if any(word.low in words["territory"] for word in rest) else None
    if any(word.low in words["neutral"] for word in rest[:6]) or _takes_sides(scene, number):
        return Sign.NEUTRAL
    if sign is Sign.FOR and lemma in words["wants"]:
        return None if group.negated else Sign.FOR
    if group.negated and sign is not None:
        return Sign.AGAINST if sign is Sign.FOR else None
    return sign


def _takes_sides(scene: Scene, number: int) -> bool:
    """Tell whether the verb keeps out of a quarrel: "avoid taking sides", "does not take sides"."""
    group = scene.parsed.groups[number]
    words = scene.parsed.words
    rest = [word.low for word in words[group.head : group.head + 5]]
    sides = "sides" in rest and any(word in rest for word in ("take", "taking", "choosing", "choose"))
    return sides and (group.negated or words[group.head].lemma in ("avoid", "refuse", "decline"))


def _object(scene: Scene, head: int, sign: Sign) -> tuple[Party | None, str | None]:
    """Return towards whom, or else towards what, the verb at ``head`` takes a stand."""
    if sign is Sign.NEUTRAL:
        return None, "neutrality"
    arguments = scene.arguments
    names = arguments.direct(head) or arguments.after(head, _TOWARDS, head + 4)
    parties = [party for party in scene.of(names) if party.actor is not None]
    return (parties[0], None) if parties else (None, _matter(scene, head))


def _matter(scene: Scene, head: int) -> str | None:
    """Return the words behind the verb up to the end of its phrase."""
    parsed = scene.parsed
    segment = parsed.segments[parsed.segment_of[head]]
    last = head
    for index in range(head + 1, min(segment.last, head + _LONGEST) + 1):
        word = parsed.words[index]
        number = parsed.group_of[index]
        ends = word.tag in "YQRK" or (number is not None and parsed.groups[number].finite)
        if ends and (last > head or word.tag != "Q"):
            break
        last = index
    if last == head or parsed.words[head + 1].tag in "PTKURI":
        return None
    if not any(word.tag == "N" for word in parsed.words[head + 1 : last + 1]):
        return None
    sentence = scene.sentence.span
    found = scene.span(head + 1, last)
    if found.end - found.start < _SHORTEST:
        return None
    return scene.text[found.start - sentence.start : found.end - sentence.start]


def _manner(assertion: Assertion, reading: Reading) -> Manner:
    others = assertion.voice.kind in (VoiceKind.UNNAMED, VoiceKind.AGENTLESS)
    return (
        Manner.ATTRIBUTED
        if others or reading.status not in (*_STANDS, Status.AIM, Status.NEGATED)
        else Manner.DECLARED
    )


# --- done: what parties did to each other ---


def _done(article: Article, scene: Scene, assertion: Assertion, events: list[Event]) -> Iterator[Position]:
    for event in events:
        kind = event_kinds().get(event.kind)
        sign = _sign_of(kind)
        if kind is None or sign is None or event.status not in _STANDS:
            continue
        actors = [role for role in event.roles if role.role is RoleName.ACTOR and role.actor is not None]
        targets = [role for role in event.roles if role.role is RoleName.RECIPIENT and role.actor is not None]
        manner = Manner.DECLARED if kind.root in _VERBAL else Manner.DONE
        for actor in actors:
            for target in targets:
                source = Party(actor.told, actor.name, actor.actor, person=False)
                other = Party(target.told, target.name, target.actor, person=False)
                domain = _CONTEXTS.get(kind.context or "")
                yield _position(article, scene, assertion, source, (other, None, sign, manner), domain)


def _sign_of(kind: Kind | None) -> Sign | None:
    if kind is None or kind.root is None:
        return None
    return Sign.FOR if kind.root in _FOR else Sign.AGAINST if kind.root in _AGAINST else None


def _position(
    article: Article,
    scene: Scene,
    assertion: Assertion,
    source: Party,
    stand: tuple[Party | None, str | None, Sign, Manner],
    domain: Domain | None = None,
) -> Position:
    target, matter, sign, manner = stand
    if source.actor is None:
        raise ValueError(f"{source.name} is no known actor")
    return Position(
        source=source.actor,
        source_name=source.name,
        target=target.actor if target is not None else None,
        target_name=target.name if target is not None else None,
        matter=matter,
        domain=domain or _domain(scene),
        sign=sign,
        manner=manner,
        voice=_voice_of(assertion, source),
        basis=Basis((article.evidence(scene.sentence.span),), _MAKER),
    )


def _voice_of(assertion: Assertion, source: Party) -> Voice:
    if assertion.voice.actor == source.actor and source.actor is not None:
        return Voice(VoiceKind.NAMED, source.told, source.actor)
    return assertion.voice


def _domain(scene: Scene) -> Domain:
    """Return the domain most of the sentence's topic words speak for; diplomacy when none or in doubt."""
    known = topic_words()
    counts: Counter[Domain] = Counter()
    for word in scene.parsed.words:
        for domain in known.get(word.lemma, known.get(word.low, frozenset())):
            counts[domain] += 1
    special = [(count, domain.value) for domain, count in counts.items() if domain is not Domain.DIPLOMACY]
    if not special:
        return Domain.DIPLOMACY
    best = max(count for count, _ in special)
    first = [domain for domain in Domain if counts[domain] == best and domain is not Domain.DIPLOMACY]
    return first[0] if best >= counts[Domain.DIPLOMACY] / 2 else Domain.DIPLOMACY
