"""Cut a line or paragraph into sentences."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.text.abbreviations import abbreviations
from dragoman.types import Span

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([„"
_LONGEST_WORD = 24
"""How far back a word before a full stop is looked at: abbreviations are shorter."""
_LONGEST_NUMBER = 2
"""Most figures of an item's number: "2019. A year of talks" is no item."""
_SHORTEST_PLAIN = 3
"""Fewest letters of a word behind which a stop counts though a small letter follows."""
_DASHES = "―—–-"
_TAIL_WORDS = 7
"""How far after a quoted question its speech verb may stand: '"Why?" Foreign Minister Ada Okoro asked.'"""


@cache
def _stop() -> re.Pattern[str]:
    """Match a possible end: final marks with the closing marks behind them, then white space or the end.

    An ellipsis may be spaced (". . ."), and a face or a bracket that stands apart closes with them. Where
    the white space was lost ("They left.The hall emptied"), a small letter before and a capital behind tell.
    """
    closers = re.escape(_CLOSERS)
    return re.compile(
        rf"""
        (?<![.!?…])(?P<marks>[.!?…]++(?:[ ][.!?](?!\S))*+)(?P<closers>[{closers}]*+)
        (?:[ ](?:[:;=]-?[()DPO]|[)\]])(?!\S))?
        (?=(?P<gap>\s+)|$)
        | (?<=[a-z]{{2}})(?P<lost>[.!?][{closers}]*+)(?=[{re.escape(_OPENERS)}]?[A-Z][a-z]*(?:\s|['’]s\b))
        | \n\s*\n
        """,
        re.VERBOSE,
    )


def sentence_spans(text: str, offset: int = 0) -> Iterator[Span]:
    """Yield the sentences of ``text`` in reading order, without the white space between them.

    A closing quotation mark belongs to its sentence, and so does what takes up a quoted question
    ('"Why?" he asked.'). An empty line always ends a sentence; a single line feed does not: pass
    lines one by one where each is a paragraph. ``offset`` is added to every span.
    """
    start = 0
    for match in _stop().finditer(text):
        if _ends(text, start, match):
            yield from _visible(text, start, match.end(), offset)
            start = match.end()
    yield from _visible(text, start, len(text), offset)


def _visible(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    """Yield ``[start, end)`` without its outer white space, or nothing where no more is there."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield Span(left + offset, right + offset)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the final mark found closes the sentence that begins at ``start``."""
    if match["lost"] is not None:
        return _lost_space(text, start, match)
    if match["marks"] is None or match["gap"] is None:
        return True
    rest = text[match.end("gap") : match.end("gap") + 120]
    following = rest.lstrip(_OPENERS + "-–—• ")
    marks, closers = match["marks"], match["closers"]
    word = _word_before(text, start, match.start())
    if following[:1].islower() and not _has_inner_capital(following):
        return not closers and _opens_small(word, marks, rest)
    if marks != ".":
        return not (closers and _takes_up(rest))
    if closers.strip(")]"):
        if rest[:1] in _DASHES:
            return False  # the name under a quotation: "No more talks." - Ada Okoro
        return not _names_speaker(rest)
    return _stop_is_final(word, following)


def _lost_space(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the mark found, which no white space follows, ends a sentence and is no part of a word."""
    word = _word_before(text, start, match.start())
    run = text[match.start() - len(word) - 1 : match.start()]
    if "." in word or run[:1] in {"/", "@", "-", "_"}:
        return False  # an address or a file name
    rest = text[match.end() : match.end() + 120]
    if len(match["lost"]) > 1:
        return not _takes_up(rest)
    return _stop_is_final(word, rest)


def _opens_small(word: str, marks: str, rest: str) -> bool:
    """Tell whether a sentence begins with the small letter of ``rest``, as messages and "al-Amal" do."""
    lists = abbreviations()
    if rest.startswith(("http://", "https://", "www.")):
        return not lists.holds(word)
    if not rest[:1].islower() or _first_word(rest) in lists.tails:
        return False  # a question inside a sentence: "Who pays? - remains open", "Why? asked Okoro"
    if marks == ".":
        plain = len(word) >= _SHORTEST_PLAIN and word.isalpha() and not word.isupper()
        return plain and not lists.holds(word)
    return marks[-1] == "?"  # an exclamation mark may be part of a name: "The shares of Yahoo! fell"


def _has_inner_capital(text: str) -> bool:
    """Tell whether ``text`` opens with a name such as "iPhone", that stays small at a sentence's start."""
    return text[1:2].isupper()


def _word_before(text: str, start: int, end: int) -> str:
    """Return the word, with stops inside it, that ends at ``end``; with "#" in front if it numbers an item.

    The number of an item is short and comes first in the sentence, which begins at ``start``.
    """
    first = end
    while first > max(start, end - _LONGEST_WORD) and (text[first - 1].isalnum() or text[first - 1] == "."):
        first -= 1
    word = text[first:end]
    numbers = word.isdigit() and len(word) <= _LONGEST_NUMBER and not text[start:first].strip()
    return f"#{word}" if numbers else word


def _stop_is_final(word: str, following: str) -> bool:
    """Tell whether the full stop behind ``word`` ends the sentence, given the text that follows."""
    lists = abbreviations()
    folded = word.lower()
    opens = _first_word(following) in lists.openers
    if word.startswith("#"):
        return False  # the number of a list item: "1. Trade"
    if folded in lists.never_last:
        return False
    if folded in lists.before_figure and (following[:1].isdigit() or not word[:1].isupper()):
        return not following[:1].isdigit() and following[:1].isupper()
    if folded in lists.may_be_last:
        return opens
    if _is_initial(word) or _is_acronym(word):
        return opens and not (word == "U.S" and following.startswith(("A ", "No ")))
    return True


def _is_initial(word: str) -> bool:
    """Tell whether ``word`` is one capital letter, as in "J. Okoro"; "I" is the pronoun."""
    return len(word) == 1 and word.isalpha() and word.isupper() and word != "I"


def _is_acronym(word: str) -> bool:
    """Tell whether ``word`` is letters parted by stops, as in "U.S" or "a.m"."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)


def _first_word(text: str) -> str:
    """Return the letters ``text`` begins with."""
    end = 0
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[:end]


def _takes_up(rest: str) -> bool:
    """Tell whether ``rest``, behind a quoted question or exclamation, is the clause that says who asked."""
    if rest[:1] in _OPENERS:
        return False
    return _tail_end(rest) is not None


def _names_speaker(rest: str) -> bool:
    """Tell whether ``rest``, behind a quotation closed by a full stop, is no more than "Okoro said."."""
    if rest[:1] in _OPENERS:
        return False
    end = _tail_end(rest)
    return end is not None and rest[end : end + 1] == "."


def _tail_end(rest: str) -> int | None:
    """Return where the speech verb ends that follows a name at the start of ``rest``, if one does."""
    tails = abbreviations().tails
    position = 0
    for count, word in enumerate(rest.split()[:_TAIL_WORDS]):
        position = rest.index(word, position)
        bare = word.strip(",.;:")
        if bare in tails:
            return position + len(bare) if count > 0 else None
        if not (bare[:1].isupper() or bare in {"the", "of", "and", "for", "de", "al", "bin", "van", "von"}):
            return None
        position += len(word)
    return None
