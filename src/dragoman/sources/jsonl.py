"""Documents from JSON lines: one object a line, plain or gzipped, read line by line.

Fields (the first that is there counts): ``text``, ``body``, ``content`` or ``html``; and, where
known, ``url``, ``outlet`` or ``source`` or ``publisher``, ``title``, ``authors`` or ``author`` or ``byline``,
``published`` or ``date`` or ``publish_date``. Other fields are passed over.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, cast

from dragoman.ontology.page_words import page_words
from dragoman.text.bylines import author_names
from dragoman.text.charset import detect
from dragoman.text.page_phrases import PagePhrases, compile_phrases
from dragoman.types import Document, Dropped, Given, Reason

_STAGE = "sources"
_TEXTS = ("text", "body", "content")
_OUTLETS = ("outlet", "source", "publisher")
_AUTHORS = ("authors", "author", "byline")
_DATES = ("published", "date", "publish_date")


def line_documents(path: Path, largest: int) -> Iterator[Document | Dropped]:
    """Yield one document per line of ``path``, located as ``path#line``; ``largest`` is in bytes per line.

    A line that cannot be used is one ``Dropped``. Where the file breaks off, the documents before
    the break stand. Raises ``OSError`` only if the file cannot be opened.
    """
    where = path.as_posix()
    number = 0
    with _opened(path) as file:
        try:
            for number, line in enumerate(_lines(file, largest), 1):
                if line is None:
                    detail = f"the line is longer than {largest:,} bytes: split it or shorten the text"
                    yield Dropped(f"{where}#{number}", _STAGE, Reason.TOO_LARGE, detail)
                elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield _document(f"{where}#{number}", line)
        except (EOFError, OSError, zlib.error) as error:
            detail = f"the file breaks off after line {number} ({error}): fetch or pack it again"
            yield Dropped(where, _STAGE, Reason.UNREADABLE, detail)
            return
    if number == 0:
        yield Dropped(where, _STAGE, Reason.EMPTY, "the file has no line")


@cache
def _phrases() -> PagePhrases:
    return compile_phrases(page_words())


def _opened(path: Path) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path))
    return path.open("rb")


def _lines(file: IO[bytes], largest: int) -> Iterator[bytes | None]:
    """Yield lines; ``None`` for one that is too long, which is never held whole."""
    while line := file.readline(largest + 1):
        if len(line) <= largest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield None


def _document(location: str, line: bytes) -> Document | Dropped:
    fields = _object(line)
    if isinstance(fields, str):
        return Dropped(location, _STAGE, Reason.BROKEN_LINE, fields)
    text = _first(fields, _TEXTS)
    html = None if text else _first(fields, ("html",))
    body = text or html
    if body is None:
        if any(isinstance(fields.get(name), str) for name in (*_TEXTS, "html")):
            return Dropped(location, _STAGE, Reason.EMPTY, "the text of this line is empty")
        detail = "no text: give the article in a field named text, body, content or html"
        return Dropped(location, _STAGE, Reason.BROKEN_LINE, detail)
    given = _given(fields)
    raw = body.encode()
    media = "text/html" if html or _is_markup(body) else "text/plain"
    return Document(Document.identify(media, raw, given), location, media, raw, given=given)


def _object(line: bytes) -> Mapping[str, object] | str:
    """Return the object of one line, or in words why there is none."""
    charset, _ = detect(line, labelled=False)
    try:
        fields = json.loads(line.decode(charset, errors="replace").lstrip("\ufeff"))
    except RecursionError:
        return "the line is nested too deep: give one flat object a line"
    except ValueError as error:
        return f"the line is not JSON ({error}): give one object a line"
    if not isinstance(fields, dict):
        return "the line is not an object: give one {...} a line"
    return fields


def _is_markup(body: str) -> bool:
    """Tell a page or a piece of one from a text that happens to hold a tag."""
    head = body[:4096]
    return bool(re.match(r"\s*<(?:!doctype|html|p|div|article)\b", head, re.IGNORECASE)) and "</" in body


def _given(fields: Mapping[str, object]) -> Given:
    return Given(
        url=_first(fields, ("url",)),
        outlet=_first(fields, _OUTLETS),
        title=_first(fields, ("title",)),
        authors=_authors(fields),
        published=_first(fields, _DATES),
    )


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the first field that holds words; lone surrogates, which no encoding can hold, are left out."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return re.sub("[\ud800-\udfff]", "", value)
    return None


def _authors(fields: Mapping[str, object]) -> tuple[str, ...]:
    for name in _AUTHORS:
        value = fields.get(name)
        people = value if isinstance(value, list) else [value]
        told = [_first({"name": person}, ("name",)) for person in people]
        names = tuple(
            dict.fromkeys(one for words in told if words for one in author_names(words, _phrases()))
        )
        if names:
            return names
    return ()
