"""``dragoman stories``: what is in the store, by story."""

from pathlib import Path

import click

from dragoman.cli.options import json_option, open_view, print_json, say, store_option


@click.command()
@store_option
@click.option(
    "--min-texts", type=click.IntRange(1), default=1, show_default=True, help="Leave out smaller stories."
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="List so many at most.")
@json_option
def stories(store: Path, min_texts: int, limit: int, *, as_json: bool) -> None:
    """List the stories, those with most texts first, with their independent origins."""
    view = open_view(store)
    columns = ("story_id", "title", "first_day", "last_day", "texts", "origins", "publishers")
    listed = [dict(zip(columns, row, strict=True)) for row in view.rows("stories", columns)]
    listed = [row for row in listed if int(str(row["texts"])) >= min_texts]
    listed.sort(
        key=lambda row: (-int(str(row["texts"])), _newest_first(row["last_day"]), str(row["story_id"]))
    )
    shown = listed[:limit]
    if as_json:
        print_json({"stories": shown, "total": len(listed), "truncated": len(shown) < len(listed)})
        return
    if not listed:
        stopped = any(True for _ in view.days())
        say(
            "a run was stopped before it grouped its articles: run `dragoman read PATH` again to go on"
            if stopped
            else "no stories yet: run `dragoman read PATH` first"
        )
        return
    click.echo(f"{'story':8}  {'texts':>5}  {'origins':>7}  {'days':23}  title")
    for row in shown:
        days = (
            " to ".join(dict.fromkeys(str(day) for day in (row["first_day"], row["last_day"]) if day))
            or "undated"
        )
        click.echo(
            f"{str(row['story_id'])[:8]}  {row['texts']:>5}  {row['origins']:>7}  {days:23}  {row['title']}"
        )
    if len(shown) < len(listed):
        say(f"{len(listed) - len(shown)} more: raise --limit, or use --min-texts 2")


def _newest_first(day: object) -> tuple[bool, int]:
    """Return a key that sorts later days first and unknown days last."""
    return (day is None, -int(str(day).replace("-", "")) if day else 0)
