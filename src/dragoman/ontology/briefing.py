"""The words by which the sections of a briefing find their sentences, as plain tuples."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import data_bytes


@cache
def briefing_words() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of ``briefing.toml`` under ``table.list``; all are lower case and none is empty."""
    lists: dict[str, tuple[str, ...]] = {}
    for table, content in tomllib.loads(data_bytes("briefing.toml").decode("utf-8")).items():
        for name, words in content.items():
            if not words or any(word != word.lower() or not word.strip() for word in words):
                raise RecordError(f"briefing.toml: {table}.{name} is empty or has capitals")
            lists[f"{table}.{name}"] = tuple(words)
    return MappingProxyType(lists)
