"""Stores and files in odd places: no trace, one line that says what to do, and the right exit code."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.test_commands import dragoman
from pipeline.reports import INTERRUPTIBLE, write_reports


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports", 3)


def test_a_store_may_stand_under_any_name(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "a folder ü").mkdir()
    store = str(tmp_path / "a folder ü" / "what? 100% #1.db")

    assert dragoman("read", str(reports), "--store", store, cwd=tmp_path).returncode == 0
    assert dragoman("stories", "--store", store, cwd=tmp_path).returncode == 0
    assert [p.name for p in (tmp_path / "a folder ü").glob("*.db")] == ["what? 100% #1.db"]


def test_a_store_under_a_file_is_refused_in_one_line(reports: Path, tmp_path: Path) -> None:
    done = dragoman("read", str(reports), "--store", str(reports / "report000.txt" / "s.db"), cwd=tmp_path)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "--store" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_output_is_told_in_one_line(reports: Path, tmp_path: Path) -> None:
    dragoman("read", str(reports), cwd=tmp_path)
    command = f"{sys.executable} -m dragoman stories > /dev/full"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "No space left" in done.stderr


def test_a_reader_that_goes_away_leaves_exit_code_0(reports: Path, tmp_path: Path) -> None:
    dragoman("read", str(reports), cwd=tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "stories"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=60), told) == (0, b"")


def test_signs_that_the_output_lacks_are_told_by_number(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "report000.txt").write_text(
        "Ōsaka hosts talks of Japan and Italy\n\nMarch 3, 2024\n\nPrime Minister Kishida of Japan will meet "
        "Prime Minister Meloni of Italy in Ōsaka on March 5, officials said. They will discuss trade and "
        "the customs forms that both countries have argued about for many weeks now.\n",
        "utf-8",
    )
    dragoman("read", "reports", cwd=tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", "stories"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert b"\\u014csaka hosts talks" in done.stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_store_in_a_folder_that_cannot_be_written_is_read(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    dragoman("read", str(reports), "--store", str(folder / "s.db"), cwd=tmp_path)
    folder.chmod(0o555)
    try:
        done = dragoman("stories", "--store", str(folder / "s.db"), cwd=tmp_path)
    finally:
        folder.chmod(0o755)

    assert done.returncode == 0, done.stderr


def test_the_demo_takes_an_empty_file_and_its_own_store_and_no_other(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "demo.db").touch()
    assert dragoman("demo", "--store", "demo.db", cwd=tmp_path).returncode == 0
    assert dragoman("demo", "--store", "demo.db", cwd=tmp_path).returncode == 0

    (tmp_path / "menu.txt").write_text("Home\nNews\nContact\n")
    dragoman("read", "menu.txt", "--store", "mine.db", cwd=tmp_path)
    before = (tmp_path / "mine.db").read_bytes()
    done = dragoman("demo", "--store", "mine.db", cwd=tmp_path)

    assert done.returncode == 1
    assert "holds more than the demo" in done.stderr
    assert (tmp_path / "mine.db").read_bytes() == before
    assert reports.exists()


def ended(group: int) -> bool:
    """Tell whether all processes of a group end within some seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


@pytest.mark.skipif(os.name != "posix", reason="process groups")
def test_ctrl_c_ends_all_workers_and_the_run_goes_on_later(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 400)
    command = [*INTERRUPTIBLE, "read", "reports", "--workers", "2"]
    process = subprocess.Popen(
        command, cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not (tmp_path / "dragoman.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "run the same command to go on" in told
    assert "Traceback" not in told
    assert ended(process.pid)
    done = dragoman("read", "reports", cwd=tmp_path)
    assert "read 400 = " in done.stderr
    assert done.returncode == 0
