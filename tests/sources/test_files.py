"""Files and folders: every input is a document or is told, and none stops the rest."""

import gzip
import os
from pathlib import Path

import pytest

from dragoman.sources.files import SourceLimits, SourceNotes, documents
from dragoman.types import Document, Dropped, Given, Reason

TEXT = "The envoys of Norland and Sudria met on Monday.\n"
PAGE = "<!DOCTYPE html><html><body><p>The envoys met on Monday.</p></body></html>"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path()


def read(*paths: Path | str, limits: SourceLimits | None = None) -> list[Document | Dropped]:
    return list(documents([Path(path) for path in paths], limits or SourceLimits()))


def reasons(found: list[Document | Dropped]) -> list[tuple[str, Reason]]:
    return [(one.input, one.reason) for one in found if isinstance(one, Dropped)]


def test_a_folder_is_read_by_path_with_other_and_hidden_files_left_out(here: Path) -> None:
    for name in ("b/two.txt", "a.html", "b/one.HTM", ".hidden/x.txt", "b/.y.txt", "notes.md", "b/z.pdf"):
        (here / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "news" / name).write_text(TEXT)

    found = read("news")

    assert [one.location for one in found if isinstance(one, Document)] == [
        "news/a.html",
        "news/b/one.HTM",
        "news/b/two.txt",
    ]
    assert not reasons(found)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.txt",), None),
        (("a.txt", "notes.md"), "1 file of another kind was left alone (.md)"),
        (("a.txt", "b.PDF", "c/d.pdf", "e.md"), "3 files of other kinds were left alone (.pdf, .md)"),
        (("a.txt", "Makefile", ".hidden"), "1 file of another kind was left alone (no ending)"),
    ],
)
def test_files_of_other_kinds_are_counted(here: Path, names: tuple[str, ...], told: str | None) -> None:
    for name in names:
        (here / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "news" / name).write_text(TEXT)
    notes = SourceNotes()

    found = list(documents([Path("news")], SourceLimits(), notes))

    assert [one.location for one in found if isinstance(one, Document)] == ["news/a.txt"]
    assert notes.told() == told


def test_a_folder_is_the_same_however_it_is_written(here: Path) -> None:
    (here / "news").mkdir()
    (here / "news" / "empty.txt").write_text("")

    told = {one.input for path in ("news", "./news", "news/", "./news/.") for one in read(path)}

    assert told == {"news/empty.txt"}


def test_a_text_file_is_a_document_with_its_bytes_and_its_charset(here: Path) -> None:
    raw = "Zürich – “talks”\n".encode("cp1252")
    (here / "a.txt").write_bytes(raw)

    (found,) = read("a.txt")

    assert found == Document(
        Document.identify("text/plain", raw, Given()), "a.txt", "text/plain", raw, "cp1252", "cp1252"
    )
    assert found.body == "Zürich – “talks”\n"


def test_a_text_file_that_holds_a_page_is_a_page(here: Path) -> None:
    (here / "a.txt").write_text(PAGE)

    (found,) = read("a.txt")

    assert isinstance(found, Document)
    assert found.media == "text/html"


@pytest.mark.parametrize(("name", "body", "media"), [("a", PAGE, "text/html"), ("b.log", TEXT, "text/plain")])
def test_a_file_named_itself_is_read_for_what_it_holds(here: Path, name: str, body: str, media: str) -> None:
    (here / name).write_text(body)

    (found,) = read(name)

    assert isinstance(found, Document)
    assert found.media == media


def test_each_bad_input_is_told_and_the_rest_is_read(here: Path) -> None:
    (here / "good.txt").write_text(TEXT)
    (here / "empty.txt").write_bytes(b" \n")
    (here / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (here / "zeros.html").write_bytes(bytes(range(32)) * 20)
    (here / "sound.mp3").write_bytes(bytes(range(256)) * 20)
    (here / "nothing").mkdir()
    os.mkfifo(here / "pipe.txt")

    found = read(
        "gone.txt", "empty.txt", "picture.txt", "zeros.html", "sound.mp3", "nothing", "pipe.txt", "good.txt"
    )

    assert reasons(found) == [
        ("gone.txt", Reason.MISSING),
        ("empty.txt", Reason.EMPTY),
        ("picture.txt", Reason.BINARY),
        ("zeros.html", Reason.BINARY),
        ("sound.mp3", Reason.UNSUPPORTED),
        ("nothing", Reason.MISSING),
        ("pipe.txt", Reason.UNSUPPORTED),
    ]
    assert all(one.detail for one in found if isinstance(one, Dropped))
    assert isinstance(found[-1], Document)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_that_may_not_be_read_is_told(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "a.txt").chmod(0)

    assert reasons(read("a.txt")) == [("a.txt", Reason.UNREADABLE)]


def test_a_read_error_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "b.txt").write_text(TEXT)
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)

    found = read(".")

    assert reasons(found) == [("a.txt", Reason.UNREADABLE)]
    assert isinstance(found[-1], Document)


def test_a_file_over_the_limit_is_told_with_its_size_and_not_read(here: Path) -> None:
    (here / "a.html").write_bytes(b"")
    os.truncate(here / "a.html", 50_000_000)

    (found,) = read("a.html")

    assert isinstance(found, Dropped)
    assert found.reason is Reason.TOO_LARGE
    assert "50,000,000 bytes" in found.detail


def test_a_stray_nul_makes_no_file_binary(here: Path) -> None:
    (here / "a.txt").write_bytes(TEXT.encode() * 5 + b"\x00" + TEXT.encode())

    assert isinstance(read("a.txt")[0], Document)


def test_utf_16_text_is_no_binary(here: Path) -> None:
    (here / "a.txt").write_bytes(TEXT.encode("utf-16-le"))

    (found,) = read("a.txt")

    assert isinstance(found, Document)
    assert found.body == TEXT


def test_jsonl_in_a_folder_is_read_line_by_line(here: Path) -> None:
    (here / "in").mkdir()
    with gzip.open(here / "in" / "a.jsonl.gz", "wt") as file:
        file.write('{"text": "One."}\n{"text": "Two."}\n')

    assert [one.location for one in read("in") if isinstance(one, Document)] == [
        "in/a.jsonl.gz#1",
        "in/a.jsonl.gz#2",
    ]


def test_equal_bytes_at_two_places_are_one_document(here: Path) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / "b.txt").write_text(TEXT)

    one, two = (found for found in read("a.txt", "b.txt") if isinstance(found, Document))

    assert one.id == two.id
