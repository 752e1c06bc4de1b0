"""An article as it is compared with others of its story: words, quotations, specific facts in their order."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from dragoman.ontology.commonness import share_of_reports, stopwords
from dragoman.ontology.organisations import organisations_by_id
from dragoman.text.facts import Word, sentence_words
from dragoman.text.passages import runs
from dragoman.text.quotation import marked
from dragoman.text.similarity import Vector, text_counts, vector, weigher
from dragoman.text.vocabulary import folded, words
from dragoman.types import (
    Actor,
    Article,
    ArticleId,
    Link,
    Parse,
    Quote,
    QuoteKind,
    SentenceRole,
)

T = TypeVar("T", Link, Quote)

_SCARE = 4
"""Fewest words between marks that are a quotation; fewer are a term or a nickname."""
_QUOTE_RUN = 3
"""Words in a row by which two quotations are found to be of one utterance."""
_PRIOR = 100
"""Texts that the bands of common words stand for beside those of the story: see ``weigher``."""
_NUMBER = 1.5
"""How much more a number tells than a name as rare: rewriting keeps it or drops it, and seldom adds one."""
_WORDS = 5_000
"""Words of an article that are compared; the rest of a very long one costs time and tells no more."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One article made comparable.

    ``words`` are folded, ``quoted`` tells of each whether it stands in a quotation. ``facts`` are the
    actors, other names and numbers outside quotations, each once, in the order in which they are first told,
    with their ``weights``; ``holds`` are all those and all words, quoted or not. ``plain`` are the weighted
    content words outside quotations. ``said`` are the runs of words within quotations. ``outlet`` is the
    name by which other texts would cite the outlet, ``named`` what they name: the words of the body in one
    string, those that are no names left out. ``text`` is all there is, menus and credits too; ``credits``
    are the authors and agencies the text itself names.
    """

    article: ArticleId
    text: str
    outlet: str | None
    named: str
    credits: frozenset[str]
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    runs: frozenset[tuple[str, ...]]
    said: frozenset[tuple[str, ...]]
    facts: tuple[str, ...]
    weights: Mapping[str, float]
    plain: Vector
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of one article, of each whether it is quoted, and the actor it names, if a link says so."""

    article: Article
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    meant: tuple[str | None, ...]

    def content(self) -> Iterator[str]:
        """Yield the content words outside quotations."""
        stop = stopwords()
        for word, quoted in zip(self.words, self.quoted, strict=True):
            if not quoted and len(word.text) > 1 and word.text not in stop:
                yield word.text


def profiles(
    articles: Sequence[Article],
    parses: Sequence[Parse],
    links: Sequence[Link] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[Profile, ...]:
    """Return the profiles of the articles of one story; words that many of them use weigh less.

    Without links the names and numbers of the text itself are its facts.
    """
    parse_of = {parse.article: parse for parse in parses}
    quotes_of, meant_of = _by_article(quotes), _by_article(links)
    read = [
        _read(one, parse_of.get(one.id), quotes_of.get(one.id, []), meant_of.get(one.id, []))
        for one in articles
    ]
    uses = text_counts({word.text for word in one.words} for one in read)
    weight = weigher(len(read), uses, share_of_reports, _PRIOR)
    return tuple(_profile(one, weight) for one in read)


def _by_article(found: Iterable[T]) -> dict[ArticleId, list[T]]:
    """Return the findings of each article."""
    sorted_out: dict[ArticleId, list[T]] = {}
    for one in found:
        sorted_out.setdefault(one.basis.article, []).append(one)
    return sorted_out


def _profile(read: _Read, weight: Callable[[str], float]) -> Profile:
    """Return the profile of an article, given the weight of each word."""
    text = tuple(word.text for word in read.words)
    weights = _facts(read, weight)
    return Profile(
        article=read.article.id,
        text=read.article.text,
        outlet=_cited_as(read.article.outlet),
        named=" ".join(("", *(word.text if word.specific else "," for word in read.words), "")),
        credits=frozenset(_credits(read.article)),
        words=text,
        quoted=read.quoted,
        runs=runs(text),
        said=frozenset(
            run
            for place, run in enumerate(zip(text, text[1:], text[2:], strict=False))
            if all(read.quoted[place : place + _QUOTE_RUN])
        ),
        facts=tuple(weights),
        weights=weights,
        plain=vector(Counter(read.content()), weight),
        holds=frozenset(text) | {meant for meant in read.meant if meant},
    )


def _facts(read: _Read, weight: Callable[[str], float]) -> dict[str, float]:
    """Return the facts outside quotations with their weights, in the order in which they are first told.

    A fact weighs as much as the rarest word it is told with: "Seoul" and "South Korea" are one actor.
    """
    stop = stopwords()
    found: dict[str, float] = {}
    for word, quoted, meant in zip(read.words, read.quoted, read.meant, strict=True):
        named = word.specific and len(word.text) > 1 and word.text not in stop
        if not quoted and (meant or named):
            fact = meant or word.text
            more = _NUMBER if fact[0].isdigit() else 1.0
            found[fact] = max(found.get(fact, 0.0), weight(word.text) * more)
    return found


def _read(article: Article, parse: Parse | None, quotes: Sequence[Quote], links: Sequence[Link]) -> _Read:
    """Return the words of the body, of each whether it is quoted and what it means."""
    spans = [
        sentence.span
        for sentence in (parse.sentences if parse else ())
        if sentence.role in {SentenceRole.BODY, SentenceRole.LIST_ITEM}
    ]
    told = sentence_words(article.text, spans)[:_WORDS]
    inside = [False] * len(article.text)
    for start, end in (*_marked(article), *_found(quotes)):
        inside[start:end] = [True] * (end - start)
    meant: list[str | None] = [None] * len(article.text)
    for link in links:
        if _is_of_no_table(link.actor):
            continue
        meant[link.mention.start : link.mention.end] = [link.actor.id] * (
            link.mention.end - link.mention.start
        )
    return _Read(
        article, told, tuple(inside[word.start] for word in told), tuple(meant[word.start] for word in told)
    )


def _is_of_no_table(actor: Actor) -> bool:
    """Tell whether a body has an id made of its name: another text may call it by half of the name.

    Its words are facts one by one, which either text may have.
    """
    kind, _, code = actor.id.partition(":")
    return kind == "organisation" and code not in organisations_by_id()


def _marked(article: Article) -> Iterator[tuple[int, int]]:
    """Yield the quotations that marks or the signature of a post show."""
    for line in article.lines:
        text = article.text[line.start : line.end]
        if _signature().search(text):
            yield line.start, line.end
            continue
        for mark in marked(text, line.start):
            if len(mark.inner.cut(article.text).split()) >= _SCARE:
                yield mark.inner.start, mark.inner.end


@cache
def _signature() -> re.Pattern[str]:
    """Match the signature behind a post that a page shows: "— Ada Okoro (@adaokoro)"."""
    return re.compile(r"\(@\w+\)")


def _found(quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    """Yield the direct quotations that the quotes stage found."""
    for quote in quotes:
        if quote.kind is QuoteKind.DIRECT:
            yield quote.content.start, quote.content.end


@cache
def _dateline() -> re.Pattern[str]:
    """Match the credit in a dateline: "OSK (Halyard) - "."""
    return re.compile(r"^[^\n(]{0,60}\(([A-Z][^\n()]{1,30})\)\s*(?:[-–—]|--)", re.MULTILINE)


def _credits(article: Article) -> Iterator[str]:
    """Yield who is named as the maker of the text: authors and the agency of the dateline."""
    yield from article.authors
    for match in _dateline().finditer(article.text):
        yield match[1]


@cache
def _edition() -> re.Pattern[str]:
    """Match what outlets' names carry beside what they are cited by: "(Web News)", "- Politics", ".com"."""
    return re.compile(r"\s*(?:\(.*|\s[-–—|]\s.*|\.(?:com|org|net|co\.uk)\b.*)$", re.IGNORECASE)


_GENERIC = frozenset({"the", "new", "online", "web"})
"""Words of outlets' names that a text citing them may leave out; "news" is folded to "new"."""


def _cited_as(outlet: str | None) -> str | None:
    """Return the folded name by which others cite ``outlet``, between spaces; ``None`` if it is too short."""
    told = [folded(match[0]) for match in words(_edition().sub("", outlet or ""))]
    while told and told[0] == "the":
        told = told[1:]
    while told and told[-1] in _GENERIC:
        told = told[:-1]
    name = " ".join(told)
    return f" {name} " if len(name) > 2 else None  # noqa: PLR2004 - shorter ones are found anywhere
