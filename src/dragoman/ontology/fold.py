"""Spellings made comparable: without accents, case, hyphens, apostrophes and full stops."""

import unicodedata
from functools import lru_cache

_PLAIN = "øoØOłlŁLđdĐDıiəaƏAðdÐDħhĦH- ‐ ‑ – "
_LETTERS = (
    str.maketrans(_PLAIN[::2], _PLAIN[1::2])
    | str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"})
    | str.maketrans("", "", "'’‘ʻʼ`.")
)
"""Letters that Unicode does not decompose, and marks that one spelling has and another lacks."""


def unaccented(name: str) -> str:
    """``name`` with each accented letter as its plain letter, all else kept: ``São`` gives ``Sao``."""
    return "".join(ch for ch in unicodedata.normalize("NFKD", name) if not unicodedata.combining(ch))


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """The form in which names are compared: ``Bab el-Mandeb`` gives ``bab el mandeb``."""
    return " ".join(unaccented(name.translate(_LETTERS)).casefold().split())


def compact(name: str) -> str:
    """``folded`` without spaces: ``Jae-myung``, ``Jae Myung`` and ``Jaemyung`` give one form."""
    return folded(name).replace(" ", "")
