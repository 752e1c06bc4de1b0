"""The day that undated reports of a story are read against, when its dated reports agree on one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median_low

from dragoman.text.timex import TimeHit, time_expressions
from dragoman.types import Article, Event, Parse, When

_SPREAD = timedelta(days=7)
"""Dated reports further apart than a week say nothing of when an undated one was written."""

Anchored = Callable[[Event], When | None]


def story_day(articles: tuple[Article, ...]) -> date | None:
    """Return the middle publication day of the dated articles; ``None`` when none is, or they lie apart."""
    days = sorted(article.published.day for article in articles if article.published)
    if not days or days[-1] - days[0] > _SPREAD:
        return None
    return median_low(days)


def told_day(article: Article, parse: Parse, day: date | None) -> Anchored:
    """Return a function that gives the days of an event of ``article``.

    The article's own reading stands. An undated article's "on Tuesday" is read against the day of
    the story's dated reports, and the words then say so: this is a statement about the story, and
    the article's own times stay unresolved.
    """
    if article.published is not None or day is None:
        return lambda event: event.when
    hits = tuple(time_expressions(article.text, day, [s.span for s in parse.sentences]))
    return lambda event: event.when or _near(event, hits)


def _near(event: Event, hits: tuple[TimeHit, ...]) -> When | None:
    """Return the first day told after the event's word in its own sentence, else the last before it."""
    around = event.basis.evidence[0].span
    inside = [hit for hit in hits if hit.when and hit.when.days == 1 and around.covers(hit.span)]
    after = [hit for hit in inside if hit.span.start >= event.trigger.end]
    chosen = after[0] if after else None
    if chosen is None or chosen.when is None:
        return None
    return replace(chosen.when, told=f"{chosen.when.told} (dated by the other reports)")
