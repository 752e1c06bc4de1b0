"""Who takes part in a meeting, by name: persons, and a state only where no person stands for it."""

from collections.abc import Mapping, Sequence

from dragoman.stages.meeting_parts.mention import MeetingMention
from dragoman.types import ActorId, ArticleId, Party

_SHARE = 3
"""A person in fewer than a third as many reports as another of that side is a slip (by hand, 2026-11-21)."""


def parties(mentions: Sequence[MeetingMention], names: Mapping[ActorId, str]) -> tuple[Party, ...]:
    """Return the participants in the order of their names, under the name that ``names`` gives an actor."""
    told: dict[str, set[ArticleId]] = {}
    found: dict[str, Party] = {}
    sides: dict[str, str] = {}
    for mention in mentions:
        for role in mention.roles:
            key = role.actor or role.name
            told.setdefault(key, set()).add(mention.article)
            sides[key] = mention.side_of[key]
            found.setdefault(
                key, Party(role.actor, names.get(role.actor, role.name) if role.actor else role.name)
            )
    most = {
        side: max((len(told[key]) for key in told if sides[key] == side and key != side), default=0)
        for side in set(sides.values())
    }
    kept = (
        party
        for key, party in found.items()
        if (not most[sides[key]] if key == sides[key] else len(told[key]) * _SHARE >= most[sides[key]])
    )
    return tuple(sorted(kept, key=lambda party: (party.name, party.actor or "")))
