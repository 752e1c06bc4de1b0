"""Copy the figures of benchmarks/quality/RESULTS.md into the pages that show them.

    python tools/fill_figures.py            fill README.md and docs/what-it-gets-wrong.md
    python tools/fill_figures.py --check    fail when a page shows other figures

A page holds the places to fill between `<!-- figures: headline -->` (or `all`) and `<!-- /figures -->`.
"""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "quality" / "RESULTS.md"
PAGES = (ROOT / "README.md", ROOT / "docs" / "what-it-gets-wrong.md")
_PLACE = re.compile(
    r"(?P<open><!-- figures: (?P<what>headline|all) -->\n).*?(?P<close><!-- /figures -->)", re.DOTALL
)
_NONE = "Not measured yet: `python benchmarks/quality/gate.py` writes the figures.\n"


def filled(page: str, results: Path = RESULTS) -> str:
    """Return the text of ``page`` with its places filled from ``results``."""
    told = results.read_text("utf-8") if results.is_file() else None

    def fill(place: re.Match[str]) -> str:
        return place["open"] + (_NONE if told is None else _part(told, place["what"])) + place["close"]

    return _PLACE.sub(fill, page)


def _part(results: str, what: str) -> str:
    """Return the opening lines and the table of all suites; with ``all`` the tables by component too."""
    body = results.split("\n", 1)[1].strip() + "\n"
    if what == "headline":
        body = body.split("\n## ", 1)[0].rstrip() + "\n"
    return re.sub(r"^## ", "### ", body, flags=re.MULTILINE)


def main() -> None:
    """Fill or check the pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for page in PAGES:
        text = page.read_text("utf-8")
        if filled(text) == text:
            continue
        stale.append(page.name)
        if not check:
            page.write_text(filled(text), "utf-8")
    if stale and check:
        print(f"other figures: {', '.join(stale)}; run python tools/fill_figures.py", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
