"""Words of office, role, rank and address found word by word: "prime minister", "spokesman", "Gen.", "Mr"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from dragoman.ontology.load import office_titles
from dragoman.ontology.naming import naming


class TitleKind(Enum):
    """How much a title tells."""

    OFFICE = "office"
    """An office of ``offices.csv``, which a table of terms may confirm."""
    ROLE = "role"
    RANK = "rank"
    HONORIFIC = "honorific"


@dataclass(frozen=True, slots=True)
class Title:
    """A title in small letters, word by word; ``office`` is a key of ``offices.csv``, or the kind of role."""

    words: tuple[str, ...]
    office: str
    kind: TitleKind
    plural: bool


@cache
def _by_first_word() -> dict[str, tuple[Title, ...]]:
    """Return all titles by their first word, longest first; of equal words the office wins over the role."""
    lists = naming()
    told: dict[tuple[str, ...], Title] = {}

    def add(phrase: str, office: str, kind: TitleKind, *, plural: bool = False) -> None:
        words = tuple(phrase.lower().split())
        if words:
            told.setdefault(words, Title(words, office, kind, plural))
        if "-" in phrase:
            add(phrase.replace("-", " "), office, kind, plural=plural)

    for row in office_titles():
        add(row.title, row.office, TitleKind.OFFICE)
        if row.plural:
            add(row.plural, row.office, TitleKind.OFFICE, plural=row.plural.lower() != row.title.lower())
    for word, kind in lists.roles:
        add(word, kind, TitleKind.ROLE, plural=word.endswith("s") and word[:-1] in dict(lists.roles))
    for word in sorted(lists.ranks):
        add(word, "rank", TitleKind.RANK)
    for word in sorted(lists.honorifics):
        add(word, "honorific", TitleKind.HONORIFIC)
    found: dict[str, list[Title]] = {}
    for words in sorted(told, key=lambda words: (-len(words), words)):
        found.setdefault(words[0], []).append(told[words])
    return {first: tuple(titles) for first, titles in found.items()}


def title_at(words: Sequence[str], place: int) -> Title | None:
    """Return the longest title that begins at ``words[place]`` (small letters), or ``None``."""
    for title in _by_first_word().get(words[place], ()):
        if tuple(words[place : place + len(title.words)]) == title.words:
            return title
    return None


@cache
def title_of(phrase: str) -> Title | None:
    """Return the title a phrase ends in: "former foreign minister" and "Foreign Minister" give the same."""
    words = phrase.lower().split()
    for place in range(len(words)):
        title = title_at(words, place)
        if title and place + len(title.words) == len(words):
            return title
    return None
