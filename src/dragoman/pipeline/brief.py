"""Gather what the store holds of a story and make its briefing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.ports import View
from dragoman.stages import briefings
from dragoman.types import Article, Briefing, Meeting, Parse, Story


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing with the articles it rests on, in the order of its sources."""

    briefing: Briefing
    articles: tuple[Article, ...]
    parses: tuple[Parse, ...]
    meetings: tuple[Meeting, ...] = ()


def make_brief(view: View, story: Story) -> Brief:
    """Return the briefing of ``story``."""
    articles = tuple(view.articles(story.articles))
    parses = tuple(view.parses([article.id for article in articles]))
    stage: Callable[..., Iterator[Briefing]] = briefings.briefings
    (briefing,) = stage(*_arguments(view, story, articles, parses))
    meetings = tuple(view.story_findings(Meeting, story.id))
    return Brief(briefing, articles, parses, meetings)


def _arguments(
    view: View, story: Story, articles: tuple[Article, ...], parses: tuple[Parse, ...]
) -> Iterator[object]:
    """Yield one argument per kind that the stage reads."""
    from dragoman.store.codec import STORY_FINDINGS

    for kind in briefings.READS:
        if kind is Story:
            yield story
        elif kind is Article:
            yield articles
        elif kind is Parse:
            yield parses
        elif kind in STORY_FINDINGS.values():
            yield tuple(view.story_findings(kind, story.id))
        else:
            yield tuple(view.findings(kind, story.articles))
