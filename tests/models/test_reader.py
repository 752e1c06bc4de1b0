"""The model that ships. These tests fail where its files are missing: they are part of the program."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from dragoman.config import read_settings
from dragoman.models.manifest import changed_files, manifest
from dragoman.models.reader import NetworkReader, open_reader
from dragoman.models.sentence_encoder import SentenceEncoder
from dragoman.pipeline.plan import default_plan
from dragoman.pipeline.readings import RecentReadings
from dragoman.pipeline.run import RunOptions, run
from dragoman.sources.files import documents
from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter
from dragoman.text.words import words
from models.networks import AWKWARD, is_tree
from pipeline.reports import exported, write_reports

WILL_MEET = "Premier Ana Holt will meet Chancellor Ivo Marsh in Berlin on Tuesday, officials said."
CANCELLED = "The talks between Norway and Finland were cancelled."
READ_ALL = '[parse]\ngate = "all"'


@pytest.fixture(scope="module")
def reader() -> NetworkReader:
    return open_reader()


def test_the_files_are_those_of_the_manifest() -> None:
    assert list(changed_files(manifest())) == []


def test_all_files_together_are_at_most_40_megabytes() -> None:
    assert sum(size for size, _ in manifest().files.values()) < 40_000_000


def test_a_plain_sentence_is_understood(reader: NetworkReader) -> None:
    (reading,) = reader.read([WILL_MEET])
    said, meet = reading.lemmas.index("say"), reading.lemmas.index("meet")
    named = {(name.kind, reading.span(name.first, name.end).cut(WILL_MEET)) for name in reading.names}

    assert (reading.heads[said], reading.heads[meet]) == (0, said + 1)
    assert reading.relations[meet] == "ccomp"
    assert {("PER", "Ana Holt"), ("PER", "Ivo Marsh"), ("GPE", "Berlin")} <= named
    assert (reading.kinds[meet], reading.statuses[meet]) == ("meeting", "planned")
    assert [reading.span(*cue).cut(WILL_MEET) for cue in reading.cues] == ["said"]


def test_a_cancelled_meeting_has_that_status(reader: NetworkReader) -> None:
    (reading,) = reader.read([CANCELLED])

    assert reading.statuses[reading.lemmas.index("talk")] == "cancelled"


@pytest.mark.parametrize("kind", AWKWARD)
def test_awkward_texts_are_read_like_any_other(reader: NetworkReader, kind: str) -> None:
    (reading,) = reader.read([AWKWARD[kind]])

    assert reading.words == words(AWKWARD[kind])
    assert is_tree(reading.heads) or not reading.words


def test_a_sentence_is_read_the_same_in_any_company_and_order(reader: NetworkReader) -> None:
    texts = [WILL_MEET, CANCELLED, "Rain.", AWKWARD["mixed scripts"], WILL_MEET[:40], "No, he said."]
    together = reader.read(texts)

    assert reader.read(texts[::-1]) == together[::-1]
    assert tuple(reader.read([text])[0] for text in texts) == together


def read_into(store: Path, reports: Path, workers: int) -> None:
    settings = read_settings(READ_ALL)
    with closing(connect(store, write=True, create=True)) as connection:
        view = SqliteView(connection)
        plan = default_plan(settings, RecentReadings(view.reading))
        run(documents([reports]), plan, settings, (view, SqliteWriter(connection)), RunOptions(workers))


def kept(store: Path) -> list[tuple[bytes, bytes]]:
    with closing(connect(store, write=False)) as connection:
        return connection.execute("SELECT key, packed FROM readings ORDER BY key").fetchall()


def test_the_number_of_workers_changes_no_reading_and_no_byte_of_the_exports(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", 20)
    for workers in (1, 2):
        read_into(tmp_path / f"{workers}.db", reports, workers)

    assert kept(tmp_path / "1.db") == kept(tmp_path / "2.db")
    assert exported(tmp_path / "1.db", tmp_path / "one") == exported(tmp_path / "2.db", tmp_path / "two")


def test_where_all_is_in_the_store_no_model_is_loaded(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", 2)
    read_into(tmp_path / "s.db", reports, 1)
    code = (
        "import sys, json; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "import dragoman.stages.quotes as quotes; quotes.VERSION = 99\n"
        "from models.test_reader import read_into\n"
        "read_into(Path(sys.argv[2]), Path(sys.argv[3]), 1)\n"
        "print(json.dumps('onnxruntime' in sys.modules))"
    )
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-c", code, tests, str(tmp_path / "s.db"), str(reports)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) is False


def test_vectors_are_of_unit_length_and_near_where_texts_say_the_same() -> None:
    texts = [
        "Two ministers met in Oslo.",
        "The ministers held talks in Oslo.",
        "Bread is dear this year.",
        "",
    ]
    vectors = SentenceEncoder().vectors(texts)
    near = vectors @ vectors.T

    assert np.allclose(np.linalg.norm(vectors[:3], axis=1), 1, atol=1e-3)
    assert not vectors[3].any()
    assert near[0, 1] > 0.6
    assert near[0, 2] < 0.4


def test_a_vector_does_not_hang_on_the_texts_beside_it() -> None:
    encoder = SentenceEncoder()

    assert np.array_equal(encoder.vectors([WILL_MEET, CANCELLED])[1], encoder.vectors([CANCELLED])[0])
