"""Read first: in which order to read the texts, what each adds, and which add nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.stages.briefingparts.material import Material, kept
from dragoman.stages.briefingparts.wording import counted, day_words, excerpt
from dragoman.types import Article, ArticleId, Evidence, Section, Statement


def read_first(material: Material, sections: Sequence[Section]) -> Section:
    """Return the texts in the order in which they add most to the lines of ``sections``.

    Each text is taken that supports most lines not yet supported by those before it; of equals the
    longer one, then the story's order. Texts that add no line are named with the one they repeat.
    """
    supports: dict[ArticleId, set[int]] = {key: set() for key in material.articles}
    lines = [line for section in sections for line in section.statements]
    for place, line in enumerate(lines):
        for one in line.basis.evidence:
            supports[one.article].add(place)
    return Section(
        "Read first",
        kept(_texts(material, supports)),
        "The texts hold no sentence that could be read.",
    )


def _texts(material: Material, supports: dict[ArticleId, set[int]]) -> Iterator[Statement | None]:
    covered: set[int] = set()
    left = list(material.articles)
    taken: list[ArticleId] = []
    while left:
        best = max(
            left, key=lambda key: (len(supports[key] - covered), _length(material, key), -left.index(key))
        )
        left.remove(best)
        added = len(supports[best] - covered)
        covered |= supports[best]
        yield _line(material, best, added, taken, supports)
        taken.append(best)


def _length(material: Material, key: ArticleId) -> int:
    return sum(len(told.words.split()) for told in material.told[key])


def _line(
    material: Material,
    key: ArticleId,
    added: int,
    before: list[ArticleId],
    supports: dict[ArticleId, set[int]],
) -> Statement | None:
    """Return what one text adds to those before it."""
    article = material.articles[key]
    origin = material.origin_of[key]
    same = [other for other in before if material.origin_of[other] == origin]
    alone = len(supports[key].difference(*(supports[other] for other in supports if other != key)))
    words = f"{_name(article)} (origin {origin}, {counted(_length(material, key), 'word')})"
    if not before:
        says = f"supports {counted(added, 'line')} of this briefing; begin here"
    elif added:
        says = f"adds {counted(added, 'line')} to the texts above"
    elif same:
        says = f"goes back to the same report as {_name(material.articles[same[0]])} and adds nothing new"
    else:
        says = "adds nothing new to the texts above, but tells it from an origin of its own"
    if added and same:
        says += ", though it goes back to the same report as one of them"
    if alone and len(material.articles) > 1:
        says += f"; {counted(alone, 'line')} rest{'s' if alone == 1 else ''} on it alone"
    group = "start here" if not before else ("adds" if added else "adds nothing new")
    line = material.statement(f"{words}: {says}.", _opening(material, key), (), group)
    return replace(line, marks=()) if line else None


def _opening(material: Material, key: ArticleId) -> tuple[Evidence, ...]:
    """Return the first sentence of a text."""
    return tuple(told.evidence for told in material.told[key][:1])


def _name(article: Article) -> str:
    day = f", {day_words(article.published.day)}" if article.published else ", undated"
    outlet = article.outlet or "Outlet not stated"
    title = article.title or article.location.rsplit("/", 1)[-1]
    return f"{outlet}, “{excerpt(title, 90)}”{day}"
