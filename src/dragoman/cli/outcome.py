"""How a command ends: exit codes, one-line errors, and Ctrl-C in good order.

0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were quarantined; 4 another run holds the
store; 130 stopped by Ctrl-C.
"""

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
    except BrokenPipeError:
        # The reader of our output went away (as `head` does): nothing is wrong with us.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DragomanError as error:
        if debug:
            raise
        click.echo(f"dragoman: {error}", err=True)
        return LOCKED if isinstance(error, StoreLocked) else 1
    return code if isinstance(code, int) else 0
