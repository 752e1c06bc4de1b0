"""A briefing as one self-contained HTML page, in which every line opens the sentences it rests on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dragoman.render.anchors import SIGNS, Anchor, Anchors
from dragoman.render.heading import counted, families, name
from dragoman.render.timeline import timeline
from dragoman.types import (
    Article,
    ArticleId,
    Briefing,
    Line,
    LineClass,
    Mark,
    Meeting,
    Parse,
    Sentence,
    SentenceRole,
    Statement,
)

_SHOWN = 4
"""Sentence links in a line; the rest unfolds."""
_BACK = 3
"""Links from a sentence back to the lines that rest on it."""
_DROPPED = {LineClass.METADATA: "about the text", LineClass.BOILERPLATE: "not part of the report"}


@dataclass(frozen=True, slots=True)
class PageLine:
    """A statement as it is drawn; ``number`` is as in 3.2, the second line of the third section."""

    number: str
    statement: Statement
    signs: tuple[tuple[str, str], ...]
    shown: tuple[Anchor, ...]
    more: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Neighbouring lines that share a label."""

    label: str | None
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section as it is drawn."""

    number: int
    title: str
    empty: str
    groups: tuple[PageGroup, ...]


@dataclass(frozen=True, slots=True)
class PageSentence:
    """A sentence with the numbers of the lines that rest on it; ``gap`` is what stands before."""

    gap: str
    number: int
    words: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """One line of an article: its sentences; or neighbouring lines set aside for one reason, as ``words``."""

    element: str
    sentences: tuple[PageSentence, ...] = ()
    dropped: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article as it is drawn; ``link`` is its address where that is safe to follow."""

    article: Article
    origin: int
    link: str | None
    lines: tuple[PageText, ...]


def page(
    briefing: Briefing,
    articles: Iterable[Article],
    parses: Iterable[Parse],
    meetings: Iterable[Meeting] = (),
) -> str:
    """Return the page: no script, nothing loaded from elsewhere; the same input gives the same bytes.

    The ``meetings`` are drawn on a line of time above the sections, those without a day at its end.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dragoman.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(counted=counted, name=name)
    articles = tuple(articles)
    parsed = {parse.article: parse for parse in parses}
    sections = _sections(briefing, Anchors(parsed.values()))
    used = _used(sections)
    origin = {source.article: source.origin for source in briefing.sources}
    drawn = [
        _article(article, parsed.get(article.id), origin.get(article.id, 0), used) for article in articles
    ]
    return environment.get_template("page.html").render(
        briefing=briefing,
        families=families(briefing),
        stops=timeline(meetings, articles, parsed.values()),
        sections=sections,
        articles=drawn,
        signs=[(mark.value, says) for mark, says in SIGNS.items()],
    )


def safe_link(address: str | None) -> str | None:
    """Return a plain web address, else nothing: no script or data address becomes a link."""
    from urllib.parse import urlsplit

    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None


def _sections(briefing: Briefing, anchors: Anchors) -> tuple[PageSection, ...]:
    """Return the sections with their lines numbered and grouped."""
    return tuple(
        PageSection(
            number,
            section.title,
            section.empty,
            _groups(
                [
                    _line(f"{number}.{place}", statement, anchors)
                    for place, statement in enumerate(section.statements, 1)
                ]
            ),
        )
        for number, section in enumerate(briefing.sections, 1)
    )


def _line(number: str, statement: Statement, anchors: Anchors) -> PageLine:
    found = anchors.of(statement)
    return PageLine(
        number=number,
        statement=statement,
        signs=tuple((mark.value, SIGNS[mark]) for mark in statement.marks if isinstance(mark, Mark)),
        shown=found[:_SHOWN],
        more=found[_SHOWN:],
    )


def _groups(lines: Sequence[PageLine]) -> tuple[PageGroup, ...]:
    """Return neighbouring lines with one label together."""
    return tuple(
        PageGroup(label, tuple(group)) for label, group in groupby(lines, lambda line: line.statement.group)
    )


def _used(sections: Iterable[PageSection]) -> Mapping[tuple[ArticleId, int], tuple[str, ...]]:
    """Return, by sentence, the numbers of the lines that rest on it."""
    found: dict[tuple[ArticleId, int], list[str]] = {}
    for section in sections:
        for group in section.groups:
            for line in group.lines:
                for anchor in (*line.shown, *line.more):
                    found.setdefault((anchor.article, anchor.number), []).append(line.number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _article(
    article: Article,
    parse: Parse | None,
    origin: int,
    used: Mapping[tuple[ArticleId, int], tuple[str, ...]],
) -> PageArticle:
    sentences = parse.sentences if parse else ()
    lines = tuple(_lines(article, sentences, used))
    return PageArticle(article, origin, safe_link(article.url), lines)


def _lines(
    article: Article, sentences: Sequence[Sentence], used: Mapping[tuple[ArticleId, int], tuple[str, ...]]
) -> Iterator[PageText]:
    """Yield the lines of an article that are not blank, neighbours set aside for one reason as one."""
    visible = [line for line in article.lines if article.text[line.start : line.end].strip()]
    shown = [line for line in visible if line.kind is not LineClass.BLANK]
    starts = [sentence.span.start for sentence in sentences]
    for kind, run in groupby(shown, lambda line: line.kind):
        if kind in _DROPPED:
            words = tuple(article.text[line.start : line.end].strip() for line in run)
            yield PageText("p", dropped=_DROPPED[kind], words=words)
            continue
        for line in run:
            here = sentences[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
            yield PageText(_element(here), tuple(_cut(article, line, here, used)))


def _element(sentences: Sequence[Sentence]) -> str:
    """Return the kind of line: the title is set as one, headings and list items too."""
    role = sentences[0].role if sentences else SentenceRole.BODY
    return {SentenceRole.TITLE: "title", SentenceRole.HEADING: "heading", SentenceRole.LIST_ITEM: "item"}.get(
        role, "p"
    )


def _cut(
    article: Article,
    line: Line,
    sentences: Sequence[Sentence],
    used: Mapping[tuple[ArticleId, int], tuple[str, ...]],
) -> Iterator[PageSentence]:
    """Yield the sentences of one line; what stands between them is kept as their gap."""
    last = line.start
    for sentence in sentences:
        lines = used.get((article.id, sentence.number), ())
        gap = article.text[last : sentence.span.start]
        yield PageSentence(gap, sentence.number, sentence.span.cut(article.text), lines)
        last = sentence.span.end
