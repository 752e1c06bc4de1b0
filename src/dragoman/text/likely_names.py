"""Runs of capitalised words that may be people, for texts in which no names were sought."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.text.grammar import grammar
from dragoman.types import Span


def likely_names(text: str, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield runs of capitalised words that may be people, in reading order: name, and title with name."""
    known = grammar()
    for sentence in sentences:
        for match in _run().finditer(text, sentence.start, sentence.end):
            parts = [(part.group(), match.start() + part.start()) for part in re.finditer(r"\S+", match[0])]
            while parts and (
                parts[0][0].rstrip(".").lower() in known.titles
                or "." in parts[0][0][:-1]
                or known.is_closed(parts[0][0].lower())
            ):
                parts = parts[1:]
            if not parts:
                continue
            end = parts[-1][1] + len(re.sub(r"['’]s?$|\.$", "", parts[-1][0]))
            if end > parts[0][1] and not parts[0][0].isdigit():
                yield Span(parts[0][1], end), Span(match.start(), end)


@cache
def _run() -> re.Pattern[str]:
    """Match a run of capitalised words, with particles inside."""
    word = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w’'-]*)"
    return re.compile(
        rf"\b{word}(?:[ \u00a0](?:(?:de|al|bin|van|von|der|el|da|del|la|ibn)[ \u00a0])?{word}){{0,6}}"
    )
