"""Write docs/reference from the program itself: commands, tables, settings.

    python tools/make_reference.py            write the pages
    python tools/make_reference.py --check    fail when a page differs from what the program says

Edit the help texts, src/dragoman/export/columns.toml or the settings' docstrings, not the pages.
"""

import argparse
import ast
import inspect
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
_MADE = "<!-- Made by tools/make_reference.py: edit the source it names, not this page. -->"


def pages() -> dict[str, str]:
    """Return the text of every page of the reference, by file name."""
    return {"commands.md": commands_page(), "tables.md": tables_page(), "settings.md": settings_page()}


# --- commands ---


def commands_page() -> str:
    """Return the page of all commands with their arguments and options."""
    from dragoman.cli.main import cli

    lines = [
        "# Commands",
        "",
        _MADE,
        "",
        "Source: the help texts in `src/dragoman/cli/`. Data goes to standard output, talk to standard",
        "error.",
        "[Exit codes](../how-to/use-in-scripts.md#exit-codes) are the same for all commands.",
        "",
    ]
    for path, command in walk(cli, "dragoman"):
        lines += _command(path, command)
    return "\n".join(lines).rstrip() + "\n"


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield ``command`` and every command below it, each with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from walk(below, f"{path} {name}")


def _command(path: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=path, help_option_names=["-h", "--help"])
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    lines = [f"## {path}", "", "```text", usage, "```", "", *_paragraphs(command.help or ""), ""]
    options = [p for p in command.get_params(context) if isinstance(p, click.Option)]
    rows = [record for option in options if (record := option.get_help_record(context)) is not None]
    lines += ["| option | what it does |", "|---|---|"]
    lines += [f"| `{_cell(names)}` | {_cell(told)} |" for names, told in rows]
    return [*lines, ""]


def _paragraphs(told: str) -> list[str]:
    """Return a help text as Markdown; a paragraph marked as it stands becomes a code block."""
    lines: list[str] = []
    for paragraph in inspect.cleandoc(told).split("\n\n"):
        if paragraph.startswith("\b\n"):
            lines += ["```text", paragraph.removeprefix("\b\n"), "```", ""]
        else:
            lines += [" ".join(paragraph.split()).replace("``", "`"), ""]
    return lines[:-1]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


# --- tables ---


def tables_page() -> str:
    """Return the data dictionary: every exported table, column by column."""
    text = (ROOT / "src" / "dragoman" / "export" / "columns.toml").read_text("utf-8")
    lines = [
        "# Tables",
        "",
        _MADE,
        "",
        "Source: `src/dragoman/export/columns.toml`. `dragoman export` writes these tables, and the store",
        "holds them under the same names, so that any SQLite browser shows them. Columns stand in the order",
        "of the export. Offsets count Unicode code points of `articles.text` and are half-open; in SQL the",
        "words are `substr(text, char_start + 1, char_end - char_start)`.",
        "",
    ]
    for name, table in tomllib.loads(text).items():
        lines += [f"## {name}", "", table["about"], "", "| column | holds |", "|---|---|"]
        lines += [f"| `{column}` | {_cell(told)} |" for column, told in table.items() if column != "about"]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


# --- settings ---


def settings_page() -> str:
    """Return the page of all settings with their defaults."""
    from dragoman.config import Settings

    lines = [
        "# Settings",
        "",
        _MADE,
        "",
        "Source: the settings records named below. One TOML file holds them, a table per record:",
        "`dragoman.toml` in the working folder, or the file named with `dragoman read --config`. An unknown",
        "key or a value of another type is an error with a suggestion. A changed setting of a stage makes",
        "that stage and all that builds on it again at the next `dragoman read`, and nothing else.",
        "",
    ]
    for field in fields(Settings):
        record = type(getattr(Settings(), field.name))
        told = _attribute_docs(record)
        module = record.__module__.replace(".", "/")
        lines += [f"## [{field.name}]", "", f"`{record.__name__}` in `src/{module}.py`.", ""]
        lines += [*_paragraphs(inspect.getdoc(record) or ""), "", "| setting | type | default | meaning |"]
        lines += ["|---|---|---|---|"]
        for setting in fields(record):
            value = getattr(getattr(Settings(), field.name), setting.name)
            shown = _shown(value)
            meaning = _cell(told.get(setting.name, "see above")).replace("``", "`")
            kind = "str" if isinstance(value, Enum) else type(value).__name__
            lines.append(f"| `{setting.name}` | {kind} | {shown} | {meaning} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _shown(value: object) -> str:
    """Return a default as TOML writes it."""
    if isinstance(value, Enum):
        return f'"{value.value}"'
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _attribute_docs(record: type) -> dict[str, str]:
    """Return the docstrings that stand below the fields of ``record``."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    told: dict[str, str] = {}
    name = ""
    for node in body.body if isinstance(body, ast.ClassDef) else ():
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
            told[name] = inspect.cleandoc(str(node.value.value))
    return told


def main() -> None:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    REFERENCE.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, text in pages().items():
        page = REFERENCE / name
        if check:
            stale += [name] if not page.is_file() or page.read_text("utf-8") != text else []
        else:
            page.write_text(text, "utf-8")
    if stale:
        print(f"out of date: {', '.join(stale)}; run python tools/make_reference.py", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
