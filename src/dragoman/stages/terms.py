"""Article -> Terms: the counted words, actors and days that stories are grouped by."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.ontology.commonness import stopwords
from dragoman.text.vocabulary import folded, words
from dragoman.types import (
    Article,
    Link,
    Parse,
    Precision,
    SentenceRole,
    Terms,
    TimeExpression,
    TimeKind,
)

READS = (Article, Parse, TimeExpression, Link)
WRITES = Terms
VERSION = 1

_KEPT = 250
"""Words kept of one article. With 400 or all the stories of the open part come out the same (2026-11-21)."""
_READ = 6_000
"""Characters of sentences read. What comes later in a long article is background to other stories."""
_DAYS = 20
"""Days kept of one article, those told most often."""


def terms(
    article: Article, parse: Parse, times: tuple[TimeExpression, ...], links: tuple[Link, ...]
) -> Iterator[Terms]:
    """Yield the terms of one article: words in the order of how telling they are decide what is cut off.

    The words of the title count as title words only. ``days`` are those that expressions of time name to the
    day or the minute.
    """
    yield Terms(
        article=article.id,
        outlet=article.outlet,
        published=article.published.day if article.published else None,
        title=_sorted(Counter(_content(article.title or ""))),
        words=_sorted(_telling(_body(article, parse))),
        actors=_sorted(Counter(str(link.actor.id) for link in links)),
        days=_days(times),
        headline=_headline(article, parse),
    )


def _body(article: Article, parse: Parse) -> Iterator[str]:
    """Yield the content words of the sentences in reading order, titles left out."""
    read = 0
    for sentence in parse.sentences:
        if sentence.role is SentenceRole.TITLE:
            continue
        if read > _READ:
            return
        read += sentence.span.end - sentence.span.start
        yield from _content(sentence.span.cut(article.text))


def _content(text: str) -> Iterator[str]:
    """Yield the folded words of ``text`` that are no stop words, single letters or single figures."""
    stop = stopwords()
    for match in words(text):
        word = folded(match[0])
        if len(word) > 1 and word not in stop:
            yield word


def _telling(found: Iterable[str]) -> Counter[str]:
    """Return the counts of the words kept: the most frequent, of equals those that come first."""
    counts = Counter(found)  # keeps the order of first use
    return Counter(dict(counts.most_common(_KEPT)))


def _sorted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items()))


def _days(times: tuple[TimeExpression, ...]) -> tuple[str, ...]:
    """Return the days and months that are told of, as ISO text: "2031-05-20", "2031-05"."""
    told: Counter[str] = Counter()
    for time in times:
        if time.when is None or time.kind not in {TimeKind.DATE, TimeKind.TIME}:
            continue
        if time.when.precision is Precision.MONTH:
            told[time.when.start.isoformat()[:7]] += 1
        elif time.when.precision in {Precision.DAY, Precision.MINUTE} and time.when.days == 1:
            told[time.when.start.isoformat()] += 1
    return tuple(sorted(day for day, _ in told.most_common(_DAYS)))


_HEADLINE = 110
"""Longest headline made from a first sentence, in characters."""


def _headline(article: Article, parse: Parse) -> str | None:
    """Return the title, else the first sentence, cut at a word where it is long."""
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    for sentence in parse.sentences:
        told = " ".join(sentence.span.cut(article.text).split())
        if len(told) <= _HEADLINE:
            return told
        return told[:_HEADLINE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return None
