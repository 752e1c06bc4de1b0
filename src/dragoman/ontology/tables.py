"""Rows of the tables in ``data/``, each of which knows its file and line so that an error can name them."""

import csv
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from dragoman.errors import ConfigError, RecordError


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table: ``cells`` by column, stripped of outer space."""

    table: str
    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        cell = self.cells[column]
        if not cell:
            raise self.wrong(f"{column} is empty")
        return cell

    def optional(self, column: str) -> str | None:
        """The cell, or ``None`` when it is empty."""
        return self.cells[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are set apart by semicolons."""
        parts = tuple(part.strip() for part in self.cells[column].split(";"))
        if len(set(parts)) < len(parts):
            raise self.wrong(f"{column} says something twice")
        if parts == ("",):
            return ()
        if "" in parts:
            raise self.wrong(f"{column} has an empty part")
        return parts

    def wrong(self, what: str) -> RecordError:
        """The error that says what is wrong in this line."""
        return RecordError(f"{self.table} line {self.line}: {what}")


def data_bytes(name: str) -> bytes:
    """The data file ``name``, unpacked when it ends in ``.gz``; ``ConfigError`` when it is missing."""
    try:
        content = files("dragoman.ontology").joinpath("data", name).read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(f"data file {name} is missing: reinstall dragoman") from error
    return gzip.decompress(content) if name.endswith(".gz") else content


def table_rows(table: str, columns: tuple[str, ...]) -> Iterator[TableRow]:
    """Yield the rows of a CSV table that must have exactly ``columns``, in their order."""
    text = data_bytes(table).decode("utf-8")
    yield from parsed_rows(table, text, columns)


def parsed_rows(table: str, text: str, columns: tuple[str, ...]) -> Iterator[TableRow]:
    """Yield the rows of CSV ``text``; ``table`` is only used to name them in errors."""
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        head = next(reader, [])
        if tuple(head) != columns:
            raise ConfigError(f"{table} line 1: columns are {', '.join(head)}; must be {', '.join(columns)}")
        for cells in reader:
            row = TableRow(table, reader.line_num, {})
            if len(cells) != len(columns):
                raise row.wrong(f"{len(cells)} cells; must be {len(columns)}")
            yield TableRow(table, reader.line_num, dict(zip(columns, map(str.strip, cells), strict=True)))
    except csv.Error as error:
        raise RecordError(f"{table} line {reader.line_num}: {error}") from error
