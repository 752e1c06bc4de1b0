"""What one line of a saved text looks like, by itself."""

import re
from enum import Enum
from functools import cache

from dragoman.text.bylines import byline_names, published_in
from dragoman.text.outlets import is_outlet_credit, is_post, outlet_name
from dragoman.text.page_phrases import PagePhrases, label, straight


class Shape(Enum):
    """The look of a line before its surroundings are weighed."""

    BLANK = "blank"
    PROSE = "prose"
    """Ends as a sentence does, or leads into a list."""
    RULE = "rule"
    """Signs without a letter, such as a line of dashes."""
    BULLET = "bullet"
    HEADLINE = "headline"
    """Short, or in capitals like a title, with no final stop."""
    CUT = "cut"
    """Long and lower case, yet ends in no stop: a teaser cut off, or a careless writer."""
    TRAILED = "trailed"
    """Broken off with three dots."""
    META = "meta"
    """Byline, date, counter, tags, topics."""
    PICTURE = "picture"
    FRAME = "frame"
    """Menus, forms, calls to subscribe or share."""
    RELATED = "related"
    """A label of other articles."""
    COMMENTS = "comments"
    """The head of the readers' corner."""


_LONGEST_HEADLINE = 18  # words; longer ones count as headlines only in Title Case
_LONGEST_OTHER = 1_000  # code points: longer lines are prose, and the patterns of the rest stay fast
_TAIL = 40  # code points at the end of a line that show how it ends
_LONG_TEASER = 35  # words: no teaser is so long and has a full stop inside
_LONGEST_SHARE = 120  # code points of a share row
_LONGEST_LABEL = 60  # code points
_LONGEST_FRAME = 45  # words: a phrase of the frame inside a longer line may be quoted by a report
_LONGEST_CALL = 14  # words of a line that begins as a call to the reader and ends with a stop
_CREDIT_TAIL = 60  # code points at the end of a caption in which its credit starts
_LONGEST_META = 20  # words
_SIGNS = " \t•·*|>»›→-–—[(#+_"
_TITLE_CASE = 0.7  # share of capitals among the words that headlines do not leave small


def shape_of(line: str, phrases: PagePhrases) -> Shape:
    """Return the shape of one line, given without its line feed."""
    told = line.strip()
    if not told:
        return Shape.BLANK
    if not any(char.isalnum() for char in told):
        return Shape.RULE
    words = told.split()
    known = _known_shape(told, words, phrases) if len(told) <= _LONGEST_OTHER else None
    if known is not None:
        return known
    return Shape.BULLET if _bullet().match(line[:_TAIL]) else _prose_shape(told, words, phrases)


def _known_shape(told: str, words: list[str], phrases: PagePhrases) -> Shape | None:
    """Return what the words of a line show it to be, ``None`` if they show nothing."""
    if _is_counter(told, phrases):
        return Shape.META
    if len(told) <= _LONGEST_LABEL and (named := _label_shape(told, phrases)):
        return named
    if len(told) <= _LONGEST_SHARE and _is_share_row(told, phrases):
        return Shape.FRAME
    if _is_meta(told, words, phrases):
        return Shape.META
    if _is_picture(told, words, phrases):
        return Shape.PICTURE
    return Shape.FRAME if _is_frame(told, words, phrases) else None


def title_case(line: str, phrases: PagePhrases) -> float:
    """Return the share of capitals among the words that a headline in Title Case does not leave small."""
    words = [word.strip("“”\"'‘’()[],:;.?!") for word in line.split()]
    counted = [
        word for word in words if word and word.lower() not in phrases.function and not word[0].isdigit()
    ]
    if not counted:
        return 0.0
    return sum(not word[0].islower() for word in counted) / len(counted)


def without_bullet(line: str) -> str:
    """Return the words of a line without the sign that makes it a list item or a heading."""
    return _bullet().sub("", line).strip().strip("*#").strip()


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[•●▪■◦‣∙·►▸➤*+–—-]\s+|\(?\d{1,2}[.)]\s+(?=\S)|\(?[a-z]\)\s+|[•●▪■◦‣►▸➤]\s*)")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[.!?:;。！？：；]['\"’”»)\]*_]*(?:\s*\[\d+\])*$|[,.!?]['\"’”»]+$")


def ends_sentence(told: str) -> bool:
    """Tell whether ``told`` ends with a stop, marks and closing quotes counted in."""
    return bool(_end().search(told[-_TAIL:]))


def _prose_shape(told: str, words: list[str], phrases: PagePhrases) -> Shape:
    """Tell prose from headlines by the stop at the end, the length and the capitals."""
    if len(words) >= _LONG_TEASER and re.search(r"[a-z]{2}[.!?]['\"’”)]*\s+[\"“'‘(]?[A-Z]", told):
        return Shape.PROSE
    if re.search(r"(?:\.{2,}|…)[\s\]\[»)]*$", told[-_TAIL:]):
        return Shape.TRAILED
    if told.startswith("#") and re.match(r"#{1,6}\s+\S", told):
        return Shape.HEADLINE
    capitals = title_case(told, phrases)
    if ends_sentence(told):
        asked = told[-1] in "?!" and len(words) <= _LONGEST_HEADLINE and len(words) > 1
        if asked and capitals >= _TITLE_CASE:
            return Shape.HEADLINE
        return Shape.PROSE
    if capitals >= _TITLE_CASE or len(words) <= _LONGEST_HEADLINE:
        return Shape.HEADLINE
    return Shape.CUT


def _label_shape(told: str, phrases: PagePhrases) -> Shape | None:
    """Return what a line is that consists of one known label and nothing else."""
    bare = label(told)
    if not bare:
        return Shape.FRAME
    ended = told.rstrip("'\"”’)").endswith((".", "!")) and len(bare.split()) > 1
    if bare in phrases.comments:
        return Shape.COMMENTS
    if bare in phrases.related and not (ended and " " in bare):
        return Shape.RELATED
    if bare in phrases.whole:
        return Shape.FRAME
    return None


def _is_counter(told: str, phrases: PagePhrases) -> bool:
    """Tell "482 views" and "12 shares"; "3 comments" is the head of the readers' corner."""
    found = re.fullmatch(r"[\d.,]+\s*[km]?\s+([a-z][a-z ]{2,20})", told.lower())
    return found is not None and bool(phrases.counter.fullmatch(found[1])) and "comm" not in found[1]


def _is_share_row(told: str, phrases: PagePhrases) -> bool:
    words = re.findall(r"[^\s,|/•·>»›\d:()]+", told.lower())
    return bool(words) and all(word in phrases.share for word in words)


def _is_meta(told: str, words: list[str], phrases: PagePhrases) -> bool:
    """Tell bylines, dates, counters, tag strips and topic strips."""
    low = straight(told).lower()
    if low.startswith(phrases.credit) and len(words) <= 2 * _LONGEST_META:
        return True
    tags = sum(word.count("#") for word in words if re.match(r"[^\s#]*#\w", word)) if "#" in told else 0
    if tags and tags >= 0.5 * len(words) and not told.startswith("# "):
        return True
    if len(words) > _LONGEST_META:
        return bool(phrases.topic_label.match(low)) and told.count(",") * 4 >= len(words)
    if (not ends_sentence(told) and byline_names(told, phrases)) or _is_bare_credit(low, phrases):
        return True
    if phrases.topic_label.match(low) and not ends_sentence(told):
        return True
    if is_post(told, phrases) or is_outlet_credit(told, phrases):
        return True
    strip = [word for word in re.findall(r"[^\s,|/>»›•·-]+", low) if any(char.isalnum() for char in word)]
    if strip and all(word in phrases.topic for word in strip) and not ends_sentence(told):
        return True
    return _is_date_line(told, phrases) or _is_strip(told, phrases)


def _is_strip(told: str, phrases: PagePhrases) -> bool:
    """Tell "12 May 2026 · By Ann Lee, Kelstad Courier": a date, and nothing but names beside it."""
    if not any(char.isdigit() for char in told) or not published_in(told, phrases):
        return False
    parts = [part.strip() for part in re.split(r"\s*[|·•]\s*|\s+[-–—]\s+", told) if part.strip()]
    return len(parts) > 1 and all(
        _is_date_line(part, phrases)
        or byline_names(part, phrases)
        or outlet_name(part, phrases, loose=True)
        or _is_counter(part, phrases)
        or part.lower() in phrases.topic
        for part in parts
    )


def _is_bare_credit(low: str, phrases: PagePhrases) -> bool:
    """Tell "By Reuters" and "Northern Courier Staff Writer": a cue or an outlet, and no person."""
    cue = phrases.byline.match(low)
    words = [word.strip(".,:;|()") for word in (low[cue.end() :] if cue else low).split()]
    words = [word for word in words if word not in ("the", "of", "and", "a", "for", "-", "|", "&", "")]
    if not words or ends_sentence(low):
        return False
    known = sum(word in phrases.role for word in words)
    return known == len(words) and (cue is not None or len(words) > 1) and words[0] not in phrases.topic


def _is_date_line(told: str, phrases: PagePhrases) -> bool:
    """Tell a line that is a date, its label, a clock time and counters, with at most a name beside."""
    if not any(char.isdigit() for char in told):
        return False
    dated = published_in(told, phrases)
    rest = phrases.date.sub(" ", straight(told))
    rest = re.sub(
        r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d[\d.,]*[km]?\b",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    counted = phrases.counter.search(told) is not None
    if not dated and not counted and not _month_day(told, phrases):
        return False
    rest = phrases.counter.sub(" ", phrases.date_label.sub(" ", rest))
    left = [word for word in re.findall(r"[^\W\d_]+", rest) if word.lower() not in phrases.days]
    left = [word for word in left if word.lower() not in phrases.months and word.lower() not in ("by", "the")]
    most = 4 if dated else 2  # words of an outlet or a name; of a place before a day without its year
    if not dated and left and "," not in told:
        return False
    return len(left) <= most and all(word[0].isupper() for word in left)


def _month_day(told: str, phrases: PagePhrases) -> bool:
    """Tell "Jan 12" and "Monday, 12 January": a date without its year."""
    words = re.findall(r"[^\W\d_]+", told.lower())
    named = any(word in phrases.months or word in phrases.days for word in words)
    return named and bool(re.search(r"\d", told)) and not ends_sentence(told.rstrip("."))


def _is_picture(told: str, words: list[str], phrases: PagePhrases) -> bool:
    """Tell a caption by the credit in it: at its ends only where the line is long."""
    low = told.lower()
    if len(words) > 2 * _LONGEST_FRAME:
        return False
    found = [phrase for phrase in phrases.picture if phrase in low]
    if any(low.find(phrase) < 3 for phrase in found):  # noqa: PLR2004 - after a bracket or quote
        return True
    if told[-1] in '.!?"”':  # "a Reuters/Ipsos poll found."
        return len(words) <= _LONGEST_HEADLINE and any("/" not in phrase for phrase in found)
    return any(low.rfind(phrase) > len(low) - _CREDIT_TAIL for phrase in found)


def _is_frame(told: str, words: list[str], phrases: PagePhrases) -> bool:
    """Tell forms, menus and calls to the reader by their words."""
    if len(words) > _LONGEST_FRAME:
        return False
    low = straight(told).lower()
    quoted = low[:1] in "\"“'"
    if not quoted and any(phrase in low for phrase in phrases.insides) and phrases.inside.search(low):
        return len(words) <= _LONGEST_HEADLINE or bool(
            re.search(r"\b(?:you|your|we|us|our|©|copyright)\b|©", low)
        )
    if re.fullmatch(r"(?:https?://|www\.)\S+", told):
        return True
    if quoted or not low.lstrip(_SIGNS).startswith(phrases.starts):
        return False
    cue = phrases.start.match(low)
    if cue is None:
        return False
    if ends_sentence(told) and not told.endswith(":"):
        return len(words) <= _LONGEST_CALL and len(cue["cue"].split()) > 1
    return len(words) <= 2 * _LONGEST_CALL
