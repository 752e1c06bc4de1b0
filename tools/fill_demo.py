"""Put real output of the demo into README.md and docs/tutorial.md.

    python tools/fill_demo.py            run the demo and fill the places
    python tools/fill_demo.py --check    fail when a page shows other output

A page holds the places between `<!-- output: COMMAND -->` and `<!-- /output -->`. Long output is shortened:
whole statements are left out, and `[...]` stands in their place.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
LEFT_OUT = "[...]"
_PLACE = re.compile(r"(?P<open><!-- output: (?P<call>[^\n]+) -->\n).*?(?P<close><!-- /output -->)", re.DOTALL)
_SHOWN = {"FACTS": 3, "SAID": 2, "AGENDA": 1, "WHERE THE TEXTS DIFFER": 2, "NEXT": 1}
"""Statements shown of each section of a briefing; other sections are left out."""
_ORIGINS = 2
"""Origins shown at the head of a briefing."""
_LONGEST = 14
"""Lines shown of any other output."""


def filled(page: str, output: Callable[[str], str]) -> str:
    """Return the text of ``page`` with its places filled; ``output`` gives what a command prints."""

    def fill(place: re.Match[str]) -> str:
        told = output(place["call"])
        short = briefing_excerpt(told) if "\nFACTS\n" in told else excerpt(told)
        return f"{place['open']}```text\n{short}\n```\n{place['close']}"

    return _PLACE.sub(fill, page)


def excerpt(told: str) -> str:
    """Return the first lines of ``told``."""
    lines = told.rstrip("\n").splitlines()
    return "\n".join(lines if len(lines) <= _LONGEST else [*lines[:_LONGEST], LEFT_OUT])


def briefing_excerpt(told: str) -> str:
    """Return the head of a briefing, its first two origins, and the first statements of some sections."""
    head, *rest = re.split(r"^(?=[A-Z][A-Z ]+$)", told.rstrip("\n"), flags=re.MULTILINE)
    opening, origins, *after = head.rstrip("\n").split("\n\n")
    groups = re.split(r"^(?=origin \d)", origins, flags=re.MULTILINE)[1:]
    blocks = [
        opening,
        "".join(groups[:_ORIGINS]).rstrip("\n") + (f"\n{LEFT_OUT}" if len(groups) > _ORIGINS else ""),
        *after,
    ]
    for section in rest:
        title, *lines = section.rstrip("\n").split("\n")
        if title in _SHOWN:
            blocks.append("\n".join([title, *_statements(lines, _SHOWN[title])]))
        elif not blocks[-1].endswith(LEFT_OUT):
            blocks.append(LEFT_OUT)
    return "\n\n".join(blocks)


def _statements(lines: list[str], most: int) -> list[str]:
    """Return the first ``most`` statements, each ending in its sentence ids, with the labels above them."""
    shown: list[str] = []
    for line in lines:
        if most == 0:
            return [*shown, LEFT_OUT]
        shown.append(line)
        most -= line.endswith("]")
    return shown


class Demo:
    """A folder in which the demo was run; commands are called there as a reader would call them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.output = cache(self._output)
        self.output("dragoman demo")

    def _output(self, call: str) -> str:
        """Return what the command prints, errors and talk left out."""
        words = call.split()
        done = subprocess.run(  # noqa: S603 - the program is called as a user calls it
            [sys.executable, "-m", *words],
            cwd=self._folder,
            env=os.environ | {"COLUMNS": "100"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{call} ended with {done.returncode}: {done.stderr}")
        return done.stdout


def main() -> None:
    """Fill or check the pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder))
        for page in PAGES:
            text = page.read_text("utf-8")
            told = filled(text, demo.output)
            if told == text:
                continue
            stale.append(page.name)
            if not check:
                page.write_text(told, "utf-8")
    if stale and check:
        print(f"other output: {', '.join(stale)}; run python tools/fill_demo.py", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
