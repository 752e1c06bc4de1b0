"""``dragoman demo``: the main job on bundled pages, offline."""

from pathlib import Path

import click

from dragoman.cli.options import say


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
    from importlib.resources import as_file, files

    from dragoman.cli.brief import rendered
    from dragoman.cli.options import open_view
    from dragoman.cli.read import read_paths
    from dragoman.pipeline.brief import make_brief

    _clear(store)
    with as_file(files("dragoman.demo").joinpath("pages")) as pages:
        ledger = read_paths((pages,), store, None, 1, quiet=False)
    view = open_view(store)
    stories = list(view.stories())
    say(f"read {ledger.read} demo pages by invented outlets: {len(stories)} stories\n")
    click.echo(rendered(make_brief(view, stories[0].id), "text"), nl=False)
    option = "" if store == Path("dragoman.db") else f" --store {store}"
    say(
        "\nTry next:\n"
        f"  dragoman stories{option}\n"
        f"  dragoman brief {stories[1].id[:8]}{option}\n"
        f"  dragoman brief{option} --format html --out briefing.html    (open it in a browser: every line opens)\n"
        f"  dragoman search{option} postponed\n"
        f"  dragoman verify{option}\n"
        "and then your own: dragoman read FOLDER && dragoman brief"
    )


def _clear(store: Path) -> None:
    """Remove an older demo store, and refuse to touch any other."""
    from dragoman.errors import StoreError
    from dragoman.store.sqlite import connect
    from dragoman.store.view import SqliteView

    if not store.exists():
        return
    view = SqliteView(connect(store, write=False))
    if any("demo/pages/" not in article.location for article in view.articles()):
        raise StoreError(f"{store} holds more than the demo: name a fresh file with --store")
    for suffix in ("", "-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
