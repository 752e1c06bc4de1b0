"""The sentences that a statement rests on, by the ids that ``dragoman show`` opens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.types import ArticleId, Evidence, Mark, Parse, Span, Statement

SIGNS = {
    Mark.PLANNED: "planned",
    Mark.HAPPENED: "happened",
    Mark.EXPECTED: "expected or possible",
    Mark.ONLY_ONE: "only one text says so",
}
"""What each mark says, in the order in which marks are explained."""
_SHOWN = 8
"""Characters of an article id in a sentence id."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One sentence that a statement rests on; ``span`` is the stretch of it that is evidence."""

    article: ArticleId
    number: int
    span: Span

    @property
    def id(self) -> str:
        """The id for ``dragoman show``: as in 3f2a9c1d.12."""
        return f"{self.article[:_SHOWN]}.{self.number}"


class Anchors:
    """Finds the sentences of evidence in the parses of a story."""

    def __init__(self, parses: Iterable[Parse]) -> None:
        self._parses: Mapping[ArticleId, Parse] = {parse.article: parse for parse in parses}

    def of(self, statement: Statement) -> tuple[Anchor, ...]:
        """Return the sentences of a statement in the order of its evidence, each once."""
        found: dict[tuple[ArticleId, int], Anchor] = {}
        for one in statement.basis.evidence:
            anchor = self._anchor(one)
            if anchor is not None:
                found.setdefault((anchor.article, anchor.number), anchor)
        return tuple(found.values())

    def _anchor(self, evidence: Evidence) -> Anchor | None:
        parse = self._parses.get(evidence.article)
        sentence = parse.at(evidence.span.start) if parse else None
        return Anchor(evidence.article, sentence.number, evidence.span) if sentence else None


def signs(statement: Statement) -> str:
    """Return the marks of a statement as they stand before its line."""
    return "".join(mark.value for mark in statement.marks)


def tail(statement: Statement, anchors: Anchors, most: int = 3) -> str:
    """Return what ends a line: texts and origins, then at most ``most`` sentence ids."""
    found = anchors.of(statement)
    ids = [anchor.id for anchor in found[:most]]
    if len(found) > most:
        ids.append(f"+{len(found) - most}")
    return f"({statement.texts}/{statement.origins}) [{' '.join(ids)}]"
