"""The closed word classes of English time expressions: each word's class, and what it counts for.

Months, weekdays, seasons, parts of the day, units, number words and the small words that join them.
They are grammar, not facts about the world: the list cannot grow with the news.
"""

from functools import cache

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "weds", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
UNIT_LETTERS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
"""Units by number: a unit's value is its place in this row."""
SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY = range(10)

_TEENS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = ("morning", "afternoon", "evening", "night")

_CLASSES: dict[str, str] = {
    "approx": "about around nearly almost roughly approximately some",
    "more": "more less fewer additional extra",
    "than": "than",
    "least": "least most",
    "up": "up",
    "no": "no",
    "over": "over",
    "a": "a an",
    "the": "the",
    "possessive": "its their his her our my your",
    "this": "this",
    "that": "that",
    "these": "these",
    "same": "same",
    "last": "last",
    "latest": "latest",
    "past": "past",
    "next": "next",
    "coming": "coming upcoming",
    "current": "current",
    "previous": "previous preceding",
    "following": "following",
    "every": "every each",
    "alternate": "other",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "earlier": "earlier",
    "later": "later",
    "sometime": "sometime",
    "end": "end close",
    "start": "start beginning outset",
    "middle": "middle",
    "ago": "ago",
    "before": "before",
    "after": "after",
    "from": "from",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "for": "for",
    "to": "to",
    "through": "through",
    "and": "and &",
    "or": "or",
    "so": "so",
    "fiscal": "fiscal",
    "calendar": "calendar full whole entire",
    "now": "now",
    "right": "right",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "weekend": "weekend",
    "noon": "noon midday",
    "midnight": "midnight",
    "oclock": "o'clock o’clock",
    "zone": "gmt utc est edt cst cdt mst mdt pst pdt cet cest bst ist jst kst msk",
    "halfday": "am pm",
    "half": "half",
    "few": "few several",
    "many": "many",
    "couple": "couple",
    "dozen": "dozen",
    "ahead": "ahead",
    "recent": "recent",
    "future": "future",
    "near": "near",
    "term": "term",
    "short": "short",
    "present": "currently nowadays",
    "lately": "recently lately",
    "soon": "soon",
    "moment": "moment",
    "yearago": "year-ago year-earlier",
    "period": "period",
    "trading": "trading working business straight consecutive successive",
    "old": "old",
    "long": "long",
    "twice": "once twice",
    "eve": "eve",
    "christmas": "christmas",
    "easter": "easter",
    "thanksgiving": "thanksgiving",
    "new": "new",
    "good": "good",
}
_SETS = {"daily": DAY, "hourly": HOUR, "weekly": WEEK, "monthly": MONTH, "annually": YEAR, "yearly": YEAR}


@cache
def words() -> dict[str, tuple[str, int]]:
    """Return the class and the value of every word, by its lower-case form."""
    table: dict[str, tuple[str, int]] = {
        word: (kind, 0) for kind, row in _CLASSES.items() for word in row.split()
    }
    table |= {name: ("month", number) for number, names in enumerate(MONTHS, 1) for name in names}
    table |= {name: ("weekday", number) for number, names in enumerate(WEEKDAYS, 1) for name in names}
    table |= {names[0] + "s": ("weekdays", number) for number, names in enumerate(WEEKDAYS, 1)}
    table |= {word: ("season", n) for n, word in enumerate(_SEASONS, 1)}
    table |= {"fall": ("season", 3)}
    table |= {word + "s": ("seasons", n) for n, word in enumerate(_SEASONS, 1)}
    table |= {word: ("part", n) for n, word in enumerate(_PARTS, 1)}
    table |= {word + "s": ("parts", n) for n, word in enumerate(_PARTS, 1)}
    table |= {word: ("unit", n) for n, word in enumerate(UNIT_LETTERS)}
    table |= {word + "s": ("units", n) for n, word in enumerate(UNIT_LETTERS)}
    table |= {"centuries": ("units", CENTURY), "year": ("yearunit", YEAR), "quarter": ("quarter", QUARTER)}
    table |= {word: ("numberword", n) for n, word in enumerate(_TEENS.split())}
    table |= {"eighteen": ("teen", 18), "nineteen": ("teen", 19)}
    table |= {word: ("numberword", 10 * n) for n, word in enumerate(_TENS, 2)}
    table |= {"hundred": ("bignumber", 100), "thousand": ("bignumber", 1000)}
    table |= {word: ("ordinal", n) for n, word in enumerate(_ORDINALS.split(), 1)}
    table |= {word: ("tensword", 10 * n) for n, word in enumerate(_DECADES, 2)}
    table |= {word: ("setword", unit) for word, unit in _SETS.items()}
    return table


AMBIGUOUS = frozenset(("may", "march", "mar", "mon", "wed", "fri", "sat", "sun", "jan", "dec", "tue", "thu"))
"""Names of months and days that are also verbs, adjectives or people: they need company."""
CAPITALISED = frozenset(("month", "weekday", "weekdays"))
"""Classes that are only read when the word has a capital."""

_ROWS = {
    "before a month": """in since until till during by of from through to for late early mid last next
        this""",
    "before a sure month": "in since during last next early late mid",
    "before a season": "in by during until since through of late early",
    "before a length": """in for of within than about nearly almost after over just only once twice half take
        takes took least most to spend spent lasts lasted last every during before barely until some and or by
        with""",
    "after a length": "ago earlier later after before from long ' ’ 's ’s",
    "before a clock": "at by until from around about",
    "before the past": "in of from about with to",
    "counted": """people troops soldiers dollars euros tons tonnes miles kilometers kilometres metres meters
        feet men women children jobs homes houses cases deaths times points votes percent civilians refugees
        prisoners tanks police officers members workers employees students barrels shares square cubic others
        km families pounds acres hectares views likes comments per""",
    "numbered": """resolution resolutions flight article section room no number numbers line page route
        highway channel model boeing act bill about around nearly almost over roughly approximately some than
        least most up other""",
    "before a day's name": "black bloody super palm ash holy cyber fat man",
    "after a day's name": "times telegraph mirror express mail post herald agreement accord accords review",
}  # fmt: skip


@cache
def row(name: str) -> frozenset[str]:
    """Return the words that stand in one place: before a month, after a length of time."""
    return frozenset(_ROWS[name].split())


PART_CODES = ("", "MO", "AF", "EV", "NI")
SEASON_CODES = ("", "SP", "SU", "FA", "WI")
