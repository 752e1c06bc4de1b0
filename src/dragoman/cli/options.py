"""Options that several commands share, and how they print."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
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
    from dragoman.store.sqlite import connect
    from dragoman.store.view import SqliteView

    return SqliteView(connect(store, write=False))


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
