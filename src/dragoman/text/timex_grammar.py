"""The shapes of English time expressions, as patterns over classes of words.

A pattern is written in names of classes (see ``timex_words`` and ``timex_tokens``) and in names of parts in
capitals, with the operators of regular expressions; ``compiled`` turns all of them into one expression
over letters. Every repetition is bounded, so the time taken grows with the text and no faster.
"""

import re
from functools import cache

from dragoman.text.timex_tokens import letters

_PARTS = {
    "UNIT": "(unit|quarter|yearunit)",
    "MONTH": "(month|maybemonth)",
    "WEEKDAY": "(weekday|maybeday)",
    "NTH": "(day|ordinal)",
    "DASH": "(hyphen|to|through|and)",
    "EDGE": """((the? (end|start|middle) of) | (early|late|mid) hyphen? | (earlier|later) (in|on)?
        | sometime)""",
    "REL": """(this past | this coming | that same | the same | last|latest|next|this|past|coming|current
        |previous|following|that|same)""",
    "RELYEAR": "(the? (last|this|next|that|same|following|previous|current) fiscal? yearunit)",
    "CLOCK": """((clocked|day) halfday zone? | clocked zone? | day oclock | noon | midnight
        | (year|number) zone)""",
    "APPROX": "(approx | (more|no more) than | at least | up to)",
    "DIGITS": "((day|number|year|decimal) fraction?)",
    "SPELLED": "((numberword|teen | a? bignumber) (hyphen? and? (numberword|teen|bignumber)){0,5})",
    "SOME": "(a? few | a? couple of? | many | a? dozen)",
    "COUNT": "((SPELLED | DIGITS) (and a half)? | SOME | a)",
    "CALENDAR": """((last|this|next)? MONTH stop? NTH (comma? year)?
        | the? NTH of? MONTH stop? (comma? (year|RELYEAR))? | iso | numeric)""",
    "DATED": "(((this past|this coming|last|next|this|the)? WEEKDAY stop? comma? the?)? CALENDAR)",
    "NAMED": """((this past|this coming|last|next|this|past|coming|previous|following)? WEEKDAY
        (of? (last|next|this) unit)?)""",
    "DEICTIC": "((the unit (before|after))? (today|yesterday|tomorrow))",
    "FEAST": """(easter (weekday|unit)? | good weekday | christmas (eve|unit)?
        | new yearunit apostrophe (eve|unit) | last? thanksgiving unit?)""",
    "POINT": "(DATED | FEAST | NAMED | DEICTIC)",
}
"""Parts of patterns; a part may use those above it."""

RULES = {
    "stretch": """MONTH stop? day DASH day (comma? year)? | day DASH day of? MONTH (comma? year)?""",
    "sets": """every (alternate? UNIT | COUNT units | NAMED part? | MONTH | season | part) | setword
        | (twice|a) a? UNIT hyphen? | weekdays parts? | WEEKDAY parts | seasons""",
    "point": """(approx? CLOCK comma? on?)? ((early|late|earlier|later|mid) hyphen? on?)? POINT hyphen? part?
        (comma? at? approx? CLOCK)?""",
    "tonight": """(early|late|earlier|later)? (tonight | this part | last part | overnight)
        | the? (following|next) part | in the part""",
    "clock": "approx? CLOCK (in the part)? | day in the part",
    "quarter": """EDGE? (the|possessive)? ((RELYEAR | year) apostrophe?)? REL? yearago? fiscal? hyphen?
        ordinal hyphen? quarter ((of|in)? (the? fiscal? yearunit? year | RELYEAR))?""",
    "half": "EDGE? the? (ordinal | last) half of (the? fiscal? year | RELYEAR | the yearunit)",
    "monthly": """EDGE? MONTH (stop? comma? of? year | of? RELYEAR)
        | EDGE? (the? (following|previous) | this past | this coming | last|next|this)? MONTH""",
    "seasonal": """EDGE? the? season (of|in)? (year (hyphen (year|day))? | RELYEAR)
        | EDGE? (the | this past | this coming | last|next|this|that)? season""",
    "decade": "EDGE? the? (apostrophe? decadal | tensword)",
    "century": "EDGE? the? ordinal hyphen? unit",
    "yearago": "the? yearago (period | ordinal? hyphen? quarter)? | APPROX? a yearunit (ago|earlier)",
    "ago": """(APPROX | over)? (COUNT|more|the) more? hyphen? (UNIT|units) (or so)?
        (ago | earlier | later | before | after | from now)""",
    "yearend": "EDGE? the? yearunit (apostrophe|hyphen)? end",
    "rolling": """(the? (last|past|next|coming|previous|following|latest) | this past | the ordinal)
        (COUNT more? trading? (units|UNIT) | units) (or so)? | the? (past|last|next) UNIT""",
    "weekof": "the unit of CALENDAR",
    "relative": "EDGE? the? REL (fiscal|calendar)? (UNIT|weekend)",
    "definite": "EDGE? the (fiscal|calendar)? (yearunit|quarter|weekend) | EDGE the unit | weekend",
    "span": """(APPROX | over)? the? COUNT hyphen? more? trading? hyphen? (units|UNIT) (and a half)? hyphen?
        (long|old)? | (UNIT|units) hyphen long | recent units | the unit | these units""",
    "ahead": "the? (coming|future) units | the units ahead",
    "yearspan": "year (hyphen|slash) (year|day)",
    "years": """EDGE? (fiscal? yearunit | fiscal | the yearunit)? year
        | (the yearunit)? (numberword|teen) (hyphen? (numberword|bignumber)){1,2}""",
    "vague": """right? now | present | lately | soon | recent | current | the (past|future|moment|present)
        | the? (near|short|long) (future|term) | future""",
    "some": "units",
}
"""The rules by name, the first that fits wins; where it declines, those after it are asked."""

_NAME = re.compile(r"[a-z]+")


def _translated(pattern: str) -> str:
    for name, part in reversed(_PARTS.items()):
        pattern = re.sub(rf"\b{name}\b", part, pattern)
    table = letters()
    pattern = _NAME.sub(lambda match: table[match.group()], pattern)
    return "".join(pattern.split()).replace("(", "(?:")


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return every rule with its expression over letters."""
    return tuple((name, re.compile(_translated(pattern))) for name, pattern in RULES.items())


@cache
def compiled() -> re.Pattern[str]:
    """Return all rules as one expression; ``lastgroup`` of a match is the name of its rule."""
    return re.compile("|".join(f"(?P<{name}>{_translated(pattern)})" for name, pattern in RULES.items()))
