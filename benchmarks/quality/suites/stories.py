"""stories: which articles report the same event, all articles being one store."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from suites.building import article

from dragoman.stages.stories import stories
from dragoman.stages.terms import terms
from dragoman.stages.times import times


def predict(rows: Sequence[Mapping[str, str | None]]) -> Iterator[dict[str, object]]:
    """Yield for each article the label of its story. Links are left out: grouping does not read them."""
    made = []
    names: dict[str, str] = {}
    for row in rows:
        day = row.get("published")
        published = date.fromisoformat(day[:10]) if day else None
        built, parsed = article(str(row["id"]), str(row["text"]), published, row.get("title"))
        names[built.id] = str(row["id"])
        made.extend(terms(built, parsed, tuple(times(built, parsed)), ()))
    for story in stories(tuple(made)):
        for member in story.articles:
            yield {"id": names[member], "story": story.id}
