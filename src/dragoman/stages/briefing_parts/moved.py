"""Postponed meetings: the day that was planned, and the new one where a text tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.stages.briefing_parts.matters import listed
from dragoman.text.timex import time_expressions
from dragoman.types import Article, ArticleId, Meeting, Parse, Span, Status, When

_BEFORE = 24
"""So far before a time stands the word that tells whether it is the old or the new one, in characters."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The days a meeting was planned for and the days it was put off to, as far as told."""

    old: When | None
    new: When | None


def moved(
    meeting: Meeting, articles: Mapping[ArticleId, Article], parses: Mapping[ArticleId, Parse]
) -> Moved:
    """Return the old and the new days of a postponed meeting, read from the sentences that tell it."""
    planned = new = None
    for step in meeting.steps:
        for piece in step.evidence if step.status is Status.POSTPONED else ():
            article, parse = articles.get(piece.article), parses.get(piece.article)
            sentence = parse.at(piece.span.start) if parse else None
            if article is None or sentence is None:
                continue
            before, after = _days(article, sentence.span)
            planned, new = planned or before, new or after
    when = meeting.when
    if when is not None and new is not None and (when.overlaps(new) or _words(when) == _words(new)):
        when = None  # the record is dated by the new days
    return Moved(when or planned, new)


def _words(when: When) -> str:
    """Return the words that told a time, without what leads them in."""
    return when.told.lower().removeprefix("in ").removeprefix("on ").strip(" .")


def _days(article: Article, sentence: Span) -> tuple[When | None, When | None]:
    """Return the days that a sentence tells as planned and as put off to."""
    cue = listed("moved.cue").search(sentence.cut(article.text))
    old = new = None
    if cue is None:
        return None, None
    anchor = article.published.day if article.published else None
    for hit in time_expressions(article.text, anchor, (sentence,)):
        start = hit.span.start
        lead = article.text[max(sentence.start, start - _BEFORE) : start].lower().split()
        if hit.when is None or not lead:
            continue
        if lead[-1] in ("until", "till", "to") and start > sentence.start + cue.end():
            new = new or _ahead(hit.span.cut(article.text), anchor) or hit.when
        elif lead[-1] == "from" or listed("moved.planned").search(" ".join(lead[-2:])):
            old = old or hit.when
    return old, new


def _ahead(words: str, anchor: date | None) -> When | None:
    """Return the days of a time as one still to come: "until June", told in the past, is next June."""
    sentence = f"It will be in {words}."
    return next((hit.when for hit in time_expressions(sentence, anchor) if hit.when is not None), None)
