"""Which words carry a full stop of their own, and what a stop after them means."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The word lists of ``data/abbreviations.toml``, without stops, in lower case but for ``openers``."""

    never_last: frozenset[str]
    before_figure: frozenset[str]
    may_be_last: frozenset[str]
    openers: frozenset[str]
    tails: frozenset[str]

    def holds(self, word: str) -> bool:
        """Tell whether ``word`` (without its stop) is abbreviated, so that the stop belongs to it."""
        folded = word.lower()
        return folded in self.never_last or folded in self.may_be_last


@cache
def abbreviations() -> Abbreviations:
    """Return the lists, read once."""
    table: dict[str, list[str]] = tomllib.loads(
        files("dragoman.text").joinpath("data/abbreviations.toml").read_text("utf-8")
    )
    return Abbreviations(
        never_last=frozenset(word.lower() for word in table["never_last"]),
        before_figure=frozenset(word.lower() for word in table["before_figure"]),
        may_be_last=frozenset(word.lower() for word in table["may_be_last"] + table["months"]),
        openers=frozenset(table["openers"]),
        tails=frozenset(table["tails"]),
    )
