"""Topic words of the domains of relations, and the words of stance."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import data_bytes
from dragoman.types import Domain

_FILE = "domains.toml"


@cache
def _tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    read = tomllib.loads(data_bytes(_FILE).decode("utf-8"))
    return {name: {key: frozenset(words) for key, words in table.items()} for name, table in read.items()}


@cache
def topic_words() -> Mapping[str, frozenset[Domain]]:
    """Return the domains that each topic word, in the singular, speaks for."""
    found: dict[str, set[Domain]] = {}
    for name, words in _tables()["topics"].items():
        try:
            domain = Domain(name)
        except ValueError as error:
            raise RecordError(f"{_FILE}: topics.{name} is no domain") from error
        for word in words:
            found.setdefault(word, set()).add(domain)
    return MappingProxyType({word: frozenset(domains) for word, domains in found.items()})


@cache
def stance_words() -> Mapping[str, frozenset[str]]:
    """Return the words of stance by class: for, against, wants, neutral, territory, claims."""
    return MappingProxyType(dict(_tables()["stance"]))
