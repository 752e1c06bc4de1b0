"""Cut a text into the words and marks that Universal Dependencies counts: what the reader model reads."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.text.abbreviations import abbreviations
from dragoman.types import Span

VERSION = 1
"""Raised when the same text would be cut otherwise, so that readings that were kept are made again."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of ``data/words.toml``."""

    prefixes: frozenset[str]
    never_given: frozenset[str]
    cuts: dict[str, int]


@cache
def _lists() -> _Lists:
    table = tomllib.loads(files("dragoman.text").joinpath("data/words.toml").read_text("utf-8"))
    return _Lists(frozenset(table["prefixes"]), frozenset(table["never_given"]), table["cuts"])


@cache
def _piece() -> re.Pattern[str]:
    """Match one token, in order of precedence; hyphens and clitics are looked at afterwards."""
    ends = "com|org|net|gov|edu|mil|int|info|io|eu|uk|de|fr|cn|jp|kr|ru|in|au"
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]']   # an address
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # a mail address
        | [@\#](?=[^\W\d])\w+                                 # a handle or a tag
        | [\w-]+(?:\.[\w-]+)*\.(?:{ends})\b(?!\.\w)           # example.org
        | [:;]-?[()DPp](?!\w) | \^_\^ | <3                    # faces
        | (?:[^\W\d_]\.){{2,}}                                # U.S.  a.m.
        | (?:\d{{1,4}}[-.])?\d{{3}}-\d{{3,4}}-\d{{4}}\b | \d{{3}}-\d{{4}}\b  # telephone numbers
        | \d+(?:[.,:/]\d+)*+(?:st|nd|rd|th|s)?(?!\w)          # 10  3.5  1,200  15:30  13th  1990s
        | \d+(?:[.,:]\d+)*                                    # the figure of "5pm", "10km"
        | [^\W_]+(?:['’ʼ.&](?=[^\W\d_])[^\W_]+)*(?:['’](?=s\b))?  # Okoro  o'clock  AT&T
        | ['’](?:s|S|ll|re|ve|d|m)\b | ``|''                  # a clitic cut off; marks of two signs
        | \.{{2,}} | [!?]{{2,}} | -{{2,}} | ([=*_~+<>\#|^$])\1+  # marks that stand for one
        | \S
        """,
        re.VERBOSE,
    )


@cache
def _clitic() -> re.Pattern[str]:
    """Match what is cut off the end of a word: n't 's 'll 're 've 'd 'm, and the bare mark of "states'"."""
    return re.compile(r"(?:n['’ʼ]t|['’ʼ](?:s|ll|re|ve|d|m)|['’ʼ])$", re.IGNORECASE)


def words(text: str) -> tuple[Span, ...]:
    """Return the words and marks of ``text`` in reading order; together they hold every visible character.

    The manner is that of UD English EWT: "do" + "n't", "Japan" + "'s", "long" + "-" + "term", "can" + "not".
    Prefixed words ("non-aligned"), dotted letters ("U.S.") and abbreviations ("Jan.") stay whole. One rule is
    our own: the hyphen of a given name stays inside it ("Yang Kee-ho"), so that a part of a name is one word.
    """
    found: list[Span] = []
    for chunk in re.finditer(r"\S+", text):
        start = chunk.start()
        plain = _simple(chunk[0])
        if plain is not None:
            found.extend([Span(start + first, start + end) for first, end in plain])
        else:
            _cut(text, start, chunk.end(), found)
    return tuple(found)


@lru_cache(maxsize=65_536)
def _simple(chunk: str) -> tuple[tuple[int, int], ...] | None:
    """Return the words of a run without white space where its neighbours do not matter, or ``None``."""
    if chunk.isalpha() and chunk.lower() not in _lists().cuts:
        return ((0, len(chunk)),)
    if "." in chunk or "-" in chunk or "'" in chunk or "’" in chunk:
        return None
    found: list[Span] = []
    _cut(chunk, 0, len(chunk), found)
    return tuple((span.start, span.end) for span in found)


def _cut(text: str, start: int, end: int, found: list[Span]) -> None:
    """Add the words of ``text[start:end]``, which holds no white space, to ``found``."""
    for match in _piece().finditer(text, start, end):
        first, last = match.span()
        if match[0] == "." and found and found[-1].end == first and _owns_stop(text, found[-1], first):
            found[-1] = Span(found[-1].start, last)
        elif match[0][0].isalpha() and "@" not in match[0] and "/" not in match[0]:
            found.extend(_inner(text, first, last))
        else:
            found.append(Span(first, last))
    _join_hyphens(text, start, found)


def _inner(text: str, first: int, last: int) -> list[Span]:
    """Return a word without its clitic, and the clitic; or the halves of "cannot"."""
    word = text[first:last]
    cut = _lists().cuts.get(word.lower())
    if cut is not None and word[1:].islower():
        return [Span(first, first + cut), Span(first + cut, last)]
    clitic = _clitic().search(word) if "'" in word or "’" in word or "ʼ" in word else None
    if clitic and clitic.start() > 0:
        middle = first + clitic.start()
        return [Span(first, middle), Span(middle, last)]
    return [Span(first, last)]


def _join_hyphens(text: str, start: int, found: list[Span]) -> None:
    """Join prefixed words and hyphened given names again, among the words of ``found`` from ``start`` on."""
    place = len(found) - 2
    while place > 0 and found[place - 1].start >= start:
        left, hyphen, right = found[place - 1], found[place], found[place + 1]
        touching = left.end == hyphen.start and hyphen.end == right.start
        if touching and hyphen.cut(text) in {"-", "‑"} and _belongs(text, left, right):
            found[place - 1 : place + 2] = [Span(left.start, right.end)]
            place -= 1
        place -= 1


def _belongs(text: str, left: Span, right: Span) -> bool:
    """Tell whether the words on both sides of a hyphen are one word."""
    before, behind = left.cut(text), right.cut(text)
    if not behind[:1].isalpha():
        return False
    if before.lower() in _lists().prefixes and text[right.end : right.end + 1] != "-":
        return left.start == 0 or text[left.start - 1] != "-"
    given = before[:1].isupper() and before[1:].islower() and behind.islower() and behind.isalpha()
    if not given or len(before) > 6 or len(behind) > 6 or behind in _lists().never_given:  # noqa: PLR2004
        return False
    return _capital_before(text, left.start) or _capital_behind(text, right.end)


def _capital_before(text: str, start: int) -> bool:
    """Tell whether the word in front begins with a capital and is no more than a blank away."""
    if text[start - 1 : start] != " ":
        return False
    word = text[max(0, start - 16) : start - 1].rpartition(" ")[2]
    return word[:1].isupper() and word.isalpha() and word not in abbreviations().openers


def _capital_behind(text: str, end: int) -> bool:
    """Tell whether the word behind begins with a capital and is no more than a blank away."""
    blank, first, second = (text[at : at + 1] for at in range(end, end + 3))
    return blank == " " and first.isupper() and second.islower()


def _owns_stop(text: str, word: Span, stop: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to the word before it."""
    lists = abbreviations()
    bare = word.cut(text)
    ends = not text[stop + 1 :].strip()
    if bare.lower() in {"etc", "vs"}:
        return True
    if lists.holds(bare) and not bare.islower():
        return not ends or bare.lower() in lists.never_last
    follows = text[stop + 1 : stop + 3].lstrip()[:1]
    if bare.lower() in lists.before_figure:
        return follows.isdigit()
    return len(bare) == 1 and bare.isupper() and bare != "I" and follows.isupper()
