"""Word and tags -> lemma: a table of exceptions first, then endings, the longest that is known."""

import gzip
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

Edit = tuple[int, str]
"""How a form becomes its lemma: so many signs off its end, these in their place."""
LONGEST_ENDING = 6


def plain(form: str, upos: str) -> str:
    """Return ``form`` as the table spells it: in small letters, unless it is a name."""
    return form if upos == "PROPN" else form.lower()


def edited(form: str, edit: Edit) -> str:
    """Return ``form`` with its ending changed; a form shorter than what would go stays as it is."""
    cut, added = edit
    return form[: len(form) - cut] + added if cut < len(form) else form


class Lemmas:
    """Finds lemmas by tag. ``training/reader/lemmas.py`` makes the table.

    ``forms`` holds ``"XPOS form"``, or ``"UPOS XPOS form"`` where the coarse tag matters too, with the lemma;
    ``endings`` holds per fine tag (Penn) the edit of each ending, that of the empty ending for the rest.
    A form of an unknown tag is its own lemma.
    """

    def __init__(self, forms: Mapping[str, str], endings: Mapping[str, Mapping[str, Edit]]) -> None:
        self._forms = forms
        self._endings = endings
        self._known = lru_cache(65_536)(self._find)

    @classmethod
    def load(cls, path: Path) -> "Lemmas":
        """Return the lemmas of a ``lemmas.json.gz``: ``forms``, and ``suffixes`` with ``[cut, added]``."""
        told = json.loads(gzip.decompress(path.read_bytes()))
        endings = {
            tag: {ending: (int(cut), str(added)) for ending, (cut, added) in rules.items()}
            for tag, rules in told["suffixes"].items()
        }
        return cls(told["forms"], endings)

    def of(self, form: str, upos: str, xpos: str) -> str:
        """Return the lemma of ``form`` with these tags."""
        return self._known(form, upos, xpos)

    def _find(self, form: str, upos: str, xpos: str) -> str:
        spelt = plain(form, upos)
        forms = self._forms
        known = forms.get(f"{upos} {xpos} {spelt}") or forms.get(f"{xpos} {spelt}")
        return self.by_ending(spelt, xpos) if known is None else known

    def by_ending(self, spelt: str, xpos: str) -> str:
        """Return what the endings alone make of a form as the table spells it."""
        rules = self._endings.get(xpos)
        if rules is None:
            return spelt
        for start in range(max(0, len(spelt) - LONGEST_ENDING), len(spelt) + 1):
            edit = rules.get(spelt[start:])
            if edit is not None:
                return edited(spelt, edit)
        return spelt


@cache
def shared_lemmas(path: Path) -> Lemmas:
    """Return the lemmas of a file, read once a process."""
    return Lemmas.load(path)
