"""What stands above the sections of a briefing: how many texts, and which go back to one report."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.render.anchors import SIGNS
from dragoman.types import Article, Briefing, Source

_ALL = 12
"""Most texts, and else most origins, that stand above a briefing on a terminal."""
_SHOWN = 8
"""Characters of a story's id that commands take."""


@dataclass(frozen=True, slots=True)
class Family:
    """One origin with its texts and the reasons for holding them to be one."""

    number: int
    sources: tuple[Source, ...]
    reasons: tuple[str, ...]


def families(briefing: Briefing) -> tuple[Family, ...]:
    """Return the origins of a briefing by number."""
    numbers = sorted({source.origin for source in briefing.sources})
    return tuple(_family(briefing, number) for number in numbers)


def _family(briefing: Briefing, number: int) -> Family:
    lead = f"Origin {number}: "
    return Family(
        number,
        tuple(source for source in briefing.sources if source.origin == number),
        tuple(r.removeprefix(lead) for r in briefing.origin_reasons if r.startswith(lead)),
    )


def counts(briefing: Briefing) -> str:
    """Return the counts of a briefing in one line."""
    as_of = f"as of {briefing.as_of.isoformat()}" if briefing.as_of else "as of no date: no text is dated"
    named = counted(briefing.publishers, "named publisher")
    origins = counted(briefing.origins, "independent origin")
    return f"{as_of}; {counted(briefing.texts, 'text')}, {named}, {origins}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 text", "2 texts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def legend() -> str:
    """Return what the marks and the brackets mean, in one line."""
    marks = ", ".join(f"{mark.value} {says}" for mark, says in SIGNS.items())
    return f"Marks: {marks}. (5/2) means 5 texts from 2 origins; dragoman show opens an id in [ ]."


def source_line(source: Source) -> str:
    """Return one text as it is listed: id, day, outlet, title."""
    day = (source.published or "undated")[:10]
    return f"{source.article[:8]}  {day}  {source.outlet or 'outlet not stated'}: {name(source)}"


def name(source: Source | Article) -> str:
    """Return the title of a text, or the last part of its location where it has none."""
    return source.title or source.location.rsplit("/", 1)[-1]


def grouped(briefing: Briefing) -> Iterator[str]:
    """Yield the origins as lines of plain text, the texts of each set in.

    Of more than 12 texts only the origins are told, with their counts and the first text of each.
    """
    found = families(briefing)
    if briefing.texts <= _ALL:
        for family in found:
            yield f"origin {family.number}: {counted(len(family.sources), 'text')}"
            for reason in family.reasons:
                yield f"  because: {reason}"
            for source in family.sources:
                yield f"  {source_line(source)}"
        return
    for family in sorted(found, key=lambda one: (-len(one.sources), one.number))[:_ALL]:
        first = ", the first is" if len(family.sources) > 1 else ""
        yield f"origin {family.number}: {counted(len(family.sources), 'text')}{first}"
        yield f"  {source_line(family.sources[0])}"
    left = len(found) - _ALL
    more = f"{counted(left, 'more origin')}; " if left > 0 else ""
    yield f"{more}the rest: dragoman show {briefing.story[:_SHOWN]}"
