"""Run the product over one suite's inputs and write its predictions in that suite's format.

    python benchmarks/quality/predict.py SUITE --inputs inputs.jsonl.gz --out pred.jsonl

Score the file with the scorer beside the public test data (see README.md of this folder). Each suite's
module holds only the change of form; what is found is found by the product.
"""

import argparse
import gzip
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

ONE_OBJECT = ("seeds", "diplomacy")
"""Suites whose prediction is one JSON object; the others are JSON lines."""


def suites() -> list[str]:
    """Return the names of the suites that the product answers."""
    return sorted(
        p.stem for p in (HERE / "suites").glob("*.py") if p.stem not in {"__init__", "building", "running"}
    )


def read_rows(path: Path) -> list[dict]:
    """Return the input rows of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def predictions(suite: str, rows: list[dict]) -> Iterator[dict]:
    """Yield the prediction objects of ``suite`` for its input ``rows``."""
    yield from importlib.import_module(f"suites.{suite}").predict(rows)


def write(suite: str, rows: list[dict], out: Path) -> None:
    """Write the predictions to ``out``, as the suite wants them."""
    with out.open("w", encoding="utf-8") as file:
        for number, row in enumerate(predictions(suite, rows), 1):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{suite}: {number}", end="", file=sys.stderr)


def main() -> None:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suite", choices=suites())
    parser.add_argument("--inputs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    if not asked.inputs.is_file():
        parser.error(f"no inputs at {asked.inputs}")
    write(asked.suite, read_rows(asked.inputs), asked.out)


if __name__ == "__main__":
    main()
