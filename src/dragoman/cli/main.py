"""The commands, each in a module of its own that imports nothing heavy before it runs."""

import importlib
from typing import Any

import click

from dragoman import __version__

_COMMANDS = {
    "demo": "Read the bundled demo pages into a fresh store and print the briefing.",
    "read": "Read files and folders of reports into the store.",
    "stories": "List the stories: how many texts, publishers and independent origins.",
    "brief": "Print the briefing of a story, every line with its sentences.",
    "show": "Show a story, an article or a sentence by its id.",
    "search": "Find articles by their words.",
    "verify": "Replay every piece of evidence against the text it was cut from.",
    "export": "Write tables with their data dictionary.",
    "doctor": "Say what is installed and what state the store is in.",
}


class _Commands(click.Group):
    """Loads the module of a command only when that command is called: start-up is part of the product."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"dragoman.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - our own modules
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:  # noqa: ANN401 - click's signature
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            near = difflib.get_close_matches(args[0], _COMMANDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(
                f"no command {args[0]!r}.{hint} `dragoman --help` lists them.", ctx
            ) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error.")
def cli(*, debug: bool) -> None:
    """Read reports of diplomacy; say what is known, from how many independent origins, with the sentence.

    \b
    dragoman demo                    see what it does, offline, in seconds
    dragoman read reports/ && dragoman brief
    """  # noqa: D301 - \b is click's sign for "do not rewrap"
