"""The articles of one story -> Origin: which of them go back to one report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.stages.origin_parts.judgement import Kinship, PairJudgement, apart, judge, told
from dragoman.stages.origin_parts.profile import Profile, profiles
from dragoman.text.linkage import average_linkage
from dragoman.types import Article, ArticleId, Link, Origin, Parse, Quote, Story, TimeExpression

READS = (Story, Article, Parse, Link, Quote, TimeExpression)
WRITES = Origin
VERSION = 2


@dataclass(frozen=True, slots=True)
class OriginSettings:
    """``bar`` is the least mean score of the pairs of two groups that are joined; one judged same has .5."""

    bar: float = 0.5


def origins(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    links: tuple[Link, ...],
    quotes: tuple[Quote, ...],
    times: tuple[TimeExpression, ...],
    settings: OriginSettings = OriginSettings(),
) -> Iterator[Origin]:
    """Yield the origins of a story in the order of their first articles; every article is in exactly one.

    Every two articles are judged by what they share (see ``judge``); groups are joined while their pairs
    are, in the mean, of one origin, so that one doubtful pair does not chain two groups. Times are read by
    no rule yet: days and months as further facts took the F1 on the open part of ``origins`` from .965 to
    .944 (2026-11-21), since a rewrite turns "Tuesday" into "this week".
    """
    del times
    by_id = {article.id: article for article in articles}
    known = [by_id[article] for article in story.articles if article in by_id]
    compared = profiles(known, parses, links, quotes)
    judged = {
        (one, other): judge(compared[one], compared[other])
        for one, other in combinations(range(len(compared)), 2)
    }
    scores = {pair: judgement.score for pair, judgement in judged.items()}
    for group in average_linkage(len(compared), scores, settings.bar):
        members = tuple(known[number].id for number in group)
        if len(group) > 1:
            yield Origin(story.id, members, _joined(group, judged), _head(compared, group))
        else:
            yield Origin(story.id, members, (_alone(group[0], judged),), members[0])


def _joined(group: Sequence[int], judged: Mapping[tuple[int, int], PairJudgement]) -> tuple[str, ...]:
    """Return why the articles of a group belong together: what each shares with the one nearest to it."""
    nearest = {
        max((pair for pair in combinations(group, 2) if number in pair), key=lambda pair: judged[pair].score)
        for number in group
    }
    return told([judged[pair].found for pair in sorted(nearest)])


def _alone(number: int, judged: Mapping[tuple[int, int], PairJudgement]) -> str:
    """Return why an article stands alone."""
    mine = [judgement for pair, judgement in judged.items() if number in pair]
    if not mine:
        return "stands alone: the only text of the story"
    parts = sum(judgement.label is Kinship.PARTLY for judgement in mine)
    if parts:
        others = "another text" if parts == 1 else f"{parts} other texts"
        return f"stands alone: shares passages with {others}, but has reporting of its own"
    nearest = max(mine, key=lambda judgement: judgement.score)
    return f"stands alone: compared with the text nearest to it, {apart(nearest.found)}"


def _head(compared: Sequence[Profile], group: Sequence[int]) -> ArticleId | None:
    """Return the fullest member, with most facts and quoted words; ``None`` where two are equally full."""
    fullness = {number: len(compared[number].facts) + len(compared[number].said) for number in group}
    fullest = max(fullness.values())
    heads = [number for number in group if fullness[number] == fullest]
    return compared[heads[0]].article if len(heads) == 1 else None
