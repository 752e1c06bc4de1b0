"""The times stage on the rows of suite times (TempEval-3): spans, TIMEX3 types and values."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from suites.building import article

from dragoman.stages.times import times


def predict(rows: Sequence[Mapping[str, str]]) -> Iterator[dict[str, object]]:
    """Yield one prediction row per input row."""
    for row in rows:
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        made, parse = article(row["id"], row["text"], published)
        yield {
            "id": row["id"],
            "times": [
                {
                    "start": found.span.start,
                    "end": found.span.end,
                    "type": found.kind.value,
                    "value": found.value,
                }
                for found in times(made, parse)
            ],
        }
