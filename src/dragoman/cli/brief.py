"""``dragoman brief``: the briefing of one story."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import open_view, say, store_option

if TYPE_CHECKING:
    from dragoman.pipeline.brief import Brief
    from dragoman.store.view import SqliteView
    from dragoman.types import Story


@click.command()
@click.argument("story", required=False)
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="html is one self-contained page in which every line opens its sentences.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file instead of the screen."
)
def brief(story: str | None, store: Path, form: str, out: Path | None, *, as_json: bool) -> None:
    """Print the briefing of STORY (the first characters of its id; if unsaid, the one with most texts)."""
    from dragoman.export.whole import write_whole
    from dragoman.pipeline.brief import make_brief

    view = open_view(store)
    chosen = _choose(view, story)
    if not view.made_from(chosen.id):
        say("a run was stopped before it compared this story: `dragoman read PATH` finishes it")
    made = make_brief(view, chosen)
    text = rendered(made, "json" if as_json else form)
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_whole(out, [text])
        say(f"wrote {out}")


def rendered(made: "Brief", form: str) -> str:
    """Return a briefing in one of the four forms."""
    if form == "html":
        from dragoman.render.page import page

        return page(made.briefing, made.articles, made.parses, made.meetings)
    if form == "markdown":
        from dragoman.render.markdown import markdown

        return markdown(made.briefing, made.parses)
    if form == "json":
        from dragoman.render.told import told

        return told(made.briefing, made.articles, made.parses)
    from dragoman.render.terminal import terminal

    return terminal(made.briefing, made.parses)


def _choose(view: "SqliteView", prefix: str | None) -> "Story":
    """Return the story asked for, or the one with most texts, telling what else there is."""
    from dragoman.errors import StoreError

    if prefix is not None:
        return view.find_story(prefix)
    stories = list(view.stories())
    if not stories:
        raise StoreError("no stories in the store yet: run `dragoman read PATH` first")
    if len(stories) > 1:
        say(
            f"the story with most texts of {len(stories)}: `dragoman stories` lists all, `brief ID` takes one"
        )
    return stories[0]
