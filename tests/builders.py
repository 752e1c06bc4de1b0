"""Articles with their mentions, links and times made by hand, from texts with the spans marked in place.

``[person_Ana_Holt|Premier Holt]`` is a person and a link to that person, ``[state_NOR|Norland]`` a state,
``[organisation_UN|...]`` an organisation, ``[place_x|Nordhavn]`` a place with no link, and
``[time_20260113|Tuesday]`` a day. A text may hold several lines; each is article text.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dragoman.stages.parse import Gate, ParseSettings, parse
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleId,
    Assertion,
    Basis,
    Line,
    LineClass,
    Link,
    Maker,
    Mention,
    MentionKind,
    Parse,
    Precision,
    Published,
    Span,
    TimeExpression,
    TimeKind,
    When,
)

if TYPE_CHECKING:
    from dragoman.models.cached import CachedReader

_MARK = re.compile(r"\[(?P<label>\w+)\|(?P<words>[^\[\]]+)\]")
_KINDS = {
    "person": (MentionKind.PERSON, ActorKind.PERSON),
    "state": (MentionKind.STATE, ActorKind.STATE),
    "organisation": (MentionKind.ORGANISATION, ActorKind.ORGANISATION),
}
MAKER = Maker("tests", 1)


class Told:
    """A text with what stands in it: its article, parse, mentions, links, times, and other spans by label."""

    def __init__(
        self, marked: str, published: date | None = date(2026, 1, 12), title: str | None = None
    ) -> None:
        """Read the marks off ``marked``."""
        self.labels: dict[str, Span] = {}
        found: list[tuple[str, Span]] = []
        plain, last = "", 0
        for match in _MARK.finditer(marked):
            plain += marked[last : match.start()]
            found.append((match["label"], Span(len(plain), len(plain) + len(match["words"]))))
            plain += match["words"]
            last = match.end()
        plain += marked[last:]
        self.article, self.parse = read(plain, published, title)
        self.mentions: tuple[Mention, ...] = ()
        self.links: tuple[Link, ...] = ()
        self.times: tuple[TimeExpression, ...] = ()
        for label, span in found:
            self._keep(label, span)

    def _keep(self, label: str, span: Span) -> None:
        kind, _, name = label.partition("_")
        basis = Basis((self.article.evidence(span),), MAKER)
        words = span.cut(self.article.text)
        if kind in _KINDS and name:
            mention, actor = _KINDS[kind]
            spoken = name.replace("_", " ")
            key = name.lower().replace("_", "-") if kind == "person" else name
            self.mentions += (Mention(span, mention, words, None, basis),)
            self.links += (Link(span, Actor(ActorId(f"{kind}:{key}"), actor, spoken), None, "mark", basis),)
        elif kind == "place" and name:
            self.mentions += (Mention(span, MentionKind.PLACE, words, None, basis),)
        elif kind == "time" and name:
            day = date.fromisoformat(name)
            when = When(day, day + timedelta(days=1), Precision.DAY, words)
            self.times += (TimeExpression(span, TimeKind.DATE, day.isoformat(), when, basis),)
        else:
            self.labels[label] = span


def article(text: str, published: date | None = date(2026, 1, 12), title: str | None = None) -> Article:
    """Return ``text`` as an article with every line that is not blank an article line."""
    lines, start = [], 0
    for line in text.split("\n"):
        kind = LineClass.ARTICLE if line.strip() else LineClass.BLANK
        lines.append(Line(start, start + len(line), kind))
        start += len(line) + 1
    return Article(
        id=ArticleId("a1"),
        location="a1",
        url=None,
        outlet=None,
        title=title,
        authors=(),
        published=Published(published, published.isoformat()) if published else None,
        text=text,
        lines=tuple(lines),
    )


def parsed(text: str) -> tuple[Article, Parse]:
    """Return ``text`` as an article and its parse."""
    made = article(text)
    (parse_,) = parse(made)
    return made, parse_


@cache
def reader() -> "CachedReader":
    """Return the reader that the product brings along; the tests of one process read a sentence once."""
    from dragoman.models.cached import shipped_reader
    from dragoman.pipeline.readings import RecentReadings

    return shipped_reader(RecentReadings())


def read(
    text: str, published: date | None = date(2026, 1, 12), title: str | None = None
) -> tuple[Article, Parse]:
    """Return ``text`` as an article and its parse with a reading of every sentence."""
    made = article(text, published, title)
    (parse_,) = parse(made, reader(), ParseSettings(Gate.ALL))
    return made, parse_


def assertions_of(told: Told) -> tuple[Assertion, ...]:
    """Return the assertions of a told text, with no quotes."""
    from dragoman.stages.assertions import assertions

    return tuple(assertions(told.article, told.parse, told.times, told.links, ()))
