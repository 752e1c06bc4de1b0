import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.config import Settings
from dragoman.pipeline.plan import default_plan
from dragoman.store.sqlite import check, connect
from dragoman.store.verify import verify
from dragoman.store.view import SqliteView
from dragoman.types import Article, Meeting, Quote
from pipeline.reports import exported, read_into, write_reports

COUNT = 24


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("reports"), COUNT)


@pytest.fixture(scope="module")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    read_into(folder / "store.db", [reports])
    return exported(folder / "store.db", folder)


def rows(store: Path) -> dict[str, int]:
    with closing(connect(store, write=False)) as connection:
        return SqliteView(connection).counts()


def test_every_input_is_written_unchanged_or_dropped_with_its_reason(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "again.txt").write_text((reports / "report000.txt").read_text("utf-8"), "utf-8")
    given = [
        reports,
        tmp_path / "empty.txt",
        tmp_path / "picture.txt",
        tmp_path / "again.txt",
        tmp_path / "none.txt",
    ]

    ledger = read_into(tmp_path / "store.db", given)

    assert ledger.adds_up()
    assert ledger.read == COUNT + 4
    assert ledger.written == COUNT
    assert ledger.dropped == {"empty": 1, "binary": 1, "duplicate": 1, "missing": 1}
    assert not ledger.failures


def test_reading_again_adds_nothing(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    read_into(store, [reports, tmp_path / "none.txt"])
    before, bytes_before = rows(store), exported(store, tmp_path / "a")

    ledger = read_into(store, [reports, tmp_path / "none.txt"])

    assert (ledger.written, ledger.unchanged, ledger.stories) == (0, COUNT, 0)
    assert rows(store) == before
    assert exported(store, tmp_path / "b") == bytes_before


def test_the_number_of_workers_and_the_order_of_inputs_change_no_byte(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    read_into(tmp_path / "two.db", sorted(reports.iterdir(), reverse=True), workers=2)

    assert exported(tmp_path / "two.db", tmp_path) == undisturbed


def test_reading_in_two_goes_gives_what_one_go_gives(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    store = tmp_path / "store.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(reports.parent)
        files = sorted(reports.iterdir())
        read_into(store, files[:10])
        read_into(store, [reports])

    assert exported(store, tmp_path) == undisturbed


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_moment_and_resumed_every_export_is_the_same(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path, seed: int
) -> None:
    store = tmp_path / "store.db"
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from pipeline.reports import read_into\n"
        "read_into(Path(sys.argv[2]), [Path(sys.argv[3])])"
    )
    tests = str(Path(__file__).parents[1])
    process = subprocess.Popen([sys.executable, "-c", code, tests, str(store), str(reports)])
    time.sleep(random.Random(seed).uniform(0.3, 2.5))  # noqa: S311 - a moment, not a secret
    process.send_signal(signal.SIGKILL)
    process.wait()

    if store.exists() and store.stat().st_size:
        with closing(connect(store, write=True, create=True)) as connection:
            assert check(connection) == []
    read_into(store, [reports])

    assert exported(store, tmp_path) == undisturbed


def test_a_document_that_breaks_a_stage_is_set_aside_and_the_rest_goes_on(
    reports: Path, tmp_path: Path
) -> None:
    plan = default_plan(Settings())
    quotes = next(s for s in plan.stages if s.name == "quotes")

    def broken(article: Article, *others: object) -> Iterator[object]:
        if "report 7" in article.text:
            raise ValueError("a word nobody expected")
        yield from quotes.run(article, *others)

    stages = tuple(replace(s, run=broken) if s.name == "quotes" else s for s in plan.stages)

    ledger = read_into(tmp_path / "store.db", [reports], replace(plan, stages=stages))

    assert ledger.written == COUNT
    assert ledger.failures == {"quotes": 1}
    with closing(connect(tmp_path / "store.db", write=False)) as connection:
        (told,) = [d for d in SqliteView(connection).quarantine() if d.stage == "quotes"]
    assert "a word nobody expected" in told.detail


def test_a_raised_version_makes_that_stage_again_over_stored_articles(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    store = tmp_path / "store.db"
    plan = default_plan(Settings())
    calls = {"clean": 0, "quotes": 0}

    def counting(name: str) -> object:
        stage = next(s for s in plan.stages if s.name == name)

        def counted(*arguments: object) -> Iterator[object]:
            calls[name] += 1
            yield from stage.run(*arguments)

        return counted

    read_into(store, [reports])
    stages = tuple(
        replace(s, run=counting(s.name), version=s.version + (s.name == "quotes")) if s.name in calls else s
        for s in plan.stages
    )

    ledger = read_into(store, [], replace(plan, stages=stages))

    assert (ledger.read, ledger.remade) == (0, COUNT)
    assert calls == {"clean": 0, "quotes": COUNT}
    assert exported(store, tmp_path) == undisturbed


def test_every_finding_points_at_its_words(reports: Path, tmp_path: Path) -> None:
    read_into(tmp_path / "store.db", [reports])

    with closing(connect(tmp_path / "store.db", write=False)) as connection:
        verdict = verify(connection)
        view = SqliteView(connection)
        assert sum(1 for _ in view.findings(Quote)) >= COUNT
        assert any(True for story in view.stories() for _ in view.story_findings(Meeting, story.id))
    assert verdict.faults == []
    assert verdict.checked > 20 * COUNT


def test_verify_sees_a_text_that_was_changed_behind_its_back(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    read_into(store, [reports])
    with closing(connect(store, write=True)) as connection:
        connection.execute("UPDATE articles SET text = replace(text, 'talks', 'fight')")
        verdict = verify(connection)

    assert len(verdict.faults) >= COUNT


def test_results_do_not_hang_on_the_hash_seed_or_the_locale(
    reports: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    code = (
        "import sys, json; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from hashlib import sha256\n"
        "from pipeline.reports import read_into, exported\n"
        "folder = Path(sys.argv[2]); read_into(folder / 's.db', [Path(sys.argv[3])])\n"
        "print(json.dumps({n: sha256(b).hexdigest() for n, b in exported(folder / 's.db', folder).items()}))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(Path(__file__).parents[1]), str(tmp_path), str(reports)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    from hashlib import sha256

    assert json.loads(done.stdout) == {name: sha256(held).hexdigest() for name, held in undisturbed.items()}
