"""A briefing as plain text for a terminal: wrapped, without colour."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from dragoman.render.anchors import Anchors, signs, tail
from dragoman.render.heading import counts, grouped, legend
from dragoman.render.plain import plain
from dragoman.types import Briefing, Parse, Section

_WIDEST = 100
_NARROWEST = 50
_MARKS = 3


def terminal(briefing: Briefing, parses: Iterable[Parse], width: int | None = None) -> str:
    """Return the briefing as text of at most ``width`` columns; by default as wide as the terminal.

    It is never narrower than 50 nor wider than 100 columns.

    A word longer than a line is not cut: an id stays whole.
    """
    columns = min(max(width or _columns(), _NARROWEST), _WIDEST)
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
    """Return the columns that COLUMNS or the terminal tells; 100 where neither does."""
    return shutil.get_terminal_size((_WIDEST, 24)).columns
