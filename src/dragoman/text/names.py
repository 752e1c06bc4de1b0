"""Names of people as strings: their words, their family name, and one key for their many spellings."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

_TWINS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that Unicode does not take apart into a base letter and a mark."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST = 6
"""Words in a name at most, particles among them: "Abdel Fattah Saeed Hussein Khalil al-Sisi"."""


class Word(NamedTuple):
    """One word of a text without its possessive ending; ``owns`` tells that it had one.

    ``capital`` tells that it begins with a capital letter, behind a particle perhaps: "al-Sisi".
    """

    start: int
    end: int
    text: str
    owns: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Customs:
    """What one must know of naming: families that come first, and the small words inside names (folded)."""

    family_first: frozenset[str]
    particles: frozenset[str]


@cache
def _small_start() -> re.Pattern[str]:
    """Match a name that opens with a small particle joined to it."""
    return re.compile(r"(?:al|el|ul|as|an|ad|ash|d|l|ben|abu)[-‑'’][A-Z]")


@cache
def _word() -> re.Pattern[str]:
    """Match dotted letters, an initial, a short form with its stop, or a word with its hyphens."""
    short = "Mrs?|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Sens?|Reps?|Gov|Prof|Rev|Hon|Cmdr|Brig|Mt|Jr|Sr|Cllr"
    inner = r"(?:(?:['’ʼ‑-]|(?<=[^\W\d_])&(?=[^\W\d_]))[^\W_]+)*"
    return re.compile(rf"(?:[^\W\d_]\.){{2,}}|[A-Z]\.(?=[\s,])|\b(?:{short})\.|[^\W_]+{inner}")


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of ``text[start:end]`` in order, marks left out, "Lind's" as "Lind" that owns."""
    found = []
    for match in _word().finditer(text, start, end):
        told, last = match[0], match.end()
        owns = told[-1] == "s" and told[-2:] in ("'s", "’s", "ʼs") and len(told) > 2  # noqa: PLR2004 - the length of the ending
        if owns:
            told, last = told[:-2], last - 2
        capital = told[0].isupper() or (not told.isalpha() and _small_start().match(told) is not None)
        found.append(Word(match.start(), last, told, owns, capital))
    return tuple(found)


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return ``name`` in plain small letters, one blank between words: "Lee Jae-myung" is "lee jae myung"."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_TWINS)
    joined = re.sub(r"(?<=\w)['’ʼ`](?=\w)", "", plain)
    return " ".join(re.findall(r"[^\W_]+", joined))


def family_first(name: str, customs: Customs) -> bool:
    """Tell whether ``name`` has its family name in front.

    Examples: "Lee Chang-min", "Xi Jinping", "Nguyen Phu Trong".
    """
    pieces = name.split()
    if len(pieces) < 2 or folded(pieces[0]) not in customs.family_first:  # noqa: PLR2004 - a name and another
        return False
    rest = [piece for piece in pieces[1:] if folded(piece) not in SUFFIXES]
    if not rest:
        return False
    if folded(rest[-1]) in customs.family_first and "-" not in name and len(rest) > 1:
        return len(rest[-1]) <= len(pieces[0]) + 2
    return True


def families(name: str, customs: Customs) -> tuple[str, ...]:
    """Return the folded words ``name`` may be cut down to, likeliest first.

    "Sanae Takaichi" gives "takaichi", "Lee Chang-min" gives "lee", "Ursula von der Leyen" gives
    "von der leyen" and "leyen", "Abdel Fattah al-Sisi" gives "al sisi" and "sisi".
    """
    pieces = [piece for piece in name.split() if folded(piece) not in SUFFIXES]
    if not pieces:
        return ()
    last = folded(pieces[-1])
    found = [last]
    if "-" in pieces[-1] and last.split(" ")[0] in customs.particles:
        found.append(last.split(" ", 1)[1])
    start = len(pieces) - 1
    while start > 1 and folded(pieces[start - 1]) in customs.particles:
        start -= 1
    if start < len(pieces) - 1:
        found.insert(0, folded(" ".join(pieces[start:])))
    if family_first(name, customs):
        found.insert(0, folded(pieces[0]))
    elif _hyphened_given(pieces[0]) and len(pieces) == 2:  # noqa: PLR2004 - "Chang-min Lee"
        return (last,)
    return tuple(dict.fromkeys(found))


def key(name: str, customs: Customs) -> str:
    """Return one key for the spellings of one name, whatever the order, hyphens, accents or initials.

    "Lee Jae-myung", "Lee Jae Myung" and "Jae-myung Lee" share a key; so do "Ada Okoro" and "Ada N. Okoro".
    """
    pieces = name.split()
    if len(pieces) == 2 and _hyphened_given(pieces[0]) and folded(pieces[1]) in customs.family_first:  # noqa: PLR2004
        pieces.reverse()
    pieces = [piece.replace(".", "") for piece in pieces]
    kept = [folded(piece) for piece in pieces if len(pieces) <= 2 or len(folded(piece)) > 1]  # noqa: PLR2004
    return " ".join(piece for piece in kept if piece and piece not in SUFFIXES)


def same(one: str, other: str, customs: Customs) -> bool:
    """Tell whether two names are spellings of one.

    Examples: equal keys, or the same words in another order or joined.
    """
    first, second = key(one, customs), key(other, customs)
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return True
    return sorted(first.split()) == sorted(second.split())


def _hyphened_given(piece: str) -> bool:
    """Tell whether ``piece`` is built like "Chang-min": two parts, the second small."""
    left, mark, right = piece.partition("-")
    return bool(mark) and left[:1].isupper() and right[:1].islower() and right.isalpha()


def shaped_like_a_person(name: str, customs: Customs) -> bool:
    """Tell whether the form alone shows a person: "Lee Chang-min", "Ada N. Okoro", "Omar bin Hadi"."""
    pieces = name.split()
    if not 2 <= len(pieces) <= _LONGEST:  # noqa: PLR2004 - a name and another
        return False
    if any(_hyphened_given(piece) for piece in pieces):
        return len(pieces) == 2 or folded(pieces[0]) in customs.family_first  # noqa: PLR2004
    inner = pieces[1:-1]
    return any(len(piece) == 2 and piece.endswith(".") and piece[0].isupper() for piece in inner) or any(  # noqa: PLR2004
        piece in ("bin", "ibn", "bint") for piece in inner
    )


def name_run(found: tuple[Word, ...], first: int, text: str, customs: Customs) -> int:
    """Return the index past the capital words that run on from ``first`` with single blanks between them.

    Particles join ("Ursula von der Leyen"), but never end a run; a possessive ends it.
    """
    last = past = first
    while last < len(found) and last - first < _LONGEST:
        word = found[last]
        if last > first and not _runs_on(found, last, text):
            break
        if word.capital and word.text[0].isalpha():
            past = last + 1
        elif last == first or word.text not in customs.particles:
            break
        last += 1
    return past


def _runs_on(found: tuple[Word, ...], place: int, text: str) -> bool:
    """Tell whether the word at ``place`` goes on a name.

    Examples: behind one blank, or as a pet name in quotation marks.
    """
    if found[place - 1].owns:
        return False
    gap = text[found[place - 1].end : found[place].start]
    if gap in (" ", "\u00a0"):
        return True
    if gap in (" “", ' "') and place + 1 < len(found):
        return text[found[place].end : found[place + 1].start] in ("” ", '" ') and found[place + 1].capital
    return (
        gap in ("” ", '" ')
        and place > 1
        and text[found[place - 2].end : found[place - 1].start] in (" “", ' "')
    )
