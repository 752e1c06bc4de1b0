"""Articles made from plain text as a suite gives it: every line is article text, offsets stay the same."""

import re
from datetime import date
from hashlib import sha256

from dragoman.stages.parse import parse
from dragoman.types import Article, ArticleId, Line, LineClass, Parse, Published

_LINE = re.compile(r"[^\n]*(?:\n|$)")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+|[^\n]*(?:\n|$)")


def article(
    id: str,  # noqa: A002 - the suites' own word
    text: str,
    published: date | None = None,
    title: str | None = None,
    *,
    wrapped: bool = False,
) -> tuple[Article, Parse]:
    """Return ``text`` as an article whose lines are all of class article (or blank), and its parse.

    With ``wrapped``, single line feeds are soft: the lines between two empty lines are one line of
    the article, and a sentence may run over them. None of the suites looked at (times, quotes, status,
    diplomacy) is wrapped: each of their lines is a paragraph or a sentence.
    """
    lines = []
    for match in (_PARAGRAPH if wrapped else _LINE).finditer(text):
        end = match.end() - match[0].endswith("\n")
        if match[0]:
            kind = LineClass.ARTICLE if match[0].strip() else LineClass.BLANK
            lines.append(Line(match.start(), end, kind))
    made = Article(
        id=ArticleId(sha256(id.encode()).hexdigest()[:16]),
        location=id,
        url=None,
        outlet=None,
        title=title,
        authors=(),
        published=Published(published, published.isoformat()) if published else None,
        text=text,
        lines=tuple(lines),
    )
    (parsed,) = parse(made)
    return made, parsed
