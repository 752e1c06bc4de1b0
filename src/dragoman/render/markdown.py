"""A briefing as Markdown (CommonMark)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.render.anchors import Anchors, signs, tail
from dragoman.render.heading import counted, counts, families, legend, source_line
from dragoman.render.plain import plain
from dragoman.types import Briefing, Parse, Section


def markdown(briefing: Briefing, parses: Iterable[Parse]) -> str:
    """Return the briefing as Markdown; signs of Markdown and HTML in what the texts say are escaped."""
    anchors = Anchors(parses)
    lines = [f"# {_escaped(briefing.title)}", "", f"{counts(briefing)}.", ""]
    for family in families(briefing):
        lines.append(f"- origin {family.number}: {counted(len(family.sources), 'text')}")
        lines += [f"  - because: {_escaped(reason)}" for reason in family.reasons]
        lines += [f"  - {_escaped(source_line(source))}" for source in family.sources]
    lines += ["", _escaped(legend())]
    for section in briefing.sections:
        lines += ["", f"## {section.title}", "", *_section(section, anchors)]
    return "\n".join(lines) + "\n"


def _section(section: Section, anchors: Anchors) -> Iterator[str]:
    """Yield the lines under a heading."""
    if not section.statements:
        yield section.empty
    group: str | None = None
    for place, statement in enumerate(section.statements):
        if statement.group != group and statement.group is not None:
            if place:
                yield ""
            yield f"### {_escaped(statement.group)}"
            yield ""
        group = statement.group
        marks = f"`{signs(statement)}` " if statement.marks else ""
        yield f"- {marks}{_escaped(statement.text)} `{tail(statement, anchors)}`"


def _escaped(text: str) -> str:
    """Return text of the open web so that no sign of it is read as Markdown or HTML."""
    return _special().sub(r"\\\g<0>", plain(text)).replace("&", "&amp;").replace("<", "&lt;")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(r"[\\`*_\[\]#|~>!]|^(?:[-+]|\d+[.)])(?=\s)")
