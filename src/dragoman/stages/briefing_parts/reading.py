"""Read first: in which order to read the texts, what each adds, and which add nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.stages.briefing_parts.material import Material, kept
from dragoman.stages.briefing_parts.wording import counted, day_words, excerpt
from dragoman.types import Article, ArticleId, Section, Statement

_FACTUAL = ("Facts", "Said", "Agenda", "Signals", "Where the texts differ")
_REMARKS = "reported in the texts' words"


def read_first(material: Material, sections: Sequence[Section]) -> Section:
    """Return the texts in the order in which they add most to the lines of ``sections``.

    Each text is taken that supports most lines not yet supported by those before it; of equals the
    longer one, then the story's order. A rewrite of a report that stands above adds only where it has
    facts, quotations, matters or signals of its own, since its remarks between them are seldom news.
    """
    lines = [_Line(section.title, line) for section in sections for line in section.statements]
    reader = _Reader(material, lines)
    return Section("Read first", kept(reader.lines()), "The texts hold no sentence that could be read.")


@dataclass(frozen=True, slots=True)
class _Line:
    section: str
    statement: Statement

    @property
    def is_fact(self) -> bool:
        """Whether a rewrite that alone has the line adds something by it."""
        return self.section in _FACTUAL and self.statement.group != _REMARKS


class _Reader:
    """Takes the texts one by one, by what they add."""

    def __init__(self, material: Material, lines: Sequence[_Line]) -> None:
        self.material = material
        self.lines_ = lines
        self.supports: dict[ArticleId, set[int]] = {key: set() for key in material.articles}
        for place, line in enumerate(lines):
            for one in line.statement.basis.evidence:
                self.supports[one.article].add(place)

    def lines(self) -> Iterator[Statement | None]:
        """Yield one line per text, the first to read first."""
        covered: set[int] = set()
        left = list(self.material.articles)
        taken: list[ArticleId] = []
        while left:
            best = max(left, key=lambda key: (len(self._new(key, covered, taken)), self._length(key)))
            left.remove(best)
            yield self._line(best, self._new(best, covered, taken), taken)
            covered |= self.supports[best]
            taken.append(best)

    def _new(self, key: ArticleId, covered: set[int], taken: Sequence[ArticleId]) -> list[_Line]:
        """Return the lines that a text adds to those taken before it."""
        new = [self.lines_[place] for place in sorted(self.supports[key] - covered)]
        return [line for line in new if line.is_fact] if self._kin(key, taken) else new

    def _kin(self, key: ArticleId, taken: Sequence[ArticleId]) -> list[ArticleId]:
        """Return the texts taken before that go back to the same report."""
        origin = self.material.origin_of
        return [other for other in taken if origin[other] == origin[key]]

    def _length(self, key: ArticleId) -> int:
        return sum(len(told.words.split()) for told in self.material.told[key])

    def _line(self, key: ArticleId, new: list[_Line], taken: Sequence[ArticleId]) -> Statement | None:
        """Return what one text adds to those before it."""
        article = self.material.articles[key]
        kin = self._kin(key, taken)
        where = Counter(line.section for line in new)
        parts = ", ".join(f"{section} {number}" for section, number in where.items())
        if not taken:
            says = (
                f"supports {counted(len(new), 'line')} of this briefing ({parts})"
                if new
                else "supports no line"
            )
        elif new:
            says = f"adds {counted(len(new), 'line')} ({parts})"
        elif kin:
            says = "adds nothing new"
        else:
            says = "adds nothing new, but tells it from an origin of its own"
        if kin:
            says += f"; goes back to the same report as {_name(self.material.articles[kin[0]])}"
        words = (
            f"{_name(article)}, {counted(self._length(key), 'word')}, origin {self.material.origin_of[key]}"
        )
        group = "start here" if not taken else ("adds" if new else "adds nothing new")
        opening = [told.evidence for told in self.material.told[key][:1]]
        line = self.material.statement(f"{words}: {says}.", opening, (), group)
        return replace(line, marks=()) if line else None


def _name(article: Article) -> str:
    day = f", {day_words(article.published.day)}" if article.published else ", undated"
    title = article.title or article.location.rsplit("/", 1)[-1]
    outlet = f"{article.outlet}, " if article.outlet else ""
    return f"{outlet}“{excerpt(title, 90)}”{day}"
