"""Which lines of a mail saved as text are the report: not its head, what it quotes or its signature."""

import re
from dataclasses import dataclass

from dragoman.text.lines import Classed, classify
from dragoman.text.mail import MailHead, mail_heads, next_head, sender_names
from dragoman.text.page_phrases import PagePhrases
from dragoman.types import Line, LineClass


@dataclass(frozen=True, slots=True)
class MailText:
    """The lines of a mail with their classes, what its head tells, and the line at which its body begins.

    ``authors`` is empty where somebody else sent the report on.
    """

    classed: Classed
    authors: tuple[str, ...]
    outlet: str | None
    date: str | None
    body: int


def classify_mail(text: str, phrases: PagePhrases, title: str | None = None) -> MailText | None:
    """Return the lines of ``text`` if it is a mail, else ``None``.

    Of mails sent on one in the other the innermost is the report. Its subject is the title.
    """
    lines = text.split("\n")
    if len(lines) > 1 and text.endswith("\n"):
        lines.pop()
    heads = mail_heads(lines, phrases)
    if not heads:
        return None
    head = heads[-1]
    end = next_head(lines, head.end, phrases)
    known = title or head.subject
    body = ["" if _is_quoted(line) else line for line in lines[head.end : _signature(lines, head.end, end)]]
    inner = classify("\n".join(body), phrases, known)
    kinds = [_outside(heads, number, line) for number, line in enumerate(lines)]
    for number, line in enumerate(inner.lines, head.end):
        if not _is_quoted(lines[number]):
            kinds[number] = line.kind
    people, outlet = sender_names(head.sender or "", phrases)
    handed_on = any(one.sent_on for one in heads) and len(heads) == 1
    return MailText(
        Classed(_placed(lines, kinds), inner.title or known),
        () if handed_on else people,
        None if handed_on else outlet,
        head.date,
        head.end,
    )


def _is_quoted(line: str) -> bool:
    return re.match(r"\s{0,2}>", line) is not None


def _signature(lines: list[str], first: int, end: int) -> int:
    """Return the line of two dashes below which a mail is signed; ``end`` if there is none."""
    return next((number for number in range(first, end) if lines[number].rstrip() == "--"), end)


def _outside(heads: tuple[MailHead, ...], number: int, line: str) -> LineClass:
    if not line.strip():
        return LineClass.BLANK
    told = any(head.first <= number < head.end for head in heads)
    return LineClass.METADATA if told else LineClass.BOILERPLATE


def _placed(lines: list[str], kinds: list[LineClass]) -> tuple[Line, ...]:
    placed: list[Line] = []
    start = 0
    for line, kind in zip(lines, kinds, strict=True):
        placed.append(Line(start, start + len(line), kind))
        start += len(line) + 1
    return tuple(placed)
