"""The words that pages put round a report, compiled for matching one line at a time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_MAIL = ("sender", "subject", "date", "other", "forward", "reply")
_LABEL_FRAME = " \t:.·•|*#>»›<«‹-–—_=~…!?()[]{}→←▶►+\"'“”"


@dataclass(frozen=True, slots=True, eq=False)
class PagePhrases:
    """Word sets and patterns made from the page-word lists of the ontology; compare by identity.

    Of ``start`` and ``inside`` the plain phrases stand beside the pattern: looking for them first takes a
    tenth of the time, and most lines hold none.
    """

    byline: re.Pattern[str]
    byline_starts: tuple[str, ...]
    credit: tuple[str, ...]
    role: frozenset[str]
    date_label: re.Pattern[str]
    counter: re.Pattern[str]
    topic: frozenset[str]
    topic_label: re.Pattern[str]
    related: frozenset[str]
    comments: frozenset[str]
    whole: frozenset[str]
    start: re.Pattern[str]
    starts: tuple[str, ...]
    inside: re.Pattern[str]
    insides: tuple[str, ...]
    share: frozenset[str]
    picture: tuple[str, ...]
    heading: frozenset[str]
    function: frozenset[str]
    days: frozenset[str]
    months: Mapping[str, int]
    date: re.Pattern[str]
    outlets: "OutletWords"
    mail: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class OutletWords:
    """The words of the names of outlets, and those that such a name stands beside."""

    noun: tuple[str, ...]
    plain: tuple[str, ...]
    first: tuple[str, ...]
    known: frozenset[str]
    label: re.Pattern[str]
    source: re.Pattern[str]
    desk: re.Pattern[str]
    post: tuple[str, ...]
    company: frozenset[str]


def compile_phrases(words: Mapping[str, tuple[str, ...]]) -> PagePhrases:
    """Compile the lists of ``words`` (keys ``table.list``); do it once and pass the result on."""
    months = {name: number for number in range(1, 13) for name in words[f"months.{number:02}"]}
    return PagePhrases(
        byline=re.compile(
            rf"(?P<cue>{_either(words['metadata.byline'])})\b\s*(?P<colon>:?)\s*", re.IGNORECASE
        ),
        byline_starts=words["metadata.byline"],
        credit=words["metadata.credit"],
        role=frozenset(words["metadata.role"]),
        date_label=re.compile(rf"\b(?:{_either(words['metadata.date_label'])})\b", re.IGNORECASE),
        counter=re.compile(rf"\b(?:{_either(words['metadata.counter'])})\b", re.IGNORECASE),
        topic=frozenset(words["metadata.topic"]),
        topic_label=re.compile(rf"(?:{_either(words['metadata.topic_label'])})\s*[:|]", re.IGNORECASE),
        related=frozenset(words["boilerplate.related"]),
        comments=frozenset(words["boilerplate.comments"]),
        whole=frozenset(label(word) for word in words["boilerplate.whole"]),
        start=re.compile(
            rf"[\W_]*(?P<cue>{_either(words['boilerplate.start'])})(?:(?<=\W)|(?!\w))", re.IGNORECASE
        ),
        starts=words["boilerplate.start"],
        inside=re.compile(rf"(?<!\w)(?:{_either(words['boilerplate.inside'])})(?!\w)", re.IGNORECASE),
        insides=words["boilerplate.inside"],
        share=frozenset(words["boilerplate.share"]),
        picture=words["boilerplate.picture"],
        heading=frozenset(words["heading.words"]),
        function=frozenset(words["function.words"]),
        days=frozenset(words["weekdays.names"]),
        months=months,
        date=_dates(months),
        outlets=_outlets(words),
        mail={name: words[f"mail.{name}"] for name in _MAIL},
    )


def _outlets(words: Mapping[str, tuple[str, ...]]) -> OutletWords:
    return OutletWords(
        noun=tuple(f" {word}" for word in words["outlet.noun"]),
        plain=tuple(f" {word}" for word in words["outlet.plain"]),
        first=tuple(f"{word} " for word in words["outlet.first"]),
        known=frozenset(words["outlet.known"]),
        label=re.compile(rf"(?:{_either(words['outlet.label'])})\s*:\s*", re.IGNORECASE),
        source=re.compile(rf"(?:{_either(words['outlet.source'])})\b\s*:?\s*", re.IGNORECASE),
        desk=re.compile(rf"(?:\s+(?:{_either(words['outlet.desk'])}))+$", re.IGNORECASE),
        post=tuple(f" {word}" for word in words["outlet.post"]),
        company=frozenset(words["outlet.company"]),
    )


def straight(line: str) -> str:
    """Return ``line`` with straight apostrophes, code point for code point."""
    return line.replace("’", "'").replace("‘", "'")


def label(line: str) -> str:
    """Return the bare lower-case words of a label: no bullets, colons, arrows or counts round them."""
    bare = straight(line).lower().strip(_LABEL_FRAME)
    bare = re.sub(r"^\(?\d{1,6}\)?\s+(?=\D)|\s*[(\[]?\d{1,6}[)\]]?$", "", bare).strip(_LABEL_FRAME)
    return re.sub(r"\s+", " ", bare)


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, the longest first, so that none hides behind a shorter one."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _dates(names: Iterable[str]) -> re.Pattern[str]:
    """Find a full date (day, month and year) in the forms that bylines use."""
    month = rf"(?P<{{name}}>{_either(names)})\.?"
    return re.compile(
        r"(?<![\d/.-])(?:"
        rf"{month.format(name='month_first')}\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+"
        r"(?P<year_third>\d{4})"
        r"|(?P<day_first>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?"
        rf"{month.format(name='month_second')}[\s,-]+(?P<year_last>\d{{4}})"
        r"|(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=T?\b|T\d|\D|$)"
        r"|(?P<one>\d{1,2})(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<year_end>\d{4})"
        r")(?!\d)",
        re.IGNORECASE,
    )
