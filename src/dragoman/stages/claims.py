"""Story, meetings, quotes -> Claim: facts side by side, how the reports stand to each, and no verdict."""

from collections.abc import Iterator

from dragoman.stages.claim_parts.changes import change_facts
from dragoman.stages.claim_parts.countedfacts import counted_facts
from dragoman.stages.claim_parts.hours import hour_facts
from dragoman.stages.claim_parts.meetingfacts import meeting_facts, name_of
from dragoman.stages.claim_parts.telling import Fact, Judge, claim
from dragoman.stages.claim_parts.wording import wording_facts
from dragoman.types import Agreement, Article, Claim, Link, Maker, Meeting, Origin, Parse, Quote, Story

READS, WRITES, VERSION = (Story, Article, Parse, Origin, Meeting, Quote, Link), Claim, 3

_MAKER = Maker("claims", VERSION)
_ORDER = (
    Agreement.CONFLICT,
    Agreement.PRECISION,
    Agreement.TIME_OF_WRITING,
    Agreement.SCOPE,
    Agreement.AGREE,
    Agreement.ONLY_ONE,
)
"""What a reader of several reports wants first: where they differ."""


def claims(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    origins: tuple[Origin, ...],
    meetings: tuple[Meeting, ...],
    quotes: tuple[Quote, ...],
    links: tuple[Link, ...],
) -> Iterator[Claim]:
    """Yield the claims of ``story``: where the reports differ first, then by how many articles tell them.

    Compared are the day, place, status and length of each meeting, planned things called off or put off,
    counted things told of one matter, and the wordings of one utterance. Values that mean the
    same are one variant.
    """
    published = {article.id: article.published.day if article.published else None for article in articles}
    homes = {link.actor.id: link.actor.affiliation for link in links if link.actor.affiliation}
    texts = {article.id: article for article in articles}
    names = {place: name_of(meeting, homes) for place, meeting in enumerate(meetings)}
    lengths = tuple(hour_facts(meetings, texts, names))
    counted = counted_facts(articles, parses, links)
    facts = (
        *meeting_facts(meetings, published, homes),
        *lengths,
        *change_facts(articles, parses, links),
        *(told for told in counted if not _told_as_length(told[0], lengths)),
        *wording_facts(articles, quotes),
    )
    made = [claim(fact, judge, story, origins, _MAKER) for fact, judge in facts]
    yield from sorted(made, key=_differences_first)


def _told_as_length(fact: Fact, lengths: tuple[tuple[Fact, Judge], ...]) -> bool:
    """Tell whether a count ("five hours") is, in all its sentences, the length of one meeting."""
    here = {piece for telling in fact.tellings for piece in telling.evidence}
    return bool(here) and any(
        here <= {p for telling in one.tellings for p in telling.evidence} for one, _ in lengths
    )


def _differences_first(told: Claim) -> tuple[int, int, int, str, str, str]:
    articles = {article for variant in told.variants for article in variant.articles}
    order = _ORDER.index(told.agreement)
    return (order, -len(articles), -len(told.variants), told.subject, told.relation, told.scope)
