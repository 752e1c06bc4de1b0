"""Who has which part in an event: from the verb's or noun's place among the names of its sentence."""

from dragoman.ontology.events import Shape
from dragoman.stages.eventfinding.gatherings import gatherings
from dragoman.stages.eventfinding.parties import Party, Scene
from dragoman.stages.eventfinding.triggers import Found
from dragoman.stages.eventfinding.wordlists import lexicon
from dragoman.text.arguments import Name
from dragoman.types import Role, RoleName

_BOTH = 2
_ASIDE = frozenset(("after", "before", "since", "over", "amid", "following", "despite", "during"))
_WITH = frozenset(("with",))
_BETWEEN = frozenset(("between", "among"))
_BY = frozenset(("by",))
_OF = frozenset(("of",))
_TOWARDS = frozenset(
    ("against", "on", "upon", "to", "towards", "toward", "with", "from", "at", "for", "over", "of")
)
_PLACE = frozenset(("to", "in"))


def roles(scene: Scene, found: Found) -> tuple[Role, ...]:
    """Return the roles of the event that ``found`` names, in reading order."""
    match found.kind.shape:
        case Shape.MUTUAL:
            given = _mutual(scene, found)
        case Shape.VISIT:
            given = _visit(scene, found)
        case Shape.MEDIATOR:
            given = _mediated(scene, found)
        case Shape.DIRECTED:
            given = _directed(scene, found)
        case Shape.SINGLE:
            given = [(RoleName.ACTOR, who) for who in _actors(scene, found)]
    made: dict[str, Role] = {}
    for role, party in given:
        made.setdefault(party.key, Role(role, party.told, party.name, party.actor))
    return tuple(sorted(made.values(), key=lambda role: role.told))


def _given(role: RoleName, parties: tuple[Party, ...]) -> list[tuple[RoleName, Party]]:
    return [(role, party) for party in parties]


def _mutual(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    arguments = scene.arguments
    if _of_a_body(scene, found):
        return []
    between = scene.of(arguments.after(found.index, _BETWEEN))
    if len(between) > 1:
        return _given(RoleName.PARTICIPANT, between)
    partner: tuple[Name, ...] = ()
    if found.group is None or not scene.parsed.groups[found.group].passive:
        partner = arguments.direct(found.index) if found.group is not None else ()
    partner = partner or arguments.after(found.index, _WITH)
    hosted: list[tuple[RoleName, Party]] = []
    if found.group is not None:
        passive = scene.parsed.groups[found.group].passive
        who = arguments.subject(found.group)
        partner = partner or (arguments.after(found.index, _BY) if passive else ())
    else:
        who = arguments.possessor(found.index) or arguments.compound(found.index)
        light = _light_verb(scene, found)
        if light is not None and not (who and partner) and len(who) < _BOTH:
            group = scene.parsed.groups[light]
            subject = arguments.subject(light)
            if group.passive and light is not None:
                subject = arguments.after(group.head, _BY)
            if scene.parsed.words[group.head].lemma == "host":
                guest = arguments.direct(group.head)
                hosted = _given(RoleName.HOST, scene.of(subject)) + _given(RoleName.GUEST, scene.of(guest))
                subject = () if guest else subject
            elif (
                scene.parsed.words[group.head].lemma in ("visit", "invite", "welcome", "receive")
                and not partner
            ):
                partner = tuple(n for n in arguments.direct(group.head) if n.first > group.head)
            who = (*subject, *who) if not set(subject) & set(who) else who
    if found.group is None and len(who) == 1 and not partner and who == arguments.compound(found.index):
        return hosted
    if not who and not partner and found.group is None:
        who = arguments.after(found.index, _OF)
    return hosted + _given(RoleName.PARTICIPANT, scene.of((*who, *partner)))


def _visit(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    arguments = scene.arguments
    if found.group is None:
        guest = arguments.possessor(found.index) or arguments.after(found.index, _BY)
        light = _light_verb(scene, found)
        if not guest and light is not None:
            guest = arguments.subject(light)
        hosts = arguments.after(found.index, _PLACE) + _beside(scene, found) or (
            arguments.compound(found.index) if guest else ()
        )
        return _given(RoleName.GUEST, scene.of(guest)) + _given(
            RoleName.HOST, _not(scene.of(hosts), scene.of(guest))
        )
    group = scene.parsed.groups[found.group]
    lemma = scene.parsed.words[found.index].lemma
    subject = scene.of(arguments.subject(found.group))
    others = arguments.direct(found.index)
    if lemma == "host":
        if group.passive:
            by = scene.of(arguments.after(found.index, _BY))
            return _given(RoleName.GUEST, subject) + _given(RoleName.HOST, by)
        guests = tuple(who for who in scene.of(others) if who.key not in gatherings())
        return _given(RoleName.HOST, subject) + _given(RoleName.GUEST, guests)
    if lemma != "visit":
        following = scene.parsed.words[found.index + 1 : found.index + 2]
        home = bool(following) and following[0].low in ("home", "back")
        others = arguments.after(found.index, frozenset(("from" if home else "to",)))
    return _given(RoleName.GUEST, subject) + _given(RoleName.HOST, scene.of(others))


def _beside(scene: Scene, found: Found) -> tuple[Name, ...]:
    """Return who is visited, where "with" stands right behind the noun: "a visit with Holt"."""
    following = scene.parsed.words[found.index + 1 : found.index + 2]
    near = bool(following) and following[0].low == "with"
    return scene.arguments.after(found.index, _WITH) if near else ()


def _of_a_body(scene: Scene, found: Found) -> bool:
    """Tell whether the noun names the meeting of a body: "the summit of the G7"."""
    following = scene.parsed.words[found.index + 1 : found.index + 2]
    if found.group is not None or not following or following[0].low != "of":
        return False
    return any(who.key in gatherings() for who in scene.of(scene.arguments.direct(found.index + 1)))


def _mediated(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    between = scene.of(scene.arguments.after(found.index, _BETWEEN))
    actors = _not(_actors(scene, found), between)
    return _given(RoleName.MEDIATOR, actors) + _given(RoleName.PARTICIPANT, between)


def _directed(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    arguments = scene.arguments
    between = scene.of(arguments.after(found.index, _BETWEEN))
    actors = _actors(scene, found)
    if found.group is not None:
        group = scene.parsed.groups[found.group]
        if group.passive:
            target = scene.of(arguments.subject(found.group))
        else:
            target = scene.of(arguments.direct(found.index)) or scene.of(
                arguments.after(found.index, _TOWARDS)
            )
    else:
        target = scene.of(arguments.after(found.index, _TOWARDS))
    if len(between) > 1 and not actors:
        return _given(RoleName.PARTICIPANT, between)
    return _given(RoleName.ACTOR, actors) + _given(RoleName.RECIPIENT, _not(target, actors))


def _actors(scene: Scene, found: Found) -> tuple[Party, ...]:
    """Return who acts: the subject, who stands after "by", whose it is, or who makes it."""
    arguments = scene.arguments
    if found.group is not None:
        group = scene.parsed.groups[found.group]
        if group.passive or _reduced(scene, found):
            return scene.of(arguments.after(found.index, _BY))
        return scene.of(arguments.subject(found.group))
    own = (
        arguments.possessor(found.index)
        or arguments.after(found.index, _BY)
        or arguments.compound(found.index)
    )
    if own:
        return scene.of(own)
    light = _light_verb(scene, found)
    if light is None:
        return ()
    group = scene.parsed.groups[light]
    if any(word.low in _ASIDE for word in scene.parsed.words[group.head + 1 : found.index]):
        return ()
    return scene.of(arguments.after(group.head, _BY) if group.passive else arguments.subject(light))


def _reduced(scene: Scene, found: Found) -> bool:
    """Tell whether a participle stands behind its noun: "citizens abducted by Norland"."""
    following = scene.parsed.words[found.index + 1 : found.index + 2]
    return bool(following) and following[0].low == "by"


def _not(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    taken = {party.key for party in others}
    return tuple(party for party in parties if party.key not in taken)


def _light_verb(scene: Scene, found: Found) -> int | None:
    """Return the verb that makes its subject a party of the noun: "held talks", "visits ... for a summit"."""
    parsed = scene.parsed
    segment = parsed.segment_of[found.index]
    for number in reversed(parsed.groups_in(segment)):
        group = parsed.groups[number]
        if group.head < found.index:
            return (
                number
                if lexicon().has("roles.light", parsed.words[group.head].lemma) or group.form == "T"
                else None
            )
    return None
