"""How much words tell of what a report is about: stop words nothing, words common in the news little."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dragoman.errors import ConfigError
from dragoman.ontology.tables import data_bytes

_RARE = 0.004
"""Share of reports taken for a word in no band; most such words are in fewer of 3,196 (2026-11-21)."""


@cache
def stopwords() -> frozenset[str]:
    """Return the words that are never counted, folded."""
    return frozenset(word for _, line in _lines("stopwords.txt") for word in line.split())


@cache
def commonness() -> Mapping[str, float]:
    """Return, for words common in the news, about the share of reports that use each."""
    found: dict[str, float] = {}
    for number, line in _lines("common_words.txt"):
        share, *words = line.split()
        if not share.isdigit() or not 0 < int(share) < 100:  # noqa: PLR2004 - of a hundred
            raise ConfigError(f"common_words.txt line {number}: {share!r} is no share of a hundred")
        for word in words:
            found.setdefault(word, int(share) / 100)
    return MappingProxyType(found)


def share_of_reports(word: str) -> float:
    """Return about what share of reports use the folded ``word``, for any word."""
    return commonness().get(word, _RARE)


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a word list with their numbers, without remarks."""
    for number, line in enumerate(data_bytes(name).decode("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line
