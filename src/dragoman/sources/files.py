"""Pages and texts from files and folders, one at a time, each bad input told and passed over."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.sources.jsonl import line_documents
from dragoman.text.charset import detect
from dragoman.types import Document, Dropped, Given, Reason

STAGE = "sources"
HTML, TEXT = "text/html", "text/plain"
_MEDIA = {".html": HTML, ".htm": HTML, ".txt": TEXT}
_LINES = (".jsonl", ".jsonl.gz")
_READABLE = ".html, .htm, .txt, .jsonl or .jsonl.gz"
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_HEAD = 8_192  # code points looked at to tell what a file is
_CONTROLS = (
    0.01  # share of control characters above which no text has been seen: a stray NUL is repaired later
)


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """Sizes in bytes above which an input is set aside; a JSONL file itself may be of any size."""

    html: int = 5_000_000
    text: int = 5_000_000
    line: int = 5_000_000


_DEFAULTS = SourceLimits()
_ENDINGS_TOLD = 5  # endings that are named to the user


@dataclass(slots=True)
class SourceNotes:
    """What a reading of folders left alone: files that hold no report by their ending, counted by it.

    Pass one to ``documents`` and ask it once all documents are drawn.
    """

    left_alone: Counter[str] = field(default_factory=Counter)

    def told(self) -> str | None:
        """Return "3 files of other kinds were left alone (.md, .pdf)", or ``None`` if there were none."""
        total = self.left_alone.total()
        if not total:
            return None
        endings = sorted(self.left_alone, key=lambda ending: (-self.left_alone[ending], ending))
        named = [ending or "no ending" for ending in endings[:_ENDINGS_TOLD]]
        more = ", ..." if len(endings) > _ENDINGS_TOLD else ""
        files = "1 file of another kind was" if total == 1 else f"{total} files of other kinds were"
        return f"{files} left alone ({', '.join(named)}{more})"


def documents(
    paths: Sequence[Path], limits: SourceLimits = _DEFAULTS, notes: SourceNotes | None = None
) -> Iterator[Document | Dropped]:
    """Yield what the files and folders hold, in the order given; folders by path, hidden files left out.

    In a folder, files that end otherwise than in .html, .htm, .txt, .jsonl or .jsonl.gz are passed over and
    counted in ``notes``; a file named itself is read if it holds HTML or text. No bad input raises: it is
    a ``Dropped``.
    """
    notes = notes or SourceNotes()
    for path in paths:
        try:
            if path.is_dir():
                yield from _folder(path, limits, notes)
            elif path.exists():
                yield from _file(path, limits)
            else:
                yield _dropped(path, Reason.MISSING, "there is no such file or folder: check the path")
        except OSError as error:
            yield _unreadable(path, error)


def _folder(folder: Path, limits: SourceLimits, notes: SourceNotes) -> Iterator[Document | Dropped]:
    failures: list[OSError] = []
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(root)
        shown = [name for name in names if not name.startswith(".")]
        found += [here / name for name in shown if _ending(name)]
        notes.left_alone.update(Path(name).suffix.lower() for name in shown if not _ending(name))
    for error in sorted(failures, key=lambda error: str(error.filename)):
        yield _unreadable(Path(str(error.filename)), error)
    if not found and not failures:
        yield _dropped(folder, Reason.MISSING, f"the folder holds no {_READABLE} file")
    for path in sorted(found, key=Path.as_posix):
        yield from _file(path, limits)


def _file(path: Path, limits: SourceLimits) -> Iterator[Document | Dropped]:
    """Yield the documents of one file, or why there are none."""
    try:
        ending = _ending(path.name)
        if not path.is_file():
            yield _dropped(path, Reason.UNSUPPORTED, "this is not a regular file")
        elif ending in _LINES:
            yield from line_documents(path, limits.line)
        else:
            yield _page(path, _MEDIA.get(ending), limits)
    except OSError as error:
        yield _unreadable(path, error)


def _ending(name: str) -> str:
    """Return the ending that tells how to read a file, in lower case; empty if it tells nothing."""
    lower = name.lower()
    return next((ending for ending in (*_MEDIA, *_LINES) if lower.endswith(ending)), "")


def _page(path: Path, media: str | None, limits: SourceLimits) -> Document | Dropped:
    largest = limits.text if media == TEXT else limits.html
    size = path.stat().st_size
    if size > largest:
        return _too_large(path, size, largest)
    with path.open("rb") as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        return _too_large(path, len(raw), largest)
    if not raw.strip():
        return _dropped(path, Reason.EMPTY, "the file is empty")
    charset, route = detect(raw, labelled=media == HTML or looks_like_html(raw[:_HEAD].decode("latin-1")))
    head = raw[: 4 * _HEAD].decode(charset, errors="replace")[:_HEAD]
    if raw.startswith(_MAGIC) or is_binary(head):
        if media is None:
            return _dropped(
                path, Reason.UNSUPPORTED, f"this is neither HTML nor text: give a {_READABLE} file"
            )
        return _dropped(path, Reason.BINARY, "the file holds binary data: save the page as HTML or text")
    if media != HTML:
        media = HTML if looks_like_html(head) else TEXT
    given = Given()
    return Document(
        id=Document.identify(media, raw, given),
        location=path.as_posix(),
        media=media,
        raw=raw,
        charset=charset,
        route=route,
        given=given,
    )


def looks_like_html(head: str) -> bool:
    """Tell a page from a text by its first characters."""
    opening, tags = _html()
    return bool(opening.match(head)) or len(tags.findall(head)) >= 3  # noqa: PLR2004 - a text may quote one pair


@cache
def _html() -> tuple[re.Pattern[str], re.Pattern[str]]:
    opening = r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
    return (
        re.compile(opening, re.IGNORECASE | re.DOTALL),
        re.compile(r"</(?:p|div|a|span|li|h[1-6]|td|article)>", re.IGNORECASE),
    )


def is_binary(head: str) -> bool:
    """Tell whether too many of the first characters are controls for this to be text."""
    controls = sum(char < " " and char not in "\t\n\r\x0c\x1b" for char in head)
    return controls > _CONTROLS * len(head)


def _too_large(path: Path, size: int, largest: int) -> Dropped:
    detail = f"{size:,} bytes, the limit is {largest:,}: split the file or save the article alone"
    return _dropped(path, Reason.TOO_LARGE, detail)


def _unreadable(path: Path, error: OSError) -> Dropped:
    return _dropped(path, Reason.UNREADABLE, f"{error.strerror or error}: check the file and its permissions")


def _dropped(path: Path, reason: Reason, detail: str) -> Dropped:
    return Dropped(path.as_posix(), STAGE, reason, detail)
