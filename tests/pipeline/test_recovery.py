"""What a run leaves behind when something goes wrong, and how the next one mends it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from dragoman.config import Settings
from dragoman.errors import DragomanError
from dragoman.pipeline import local
from dragoman.pipeline.article import Task, read_document, set_aside
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.pipeline.run import RunOptions, run
from dragoman.pipeline.stage import Grain
from dragoman.sources.files import documents
from dragoman.store.rows import DocumentRows
from dragoman.store.search import search
from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter
from dragoman.types import Article, Document, Dropped, Meeting, Reason
from pipeline.reports import exported, read_into, report, write_reports

COUNT = 6
PLAN = default_plan(Settings())


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports", COUNT)


def changed(name: str, run_stage: Callable[..., Iterator[object]] | None = None, version: int = 90) -> Plan:
    """Return the standard plan with another version of one stage."""
    stages = tuple(
        replace(s, run=run_stage or s.run, version=version) if s.name == name else s for s in PLAN.stages
    )
    return replace(PLAN, stages=stages)


def ledger_row(store: Path) -> dict[str, object]:
    with closing(connect(store, write=False)) as connection:
        names, (row,) = SqliteView(connection).ledger()
    return dict(zip(names, row, strict=True))


def quarantine(store: Path) -> list[Dropped]:
    with closing(connect(store, write=False)) as connection:
        return list(SqliteView(connection).quarantine())


def broken(*_: object) -> Iterator[object]:
    """Raise as a stage with a bug does."""
    raise ValueError("a meeting of nobody")
    yield


def test_a_story_that_breaks_a_stage_is_set_aside_and_the_rest_goes_on(reports: Path, tmp_path: Path) -> None:
    ledger = read_into(tmp_path / "store.db", [reports], changed("meetings", broken))

    with closing(connect(tmp_path / "store.db", write=False)) as connection:
        view = SqliteView(connection)
        count = len(list(view.stories()))
        assert not [m for s in view.stories() for m in view.story_findings(Meeting, s.id)]
    told = [d for d in quarantine(tmp_path / "store.db") if d.stage == "meetings"]
    assert ledger.failures == {"meetings": count}
    assert len(told) == count
    assert all(d.input.startswith("story ") and "a meeting of nobody" in d.detail for d in told)

    read_into(tmp_path / "store.db", [reports])
    assert quarantine(tmp_path / "store.db") == []


def test_a_changed_rule_keeps_the_reason_why_a_document_gave_no_article(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Home\nNews\nContact\n")
    first = read_into(tmp_path / "s.db", [tmp_path / "menu.txt"])
    assert first.dropped.total() == 1
    before = quarantine(tmp_path / "s.db")

    again = read_into(tmp_path / "s.db", [tmp_path / "menu.txt"], changed("quotes"))

    assert quarantine(tmp_path / "s.db") == before
    assert ledger_row(tmp_path / "s.db") == {"stage": "clean", "read": 1, "written": 0, "dropped": 1}
    assert read_into(tmp_path / "s.db", [tmp_path / "menu.txt"]).dropped == first.dropped == again.dropped


def test_two_contents_dropped_at_one_location_are_two_rows(tmp_path: Path) -> None:
    page = tmp_path / "menu.txt"
    for text in ("Home\nNews\nContact\n", "Home\nSport\nContact\n"):
        page.write_text(text)
        read_into(tmp_path / "s.db", [page])

    assert ledger_row(tmp_path / "s.db") == {"stage": "clean", "read": 2, "written": 0, "dropped": 2}


def test_an_input_that_is_mended_leaves_the_quarantine(reports: Path, tmp_path: Path) -> None:
    late, copy = tmp_path / "late.txt", tmp_path / "copy.txt"
    copy.write_text(report(0), "utf-8")
    read_into(tmp_path / "s.db", [reports, late, copy])
    assert [d.reason for d in quarantine(tmp_path / "s.db")] == [Reason.DUPLICATE, Reason.MISSING]

    late.write_text(report(1), "utf-8")
    copy.write_text(report(20), "utf-8")
    read_into(tmp_path / "s.db", [late, copy])

    assert quarantine(tmp_path / "s.db") == []


def test_a_file_name_that_is_no_text_is_read_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xffname.txt")).write_text(report(1), "utf-8")
        Path(os.fsdecode(os.fsencode(folder) + b"/\xffempty.txt")).write_text("")
    except OSError:
        pytest.skip("this file system has no such names")

    ledger = read_into(tmp_path / "s.db", [folder])

    assert (ledger.written, ledger.dropped) == (1, {"empty": 1})
    assert quarantine(tmp_path / "s.db")[0].input.endswith(r"\udcffempty.txt")


def stopped_while_making_again(store: Path, plan: Plan) -> None:
    """Make stored documents again and stop before the stories are grouped, as a kill would."""

    def stop(step: str, _: int) -> None:
        if step in {"grouping", "comparing"}:
            raise KeyboardInterrupt

    with closing(connect(store, write=True)) as connection:
        sides = (SqliteView(connection), SqliteWriter(connection))
        with pytest.raises(KeyboardInterrupt):
            run([], plan, Settings(), sides, RunOptions(1, stop))


def test_a_setting_changed_and_put_back_around_a_kill_leaves_every_story_whole(
    reports: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.db"
    read_into(store, [reports])
    before = exported(store, tmp_path / "before")
    clean = next(s for s in PLAN.stages if s.name == "clean")

    def choosy(document: object) -> Iterator[object]:
        for cut in clean.run(document):
            if isinstance(cut, Article) and "report 4" in cut.text:
                yield Dropped(cut.location, "clean", Reason.TOO_SHORT, "not today")
            else:
                yield cut

    stopped_while_making_again(store, changed("clean", choosy))
    with closing(connect(store, write=False)) as connection:
        assert all(story.articles for story in SqliteView(connection).stories())

    read_into(store, [reports])

    assert exported(store, tmp_path / "after") == before


def test_a_run_stopped_before_comparing_leaves_no_finding_of_older_texts(
    reports: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.db"
    read_into(store, [reports])

    stopped_while_making_again(store, changed("events"))

    with closing(connect(store, write=False)) as connection:
        view = SqliteView(connection)
        assert view.counts()["story_findings"] == 0
        assert {view.made_from(story.id) for story in view.stories()} == {""}


def test_a_title_outweighs_a_mention_and_ties_go_by_id(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 4)
    talk = report(1).replace("Analysts say", "Zinc came up, zinc and more zinc, as zinc does. Analysts say")
    (folder / "report001.txt").write_text(talk, "utf-8")
    (folder / "report003.txt").write_text(
        report(3).replace("prepare talks", "prepare zinc talks", 1), "utf-8"
    )
    read_into(tmp_path / "s.db", [folder])

    with closing(connect(tmp_path / "s.db", write=False)) as connection:
        found = [Path(hit.article.location).name for hit in search(connection, "zinc", 10)]
        tied = [hit.article.id for hit in search(connection, "officials", 10)]
    assert found == ["report003.txt", "report001.txt"]
    assert len(tied) == 4


def test_failures_of_stages_made_again_are_counted(reports: Path, tmp_path: Path) -> None:
    read_into(tmp_path / "s.db", [reports])
    ledger = read_into(tmp_path / "s.db", [], changed("quotes", broken))

    assert ledger.failures == {"quotes": COUNT}


def test_sentences_go_when_they_cannot_be_made_again(reports: Path, tmp_path: Path) -> None:
    read_into(tmp_path / "s.db", [reports])
    read_into(tmp_path / "s.db", [], changed("parse", broken))

    with closing(connect(tmp_path / "s.db", write=False)) as connection:
        counts = SqliteView(connection).counts()
    assert (counts["articles"], counts["sentences"], counts["findings"]) == (COUNT, 0, 0)


def test_a_document_whose_process_died_keeps_no_older_findings_and_adds_up(
    reports: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.db"
    read_into(store, [reports])
    (document, *_) = documents([reports])
    assert not isinstance(document, Dropped)

    with closing(connect(store, write=True)) as connection:
        article = tuple(SqliteView(connection).articles([document.id]))
        task = Task(document, ("quotes", "terms"), {Article: article}, stored=True)
        SqliteWriter(connection).add([set_aside(task, PLAN, "the process died")])
        kinds = connection.execute("SELECT DISTINCT kind FROM findings WHERE article = ?", (document.id,))
        assert not {"quote", "terms"} & {row[0] for row in kinds}

    assert ledger_row(store) == {"stage": "clean", "read": COUNT, "written": COUNT, "dropped": 0}
    assert [(d.stage, d.reason) for d in quarantine(store)] == [("quotes", Reason.FAILED)]


class OnePool:
    """Stands in for a pool of processes: runs here, and breaks on a text of report 3 or at once."""

    def __init__(self, *, starts: bool = True) -> None:
        self.starts = starts
        self.broken = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing runs on."""

    def shutdown(self, **_: object) -> None:
        """Nothing runs on."""

    def submit(self, _: object, batch: tuple[Task, ...]) -> "Future[list[DocumentRows]]":
        future: Future[list[DocumentRows]] = Future()
        if self.broken:
            raise BrokenProcessPool("broken before")
        if not self.starts or any(b"report 3" in task.document.raw for task in batch):
            self.broken = True
            future.set_exception(BrokenProcessPool("broken now"))
        else:
            future.set_result([read_document(task, PLAN) for task in batch])
        return future


def tasks_of(reports: Path) -> list[Task]:
    names = tuple(stage.name for stage in PLAN.of(Grain.EACH))
    return [Task(document, names) for document in documents([reports]) if isinstance(document, Document)]


def test_a_text_that_ends_its_process_is_found_and_the_rest_is_read(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_pool", lambda *_: OnePool())
    monkeypatch.setattr(local, "BATCH", 2)

    rows = [row for batch in local.results(tasks_of(reports), Settings(), PLAN, 2) for row in batch]

    assert [Path(row.location).name for row in rows] == sorted(path.name for path in reports.iterdir())
    assert [Path(row.location).name for row in rows if row.article is None] == ["report003.txt"]
    assert [row.dropped[0][1:3] for row in rows if row.dropped] == [("clean", "failed")]


def test_no_document_is_blamed_when_no_process_starts(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_pool", lambda *_: OnePool(starts=False))

    with pytest.raises(DragomanError, match="--workers 1"):
        list(local.results(tasks_of(reports), Settings(), PLAN, 2))


@pytest.mark.skipif(os.name != "posix", reason="process groups")
def test_workers_end_when_the_run_is_killed(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 200)
    command = [sys.executable, "-m", "dragoman", "read", "reports", "--workers", "2", "--store", "s.db"]
    process = subprocess.Popen(command, cwd=tmp_path, start_new_session=True, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (tmp_path / "s.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.5)
    process.kill()
    process.wait()

    def alive() -> bool:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    while alive() and time.monotonic() < deadline:
        time.sleep(0.1)
    left = alive()
    if left:
        os.killpg(process.pid, signal.SIGKILL)
    assert not left
