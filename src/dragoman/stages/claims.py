"""Story, meetings, quotes -> Claim: facts side by side, how the reports stand to each, and no verdict."""

from collections.abc import Iterator

from dragoman.stages.claimparts.countedfacts import counted_facts
from dragoman.stages.claimparts.meetingfacts import meeting_facts
from dragoman.stages.claimparts.telling import claim
from dragoman.stages.claimparts.wording import wording_facts
from dragoman.types import Agreement, Article, Claim, Link, Maker, Meeting, Origin, Parse, Quote, Story

READS, WRITES, VERSION = (Story, Article, Parse, Origin, Meeting, Quote, Link), Claim, 1

_MAKER = Maker("claims", VERSION)
_ORDER = tuple(Agreement)


def claims(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    origins: tuple[Origin, ...],
    meetings: tuple[Meeting, ...],
    quotes: tuple[Quote, ...],
    links: tuple[Link, ...],
) -> Iterator[Claim]:
    """Yield the claims of ``story``: conflicts first, then by how many articles tell them.

    Compared are the day, place, status and length of each meeting, counted things told of one
    matter, and the wordings of one utterance. Values are one variant when they mean the same.
    """
    published = {article.id: article.published.day if article.published else None for article in articles}
    facts = (
        *meeting_facts(meetings, published),
        *counted_facts(articles, parses, links),
        *wording_facts(articles, quotes),
    )
    made = [claim(fact, judge, story, origins, _MAKER) for fact, judge in facts]
    yield from sorted(made, key=_conflicts_first)


def _conflicts_first(told: Claim) -> tuple[bool, int, int, str, str, str]:
    articles = sum(len(variant.articles) for variant in told.variants)
    first = told.agreement is not Agreement.CONFLICT
    return (first, -articles, _ORDER.index(told.agreement), told.subject, told.relation, told.scope)
