"""The words by which the frame of a page is told from its report, as plain tuples."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import RecordError


@cache
def page_words() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of ``lines.toml`` under ``table.list``; all are lower case and none is empty."""
    text = (files("dragoman.ontology") / "data" / "lines.toml").read_text(encoding="utf-8")
    lists: dict[str, tuple[str, ...]] = {}
    for table, content in tomllib.loads(text).items():
        for name, words in content.items():
            if not words or any(word != word.lower() or not word.strip() for word in words):
                raise RecordError(f"lines.toml: {table}.{name} is empty or has capitals")
            lists[f"{table}.{name}"] = tuple(words)
    return MappingProxyType(lists)
