"""Cut a text into words and marks."""

import re
from functools import cache

from dragoman.text.abbreviations import abbreviations
from dragoman.types import Span


@cache
def _piece() -> re.Pattern[str]:
    """Match one run of letters, one number or one mark, in order of precedence."""
    return re.compile(
        r"""
        https?://[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]         # an address
        | [@\#]\w+                                      # a handle or a tag
        | (?:[^\W\d_]\.){2,}                            # U.S.  a.m.
        | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?\b           # 10  3.5  1,200  15:30  13th
        | \w+(?:[-'’.&]\w+)*                            # Okoro  Kee-ho  don't  example.org
        | \.{2,}|…|-{2,}                                # marks that stand for one
        | \S
        """,
        re.VERBOSE,
    )


@cache
def _clitic() -> re.Pattern[str]:
    """Match the part that Universal Dependencies cuts off a word: n't 's 'll 're 've 'd 'm."""
    return re.compile(r"(?:n['’]t|['’](?:s|ll|re|ve|d|m))$", re.IGNORECASE)


def tokens(text: str) -> tuple[Span, ...]:
    """Return the words and marks of ``text`` in reading order; together they hold every visible character.

    The manner is that of Universal Dependencies ("do" + "n't", "Japan" + "'s"), with hyphenated words
    ("Kee-ho", "long-term"), dotted letters ("U.S.") and abbreviations ("Jan.") kept whole.
    """
    found: list[Span] = []
    clitics = _clitic()
    for match in _piece().finditer(text):
        start, end = match.span()
        if found and match[0] == "." and found[-1].end == start and _owns_stop(text, found[-1], start):
            found[-1] = Span(found[-1].start, end)
            continue
        clitic = clitics.search(match[0]) if "'" in match[0] or "’" in match[0] else None
        if clitic and clitic.start() > 0:
            found.append(Span(start, start + clitic.start()))
            start += clitic.start()
        found.append(Span(start, end))
    return tuple(found)


def _owns_stop(text: str, word: Span, stop: int) -> bool:
    """Tell whether the full stop at ``stop`` belongs to the word before it."""
    lists = abbreviations()
    bare = word.cut(text)
    if lists.holds(bare) and not bare.islower():
        return True
    follows = text[stop + 1 : stop + 3].lstrip()[:1]
    if bare.lower() in lists.before_figure:
        return follows.isdigit()
    return len(bare) == 1 and bare.isupper() and bare != "I" and follows.isupper()
