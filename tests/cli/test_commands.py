"""The contract of every command: what goes where, exit codes, one-line errors."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.reports import INTERRUPTIBLE, write_reports


def dragoman(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    environment = {key: value for key, value in os.environ.items() if key != "DRAGOMAN_STORE"}
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("user")
    write_reports(folder / "reports", 6)
    done = dragoman("read", "reports", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_reading_talks_on_stderr_and_leaves_stdout_to_data(here: Path, tmp_path: Path) -> None:
    done = dragoman("read", str(here / "reports"), "--store", str(tmp_path / "s.db"), cwd=tmp_path)

    assert done.stdout == ""
    assert "read 6 = 6 written + 0 unchanged + 0 quarantined" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "reports", "--json"),
        ("stories", "--json"),
        ("brief", "--json"),
        ("brief", "--format", "json"),
        ("search", "talks", "--json"),
        ("verify", "--json"),
        ("doctor", "--json"),
        ("export", "stories", "--json"),
    ],
    ids=" ".join,
)
def test_json_is_one_document_on_stdout(here: Path, arguments: tuple[str, ...]) -> None:
    done = dragoman(*arguments, cwd=here)

    assert done.returncode == 0, done.stderr
    json.loads(done.stdout)


def test_an_id_of_the_briefing_opens_its_sentence(here: Path) -> None:
    told = json.loads(dragoman("brief", "--json", cwd=here).stdout)
    piece = next(s for section in told["sections"] for s in section["statements"])["evidence"][0]
    sentence = f"{piece['article_id'][:8]}.{piece['sentence_no']}"

    shown = json.loads(dragoman("show", sentence, "--json", cwd=here).stdout)

    assert shown["article_id"] == piece["article_id"]
    assert shown["char_start"] <= piece["char_start"] < piece["char_end"] <= shown["char_end"]


def test_show_opens_a_story_and_an_article(here: Path) -> None:
    (story, *_) = json.loads(dragoman("stories", "--json", cwd=here).stdout)["stories"]
    opened = json.loads(dragoman("show", story["story_id"][:8], "--json", cwd=here).stdout)
    article = opened["articles"][0]["article_id"]

    text = dragoman("show", article[:8], cwd=here)

    assert text.returncode == 0
    assert "will meet" in text.stdout


def test_quarantined_inputs_give_exit_code_3_and_are_listed(here: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("")
    store = str(tmp_path / "s.db")

    done = dragoman("read", "empty.html", str(here / "reports"), "--store", store, cwd=tmp_path)

    assert done.returncode == 3
    assert "1 quarantined (1 empty)" in done.stderr
    listed = dragoman("doctor", "--quarantine", "--store", store, cwd=tmp_path)
    assert "empty.html: empty:" in listed.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("brief",), 1, "no store at dragoman.db"),
        (("show", "zzzz"), 1, "no store at"),
        (("read",), 2, "PATHS"),
        (("raed", "x"), 2, "Did you mean 'read'?"),
        (("read", "x", "--worker", "2"), 2, "--workers"),
        (("read", "missing-folder"), 1, "no such file or folder: missing-folder"),
        (("read", ".", "--store", "nowhere/s.db"), 1, "no folder nowhere"),
        (("export", "nonsense"), 2, "no table 'nonsense'"),
    ],
)
def test_mistakes_are_told_in_few_words_with_their_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = dragoman(*arguments, cwd=tmp_path)

    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_id_says_where_ids_are_listed(here: Path) -> None:
    done = dragoman("show", "zzzz", cwd=here)

    assert done.returncode == 1
    assert "`dragoman stories`" in done.stderr


def test_a_second_writer_ends_with_code_4(here: Path, tmp_path: Path) -> None:
    from dragoman.store.sqlite import writing

    with writing(tmp_path / "s.db"):
        done = dragoman("read", str(here / "reports"), "--store", str(tmp_path / "s.db"), cwd=tmp_path)

    assert done.returncode == 4
    assert "another run" in done.stderr


def test_a_wrong_config_names_the_file_and_the_key(here: Path, tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text("[clean]\nnonsense = 1\n")

    done = dragoman("read", str(here / "reports"), cwd=tmp_path)

    assert done.returncode == 1
    assert "dragoman.toml: [clean] has no setting 'nonsense'" in done.stderr


def test_ctrl_c_ends_with_130_and_keeps_what_was_finished(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 300)
    process = subprocess.Popen(
        [*INTERRUPTIBLE, "read", "reports", "--workers", "1"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not (tmp_path / "dragoman.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "run the same command to go on" in told
    done = dragoman("read", "reports", "--json", cwd=tmp_path)
    ledger = json.loads(done.stdout)
    assert ledger["written"] + ledger["unchanged"] == 300


def test_exports_are_complete_and_safe_for_spreadsheets(here: Path, tmp_path: Path) -> None:
    done = dragoman("export", "--out", str(tmp_path / "out"), cwd=here)

    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        f"{t}.csv" for t in ("articles", "stories", "meetings", "events", "quotes", "claims", "evidence")
    } | {"columns.csv"}


def test_a_closed_pipe_is_no_error(here: Path) -> None:
    command = f"{sys.executable} -m dragoman show {_first_article(here)} | head -c 10"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=here, capture_output=True, text=True, check=False)

    assert "Traceback" not in done.stderr


def _first_article(here: Path) -> str:
    (story, *_) = json.loads(dragoman("stories", "--json", cwd=here).stdout)["stories"]
    shown = json.loads(dragoman("show", story["story_id"], "--json", cwd=here).stdout)
    return str(shown["articles"][0]["article_id"])
