"""Who has which part in an event: from the verb's or noun's place among the names of its sentence."""

from dragoman.ontology.events import Shape
from dragoman.stages.event_parts.gatherings import gatherings
from dragoman.stages.event_parts.parties import Party, Scene
from dragoman.stages.event_parts.triggers import Found
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.arguments import Name
from dragoman.types import Role, RoleName

_BOTH = 2
_NEAR = 8
_FAR = 12
"""A place named farther behind "visit" is mostly that of something else."""
_ASIDE = frozenset(("after", "before", "since", "over", "amid", "following", "despite", "during"))
_BESIDE = frozenset(("after", "before", "following", "during", "at"))
_HEADS = frozenset(("leaders", "presidents", "premiers", "ministers", "heads"))
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
    if _of_a_body(scene, found):
        return []
    between = scene.of(scene.arguments.after(found.index, _BETWEEN))
    if len(between) > 1:
        return _given(RoleName.PARTICIPANT, between)
    return _talks(scene, found) if found.group is None else _meets(scene, found, found.group)


def _meets(scene: Scene, found: Found, number: int) -> list[tuple[RoleName, Party]]:
    """Return who takes part by a verb: "Lind met Holt", "Lind was met by Holt"."""
    arguments = scene.arguments
    passive = scene.parsed.groups[number].passive
    partner = () if passive else arguments.direct(found.index)
    partner = partner or arguments.after(found.index, _WITH)
    partner = partner or (arguments.after(found.index, _BY) if passive else ())
    partner = partner or _counterpart(scene, found.index)
    return _given(RoleName.PARTICIPANT, scene.of((*arguments.subject(number), *partner)))


def _counterpart(scene: Scene, index: int) -> tuple[Name, ...]:
    """Return who is named behind "met her Norland counterpart," or "talks with his counterpart"."""
    words = scene.parsed.words
    for step in range(index + 1, min(index + _NEAR, len(words) - 1)):
        if words[step].low == "counterpart":
            named = step + 1 if words[step + 1].low == "," else step
            return scene.arguments.direct(named)[:1]
    return ()


def _talks(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    """Return who takes part by a noun: "Lind held talks with Holt", "Lind's summit"."""
    arguments = scene.arguments
    partner = arguments.after(found.index, _WITH) or _counterpart(scene, found.index)
    compound = _sides(scene, found)
    who = arguments.possessor(found.index) or compound
    hosted: list[tuple[RoleName, Party]] = []
    light = _light_verb(scene, found)
    if light is not None and not (who and partner) and len(who) < _BOTH:
        group = scene.parsed.groups[light]
        lemma = scene.parsed.words[group.head].lemma
        subject = arguments.after(group.head, _BY) if group.passive else arguments.subject(light)
        if lemma == "host":
            guest = arguments.direct(group.head)
            hosted = _given(RoleName.HOST, scene.of(subject)) + _given(RoleName.GUEST, scene.of(guest))
            subject = () if guest else subject
        elif lemma in ("visit", "invite", "welcome", "receive") and not partner:
            partner = tuple(n for n in arguments.direct(group.head) if n.first > group.head)
        who = (*subject, *who) if not set(subject) & set(who) else who
    if len(who) == 1 and not partner and who == compound:
        return hosted
    if not who and not partner:
        who = arguments.after(found.index, _OF)
    if not who and not partner:
        who = _heads(scene, found)
    speaker = () if who or len(partner) != 1 else _who_tells(scene, found, partner[0])
    return hosted + _given(RoleName.PARTICIPANT, scene.of((*speaker, *who, *partner)))


def _heads(scene: Scene, found: Found) -> tuple[Name, ...]:
    """Return whose leaders speak "after their talks": "the leaders of Norland and Sudmark said"."""
    parsed = scene.parsed
    start = found.index
    while start > 0 and parsed.words[start - 1].tag in "DJNS" and parsed.group_of[start - 1] is None:
        start -= 1
    if start == 0 or parsed.words[start - 1].low not in _BESIDE:
        return ()
    for index in range(start - 1):
        if parsed.words[index].low in _HEADS and parsed.words[index + 1].low == "of":
            sides = scene.arguments.direct(index + 1)
            if len(scene.of(sides)) == _BOTH:
                return sides
    return ()


def _sides(scene: Scene, found: Found) -> tuple[Name, ...]:
    """Return the sides that a noun names before it, not the body whose meeting it is: "the G7 summit"."""
    names = scene.arguments.compound(found.index)
    bodies = len(names) == 1 and all(who.key in gatherings() for who in scene.of(names))
    return () if bodies else names


def _who_tells(scene: Scene, found: Found, partner: Name) -> tuple[Name, ...]:
    """Return who acts in a clause set "after talks with Holt": one of the two who talked."""
    parsed = scene.parsed
    start = found.index
    while start > 0 and parsed.words[start - 1].tag in "DJN" and parsed.group_of[start - 1] is None:
        start -= 1
    if start == 0 or parsed.words[start - 1].low not in _BESIDE:
        return ()
    here = [n for n in parsed.groups_in(parsed.segment_of[found.index]) if parsed.groups[n].finite]
    number = here[0] if here else parsed.main()
    if number is None:
        return ()
    subject = scene.arguments.subject(number)
    people = all(who.person for who in scene.of(subject)) and partner not in subject
    return subject if people and len(subject) == 1 else ()


def _visit(scene: Scene, found: Found) -> list[tuple[RoleName, Party]]:
    arguments = scene.arguments
    if found.group is None:
        verbs = [group.first for group in scene.parsed.groups if group.first > found.index]
        end = min(verbs, default=None)
        guest = arguments.possessor(found.index) or arguments.after(found.index, _BY, end)
        if not guest and end is not None and scene.parsed.words[end].low in ("made", "paid"):
            guest = arguments.after(end, _BY)
        light = _light_verb(scene, found)
        if not guest and light is not None:
            guest = arguments.subject(light)
        hosts = arguments.after(found.index, _PLACE, found.index + _FAR) + _beside(scene, found) or (
            arguments.compound(found.index) if guest else ()
        )
        return _given(RoleName.GUEST, scene.of(guest)) + _given(
            RoleName.HOST, _not(scene.of(hosts), scene.of(guest))
        )
    group = scene.parsed.groups[found.group]
    lemma = scene.parsed.words[found.index].lemma
    others = arguments.direct(found.index)
    if scene.parsed.words[found.index].low == "visiting" and found.index == group.first:
        before = scene.parsed.words[found.index - 1].tag if found.index else "Y"
        if before in "PDC" and others and all(who.person for who in scene.of(others)):
            # "with visiting premier Lind": the one named is the guest.
            return _given(RoleName.GUEST, scene.of(others))
    subject = scene.of(arguments.subject(found.group))
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


def hosts_a_body(scene: Scene, found: Found) -> bool:
    """Tell whether what is hosted is the meeting of a body: "Lima hosts the G20"."""
    if found.group is None or scene.parsed.words[found.index].lemma != "host":
        return False
    others = scene.of(scene.arguments.direct(found.index))
    return bool(others) and all(who.key in gatherings() for who in others)


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
            target = (
                scene.of(arguments.direct(found.index))
                or scene.of(arguments.within_object(found.index))
                or scene.of(arguments.after(found.index, _TOWARDS))
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
                if lexicon().has("roles.light", parsed.words[group.head].lemma)
                or group.form == "T"
                or parsed.words[group.head].tag == "H"
                else None
            )
    return None
