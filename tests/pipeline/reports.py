"""Invented reports and a way to read them, for the tests of whole runs."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from dragoman.config import Settings
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.pipeline.run import Ledger, RunOptions, run
from dragoman.sources.files import documents
from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter

_HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
INTERRUPTIBLE = (sys.executable, "-c", f"{_HEEDING}; from dragoman.__main__ import main; main()")
"""The program as a terminal starts it: what runs the tests may have told its children to ignore Ctrl-C."""

TOPICS = (
    ("Macron", "President", "France", "Scholz", "Chancellor", "Germany", "Berlin", "trade"),
    ("Sunak", "Prime Minister", "Britain", "Meloni", "Prime Minister", "Italy", "Rome", "migration"),
    (
        "Kishida",
        "Prime Minister",
        "Japan",
        "Marcos",
        "President",
        "the Philippines",
        "Manila",
        "coast guards",
    ),
)


def report(number: int) -> str:
    """Return the text of one invented report: a few shapes, names and days, so that runs have work to do."""
    a, title_a, state_a, b, title_b, state_b, town, matter = TOPICS[number % len(TOPICS)]
    day = 1 + number % 27
    return (
        f"{state_a} and {state_b} prepare talks in {town}, report {number}\n\n"
        f"By Ines Falk\n\nMarch {day}, 2024\n\n"
        f"{title_a} {a} of {state_a} will meet {title_b} {b} of {state_b} in {town} on March {day + 2}, "
        f"officials said. The two leaders are expected to discuss {matter} and the number of border posts, "
        f"which stands at {number + 3}.\n\n"
        f'"We want steady work on {matter}, nothing more," {a} told reporters last week. '
        f"An earlier visit in January lasted {1 + number % 4} days.\n\n"
        f"{state_b} rejected a proposal on {matter} in February. "
        f"Analysts say an agreement may follow within weeks.\n"
    )


def write_reports(folder: Path, count: int) -> Path:
    """Write ``count`` reports as text files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"report{number:03}.txt").write_text(report(number), "utf-8")
    return folder


def read_into(store: Path, paths: Sequence[Path], plan: Plan | None = None, workers: int = 1) -> Ledger:
    """Read ``paths`` into ``store`` under ``plan`` (the standard one if unsaid) and return the ledger."""
    settings = Settings()
    with closing(connect(store, write=True, create=True)) as connection:
        sides = (SqliteView(connection), SqliteWriter(connection))
        return run(documents(paths), plan or default_plan(settings), settings, sides, RunOptions(workers))


def exported(store: Path, folder: Path) -> dict[str, bytes]:
    """Return every export of ``store`` by file name."""
    from dragoman.export.tables import export_tables

    folder.mkdir(parents=True, exist_ok=True)
    with closing(connect(store, write=False)) as connection:
        view = SqliteView(connection)
        files = [path for form in ("csv", "jsonl") for path in export_tables(view, (), folder / form, form)]
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
