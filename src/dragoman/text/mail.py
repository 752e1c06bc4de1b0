"""The head of a mail that was saved as text: who sent it, when, and what it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from dragoman.text.bylines import author_names
from dragoman.text.outlets import outlet_name
from dragoman.text.page_phrases import PagePhrases

_FIRST = 12  # lines before a head that may stand above it: what a mail program prints, a short note
_LONGEST_NOTE = 60  # words of a note above a mail sent on; with more the note is the report
_LONGEST_HEAD = 60  # lines of a head
_LONGEST_KEY = 40  # code points


@dataclass(frozen=True, slots=True)
class MailHead:
    """The lines ``[first, end)`` of a text that are a mail's head, and what they tell.

    ``note_from`` is the line after the last head before this one where the mail was sent on, else 0.
    """

    first: int
    end: int
    subject: str | None
    sender: str | None
    date: str | None
    sent_on: bool


def mail_heads(lines: Sequence[str], phrases: PagePhrases) -> tuple[MailHead, ...]:
    """Return the heads of the mail and of those sent on in it, outermost first; none if it is no mail."""
    heads: list[MailHead] = []
    index, words = 0, 0
    while index < len(lines):
        head = _head_at(lines, index, phrases)
        if head is None:
            words += len(lines[index].split())
            index += 1
            if words > _LONGEST_NOTE or (not heads and index > _FIRST):
                break
            continue
        heads.append(head)
        index, words = head.end, 0
    return tuple(heads)


def next_head(lines: Sequence[str], after: int, phrases: PagePhrases) -> int:
    """Return the line at which the mail that is answered begins below a report; ``len(lines)`` if none."""
    for index in range(after, len(lines)):
        if _key(lines[index]) in phrases.mail["sender"] and _head_at(lines, index, phrases):
            return index
    return len(lines)


def sender_names(sender: str, phrases: PagePhrases) -> tuple[tuple[str, ...], str | None]:
    """Return the people and the outlet that the name of a sender tells; an address alone tells neither."""
    name = re.sub(r"<[^<>]*>|\[mailto:[^\]]*\]|\([^()]*@[^()]*\)|\S+@\S+", " ", sender)
    name = " ".join(name.replace('"', " ").split()).strip(" ,;'")
    if not name:
        return (), None
    outlet = outlet_name(name, phrases, loose=True)
    if outlet:
        return (), outlet
    desk = phrases.outlets.desk.sub("", name)
    if desk != name:  # "Corvane Desk": a house of any name; "Foreign Desk" and "Press Office" are none
        kept = desk.split()
        plain = all(word.lower() in phrases.role | phrases.topic | phrases.function for word in kept)
        return (), None if plain or not desk[0].isupper() else desk
    via = re.fullmatch(r"(.+?)(?:\s+(?:via|at|from)\s+|\s*[|,]\s*)(.+)", name)
    people = author_names(via[1] if via else name, phrases)
    house = outlet_name(via[2], phrases, loose=True) if via else None
    return tuple(one for one in people if len(one.split()) > 1), house


def _key(line: str) -> str:
    key, colon, _ = line.partition(":")
    return key.strip(" \t*").lower() if colon and len(key) <= _LONGEST_KEY else ""


def _head_at(lines: Sequence[str], first: int, phrases: PagePhrases) -> MailHead | None:
    """Return the head that begins at line ``first``: a sender and a subject or date, in any order."""
    fields: dict[str, str] = {}
    known = {key: kind for kind in ("other", "date", "subject", "sender") for key in phrases.mail[kind]}
    if _key(lines[first]) not in known:
        return None
    last = None
    index = first
    while index < min(len(lines), first + _LONGEST_HEAD):
        line = lines[index]
        kind = known.get(_key(line))
        if kind:
            last = kind
            fields.setdefault(kind, line.partition(":")[2].strip(" \t*"))
        elif last and line[:1] in " \t" and line.strip():
            fields[last] += " " + line.strip()
        elif re.match(r"[A-Za-z][A-Za-z-]*-[A-Za-z-]+:\s", line):
            last = None  # a further field of the head, such as X-Priority
        else:
            break
        index += 1
    if "sender" not in fields or not ({"subject", "date", "other"} & fields.keys()):
        return None
    title, sent_on = _subject(fields.get("subject", ""), phrases)
    return MailHead(first, index, title, fields["sender"] or None, fields.get("date") or None, sent_on)


def _subject(told: str, phrases: PagePhrases) -> tuple[str | None, bool]:
    """Return a subject in plain words, and whether it says that the mail was sent on."""
    told = _decoded(told)
    sent_on = False
    marks = (*phrases.mail["forward"], *phrases.mail["reply"])
    pattern = re.compile(rf"\s*({'|'.join(map(re.escape, marks))})\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
    while mark := pattern.match(told):
        sent_on = sent_on or mark[1].lower() in phrases.mail["forward"]
        told = told[mark.end() :]
    told = re.sub(r"^\[[^\[\]]{1,30}\]\s*(?=\S)", "", told)  # the name of a mailing list
    return " ".join(told.split()) or None, sent_on


def _decoded(told: str) -> str:
    """Return words that were coded for the wire, such as ``=?utf-8?q?...?=``, as they read."""
    if "=?" not in told:
        return told
    try:
        return str(make_header(decode_header(told)))
    except (HeaderParseError, LookupError, ValueError):
        return told
