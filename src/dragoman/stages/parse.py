"""Article -> Parse: the sentences of the article lines, the part of each, and how the model reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from dragoman.ports import Reader
from dragoman.stages.parse_parts.telling import is_telling
from dragoman.text.sentences import sentence_spans
from dragoman.text.wrapping import blocks
from dragoman.types import Article, LineClass, Parse, Sentence, SentenceRole, Span

READS = (Article,)
WRITES = Parse
VERSION = 3


class Gate(Enum):
    """Which sentences the model reads."""

    TELLING = "telling"
    """Those that can hold a name, a quotation, an event or a cue: see ``is_telling``."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ParseSettings:
    """How much of an article the model reads."""

    gate: Gate = Gate.ALL
    """``all`` sentences are read, or the ``telling``: what can hold a name, a quotation or an event."""


_HEADING_WORDS = 16
"""Longest heading, in words. The headings of the open seed texts have up to 13 (2026-11-21)."""
_FINAL = ".!?…:;,"
_CLOSERS = "\"'”’»)] "


@cache
def _bullet() -> re.Pattern[str]:
    """Match the sign in front of a list item, with the space behind it."""
    return re.compile(r"\s*(?:[•‣◦⁃∙▪▸►●○■□◆★✓✔➤➢·*]\s*|[-–—]\s+|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+(?=\S))")


def parse(
    article: Article, reader: Reader | None = None, settings: ParseSettings | None = None
) -> Iterator[Parse]:
    """Yield one parse: the sentences of the article lines, numbered from 1, as ``reader`` reads them.

    No sentence crosses a line, but for the lines of a paragraph that was broken by width.
    """
    title = " ".join(article.title.split()) if article.title else None
    sentences: list[Sentence] = []
    for start, end in _stretches(article):
        text = article.text[start:end]
        if title is not None and " ".join(text.split()) == title:
            role, spans = SentenceRole.TITLE, _whole(text, start)
            title = None
        else:
            role, spans = _body(text, start)
        sentences.extend(
            Sentence(number, span, role) for number, span in enumerate(spans, len(sentences) + 1)
        )
    yield from read_again(article, Parse(article.id, article.digest, tuple(sentences)), reader, settings)


def read_again(
    article: Article, parsed: Parse, reader: Reader | None = None, settings: ParseSettings | None = None
) -> Iterator[Parse]:
    """Yield ``parsed`` with the readings of its sentences, which a parse from the store lacks."""
    if reader is None:
        yield parsed
        return
    gate = (settings or ParseSettings()).gate
    texts = [sentence.span.cut(article.text) for sentence in parsed.sentences]
    chosen = [gate is Gate.ALL or is_telling(text) for text in texts]
    made = iter(reader.read([text for text, wanted in zip(texts, chosen, strict=True) if wanted]))
    yield replace(parsed, readings=tuple(next(made) if wanted else None for wanted in chosen))


def _stretches(article: Article) -> Iterator[tuple[int, int]]:
    """Yield each article line, or the lines of a paragraph broken by width together, as [start, end)."""
    for first, last in blocks([article.text[line.start : line.end] for line in article.lines]):
        lines = article.lines[first : last + 1]
        if all(line.kind is LineClass.ARTICLE for line in lines):
            yield lines[0].start, lines[-1].end
            continue
        for line in lines:
            if line.kind is LineClass.ARTICLE:
                yield line.start, line.end


def _body(text: str, offset: int) -> tuple[SentenceRole, tuple[Span, ...]]:
    """Return the role of a line that is not the title, and its sentences."""
    bullet = _bullet().match(text)
    if bullet and not _is_initial(bullet[0], text[bullet.end() :]):
        item = text[bullet.end() :]
        return SentenceRole.LIST_ITEM, tuple(sentence_spans(item, offset + bullet.end()))
    if is_heading(text):
        return SentenceRole.HEADING, _whole(text, offset)
    return SentenceRole.BODY, tuple(sentence_spans(text, offset))


def is_heading(line: str) -> bool:
    """Tell whether a line reads as a heading: short, with no final stop, and not a quotation."""
    bare = line.strip()
    return (
        bool(bare)
        and len(bare.split()) <= _HEADING_WORDS
        and bare.rstrip(_CLOSERS)[-1:] not in _FINAL
        and bare[0] not in '"“'
        and bare[-1] not in '"”'
    )


def _is_initial(sign: str, rest: str) -> bool:
    """Tell whether what looks like a lettered item is a name ("J. Okoro said")."""
    letter, stop = sign.strip()[:1], sign.strip()[1:]
    return letter.isalpha() and letter.isupper() and stop == "." and rest[:1].isupper()


def _whole(text: str, offset: int) -> tuple[Span, ...]:
    """Return the line as one span without its outer white space."""
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    return (Span(offset + left, offset + right),) if left < right else ()
