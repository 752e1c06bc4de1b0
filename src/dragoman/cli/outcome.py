"""How a command ends: exit codes, one-line errors, and Ctrl-C in good order.

0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were quarantined; 4 another run holds the
store; 130 stopped by Ctrl-C.
"""

import io
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from dragoman.errors import DragomanError, StoreLocked

QUARANTINED = 3
LOCKED = 4
STOPPED = 130


def run_guarded(command: Callable[..., Any]) -> int:
    """Run ``command`` and return the exit code; an error becomes one line on stderr."""
    debug = "--debug" in sys.argv
    _print_any_sign()
    try:
        code = command(standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        click.echo("dragoman: stopped; everything finished is kept, run the same command to go on", err=True)
        return STOPPED
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (BrokenPipeError, SystemExit):
        # The reader of our output went away (as `head` does): nothing is wrong with us. Click turns it
        # into SystemExit, and raises that for nothing else when it does not stand alone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except DragomanError as error:
        if debug:
            raise
        click.echo(f"dragoman: {error}", err=True)
        return LOCKED if isinstance(error, StoreLocked) else 1
    except Exception as error:
        if debug:
            raise
        click.echo(f"dragoman: {type(error).__name__}: {error}; {_cure(error)}", err=True)
        return 1
    return code if isinstance(code, int) else 0


def _print_any_sign() -> None:
    """Let a sign that the terminal lacks be told by its number: it is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _cure(error: Exception) -> str:
    if isinstance(error, OSError):
        return "this comes from the system, not from the input: mend it and run the same command again"
    return "please report this with the trace that `dragoman --debug COMMAND` shows"
