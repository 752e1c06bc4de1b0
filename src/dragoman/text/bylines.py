"""Who wrote it and when it came out: read from the lines round a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache

from dragoman.text.page_phrases import PagePhrases, straight
from dragoman.types import Published

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_MORNING_ENDS = 12
_LONGEST_DATE = 64  # code points of a field that is read as a date: more is no date, and costs time
_LONGEST_FIELD = 300  # code points of a field of authors that are read
_PARTICLES = (
    "de",
    "del",
    "della",
    "den",
    "der",
    "di",
    "da",
    "dos",
    "du",
    "el",
    "al",
    "bin",
    "ibn",
    "la",
    "le",
    "ten",
    "van",
    "von",
    "zu",
)
_LONGEST_CREDIT = 12  # words of a line of names and posts
_WITH_POST = 2  # words of a name that may stand before a post without a comma
_LONGEST_NAME = 5  # words of a person's name: "Maria del Carmen Ruiz Soto"


@dataclass(frozen=True, slots=True)
class Told:
    """What metadata lines tell; what they do not tell is ``None`` or empty."""

    authors: tuple[str, ...] = ()
    published: Published | None = None


def read_lines(lines: Sequence[str], phrases: PagePhrases) -> Told:
    """Return author and date from lines known to be metadata; a first date outranks an update."""
    authors: tuple[str, ...] = ()
    dates: list[tuple[bool, Published]] = []
    for line in lines:
        authors = authors or _line_names(line, phrases)
        published = None if _is_signature(line) else published_in(line, phrases)
        if published:
            dates.append((_is_update(line), published))
    dates.sort(key=lambda pair: pair[0])
    return Told(authors, dates[0][1] if dates else None)


def _line_names(line: str, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the people of a line of metadata, or of a part of it: "12 May 2026 · By Ann Lee"."""
    whole = byline_names(line, phrases) or bare_names(line, phrases) or placed_names(line, phrases)
    if whole:
        return whole
    parts = re.split(r"\s*[|·•]\s*", line)[:_LONGEST_NAME]
    return next((names for part in parts if len(parts) > 1 and (names := byline_names(part, phrases))), ())


def byline_names(line: str, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the people a byline names, and none if ``line`` is no byline."""
    told = straight(line).strip(" \t|•·*_-–—>")
    if not told.lower().startswith(phrases.byline_starts):
        return ()
    cut = phrases.date.search(told)
    if cut:
        told = re.sub(
            rf"(?:[|,•·–—-]|\b)\s*(?:{phrases.date_label.pattern})?\s*:?\s*$",
            "",
            told[: cut.start()],
            flags=re.IGNORECASE,
        )
        told = told.rstrip(" \t|•·,–—-:(")
    cue = phrases.byline.match(told)
    if cue is None:
        return ()
    rest = told[cue.end() :]
    rest = re.split(r"\s*[|•·]\s*|\s+[-–—]\s+", rest)[0]
    names = author_names(rest, phrases)
    if not names or not all(_is_name(name) for name in names):
        return ()
    bare = cue["cue"].lower() == "by" and not cue["colon"]
    if bare and len(names[0].split()) == 1 and (rest != names[0] or names[0].lower() in phrases.days):
        return ()
    return names


def bare_names(line: str, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the people in a line of nothing but names and posts, such as "Ann Lee, Energy Editor"."""
    told = straight(line).strip()
    words = [word.strip(".,") for word in told.split()]
    joined = [word for word in words if word.lower() not in ("and", "&", "of", "the")]
    if not 2 <= len(joined) <= _LONGEST_CREDIT or re.search(r"[\d#:@|/?!“”\"]", told):  # noqa: PLR2004 - a name has two
        return ()
    if not all(_name_word().fullmatch(word) or word in _PARTICLES for word in joined):
        return ()
    first = re.split(r"\s*,\s*|\s+(?:and|&)\s+", told)[0].split()
    if f" {first[-1].lower()}" in phrases.outlets.noun:
        return ()
    if len(first) < 2 or any(  # noqa: PLR2004 - the same
        word.lower() in phrases.topic | phrases.role | phrases.function for word in first
    ):
        return ()
    return author_names(told, phrases)


def placed_names(line: str, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the people in "Ann Lee in Port Amar"; "Talks Resume in Oslo" reads alike: mind its place."""
    told = straight(line).strip()
    place = re.search(r"\s+in\s+[^\W\d_a-z][\w'-]*(?:(?:\s+and)?\s+[^\W\d_a-z][\w'-]*){0,3}$", told)
    return bare_names(told[: place.start()], phrases) if place else ()


def author_names(told: str, phrases: PagePhrases) -> tuple[str, ...]:
    """Return the people in "Ann Lee, Bo Chen and Cy Do, Northern Courier"; outlets and posts are left out."""
    told = told[:_LONGEST_FIELD]
    told = straight(re.sub(r"\([^()]*\)|<[^<>]*>|\S+@\S+|https?://\S+", " ", told)).strip()
    told = re.sub(
        r"^(?:(?:written|posted|post|reported|story)\s+)?by\b\s*:?\s*", "", told, flags=re.IGNORECASE
    )
    told = re.split(r"\s+(?:in|for|at|from)\s+(?=[A-Z])", told)[0]
    parts = [part.strip(" \t.:|") for part in re.split(r"\s*(?:,|;|\||/|&|\band\b|\bund\b|\n)\s*", told)]
    names: list[str] = []
    for part in parts:
        words = part.split()
        roles = sum(
            word.lower().strip(".,'s") in phrases.role or word.lower() in phrases.role for word in words
        )
        if not words or len(words) > _LONGEST_NAME or roles > (not names and len(words) > _WITH_POST):
            continue
        if names and len(words) == 1:
            continue  # "Ann Lee, Oslo" and "Ann Lee, Jr."
        if part.startswith("The ") or (names and part.lower().endswith(phrases.outlets.noun)):
            continue  # "The Northern Mail", "Ann Lee, Northern Observer"
        if roles and words[-1].lower() in phrases.role:
            continue  # "Northern Courier Staff", "Foreign Desk"
        if _is_name(part):
            names.append(" ".join(map(str.capitalize, words)) if part.isupper() and len(words) > 1 else part)
    return tuple(dict.fromkeys(names))


def published_in(line: str, phrases: PagePhrases) -> Published | None:
    """Return the first full date of ``line``, to the minute if it tells the time, else ``None``."""
    if not any(char.isdigit() for char in line):
        return None
    for found in phrases.date.finditer(line):
        day = _day(found, phrases)
        if day is None:
            continue
        clock = _clock(line[found.end() : found.end() + 40]) or _clock_before(line[: found.start()])
        return Published(day, f"{day.isoformat()}T{clock}" if clock else day.isoformat())
    return None


def published_from(told: str, phrases: PagePhrases) -> Published | None:
    """Return the date of a field such as ``2026-01-12T15:31:00+09:00`` or ``12 January 2026``.

    ``day`` is the day in the zone told; numbers of seconds and dates before 1990 are no dates.
    """
    told = told.strip()
    if not told or len(told) > _LONGEST_DATE:
        return None
    try:
        if re.fullmatch(r"\d{4}(-?)\d\d\1\d\d", told):
            day = date.fromisoformat(told)
            return Published(day, day.isoformat()) if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
        moment = datetime.fromisoformat(
            re.sub(r"\s+([+-]\d)", r"\1", re.sub(r"\s*(?:Z|UTC|GMT)$", "+00:00", told))
        )
    except ValueError:
        return published_in(told, phrases)
    if not re.match(r"\d{4}-?\d\d-?\d\d", told) or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    return Published(moment.date(), moment.isoformat(timespec="seconds" if moment.second else "minutes"))


def _is_signature(line: str) -> bool:
    """Tell the name and date below an embedded post: "— Ann Lee (@annlee) November 19, 2019"."""
    return bool(re.search(r"\(@\w+\)", line))


def _is_update(line: str) -> bool:
    low = line.lower()
    return ("updat" in low or "modified" in low) and "publish" not in low and "posted" not in low


def _is_name(words: str) -> bool:
    """Tell whether every word could be part of a name: a capital, or a particle that is not the first."""
    parts = words.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or any(char.isdigit() for char in words):
        return False
    return all(_name_word().fullmatch(part) for part in (parts[0], parts[-1])) and all(
        _name_word().fullmatch(part) or part in _PARTICLES for part in parts[1:-1]
    )


@cache
def _name_word() -> re.Pattern[str]:
    return re.compile(r"(?:[dDlO]')?(?!\d)[^\W\d_a-zß-öø-ÿ][\w.'’-]*")


def _day(found: re.Match[str], phrases: PagePhrases) -> date | None:
    """Return the day of a match of ``PagePhrases.date``; ``None`` if there is none such or it is open."""
    parts = found.groupdict()
    if parts["month_first"]:
        year, month, day = (
            parts["year_third"],
            phrases.months[parts["month_first"].lower()],
            parts["day_second"],
        )
    elif parts["month_second"]:
        year, month, day = (
            parts["year_last"],
            phrases.months[parts["month_second"].lower()],
            parts["day_first"],
        )
    elif parts["year"]:
        year, month, day = parts["year"], int(parts["month"]), parts["day"]
    else:
        one, two = int(parts["one"]), int(parts["two"])
        if parts["sign"] == "." or one > _MORNING_ENDS or one == two:
            year, month, day = parts["year_end"], two, str(one)
        elif two > _MORNING_ENDS:
            year, month, day = parts["year_end"], one, str(two)
        else:
            return None  # 05/06/2026: May in one country and June in another
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


@cache
def _clock_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<hour>\d{1,2})(?P<sign>[:.h])(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?!\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?"
        r"\s*(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d\d)?\b|UTC\b|GMT\b)?",
        re.IGNORECASE,
    )


def _clock(told: str) -> str | None:
    """Return ``15:31`` with its offset if told, from what follows a date at once."""
    lead = re.match(r"(?:T|[\s,;|·•/@()–—-]|at\b|um\b|[A-Z][a-z]+day\b)*", told)
    return _clock_at(told[lead.end() :] if lead else told)


def _clock_before(told: str) -> str | None:
    """Return the time that stands right before a date: "3:31 p.m., 12 January 2026"."""
    for found in _clock_pattern().finditer(told[-30:]):
        rest = told[-30:][found.end() :]
        if re.fullmatch(r"\s*[A-Z]{0,4}[\s,|·•–—-]*(?:on\s+)?(?:[A-Z][a-z]{2,8},?\s*)?", rest):
            return _clock_at(found[0])
    return None


def _clock_at(told: str) -> str | None:
    found = _clock_pattern().match(told)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        if not 1 <= hour <= _MORNING_ENDS:
            return None
        hour = hour % _MORNING_ENDS + (_MORNING_ENDS if found["half"].lower().startswith("p") else 0)
    if hour > 23 or minute > 59:  # noqa: PLR2004 - an hour, a minute
        return None
    return f"{hour:02}:{minute:02}{_zone(found['zone'])}"


def _zone(told: str | None) -> str:
    """Return the offset from UTC as ISO writes it, empty if none is told."""
    if told is None:
        return ""
    found = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", told)
    if found is None:
        return "+00:00"
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 14 or minutes > 59:  # noqa: PLR2004 - +14:00 is the widest in use
        return ""
    shift = timedelta(hours=hours, minutes=minutes) * (-1 if found[1] == "-" else 1)
    return datetime(2000, 1, 1, tzinfo=timezone(shift)).isoformat()[19:]


def split_names(told: Sequence[str]) -> tuple[str, ...]:
    """Return the authors that a page's fields for machines name; outlets stay, lists in one field are split.

    "Lee, Ann" stays one name; "By", posts behind a bar and addresses are cut off.
    """
    names: list[str] = []
    for field in (one[:_LONGEST_FIELD] for one in told):
        words = re.sub(
            r"^\s*(?:by|von|par|por)\b\s*:?\s*|\([^()]*\)|\S+@\S+", " ", straight(field), flags=re.IGNORECASE
        )
        words = re.sub(r"https?://\S+", " ", words)
        for part in re.split(r"\s*(?:;|\||/|\n|\s&\s|\b(?:and|und|et)\b\s)\s*", words):
            pieces = [piece.strip(" .-–—") for piece in part.split(",")]
            full = all(len(piece.split()) > 1 for piece in pieces)
            names += (
                pieces
                if full
                else pieces[:1]
                if len(pieces[0].split()) > 1
                else [" ".join(reversed(pieces[:2]))]
            )
    return tuple(
        dict.fromkeys(" ".join(name.split()) for name in names if any(char.isalpha() for char in name))
    )
