"""Text -> time expressions with TIMEX3 values and, where they name days, the days.

Relative expressions are resolved against the day the report was published and against nothing else;
without that day they keep the value the words alone allow, such as ``XXXX-WXX-2``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dragoman.text import timex_periods as periods
from dragoman.text import timex_points as points
from dragoman.text import timex_spans as spans
from dragoman.text import timex_years as years
from dragoman.text.timex_grammar import compiled, rules
from dragoman.text.timex_reading import Found, Memory, Reading
from dragoman.text.timex_tokens import Token, codes, letters, tokens_of
from dragoman.text.timex_words import words
from dragoman.types import Span, TimeKind, When

_BUILDERS: dict[str, Callable[[Reading, int, int], Found | None]] = {
    "stretch": points.stretch,
    "point": points.point,
    "tonight": points.tonight,
    "clock": points.clock,
    "quarter": years.quarterly,
    "half": years.half_year,
    "monthly": periods.monthly,
    "seasonal": periods.seasonal,
    "decade": years.decades,
    "century": years.centuries,
    "yearend": years.year_end,
    "weekof": periods.week_of,
    "relative": periods.relative,
    "definite": periods.definite,
    "yearago": years.year_ago,
    "yearspan": years.year_span,
    "years": years.years,
    "sets": spans.sets,
    "ago": spans.ago,
    "rolling": spans.rolling,
    "span": spans.span,
    "vague": spans.vague,
    "ahead": spans.ahead,
    "some": spans.some,
}
_DEAD = ("other", "name", "mark", "quote", "open", "close", "money")
_BEARERS = frozenset(
    """month maybemonth weekday maybeday weekdays season seasons part unit units quarter yearunit yearago year
    decadal tensword iso numeric clocked halfday oclock noon midnight zone today yesterday tomorrow tonight
    overnight weekend now present lately soon teen recent current past future term setword christmas
    easter thanksgiving moment""".split()
)
"""Classes of words one of which stands in every time expression."""
_INTRODUCE = "In|By|Since|Last|Late|Early|This|Next|On|And|But|Until"


@dataclass(frozen=True, slots=True)
class TimeHit:
    """Words that tell a time: where they stand, their TIMEX3 kind and value, the days where they name any."""

    span: Span
    kind: TimeKind
    value: str
    when: When | None


@cache
def _runs() -> re.Pattern[str]:
    """Return what finds stretches of words that can be a time, each with a word that bears one."""
    table = letters()
    dead = "".join(table[kind] for kind in _DEAD)
    bearers = "".join(table[kind] for kind in sorted(_BEARERS))
    return re.compile(f"[^{dead}{bearers}]{{0,12}}[{bearers}][^{dead}]*+")


def time_expressions(
    text: str, anchor: date | None, sentences: Sequence[Span] | None = None
) -> Iterator[TimeHit]:
    """Yield the time expressions of ``text`` in reading order; ``anchor`` is the day of publication.

    Each sentence is read for its own verbs; without ``sentences`` every line counts as one.
    """
    memory = Memory(surname_may=_surname_may().search(text) is not None)
    for part in _lines(text) if sentences is None else sentences:
        memory.age += 1
        if not _may_tell(part.cut(text)):
            continue
        tokens = tuple(tokens_of(text, part.start, part.end))
        reading = Reading(tokens, anchor, memory)
        for found in _found(reading, codes(tokens)):
            yield _hit(text, reading, found)


@cache
def _bearing() -> frozenset[str]:
    """Return the words, and the figures, without which nothing tells a time."""
    return frozenset(word for word, (kind, _) in words().items() if kind in _BEARERS) | frozenset(
        "0123456789"
    )


@cache
def _letters_or_figure() -> re.Pattern[str]:
    return re.compile(r"[a-z]+|[0-9]")


@cache
def _surname_may() -> re.Pattern[str]:
    """Return what finds a person called May: "Theresa May", "Mrs. May", but not "In May"."""
    return re.compile(rf"\b(?!(?:{_INTRODUCE}) )[A-Z][a-z.]{{1,20}} May\b(?! \d)")


def _may_tell(sentence: str) -> bool:
    """Tell whether a sentence is worth reading: the cheap first look that half of all sentences fail."""
    return not _bearing().isdisjoint(_letters_or_figure().findall(sentence.lower()))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _found(reading: Reading, code: str) -> Iterator[Found]:
    grammar = compiled()
    for run in _runs().finditer(code):
        at, end = run.span()
        while at < end and (match := grammar.search(code, at, end)):
            found = _first_fit(reading, code, match, end)
            if found is not None:
                yield _trimmed(reading, found)
            at = found.last if found else match.start() + 1


def _trimmed(reading: Reading, found: Found) -> Found:
    """Return the expression without a full stop at its end."""
    closing = reading.tokens[found.last - 1].kind == "stop"
    return replace(found, last=found.last - 1) if closing else found


def _first_fit(reading: Reading, code: str, match: re.Match[str], end: int) -> Found | None:
    """Ask the rule that matched, and where it declines, the rules after it at the same place."""
    start, asked = match.start(), False
    for name, pattern in rules():
        asked = asked or name == match.lastgroup
        if asked and (fit := pattern.match(code, start, end)):
            found = _BUILDERS[name](reading, start, fit.end())
            if found is not None:
                return found
    return None


def _hit(text: str, reading: Reading, found: Found) -> TimeHit:
    told: tuple[Token, ...] = reading.tokens[found.first : found.last]
    span = Span(told[0].start, told[-1].end)
    period = found.period
    when = None
    if period.start is not None and period.end is not None:
        when = When(period.start, period.end, period.precision, span.cut(text))
    return TimeHit(span, found.kind, period.value, when)
