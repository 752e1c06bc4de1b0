"""Which outlet a report says that it is from: its own line, a byline, a copyright line, a dateline.

Names are told by the words that newspapers, agencies and stations call themselves, and by where
they stand. A report that states none has none.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.text.bylines import author_names
from dragoman.text.page_phrases import PagePhrases, straight

_LONGEST_NAME = 6  # words of an outlet's name, "the" and "of" counted in
_LONGEST_LINE = 160  # code points of a line that is looked at
_SMALL = ("of", "the", "and", "&", "de", "la", "des", "du", "für", "der")
_MASTHEAD = 4  # words of a name above a title that does not begin with "The"
_MOST_HOLDER = 2  # words of a holder of rights whose name says nothing of an outlet: "Dagsposten"
_DATELINE_NAME = 3  # words of an agency in a dateline that tells the day


def outlet_name(told: str, phrases: PagePhrases, *, loose: bool = False) -> str | None:
    """Return ``told`` as an outlet's name, without the desk that sends for it; ``None`` if it is none.

    ``loose`` lets in names such as "Kelstad Star", which could be something else: use it where the
    place of the words speaks for an outlet already.
    """
    words = phrases.outlets
    name = words.desk.sub("", told.strip(" \t.,;:|()[]–—-*_"))
    parts = name.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or re.search(r"[\d,:?!\"“”#@/<>;]", name):
        return None
    if " & " in f"{name} " and not loose:
        return None  # "Film & TV"
    if any(not part[0].isupper() and part not in _SMALL for part in parts) or not name[0].isupper():
        return None
    low = straight(name).lower()
    article = low.startswith("the ")
    bare = low.removeprefix("the ")
    if bare in words.known:
        return name
    if " the " in f" {bare} " or all(part in phrases.topic for part in bare.split()):
        return None
    named = bare.endswith(words.noun) or bare.startswith(words.first)
    titled = article and f" {bare}".endswith((*words.noun, *words.plain))
    return name if named or titled or (loose and bare.endswith(words.plain)) else None


def is_masthead(told: str, phrases: PagePhrases) -> bool:
    """Tell an outlet's name from a headline where nothing but its place above the title speaks for it."""
    name = outlet_name(told, phrases)
    return name is not None and (name.startswith("The ") or len(name.split()) <= _MASTHEAD)


def is_post(told: str, phrases: PagePhrases) -> bool:
    """Tell "Kyiv correspondent, Meridian Wire": a reporter's post, with an outlet or a place at most."""
    if len(told) > _LONGEST_LINE or re.search(r"[\d.:?!]", told):
        return False
    post, *rest = (part.strip() for part in re.split(r",|\||\bfor\b", told))
    if not f" {post.lower()}".endswith(phrases.outlets.post) or len(post.split()) > _MASTHEAD:
        return False
    return all(
        outlet_name(part, phrases, loose=True) or (len(part.split()) == 1 and part[:1].isupper())
        for part in rest
    )


def is_outlet_credit(told: str, phrases: PagePhrases) -> bool:
    """Tell "Published by The Kelstad Mail": what stands before an author, and an outlet."""
    cue = phrases.byline.match(told) if told.lower().startswith(phrases.byline_starts) else None
    return cue is not None and outlet_name(told[cue.end() :], phrases, loose=True) is not None


def stated_outlet(head: Sequence[str], foot: Sequence[str], lead: str, phrases: PagePhrases) -> str | None:
    """Return the outlet that a report states, or ``None``.

    ``head`` and ``foot`` are the metadata lines before and after its paragraphs, ``lead`` its first
    paragraph. A label outranks a line of the outlet's own, that a byline, that the copyright line; the
    agency of a byline or a dateline counts last, for others may have taken over its report.
    """
    found = [pair for line in head for pair in _in_line(line, phrases)]
    found += [pair for line in foot for pair in _in_line(line, phrases) if pair[0] in (_LABEL, _RIGHTS)]
    found += [(_AGENCY, name) for name in (dateline_outlet(lead, phrases),) if name]
    return min(found, key=lambda pair: pair[0])[1] if found else None


_LABEL, _OWN, _BYLINE, _RIGHTS, _AGENCY = range(5)
"""The ways to tell an outlet, the surest first."""


def _in_line(line: str, phrases: PagePhrases) -> Iterator[tuple[int, str]]:
    """Yield the outlets of one line of metadata, each with the rank of the way it is told."""
    told = straight(line).strip(" \t|•·*_>–—-")
    low = told.lower()
    if len(told) > _LONGEST_LINE or "#" in told or phrases.topic_label.match(low):
        return
    if re.search(r"©|\(c\)|copyright", low):
        name = _rights_holder(told, phrases)
        yield from [(_RIGHTS, name)] if name else []
    elif labelled := phrases.outlets.label.match(told):
        name = _cut_at_date(told[labelled.end() :], phrases)
        if re.fullmatch(r"[A-ZÀ-Þ][\w.'&-]*(?:\s+[\w.'&-]+){0,5}", name):
            yield _LABEL, name
    elif low.startswith(("source", "published by")):
        cue = phrases.outlets.source.match(told)
        name = _cut_at_date(told[cue.end() :] if cue else told, phrases)
        if known := outlet_name(re.split(r"[,|·•(]", name)[0], phrases, loose=True):
            yield _LABEL, known
    elif not low.startswith(phrases.credit):
        yield from _beside(told, phrases)


def _beside(told: str, phrases: PagePhrases) -> Iterator[tuple[int, str]]:
    """Yield the outlets among the parts of a line of names, posts and dates."""
    dated = phrases.date.search(told) is not None
    parts = _parts(phrases.date.sub(" | ", told))
    bylined = False
    people = False
    for part in parts:
        cue = phrases.byline.match(part)
        rest = part[cue.end() :] if cue else part
        name = outlet_name(rest, phrases, loose=(dated or people) and cue is None)
        bylined = bylined or cue is not None
        if name:
            yield (_BYLINE if people else _AGENCY if bylined else _OWN), name
            continue
        people = people or (cue is not None and bool(author_names(rest, phrases)))
        at = re.search(r"\s(?:for|of|from|at|in|with)\s+(?=[A-ZÀ-Þ])", rest)
        if at and (name := outlet_name(rest[at.end() :], phrases, loose=bylined)):
            yield _BYLINE, name


def _parts(told: str) -> list[str]:
    pieces = re.split(r"\s*[,|·•()]\s*|\s+[-–—/]\s+", told)
    return [
        piece for piece in (re.sub(r"^(?:in|on|at|from|via)\s+", "", one.strip()) for one in pieces) if piece
    ]


def _cut_at_date(told: str, phrases: PagePhrases) -> str:
    cut = phrases.date.search(told)
    name = told[: cut.start()] if cut else told
    days = "|".join(sorted(phrases.days, key=lambda day: (-len(day), day)))
    name = re.sub(rf"[\s,|·•(–—-]*\b(?:on|{days})?\b[\s,|·•(–—-]*$", "", name, flags=re.IGNORECASE)
    return name.strip(" \t.,;|")


def _rights_holder(told: str, phrases: PagePhrases) -> str | None:
    """Return the outlet that a copyright line names; the company that owns one is none."""
    found = re.search(
        r"(?:©|\(c\)|copyright)[\s:]*(?:(?:©|\(c\)|copyright)\s*)?(?P<year>\d{4}(?:\s*[-–]\s*\d{4})?)?\s*,?\s*"
        r"(?:by\s+)?(?P<name>[^|,©;()]{2,60})",
        told,
        re.IGNORECASE,
    )
    if found is None:
        return None
    name = re.split(r"\.\s|[.\s]*\b\d{4}\b|\s[-–—:]\s", found["name"])[0]
    name = re.sub(r"[\s–—:-]*all rights reserved.*$", "", name, flags=re.IGNORECASE).strip(" .-–—")
    known = outlet_name(name, phrases, loose=True)
    words = [word.strip(".").lower() for word in name.split()]
    dated = found["year"] is not None or re.search(r"\d{4}", found["name"]) is not None
    if known or not dated or not 1 <= len(words) <= _MOST_HOLDER:
        return known
    capital = all(word[0].isupper() for word in name.split()) and "/" not in name
    return name if capital and not phrases.outlets.company.intersection(words) else None


def dateline_outlet(lead: str, phrases: PagePhrases) -> str | None:
    """Return the agency in brackets after the place: "OSLO, May 14 (Meridian Wire) - Talks ..."."""
    found = re.match(
        r"\s*(?P<place>(?:[A-ZÀ-Þ][\w.'’/-]*(?:[\s,/]+|$)){0,6}(?:\d{1,2}\s*)?(?:[A-ZÀ-Þ][a-zß-ÿ]*\.?\s*)?)"
        r"\((?P<name>[^()]{2,40})\)\s*(?:[-–—]+|:)\s",
        lead[:_LONGEST_LINE],
    )
    if found is None:
        return None
    name = outlet_name(found["name"], phrases)
    if name:
        return name
    words = re.findall(r"[^\W\d_]+", found["place"].lower())
    dated = bool(re.search(r"\d", found["place"])) and any(word in phrases.months for word in words)
    told = found["name"].strip()
    short = len(told.split()) <= _DATELINE_NAME and all(word[0].isupper() for word in told.split())
    return told if dated and short and told[:1].isupper() else None
