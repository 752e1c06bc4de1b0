"""Texts with their spans marked in place, as ``[label|words]``: cases a person can read."""

import re

from dragoman.types import Span

_MARK = re.compile(r"\[(?P<label>\w+)\|(?P<words>[^\[\]]+)\]")


def read(marked: str) -> tuple[str, dict[str, Span]]:
    """Return the plain text and its spans by label."""
    plain, spans, last = "", {}, 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        spans[match["label"]] = Span(len(plain), len(plain) + len(match["words"]))
        plain += match["words"]
        last = match.end()
    return plain + marked[last:], spans


def write(text: str, spans: dict[str, Span]) -> str:
    """Put the marks back: the inverse of ``read`` for spans that do not overlap."""
    for label, span in sorted(spans.items(), key=lambda item: item[1], reverse=True):
        text = f"{text[: span.start]}[{label}|{span.cut(text)}]{text[span.end :]}"
    return text
