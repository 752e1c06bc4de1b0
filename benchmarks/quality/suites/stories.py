"""Suite ``stories``: which articles report the same event."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from suites.building import article
from dragoman.stages.stories import stories
from dragoman.stages.terms import terms


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield for each article the label of its story, all articles being one store."""
    made = []
    names: dict[str, str] = {}
    for row in rows:
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        built, parsed = article(row["id"], row["text"], published, row.get("title"))
        names[built.id] = row["id"]
        made.extend(terms(built, parsed, (), ()))
    for story in stories(tuple(made)):
        for member in story.articles:
            yield {"id": names[member], "story": story.id}
