"""Which sources are in place and unchanged: ``python training/reader/sources.py``."""

import argparse
import gzip
import sys
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LIST = Path(__file__).with_name("sources.toml")
SHARED = Path(__file__).parents[3] / "shared"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a source: its path below the data folder and the SHA-256 of its unpacked text."""

    source: str
    use: str
    path: str
    sha256: str


def listed() -> list[SourceFile]:
    """Return every file that ``sources.toml`` lists."""
    table = tomllib.loads(LIST.read_text("utf-8"))
    return [
        SourceFile(name, entry["use"], path, digest)
        for name, entry in table.items()
        for path, digest in entry["files"].items()
    ]


def state(file: SourceFile, shared: Path) -> str:
    """Return ``ok``, ``missing`` or ``differs``."""
    path = shared / file.path
    if not path.is_file():
        return "missing"
    with gzip.open(path) as text:
        return "ok" if sha256(text.read()).hexdigest() == file.sha256 else "differs"


def main() -> int:
    """Print a line per file; return 1 when one that training needs is not as listed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder that holds training/ and bench/")
    options = parser.parse_args()
    wrong = False
    for file in listed():
        found = state(file, options.shared)
        wrong |= found != "ok" and file.use == "train"
        print(f"{found:8} {file.use:9} {file.source:20} {file.path}")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
