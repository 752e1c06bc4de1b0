"""``dragoman doctor``: what is installed, and the state of the store."""

from pathlib import Path

import click

from dragoman.cli.options import json_option, print_json, store_option

_PARTS = (
    "trafilatura", "lxml", "click", "rich", "jinja2", "orjson", "cattrs", "filelock", "numpy", "onnxruntime",
)  # fmt: skip


@click.command()
@store_option
@click.option("--quarantine", is_flag=True, help="List every quarantined input with its reason.")
@json_option
def doctor(store: Path, *, quarantine: bool, as_json: bool) -> int:
    """Print versions, the check of the store, its ledger, and what was quarantined."""
    told, faults, rows = _examine(store)
    if as_json:
        print_json(told | {"faults": faults, "quarantine": rows})
        return 1 if faults else 0
    for name, value in told.items():
        if isinstance(value, dict):
            click.echo(f"{name}: " + ", ".join(f"{key} {count}" for key, count in value.items()))
        else:
            click.echo(f"{name}: {value}")
    for fault in faults:
        click.echo(f"fault: {fault}")
    for row in rows if quarantine else rows[:5]:
        click.echo(f"quarantined by {row['stage']}: {row['location']}: {row['reason']}: {row['detail']}")
    if len(rows) > 5 and not quarantine:  # noqa: PLR2004 - as many as were shown
        click.echo(f"and {len(rows) - 5} more: `dragoman doctor --quarantine` lists all")
    return 1 if faults else 0


def _examine(store: Path) -> tuple[dict[str, object], list[str], list[dict[str, str]]]:
    """Return what there is to tell, what is wrong, and the quarantine."""
    import platform
    import sqlite3
    from importlib.metadata import version

    from dragoman import __version__
    from dragoman.errors import StoreError
    from dragoman.store.sqlite import check, connect, schema_version
    from dragoman.store.view import SqliteView

    model, faults = _model()
    told: dict[str, object] = {
        "dragoman": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": {part: version(part) for part in _PARTS},
        "reader": model,
        "store": str(store),
        "schema": schema_version(),
    }
    if not store.exists():
        told["state"] = "no store yet: run `dragoman read PATH`"
        return told, faults, []
    try:
        connection = connect(store, write=False)
    except StoreError as error:
        return told, [*faults, str(error)], []
    damage = check(connection)
    faults += damage
    if damage:
        return told, faults, []
    view = SqliteView(connection)
    told["rows"] = view.counts()
    columns, ledger = view.ledger()
    told["ledger"] = dict(zip(columns, ledger[0], strict=True))
    rows = [
        {"location": d.input, "stage": d.stage, "reason": d.reason.value, "detail": d.detail}
        for d in view.quarantine()
    ]
    return told, faults, rows


def _model() -> tuple[str, list[str]]:
    """Return which reader model there is, and what is wrong with its files; all of them are read."""
    from dragoman.errors import ModelError
    from dragoman.models.manifest import changed_files, manifest

    try:
        made = manifest()
    except ModelError as error:
        return "none", [str(error)]
    return f"version {made.version} ({made.digest})", list(changed_files(made))
