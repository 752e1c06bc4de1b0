"""origins: rewritten from one report, or reported separately, for pairs and for whole stories.

The articles that the suite's lines join, by a pair or a story, are one story of the product.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from suites.building import article

from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.origin_parts.judgement import Kinship, judge
from dragoman.stages.origin_parts.profile import profiles
from dragoman.stages.origins import origins
from dragoman.stages.quotes import quotes
from dragoman.types import Article, Link, Parse, Quote, Story, StoryId


@dataclass(frozen=True, slots=True)
class _Read:
    article: Article
    parse: Parse
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...]


def predict(rows: Sequence[Mapping]) -> Iterator[dict[str, object]]:
    """Yield a label and a score for each pair of the suite, and the number of origins of each story."""
    read = {row["id"]: _read(row) for row in rows if row["type"] == "article"}
    joined = [(row["a"], row["b"]) for row in rows if row["type"] == "pair"]
    joined += [
        (row["members"][0], other) for row in rows if row["type"] == "story" for other in row["members"]
    ]
    asked = {frozenset((row["a"], row["b"])): row for row in rows if row["type"] == "pair"}
    origin_of: dict[str, tuple[str, int]] = {}
    for group in _groups(joined):
        compared, numbers = _compare(group, read)
        for key, number in zip(group, numbers, strict=True):
            origin_of[key] = (group[0], number)
        for one, other in combinations(range(len(group)), 2):
            row = asked.get(frozenset((group[one], group[other])))
            if row:
                judged = judge(compared[one], compared[other])
                label, score = judged.label, judged.score
                if numbers[one] == numbers[other]:
                    label, score = Kinship.SAME_ORIGIN, max(score, 0.5)
                elif label is Kinship.SAME_ORIGIN:
                    label, score = Kinship.INDEPENDENT, 0.45
                yield {"a": row["a"], "b": row["b"], "label": label.value, "score": score}
    for row in rows:
        if row["type"] == "story":
            yield {"story": row["story"], "origins": len({origin_of[member] for member in row["members"]})}


def _read(row: Mapping) -> _Read:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    built, parsed = article(row["id"], row["text"], published, row.get("title"))
    built = replace(built, outlet=row.get("outlet"))
    named = tuple(mentions(built, parsed))
    linked = tuple(links(built, parsed, named))
    return _Read(built, parsed, linked, tuple(quotes(built, parsed, named, linked)))


def _groups(joined: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Return the articles that are joined directly or through others, each group and all in order."""
    group_of: dict[str, set[str]] = {}
    for one, other in joined:
        whole = group_of.get(one, {one}) | group_of.get(other, {other})
        for member in whole:
            group_of[member] = whole
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())


def _compare(group: Sequence[str], read: Mapping[str, _Read]) -> tuple[tuple, list[int]]:
    """Return the profiles of a group, and for each article the number of its origin."""
    told = [read[key] for key in group]
    articles = tuple(one.article for one in told)
    parses = tuple(one.parse for one in told)
    linked = tuple(link for one in told for link in one.links)
    quoted = tuple(quote for one in told for quote in one.quotes)
    story = Story(StoryId(group[0]), group[0], tuple(one.id for one in articles))
    number_of = {
        member: number
        for number, origin in enumerate(origins(story, articles, parses, linked, quoted, ()))
        for member in origin.members
    }
    return profiles(articles, parses, linked, quoted), [number_of[one.id] for one in articles]
