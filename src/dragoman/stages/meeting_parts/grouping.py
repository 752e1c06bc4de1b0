"""Mentions of meetings over all reports of a story -> the groups of those that mean one meeting."""

from collections.abc import Iterable

from dragoman.stages.meeting_parts.course import Course
from dragoman.stages.meeting_parts.group import Group
from dragoman.stages.meeting_parts.mention import MeetingMention

_PAIR = 2


def grouped(mentions: Iterable[MeetingMention]) -> list[Group]:
    """Return the meetings that ``mentions`` speak of, those told with both sides first.

    Mentions that tell who, when and where found the groups; those that tell less ("the summit", "his trip
    to China") join the one of their own report that they can only mean.
    """
    ordered = sorted(mentions, key=_surest_first)
    full = [mention for mention in ordered if len(mention.sides) >= _PAIR and not mention.loose]
    groups: list[Group] = []
    for mention in full:
        _put(groups, mention)
    groups = _joined(groups)
    for mention in ordered:
        if mention.loose or (len(mention.sides) < _PAIR and mention.points_back):
            home = _only_one_meant(groups, mention)
            if home is not None:
                home.add(mention)
    return _joined(groups)


def _surest_first(mention: MeetingMention) -> tuple[int, int, str, int, tuple[str, ...]]:
    """Order mentions so that those that tell most make the groups: persons, then a day, then a place."""
    fine = mention.when is not None and mention.when.days == 1
    told = 4 * min(len(mention.persons), 2) + 3 * fine + (mention.when is not None)
    sides = tuple(sorted(mention.sides))
    return (-told, 0 if mention.where else 1, mention.article, mention.event.trigger.start, sides)


def _put(groups: list[Group], mention: MeetingMention) -> None:
    fits = [group for group in groups if group.fits(mention)]
    if fits:
        max(fits, key=lambda g: (g.closeness(mention), len(g.mentions))).add(mention)
        return
    group = Group()
    group.add(mention)
    groups.append(group)


def _only_one_meant(groups: list[Group], mention: MeetingMention) -> Group | None:
    """Return the meeting a mention of one side or none means: the nearest of its report, if one is nearest.

    A mention with a side that no meeting of its report fits may mean the one of the story on the same days.
    """
    fits = [group for group in groups if group.fits(mention)]
    here = [group for group in fits if mention.article in group.articles]
    if not here and mention.sides and mention.when is not None:
        here = [group for group in fits if mention.when in group.whens]
    if not here and not mention.sides and mention.family == "visit" and mention.course is Course.OFF:
        # "The trip is put off": so are the talks it was to be for, where the report tells of them alone.
        here = [group for group in groups if mention.article in group.articles and group.agrees(mention)]
    if not here:
        return None
    ranked = sorted(here, key=lambda g: -g.closeness(mention))
    if len(ranked) > 1 and ranked[0].closeness(mention) == ranked[1].closeness(mention):
        return None
    return ranked[0]


def _joined(groups: list[Group]) -> list[Group]:
    """Return the groups with those joined that later mentions showed to be one."""
    kept: list[Group] = []
    for group in groups:
        home = next((o for o in kept if o.absorbs(group)), None)
        if home is None:
            kept.append(group)
        else:
            for mention in group.mentions:
                home.add(mention)
    return kept
