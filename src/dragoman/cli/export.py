"""``dragoman export``: tables with their data dictionary."""

from pathlib import Path

import click

from dragoman.cli.options import json_option, open_view, print_json, say, store_option


@click.command()
@click.argument("tables", nargs=-1)
@store_option
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dragoman-export"),
    show_default=True,
    help="Folder to write into; older files of the same names are replaced.",
)
@click.option(
    "--raw", is_flag=True, help="Leave CSV cells that a spreadsheet would run as formulas as they are."
)
@json_option
def export(tables: tuple[str, ...], store: Path, form: str, out: Path, *, raw: bool, as_json: bool) -> None:  # noqa: PLR0913 - one per option
    """Write TABLES (articles stories meetings events quotes claims evidence; all if unsaid), complete."""
    from dragoman.export.tables import columns, export_tables

    if unknown := [name for name in tables if name not in columns()]:
        raise click.BadParameter(
            f"no table {unknown[0]!r}; known: {', '.join(columns())}", param_hint="TABLES"
        )

    written = export_tables(open_view(store), tables, out, form, raw=raw)
    if as_json:
        print_json({"files": [path.as_posix() for path in written]})
        return
    for path in written[:-1]:
        click.echo(path.as_posix())
    say(f"{written[-1].as_posix()} says what each column holds")
