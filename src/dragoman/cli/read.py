"""``dragoman read``: files and folders into the store."""

import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import json_option, named, print_json, say, store_option
from dragoman.cli.outcome import QUARANTINED
from dragoman.cli.progress import progress

if TYPE_CHECKING:
    from dragoman.config import Settings
    from dragoman.pipeline.run import Ledger
    from dragoman.types import Document, Dropped


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@click.option(
    "--config", type=click.Path(dir_okay=False, path_type=Path), help="Settings; dragoman.toml if it is here."
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes; one per core, at most 4, if unsaid.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
@json_option
def read(  # noqa: PLR0913 - one parameter per option
    paths: tuple[Path, ...],
    store: Path,
    config: Path | None,
    workers: int | None,
    *,
    quiet: bool,
    as_json: bool,
) -> int:
    """Read files and folders of reports: .html, .txt, .jsonl, .jsonl.gz.

    Reading the same again adds nothing; a run that was stopped goes on where it was. Inputs that
    cannot be used are quarantined with their reason, and the exit code is then 3.
    """
    from dragoman.config import load_settings
    from dragoman.errors import FetchError
    from dragoman.sources.files import SourceNotes, documents

    if not any(path.exists() for path in paths):
        raise FetchError(f"no such file or folder: {', '.join(map(str, paths))}; check the spelling")
    settings = load_settings(config)
    notes = SourceNotes()
    given = documents(paths, settings.sources, notes)
    ledger = read_documents(given, store, settings, workers or _workers(paths), quiet=quiet)
    if as_json:
        print_json(_told(ledger) | {"left_alone": dict(sorted(notes.left_alone.items()))})
    if not quiet:
        _report(ledger, store)
        if told := notes.told():
            say(told)
    return QUARANTINED if ledger.dropped or ledger.failures else 0


def read_documents(
    given: "Iterable[Document | Dropped]", store: Path, settings: "Settings", workers: int, *, quiet: bool
) -> "Ledger":
    """Read ``given`` into ``store`` and return the ledger of the run."""
    from dragoman.pipeline.plan import default_plan
    from dragoman.pipeline.readings import RecentReadings
    from dragoman.pipeline.run import RunOptions, run
    from dragoman.store.sqlite import connect, writing
    from dragoman.store.view import SqliteView
    from dragoman.store.writer import SqliteWriter

    with (
        writing(store),
        closing(connect(store, write=True, create=True)) as connection,
        progress(quiet=quiet) as tell,
    ):
        view = SqliteView(connection)
        plan = default_plan(settings, RecentReadings(view.reading))
        return run(given, plan, settings, (view, SqliteWriter(connection)), RunOptions(workers, tell))


_SMALL = 2_000_000
"""Bytes of input under which starting worker processes costs more than it saves (measured 2026-11-21: two
workers start in 0.6 s, one reads about 100 kB of text in that time)."""


def _workers(paths: tuple[Path, ...]) -> int:
    """Return how many processes suit the input: one for little, else one per core, at most four."""
    size = 0
    for path in paths:
        try:
            files = (path,) if path.is_file() else path.rglob("*") if path.is_dir() else ()
            for file in files:
                size += file.stat().st_size * (4 if file.suffix == ".gz" else 1) if file.is_file() else 0
                if size > _SMALL:
                    return min(4, os.cpu_count() or 1)
        except OSError:
            continue  # reading tells what is wrong with it
    return 1


_SHOWN = 5
"""Quarantined inputs told at the end of a run; `doctor` lists all."""


def _told(ledger: "Ledger") -> dict[str, object]:
    return {
        "read": ledger.read,
        "written": ledger.written,
        "unchanged": ledger.unchanged,
        "dropped": dict(sorted(ledger.dropped.items())),
        "remade": ledger.remade,
        "stories_compared": ledger.stories,
        "failures": dict(sorted(ledger.failures.items())),
        "adds_up": ledger.adds_up(),
    }


def _report(ledger: "Ledger", store: Path) -> None:
    lost = ", ".join(f"{count} {reason}" for reason, count in sorted(ledger.dropped.items()))
    say(
        f"read {ledger.read} = {ledger.written} written + {ledger.unchanged} unchanged + "
        f"{ledger.dropped.total()} quarantined{f' ({lost})' if lost else ''}"
    )
    if ledger.remade:
        say(f"made again: {ledger.remade} stored documents, because a rule, table or setting changed")
    for dropped in ledger.set_aside[:_SHOWN]:
        say(f"quarantined: {dropped.input}: {dropped.reason.value}: {dropped.detail}")
    if ledger.failures:
        told = ", ".join(f"{count} in {stage}" for stage, count in sorted(ledger.failures.items()))
        say(f"kept with a part missing: {told}; `dragoman doctor --quarantine{named(store)}` says why")
    elif ledger.dropped.total() > len(ledger.set_aside[:_SHOWN]):
        say(f"`dragoman doctor --quarantine{named(store)}` lists all that is quarantined, with what to do")
    if ledger.written or ledger.unchanged:
        say(f"store: {store}. Next: `dragoman stories{named(store)}`, `dragoman brief{named(store)}`")
