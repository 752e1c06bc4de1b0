"""Options that several commands share, and how they print."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sqlite3 import Connection

    from dragoman.store.view import SqliteView

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_STORE = Path("dragoman.db")


def store_option(command: F) -> F:
    """Add ``--store FILE``."""
    return click.option(
        "--store",
        "store",
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_STORE,
        envvar="DRAGOMAN_STORE",
        show_default=True,
        show_envvar=True,
        help="The store: one SQLite file.",
    )(command)


def json_option(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def open_view(store: Path) -> "SqliteView":
    """Return the store for reading."""
    from dragoman.store.view import SqliteView

    return SqliteView(open_store(store))


def open_store(store: Path) -> "Connection":
    """Return a connection for reading that is closed when the command ends."""
    from dragoman.store.sqlite import connect

    connection = connect(store, write=False)
    click.get_current_context().call_on_close(connection.close)
    return connection


def named(store: Path) -> str:
    """Return the option that names ``store`` in a command to try next; empty where none is needed."""
    known = Path(os.environ.get("DRAGOMAN_STORE") or DEFAULT_STORE)
    return "" if store == known else f" --store {shlex.quote(str(store))}"


def print_json(value: object) -> None:
    """Print ``value`` as JSON with sorted keys, one document."""
    import orjson

    options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2
    click.echo(orjson.dumps(value, option=options).decode())


def say(text: str) -> None:
    """Tell the user something that is no data: it goes to stderr."""
    click.echo(text, err=True)


def on_terminal() -> bool:
    """Tell whether talk goes to a terminal: progress is drawn there only."""
    return sys.stderr.isatty()
