"""How readings come to the stages, are kept in the store, and are not made twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.config import read_settings
from dragoman.errors import ConfigError, ModelError
from dragoman.models.cached import CachedReader
from dragoman.models.manifest import Manifest
from dragoman.pipeline import plan as plans
from dragoman.pipeline import readings
from dragoman.pipeline.article import Task, read_document
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.pipeline.readings import RecentReadings, readings_in
from dragoman.pipeline.run import RunOptions, run
from dragoman.pipeline.stage import Grain
from dragoman.sources.files import documents
from dragoman.stages.parse import Gate
from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter
from dragoman.types import Article, Document, Parse
from models.networks import LEMMAS, MANIFEST, CountingReader
from pipeline.reports import write_reports

COUNT = 4
ALL = read_settings('[parse]\ngate = "all"')


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports", COUNT)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> CountingReader:
    """Put a reader that needs no files in the place of the one that ships."""
    from dragoman.models import lemmas

    made = CountingReader()
    monkeypatch.setattr(lemmas, "shared_lemmas", lambda _: LEMMAS)
    monkeypatch.setattr(plans, "shipped_reader", lambda cache: CachedReader(MANIFEST, cache, lambda: made))
    return made


def read_into(store: Path, reports: Path, plan: Plan | None = None) -> None:
    with closing(connect(store, write=True, create=True)) as connection:
        view = SqliteView(connection)
        made = plan or default_plan(ALL, RecentReadings(view.reading))
        run(documents([reports]), made, ALL, (view, SqliteWriter(connection)), RunOptions())


def kept(store: Path) -> list[tuple[bytes, bytes]]:
    with closing(connect(store, write=False)) as connection:
        return connection.execute("SELECT key, packed FROM readings ORDER BY key").fetchall()


def heard(plan: Plan, name: str) -> tuple[Plan, list[Parse]]:
    """Return ``plan`` with one stage that only listens to the parses it is given."""
    parses: list[Parse] = []

    def listen(*given: object) -> Iterator[object]:
        parses.extend(one for one in given if isinstance(one, Parse))
        yield from ()

    stages = tuple(replace(s, run=listen, version=99) if s.name == name else s for s in plan.stages)
    return replace(plan, stages=stages), parses


def test_stages_are_given_the_readings_of_all_sentences(
    reports: Path, tmp_path: Path, counting: CountingReader
) -> None:
    plan, parses = heard(default_plan(ALL), "quotes")
    read_into(tmp_path / "s.db", reports, plan)

    assert len(parses) == COUNT
    assert all(len(p.readings) == len(p.sentences) > 0 and None not in p.readings for p in parses)
    assert counting.count == len(kept(tmp_path / "s.db"))


def test_a_sentence_of_several_articles_is_read_once(
    reports: Path, tmp_path: Path, counting: CountingReader
) -> None:
    read_into(tmp_path / "s.db", reports)

    with closing(connect(tmp_path / "s.db", write=False)) as connection:
        assert counting.count < SqliteView(connection).counts()["sentences"]


def test_a_later_stage_made_again_has_its_readings_from_the_store(
    reports: Path, tmp_path: Path, counting: CountingReader
) -> None:
    store = tmp_path / "s.db"
    plan, before = heard(default_plan(ALL), "quotes")
    read_into(store, reports, plan)
    counted, rows = counting.count, kept(store)

    with closing(connect(store, write=True)) as connection:
        view = SqliteView(connection)
        again, parses = heard(default_plan(ALL, RecentReadings(view.reading)), "times")
        run([], again, ALL, (view, SqliteWriter(connection)), RunOptions())

    assert sorted(parses, key=lambda p: p.article) == sorted(before, key=lambda p: p.article)
    assert counting.count == counted
    assert kept(store) == rows


def test_readings_that_the_store_lost_are_made_again(
    reports: Path, tmp_path: Path, counting: CountingReader
) -> None:
    store = tmp_path / "s.db"
    read_into(store, reports)
    rows = kept(store)
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DELETE FROM readings")

    plan, parses = heard(default_plan(ALL), "times")
    read_into(store, reports, plan)

    assert len(parses) == COUNT
    assert kept(store) == rows
    assert counting.count == 2 * len(rows)


def test_a_stored_parse_is_not_read_for_stages_that_do_not_take_it(
    reports: Path, counting: CountingReader
) -> None:
    plan = default_plan(ALL)
    (document, *_) = documents([reports])
    assert isinstance(document, Document)
    names = tuple(stage.name for stage in plan.of(Grain.EACH))
    read_document(Task(document, names[:2]), plan)
    counted = counting.count
    (article,) = next(s for s in plan.stages if s.name == "clean").run(document)
    have = {Article: (article,), Parse: (Parse(article.id, article.digest, ()),)}

    rows = read_document(Task(document, (), have, stored=True), plan)

    assert (rows.readings, counting.count) == ((), counted)


def test_readings_of_another_model_are_forgotten(
    reports: Path, tmp_path: Path, counting: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "s.db"
    read_into(store, reports)
    rows = kept(store)
    other: Manifest = replace(MANIFEST, digest="other")
    monkeypatch.setattr(plans, "shipped_reader", lambda cache: CachedReader(other, cache, lambda: counting))

    read_into(store, reports)

    assert len(kept(store)) == len(rows)
    assert not {key for key, _ in kept(store)} & {key for key, _ in rows}


@pytest.mark.usefixtures("counting")
def test_another_model_makes_the_parse_and_all_that_reads_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = default_plan(ALL).fingerprints()
    other = replace(MANIFEST, digest="other")
    monkeypatch.setattr(plans, "shipped_reader", lambda cache: CachedReader(other, cache, CountingReader))
    theirs = default_plan(ALL).fingerprints()

    assert {name for name in ours if ours[name] == theirs[name]} == {"clean"}


def test_an_unknown_gate_says_what_is_known() -> None:
    with pytest.raises(ConfigError, match=r"gate = 'tellin' \(did you mean 'telling'\?\); known: \['tell"):
        read_settings('[parse]\ngate = "tellin"')
    assert read_settings('[parse]\ngate = "telling"').parse.gate is Gate.TELLING


def test_a_model_that_does_not_work_stops_the_run_and_blames_no_document(
    reports: Path, tmp_path: Path, counting: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ModelError("the files are of two models")

    monkeypatch.setattr(counting, "read", fail)

    with pytest.raises(ModelError, match="two models"):
        read_into(tmp_path / "s.db", reports)
    with closing(connect(tmp_path / "s.db", write=False)) as connection:
        assert list(SqliteView(connection).quarantine()) == []


def test_without_a_model_a_run_that_reads_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from dragoman.models.cached import shipped_reader

    monkeypatch.setattr(plans, "shipped_reader", lambda cache: shipped_reader(cache, tmp_path))

    with pytest.raises(ModelError, match=r"the reader model is missing: no .*reader\.json; reinstall"):
        default_plan(ALL)


def test_new_readings_are_told_once_in_order_of_their_keys() -> None:
    recent = RecentReadings({b"stored": b"0"}.get)
    recent.put(b"b", b"2")
    recent.put(b"a", b"1")

    assert (recent.get(b"a"), recent.get(b"stored"), recent.get(b"none")) == (b"1", b"0", None)
    assert recent.take_new() == ((b"a", b"1"), (b"b", b"2"))
    assert recent.take_new() == ()


def test_what_was_not_met_for_long_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "_MOST", 2)
    recent = RecentReadings()
    for key in (b"a", b"b"):
        recent.put(key, key)
    recent.get(b"a")
    recent.put(b"c", b"c")

    assert [recent.get(key) for key in (b"a", b"b", b"c")] == [b"a", None, b"c"]


def test_a_worker_finds_the_readings_of_the_store_and_cannot_write(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "s.db", write=True, create=True)) as connection:
        connection.execute("INSERT INTO readings VALUES (?, ?)", (b"key", b"packed"))
        found = readings_in(tmp_path / "s.db")

        assert found.get(b"key") == b"packed"
        assert found.get(b"other") is None
        assert readings_in(None).get(b"key") is None
        assert SqliteView(connection).path() == tmp_path / "s.db"
