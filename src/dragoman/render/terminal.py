"""A briefing as plain text for a terminal: wrapped, without colour."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from dragoman.render.anchors import Anchors, signs, tail
from dragoman.render.heading import counts, grouped, legend
from dragoman.render.plain import plain
from dragoman.types import Briefing, Parse, Section

_WIDTH = 100
_NARROWEST = 40
_MARKS = 3


def terminal(briefing: Briefing, parses: Iterable[Parse], width: int | None = None) -> str:
    """Return the briefing as text of at most ``width`` columns; by default as wide as the terminal, or 100.

    A word longer than a line is not cut: an id stays whole.
    """
    columns = max(width or _columns(), _NARROWEST)
    anchors = Anchors(parses)
    lines = [
        *_wrapped(plain(briefing.title), columns),
        *_wrapped(counts(briefing), columns),
        "",
        *(line for told in grouped(briefing) for line in _set_in(told, columns)),
        "",
        *_wrapped(legend(), columns),
    ]
    for section in briefing.sections:
        lines += ["", section.title.upper(), *_section(section, anchors, columns)]
    return "\n".join(lines) + "\n"


def _section(section: Section, anchors: Anchors, columns: int) -> Iterator[str]:
    """Yield the lines under a heading."""
    if not section.statements:
        yield from _wrapped(f"  {section.empty}", columns, "  ")
    group: str | None = None
    for statement in section.statements:
        if statement.group != group and statement.group is not None:
            yield f"  {statement.group}"
        group = statement.group
        lead = f"  {signs(statement):<{_MARKS}}"
        yield from _wrapped(
            f"{plain(statement.text)} {tail(statement, anchors)}", columns, " " * len(lead), lead
        )


def _wrapped(text: str, columns: int, hang: str = "", lead: str = "") -> list[str]:
    return textwrap.wrap(
        text.strip(),
        columns,
        initial_indent=lead or hang,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _set_in(told: str, columns: int) -> list[str]:
    """Wrap a line of the origins, keeping its first spaces."""
    depth = len(told) - len(told.lstrip())
    return _wrapped(plain(told), columns, " " * (depth + 2 * bool(depth)), " " * depth)


def _columns() -> int:
    """Return the terminal's width, at most twice the usual one; the usual one where output goes elsewhere."""
    if not sys.stdout.isatty():
        return _WIDTH
    return min(shutil.get_terminal_size((_WIDTH, 24)).columns, 2 * _WIDTH)
