"""Article -> TimeExpression: the words that tell a time, with their values and the days they name."""

from collections.abc import Iterator

from dragoman.text.timex import time_expressions
from dragoman.types import Article, Basis, Maker, Parse, TimeExpression

READS = (Article, Parse)
WRITES = TimeExpression
VERSION = 1

_MAKER = Maker("times", VERSION)


def times(article: Article, parse: Parse) -> Iterator[TimeExpression]:
    """Yield the time expressions of the sentences in reading order.

    They are read against the day the article says it was published, and never against the day it was
    collected.
    """
    anchor = article.published.day if article.published else None
    spans = tuple(sentence.span for sentence in parse.sentences)
    for hit in time_expressions(article.text, anchor, spans):
        basis = Basis((article.evidence(hit.span),), _MAKER)
        yield TimeExpression(hit.span, hit.kind, hit.value, hit.when, basis)
