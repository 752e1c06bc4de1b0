"""The word tables that the reading of verbs and of modality works with, as one value to pass along."""

from collections.abc import Mapping
from dataclasses import dataclass

_SHORT = 5


@dataclass(frozen=True, slots=True)
class Form:
    """A verb form: its ``lemma``, what it can be, and the share of its uses in which it is a verb.

    ``kinds`` holds B (base or plural present), S (third person), D (past), N (participle), G (-ing).
    """

    lemma: str
    kinds: str
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Verb forms by word, word classes by ``table.class``; compared by identity, as a key of caches."""

    forms: Mapping[str, Form]
    classes: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Tell whether ``word`` is in the class ``name``, such as ``grammar.modal``."""
        return word in self.classes[name]

    def noun(self, word: str) -> str:
        """Return ``word`` without a plural ending."""
        if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" is of "tie"
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "xes", "sses")):
            return word[:-2]
        return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word

    def form(self, word: str) -> Form | None:
        """Return the verb form of ``word``; words in -ed and -ing that no table has are taken for verbs."""
        known = self.forms.get(word)
        if known is not None or "-" in word or not word.isalpha() or word.endswith("thing"):
            return known
        if len(word) > _SHORT and word.endswith("ed"):
            return Form(word[:-2], "DN", 0.8)
        if len(word) > _SHORT + 1 and word.endswith("ing"):
            return Form(word[:-3], "G", 0.4)
        return None
