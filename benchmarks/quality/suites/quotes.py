"""The quotes stage on the rows of suite quotes (PolNeAR): attributions as that corpus writes them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from suites.building import article

from dragoman.stages.quotes import quotes
from dragoman.types import Quote, Span

_OPENING = re.compile(r"(?:''|[\"“«„'‘])$")
_CLOSING = re.compile(r"''|[\"”»'’]")
_THAT = re.compile(r"that\s+$")


class Fragment(TypedDict):
    """One stretch ``[start, end)`` of the text."""

    start: int
    end: int


def predict(rows: Sequence[Mapping[str, str]]) -> Iterator[dict[str, object]]:
    """Yield one prediction row per input row."""
    for row in rows:
        made, parse = article(row["id"], row["text"])
        found: dict[tuple[Span | None, Span | None], list[Span]] = {}
        for quote in quotes(made, parse, (), ()):
            content = _as_marked(row["text"], quote)
            found.setdefault((quote.speaker, quote.cue), []).append(content)
        yield {
            "id": row["id"],
            "attributions": [
                {
                    "source": _fragments([_with_comma(row["text"], speaker)] if speaker else []),
                    "cue": _fragments([cue] if cue else []),
                    "content": _fragments(sorted(contents)),
                }
                for (speaker, cue), contents in found.items()
            ],
        }


def _fragments(spans: Sequence[Span]) -> list[Fragment]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _as_marked(text: str, quote: Quote) -> Span:
    """Return the content as the corpus has it: with its quotation marks, and with the "that" before it."""
    start, end = quote.content.start, quote.content.end
    opening = _OPENING.search(text, max(0, start - 2), start)
    closing = _CLOSING.match(text, end)
    if opening:
        start, end = opening.start(), closing.end() if closing else end
    elif that := _THAT.search(text, max(0, start - 6), start):
        start = that.start()
    return Span(start, end)


def _with_comma(text: str, source: Span) -> Span:
    """Return the source with the comma that closes its apposition, which the corpus counts in."""
    if "," in source.cut(text) and text[source.end : source.end + 1] == ",":
        return Span(source.start, source.end + 1)
    return source
