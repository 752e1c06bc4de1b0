"""Story and all that was found in it -> Briefing: one page; every line has its sentences and counts."""

from collections.abc import Iterator
from datetime import date

from dragoman.stages.briefing_parts.agenda import agenda
from dragoman.stages.briefing_parts.cautions import cautions
from dragoman.stages.briefing_parts.differences import differences
from dragoman.stages.briefing_parts.due import due
from dragoman.stages.briefing_parts.facts import facts
from dragoman.stages.briefing_parts.material import Material, Records
from dragoman.stages.briefing_parts.reading import read_first
from dragoman.stages.briefing_parts.said import said
from dragoman.stages.briefing_parts.signs import signs
from dragoman.stages.briefing_parts.stances import stances
from dragoman.types import (
    Article,
    Assertion,
    Briefing,
    Claim,
    Event,
    Link,
    Maker,
    Meeting,
    Origin,
    Parse,
    Position,
    Quote,
    Source,
    Story,
)

READS = (
    Story, Article, Parse, Origin, Meeting, Claim, Quote, Event, Position, Assertion, Link,
)  # fmt: skip
WRITES = Briefing
VERSION = 2

_MAKER = Maker("briefings", VERSION)


def briefings(
    story: Story,
    articles: tuple[Article, ...],
    parses: tuple[Parse, ...],
    origins: tuple[Origin, ...] = (),
    meetings: tuple[Meeting, ...] = (),
    claims: tuple[Claim, ...] = (),
    quotes: tuple[Quote, ...] = (),
    events: tuple[Event, ...] = (),
    positions: tuple[Position, ...] = (),
    assertions: tuple[Assertion, ...] = (),
    links: tuple[Link, ...] = (),
) -> Iterator[Briefing]:
    """Yield the briefing of ``story``; every kind but the articles and their sentences may be empty.

    ``as_of`` is the day of the newest dated text: nothing is read from a clock.
    """
    records = Records(
        articles, parses, origins, meetings, claims, quotes, events, positions, assertions, links
    )
    material = Material(story, records, _MAKER)
    days = [article.published.day for article in articles if article.published]
    as_of: date | None = max(days, default=None)
    matters = agenda(material)
    sections = (
        facts(material),
        said(material),
        matters,
        stances(material),
        signs(material, as_of),
        differences(material),
        cautions(material, matters),
        due(material, as_of),
    )
    yield Briefing(
        story=story.id,
        title=story.title,
        as_of=as_of,
        texts=len(material.articles),
        publishers=len({article.outlet for article in material.articles.values() if article.outlet}),
        origins=material.origins,
        origin_reasons=_reasons(origins),
        sources=tuple(_source(material, article) for article in material.articles.values()),
        sections=(*sections, read_first(material, sections)),
    )


def _reasons(origins: tuple[Origin, ...]) -> tuple[str, ...]:
    """Return why texts were held to go back to one report, each with the number of its origin."""
    return tuple(
        f"Origin {number}: {reason}"
        for number, origin in enumerate(origins, 1)
        if len(origin.members) > 1
        for reason in origin.reasons
    )


def _source(material: Material, article: Article) -> Source:
    return Source(
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published.iso if article.published else None,
        location=article.location,
        url=article.url,
        origin=material.origin_of[article.id],
    )
