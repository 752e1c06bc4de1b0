"""``dragoman demo``: the main job on bundled pages, offline."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import say

if TYPE_CHECKING:
    from dragoman.types import Document, Dropped

_DEMO = "dragoman/demo/pages/"


@click.command()
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("dragoman-demo.db"),
    show_default=True,
    help="A fresh store is made here; only an older demo store is replaced.",
)
def demo(store: Path) -> None:
    """Read the bundled demo pages into a fresh store, print a briefing, and say what to try next.

    The pages tell of real public events in the words of invented outlets that say they are invented.
    """
    from dragoman.cli.brief import rendered
    from dragoman.cli.options import open_view
    from dragoman.cli.read import read_documents
    from dragoman.config import Settings
    from dragoman.pipeline.brief import make_brief

    _clear(store)
    ledger = read_documents(_pages(), store, Settings(), 1, quiet=False)
    view = open_view(store)
    stories = list(view.stories())
    say(f"read {ledger.read} demo pages by invented outlets: {len(stories)} stories\n")
    click.echo(rendered(make_brief(view, stories[0]), "text"), nl=False)
    option = "" if store == Path("dragoman.db") else f" --store {store}"
    say(
        "\nTry next:\n"
        f"  dragoman stories{option}\n"
        f"  dragoman brief {stories[1].id[:8]}{option}\n"
        f"  dragoman brief{option} --format html --out briefing.html    (a page in which every line opens)\n"
        f"  dragoman search{option} postponed\n"
        f"  dragoman verify{option}\n"
        "and then your own: dragoman read FOLDER && dragoman brief"
    )


def _pages() -> "Iterator[Document | Dropped]":
    """Yield the bundled pages under the location they have in the package, wherever that is installed."""
    from dataclasses import replace
    from importlib.resources import as_file, files

    from dragoman.sources.files import documents
    from dragoman.types import Dropped

    with as_file(files("dragoman.demo").joinpath("pages")) as folder:
        for item in documents((folder,)):
            if isinstance(item, Dropped):
                yield item
            else:
                yield replace(item, location=_DEMO + item.location.split("/")[-1])


def _clear(store: Path) -> None:
    """Remove an older demo store, and refuse to touch any other."""
    from dragoman.errors import StoreError
    from dragoman.store.sqlite import connect
    from dragoman.store.view import SqliteView

    if not store.exists():
        return
    if store.stat().st_size:
        with closing(connect(store, write=False)) as connection:
            locations = tuple(SqliteView(connection).locations())
        if not all(location.startswith(_DEMO) for location in locations):
            raise StoreError(f"{store} holds more than the demo: name a fresh file with --store")
    for suffix in ("", "-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
