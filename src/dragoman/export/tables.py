"""The store's plain tables as CSV or JSON lines, complete, with the data dictionary beside them."""

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from dragoman.errors import ConfigError, StoreError
from dragoman.export.whole import write_whole

FORMATS = ("csv", "jsonl")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell as a formula."""


class Rows(Protocol):
    """Gives the rows of a plain table, as ``store.view.SqliteView`` does."""

    def rows(self, view: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a table, these columns of it, in a fixed order."""
        ...


def columns() -> dict[str, dict[str, str]]:
    """Return, per table, its columns in order with what each holds."""
    text = files("dragoman.export").joinpath("columns.toml").read_text("utf-8")
    tables: dict[str, dict[str, str]] = tomllib.loads(text)
    return {
        name: {key: told for key, told in table.items() if key != "about"} for name, table in tables.items()
    }


def export_tables(
    view: Rows, names: Sequence[str], folder: Path, form: str, *, raw: bool = False
) -> list[Path]:
    """Write the tables ``names`` (all, when empty) into ``folder`` and return the files, dictionary last.

    A file is either the old or the new one, never half: it is written aside and then renamed. Cells that
    a spreadsheet would run as a formula get a leading apostrophe in CSV, unless ``raw``.

    Raises:
        ConfigError: a name or format is unknown.
        StoreError: the folder cannot be written.

    """
    known = columns()
    for name in names:
        if name not in known:
            raise ConfigError(f"no table {name!r}; known: {', '.join(known)}")
    if form not in FORMATS:
        raise ConfigError(f"no format {form!r}; known: {', '.join(FORMATS)}")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make {folder}: {error.strerror}; name another place with --out") from error
    written = []
    for name in names or known:
        wanted = list(known[name])
        rows = view.rows(name, wanted)
        lines = _csv(wanted, rows, raw=raw) if form == "csv" else _jsonl(wanted, rows)
        written.append(write_whole(folder / f"{name}.{form}", lines))
    told = [(name, column, text) for name in names or known for column, text in known[name].items()]
    written.append(write_whole(folder / "columns.csv", _csv(["table", "column", "holds"], told, raw=raw)))
    return written


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]], *, raw: bool) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(["" if cell is None else cell if raw else _safe(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _jsonl(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(dict(zip(header, row, strict=True)), ensure_ascii=False) + "\n"
