"""Run the program: ``python -m dragoman`` and the ``dragoman`` command."""

import sys

from dragoman.cli.main import cli
from dragoman.cli.outcome import run_guarded


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run_guarded(cli))


if __name__ == "__main__":
    main()
