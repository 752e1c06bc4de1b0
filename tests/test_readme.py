"""The README's commands are real: set-up stands in the Makefile, and every call of the program parses."""

import re
import shlex
from pathlib import Path

import click
import pytest

from dragoman.cli.main import cli

ROOT = Path(__file__).parents[1]
TEXT = "\n".join(
    page.read_text("utf-8")
    for page in [
        ROOT / "README.md",
        *sorted((ROOT / "docs").glob("*.md")),
        *sorted((ROOT / "docs/how-to").glob("*.md")),
    ]
)
README = (ROOT / "README.md").read_text("utf-8")


def _shell_lines(text: str) -> list[str]:
    """Return the lines of the shell blocks, joined where a line goes on, prompts and comments taken off."""
    blocks = re.findall(r"^```(?:sh|shell|bash|console)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ").split("  #")[0].strip() for line in lines if line.strip()]


def _calls(text: str) -> list[str]:
    """Return every single call of the program in the shell blocks and, without its brackets, in the prose."""
    parts = [part.strip() for line in _shell_lines(text) for part in re.split(r"&&|\|\||[;|]", line)]
    parts += [re.sub(r"[\[\]]|\.\.\.", "", part).strip() for part in re.findall(r"`(dragoman [^`]+)`", text)]
    return sorted({part.split(" > ")[0] for part in parts if part.split()[:1] == ["dragoman"]})


def test_the_set_up_is_two_commands_of_the_makefile() -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    first = re.findall(r"^```(?:sh|shell|bash)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[0]

    assert [line.split("  #")[0].strip() for line in first.splitlines()] == ["make demo", "make test"]
    assert {"demo", "test"} <= set(targets)


def test_there_are_calls_to_check() -> None:
    assert len(_calls(README)) >= 5


@pytest.mark.parametrize("call", _calls(TEXT))
def test_every_call_in_the_readme_and_the_guides_parses(call: str) -> None:
    words = shlex.split(call)[1:]
    context = click.Context(cli, info_name="dragoman")
    if not words or words[0].startswith("-"):
        cli.make_context("dragoman", words, resilient_parsing=True)
        return
    command = cli.get_command(context, words[0])
    assert command is not None, f"no command {words[0]!r}"
    only_named = words[1:] in ([], ["--help"])
    made = command.make_context(words[0], words[1:], parent=context, resilient_parsing=only_named)

    assert made.params is not None


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_the_help_of_every_command_works_and_starts_with_its_usage(name: str) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(cli, [name, "--help"])

    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: cli {name} ")
