"""Mentions of states and organisations -> the actors they mean."""

from collections import Counter
from functools import cache, lru_cache

from dragoman.ontology.names import NameHit, find_names
from dragoman.ontology.naming import naming
from dragoman.ontology.organisations import organisations_by_id
from dragoman.ontology.states import states_by_id
from dragoman.text.names import folded
from dragoman.types import Actor, ActorId, ActorKind, Mention, MentionKind

POSSESSIVES = ("'s ", "’s ", "' ", "’ ")
"""What stands between an owner and what it owns."""
_ACTORS = (MentionKind.STATE, MentionKind.GOVERNMENT, MentionKind.ORGANISATION)
_Linked = dict[int, tuple[Actor, str]]
"""Actors with the reason for each, by the place of the mention."""


def bodies(text: str, mentions: tuple[Mention, ...]) -> _Linked:
    """Return the states and organisations meant, by the place of their mention."""
    told = [_meaning(each.name) if each.kind in (*_ACTORS, MentionKind.PLACE) else None for each in mentions]
    sure = Counter(hit.ids[0] for hit in told if hit is not None and len(hit.ids) == 1)
    found: _Linked = {}
    for place, (mention, hit) in enumerate(zip(mentions, told, strict=True)):
        if mention.kind not in _ACTORS:
            continue
        if hit is None:
            if mention.kind is MentionKind.ORGANISATION:
                made = _unknown(text, mentions, place, found)
                if made:
                    found[place] = made
            continue
        chosen = max(hit.ids, key=lambda each: (sure[each], -hit.ids.index(each)))
        actor = _body(chosen)
        if actor is not None:
            why = f'alias "{hit.alias}"'
            if len(hit.ids) > 1:
                why += f", one of {len(hit.ids)}, " + (
                    "named elsewhere in the article" if sure[chosen] else "the likeliest"
                )
            found[place] = (actor, why)
    return found


def _unknown(
    text: str, mentions: tuple[Mention, ...], place: int, found: _Linked
) -> tuple[Actor, str] | None:
    """Return the actor of an organisation in no table: the state, for one of its organs."""
    mention = mentions[place]
    own, bare = _state_within(mention.name)
    beside = _owner(text, mentions, place, found) or own
    words = bare.lower().split()
    heads = words[0] in naming().state_organs and words[1:2] in (["of"], ["for"], ["in"], ["to"])
    organ = heads or words[-1] in naming().state_organs
    if organ:
        return (beside, f"organ of {beside.name}") if beside is not None else None
    told = _meaning(bare) if own is not None else None
    if told is not None and own is not None and own.id in told.ids:
        return own, f'alias "{told.alias}"'
    slug = folded(mention.name).replace(" ", "-")
    if not slug:
        return None
    if mention.name.isupper():
        long = _long_form(text, mentions, place, found)
        return (long, f'short form "{mention.name}" of {long.name}') if long is not None else None
    owner = beside.id if beside is not None else None
    actor = Actor(ActorId(f"organisation:{slug}"), ActorKind.ORGANISATION, mention.name, owner)
    return actor, "organisation in no table"


def _state_within(name: str) -> tuple[Actor | None, str]:
    """Return the state that a body's name begins with or is "of", and the name without it.

    Examples: "Vallish Navy", "Ministry of Trade of Vallen".
    """
    for hit in find_names(name):
        actor = _body(hit.ids[0])
        if actor is None or actor.kind is not ActorKind.STATE:
            continue
        rest = name[hit.end :].removeprefix("'s").removeprefix("’s")
        if hit.start == 0 and rest[:1].isspace() and rest.strip():
            return actor, rest.strip()
        front = name[: hit.start].removesuffix("the ")
        if hit.end == len(name) and front.endswith(" of "):
            return actor, front.removesuffix(" of ")
    return None, name


def _long_form(text: str, mentions: tuple[Mention, ...], place: int, found: _Linked) -> Actor | None:
    """Return the body whose short form was first told in brackets behind its name."""
    for at in range(1, place + 1):
        between = text[mentions[at - 1].span.end : mentions[at].span.start]
        if mentions[at].name == mentions[place].name and between == " (" and at - 1 in found:
            return found[at - 1][0]
    return None


def _owner(text: str, mentions: tuple[Mention, ...], place: int, found: _Linked) -> Actor | None:
    """Return the state or body named right in front of a name: "Vallen's", "Vallish"."""
    if place == 0 or place - 1 not in found:
        return None
    before = mentions[place - 1]
    between = text[before.span.end : mentions[place].span.start]
    return found[place - 1][0] if between == " " or between in POSSESSIVES else None


@lru_cache(maxsize=16_384)
def _meaning(name: str) -> NameHit | None:
    """Return the table entry whose spelling is ``name``, whole; "Sino" is known as the front of "Sino-"."""
    for told in (name, f"{name}-X"):
        for hit in find_names(told):
            if (hit.start, hit.end) == (0, len(name)):
                return hit
    return None


@cache
def _body(ident: str) -> Actor | None:
    """Return the state or organisation of an id of the tables; ``None`` for a place."""
    kind, _, code = ident.partition(":")
    if kind == "state":
        state = states_by_id()[code]
        return Actor(state.actor, ActorKind.STATE, state.name)
    if kind == "organisation":
        organisation = organisations_by_id()[code]
        return Actor(organisation.actor, organisation.actor_kind, organisation.name)
    return None
