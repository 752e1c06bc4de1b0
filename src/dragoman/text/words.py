"""Cut a text into the words and marks that Universal Dependencies counts: what the reader model reads."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.text.abbreviations import abbreviations
from dragoman.types import Span

VERSION = 2
"""Raised when the same text would be cut otherwise, so that readings that were kept are made again."""
_HYPHENS = frozenset("-‑")
_NEEDS_NEIGHBOURS = _HYPHENS | {"."}
"""Marks that are read by the words around their run: a stop may be an abbreviation's, a hyphen a name's."""
_LONGEST_KEPT = 40
"""Longest run that is remembered; prose has few longer ones, and they seldom come again."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of ``data/words.toml``."""

    prefixes: frozenset[str]
    given: frozenset[str]
    never_given: frozenset[str]
    cuts: dict[str, int]


@cache
def _lists() -> _Lists:
    table = tomllib.loads(files("dragoman.text").joinpath("data/words.toml").read_text("utf-8"))
    return _Lists(
        frozenset(table["prefixes"]),
        frozenset(table["given"]),
        frozenset(table["never_given"]),
        table["cuts"],
    )


@cache
def _piece() -> re.Pattern[str]:
    """Match one token, in order of precedence; hyphens and clitics are looked at afterwards.

    What could run over a whole line (mail addresses, host names) is tried once in each such run, so that
    endless slugs and codes cost no more than prose.
    """
    ends = "com|org|net|gov|edu|mil|int|info|io|eu|uk|de|fr|cn|jp|kr|ru|in|au"
    kinds = "docx?|pdf|xlsx?|ppt|jpe?g|png|txt|csv|html?|zip"
    begins = r"(?<=[a-z]{2}\.)[A-Z][a-z]"  # a sentence, where the white space in front was lost
    joins = rf"(?:['’ʼ&](?=[^\W\d_]) | _+ | \.(?!{begins})(?=[^\W\d_]))"
    sign = r"(?:(?<![\w+])\+ | (?<![\w.])\.)"
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]']  # an address
        | (?<![\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)*        # a mail address
        | [@\#](?=[^\W\d])\w+                               # a handle or a tag
        | (?<![\w.-])\w[\w-]*+(?:\.[\w-]++)*?\.(?:(?:{ends})\b(?!\.\w)|(?i:{kinds})\b)  # a-b.org  c.pdf
        | [:;=]-?[()](?!\w) | (?<!\w)[:;=]-?[DPpO](?![\w'’]) | \^_\^ | <3  # faces
        | (?:[^\W\d_]\.){{2,}}                              # U.S.  a.m.
        | (?:\d{{1,4}}[-.])?\d{{3}}-\d{{3,4}}-\d{{4}}\b | \d{{3}}-\d{{4}}\b  # telephone numbers
        | (?<![\w-])\d{{1,4}}-\d\d?-\d{{2,4}}(?![\w-])      # 2026-11-28  28-11-26
        | (?<!\w)[A-Z]{{1,2}}\$                             # US$
        | \d*[1-9]0['’]s\b                                  # 80's
        | {sign}?\d+(?:[.,:/]\d+)*+(?:st|nd|rd|th|s)?(?!\w)  # 10  3.5  .5  15:30  13th  1990s
        | \d+(?:[.,:]\d+)*                                  # the figure of "5pm", "10km"
        | [^\W_]+(?:{joins}[^\W_]+)*                        # Okoro  o'clock  AT&T
        | ['’](?:s|S|ll|re|ve|d|m)\b | ``|''|’’|‘‘          # a clitic cut off; marks of two signs
        | \.{{2,}} | [!?]{{2,}} | -{{2,}} | ([=*_~+<>\#|^$])\1+  # marks that stand for one
        | \S
        """,
        re.VERBOSE,
    )


@cache
def _given_name() -> re.Pattern[str]:
    """Match "Kee-ho": two syllables as Korean and Chinese names are written in Latin letters."""
    onset = "(?:ts|tz|hs|[kpstcgzw]h|[bcdfghjklmnprstvwyz])?[wy]?"
    syllable = f"(?:tsz|{onset}[aeiou]{{1,3}}(?:ng|h?[hklmnprtbc])?)"
    return re.compile(f"(?=[A-Z])(?i:{syllable})[-‑]{syllable}")


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
        plain = _simple(chunk[0]) if chunk.end() - start <= _LONGEST_KEPT else None
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
    if not _NEEDS_NEIGHBOURS.isdisjoint(chunk):
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
        if touching and hyphen.cut(text) in _HYPHENS and _belongs(text, left, right):
            found[place - 1 : place + 2] = [Span(left.start, right.end)]
            place -= 1
        place -= 1


def _belongs(text: str, left: Span, right: Span) -> bool:
    """Tell whether the words on both sides of a hyphen are one word."""
    if text[left.start - 1 : left.start] in _HYPHENS or text[right.end : right.end + 1] in _HYPHENS:
        return False
    before, behind = left.cut(text), right.cut(text)
    if before.lower() in _lists().prefixes:
        return behind[:1].isalpha() or (behind[:1].isdigit() and len(before) > 1)
    given = _given_name().fullmatch(text, left.start, right.end)
    if given is None:
        return False
    if before in _lists().given:
        return True
    if behind in _lists().never_given:
        return False
    return _capital_before(text, left.start) or _capital_behind(text, right.end)


def _capital_before(text: str, start: int) -> bool:
    """Tell whether the word in front begins with a capital and is no more than a blank away."""
    name = _name_before().search(text, max(0, start - 16), start)
    return name is not None and name[1] not in abbreviations().openers


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(r"\b([A-Z][^\W\d_]+) $")


def _capital_behind(text: str, end: int) -> bool:
    """Tell whether the word behind begins with a capital and is no more than a blank away."""
    blank, first, second = (text[at : at + 1] for at in range(end, end + 3))
    return blank == " " and first.isupper() and second.islower()


@cache
def _last() -> re.Pattern[str]:
    """Match where nothing visible follows."""
    return re.compile(r"\s*\Z")


def _owns_stop(text: str, word: Span, stop: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to the word before it."""
    lists = abbreviations()
    bare = word.cut(text)
    folded = bare.lower()
    if folded == "vs":
        return True
    if (lists.holds(bare) and not bare.islower()) or folded == "etc":
        return folded in lists.never_last or _last().match(text, stop + 1) is None
    follows = text[stop + 1 : stop + 3].lstrip()[:1]
    if folded in lists.before_figure:
        return follows.isdigit()
    return len(bare) == 1 and bare.isupper() and bare != "I" and follows.isupper()
