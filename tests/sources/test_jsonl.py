"""JSON lines: good lines stand whatever stands beside them."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.sources.jsonl import line_documents
from dragoman.types import Document, Dropped, Given, Reason

LARGEST = 10_000


def read(path: Path) -> list[Document | Dropped]:
    return list(line_documents(path, LARGEST))


def written(tmp_path: Path, *lines: str | bytes) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(line.encode() if isinstance(line, str) else line for line in lines))
    return path


def test_a_line_tells_text_and_what_is_known_beside_it(tmp_path: Path) -> None:
    fields = {
        "id": 7,
        "url": "https://courier.example/7",
        "outlet": "The Courier",
        "title": "Envoys meet",
        "authors": ["Ann Lee", "Bo Chen"],
        "published": "2026-01-12T15:31:00+01:00",
        "text": "The envoys met – again.",
    }
    path = written(tmp_path, json.dumps(fields) + "\n")

    (found,) = read(path)

    assert isinstance(found, Document)
    assert (found.location, found.media, found.body) == (f"{path}#1", "text/plain", fields["text"])
    assert found.given == Given(
        "https://courier.example/7",
        "The Courier",
        "Envoys meet",
        ("Ann Lee", "Bo Chen"),
        "2026-01-12T15:31:00+01:00",
    )


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ('{"body": "Words.", "source": {"name": "Post"}}', Given(outlet="Post")),
        ('{"content": "Words.", "publisher": "Post"}', Given(outlet="Post")),
        (
            '{"text": " ", "body": "Words.", "author": "By Ann Lee and Bo Chen"}',
            Given(authors=("Ann Lee", "Bo Chen")),
        ),
        (
            '{"text": "Words.", "byline": "Ann Lee, Oslo", "date": "2026-01-12"}',
            Given(None, None, None, ("Ann Lee",), "2026-01-12"),
        ),
        (
            '{"text": "Words.", "authors": [{"name": "Ann Lee"}, null, 3], "title": 9}',
            Given(authors=("Ann Lee",)),
        ),
        ('{"text": "Words.", "url": "", "publish_date": "2026"}', Given(published="2026")),
    ],
)
def test_fields_go_by_several_names_and_odd_values_count_for_nothing(
    tmp_path: Path, line: str, given: Given
) -> None:
    (found,) = read(written(tmp_path, line))

    assert isinstance(found, Document)
    assert found.body == "Words."
    assert found.given == given


def test_markup_in_a_field_is_a_page(tmp_path: Path) -> None:
    found = read(
        written(tmp_path, '{"html": "<p>One.</p>"}\n{"content": "<p>Two.</p>"}\n{"text": "a < b </p>"}\n')
    )

    assert [one.media for one in found if isinstance(one, Document)] == [
        "text/html",
        "text/html",
        "text/plain",
    ]


def test_bad_lines_are_told_by_number_and_the_others_stand(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        b'\xef\xbb\xbf{"text": "One."}\n',
        '{"text": "Two.\n',
        "[1]\n",
        '{"title": "No text"}\n',
        '{"text": ""}\n',
        "\n",
        '{"text": "' + "x" * LARGEST + '"}\n',
        "[" * 5_000 + "\n",
        '{"text": 8}\n',
        '{"text": "Last.", "text": "Last one."}',
    )

    found = read(path)

    assert [one.body for one in found if isinstance(one, Document)] == ["One.", "Last one."]
    assert [(one.input.rpartition("#")[2], one.reason) for one in found if isinstance(one, Dropped)] == [
        ("2", Reason.BROKEN_LINE),
        ("3", Reason.BROKEN_LINE),
        ("4", Reason.BROKEN_LINE),
        ("5", Reason.EMPTY),
        ("7", Reason.TOO_LARGE),
        ("8", Reason.BROKEN_LINE),
        ("9", Reason.BROKEN_LINE),
    ]
    assert all(one.detail for one in found if isinstance(one, Dropped))


def test_lone_surrogates_are_left_out(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path, '{"text": "One\\ud83d two."}'))

    assert isinstance(found, Document)
    assert found.body == "One two."


def test_a_line_in_windows_1252_is_read(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path, '{"text": "The Köln “talks” – again."}'.encode("cp1252")))

    assert isinstance(found, Document)
    assert found.body == "The Köln “talks” – again."


@pytest.mark.parametrize("harm", ["cut", "flipped", "no gzip"])
def test_what_was_read_before_a_broken_end_stands(tmp_path: Path, harm: str) -> None:
    lines = "".join(
        json.dumps({"text": f"Report {n} of the envoys, {n * 7919}."}) + "\n" for n in range(20_000)
    )
    packed = bytearray(gzip.compress(lines.encode()))
    if harm == "flipped":
        packed[len(packed) // 2] ^= 0xFF
        packed[len(packed) // 2 + 1] ^= 0xFF
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes({"cut": packed[: len(packed) // 2], "flipped": packed, "no gzip": b"plain"}[harm])

    found = read(path)

    assert isinstance(found[-1], Dropped)
    assert found[-1].reason is Reason.UNREADABLE
    assert harm == "no gzip" or isinstance(found[0], Document)


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path, ""))

    assert isinstance(found, Dropped)
    assert found.reason is Reason.EMPTY
