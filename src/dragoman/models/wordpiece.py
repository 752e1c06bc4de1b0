"""Words -> the pieces that the encoder knows, and how each word is written."""

import unicodedata
from collections.abc import Iterable
from enum import IntEnum

_LONGEST_WORD = 100
"""Longer words are one unknown piece, as in the tokenizer that the base weights were trained with."""

_IDEOGRAPHS = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0002fa1f"))
_REMEMBERED = 200_000
"""Words whose pieces are remembered: about 30 MB."""


class Case(IntEnum):
    """How a word is written. The vocabulary is in lower case alone, so the network is told beside it."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    LETTER = 4
    """One capital letter, as in an initial."""
    MIXED = 5
    MARK = 6
    """Not a word: the marks at both ends of a sentence."""


def case_of(word: str) -> Case:
    """Return how ``word`` is written."""
    if word.islower():
        return Case.LOWER
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return Case.NONE
    if word.isupper():
        return Case.LETTER if len(letters) == 1 else Case.UPPER
    if letters[0].isupper() and "".join(letters[1:]).islower():
        return Case.TITLE
    return Case.MIXED if any(sign.isupper() for sign in letters) else Case.LOWER


class WordPieces:
    """Cuts words into pieces of a fixed vocabulary: longest match first (Wu et al. 2016, section 4.1).

    It does what the uncased BERT tokenizer does to a single word. Results are remembered, since a few
    thousand words make up most of any text.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.first = self._ids["[CLS]"]
        self.last = self._ids["[SEP]"]
        self.mask = self._ids["[MASK]"]
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the piece ids of one word; never empty."""
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(word):
            found.extend(self._longest_first(part))
        return tuple(found) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            while end > start:
                number = self._ids.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
                end -= 1
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Return ``word`` in lower case, without accents and control signs, cut at each punctuation mark."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts: list[str] = []
    open_part = ""
    for sign in plain:
        kind = unicodedata.category(sign)
        if kind == "Mn" or (kind[0] == "C" and not sign.isspace()):
            continue
        if sign.isspace():
            parts.append(open_part)
            open_part = ""
        elif _stands_alone(sign, kind):
            parts += [open_part, sign]
            open_part = ""
        else:
            open_part += sign
    return [part for part in [*parts, open_part] if part]


def _stands_alone(sign: str, kind: str) -> bool:
    """Tell whether ``sign`` is a part of its own: punctuation, a symbol of ASCII, an ideograph."""
    if kind[0] == "P" or (sign.isascii() and not sign.isalnum()):
        return True
    return any(first <= sign <= last for first, last in _IDEOGRAPHS)
