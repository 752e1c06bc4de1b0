"""stories: which articles report the same event, all articles being one store."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from suites.building import article

from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.stories import stories
from dragoman.stages.terms import terms
from dragoman.stages.times import times


def predict(rows: Sequence[Mapping[str, str | None]]) -> Iterator[dict[str, object]]:
    """Yield for each article the label of its story."""
    made = []
    names: dict[str, str] = {}
    for row in rows:
        day = row.get("published")
        published = date.fromisoformat(day[:10]) if day else None
        built, parsed = article(str(row["id"]), str(row["text"]), published, row.get("title"))
        names[built.id] = str(row["id"])
        linked = tuple(links(built, parsed, tuple(mentions(built, parsed))))
        made.extend(terms(built, parsed, tuple(times(built, parsed)), linked))
    for story in stories(tuple(made)):
        for member in story.articles:
            yield {"id": names[member], "story": story.id}
