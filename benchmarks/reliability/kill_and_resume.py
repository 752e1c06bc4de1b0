"""Read a corpus undisturbed, with two workers, and killed at random moments; compare all exports.

    python benchmarks/reliability/kill_and_resume.py [CORPUS] [--kills 5] [--limit N] [--seed 1]

Prints the ledger, that a second run adds no row, and the digests of all exports: of one worker, of two, and
of a run that was killed with SIGKILL and started again as often as asked. Exit code 1 when any differ.
"""

import argparse
import gzip
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from itertools import islice
from pathlib import Path

DEFAULT = Path(__file__).parents[3] / "shared" / "corpus" / "ir_articles.jsonl.gz"
TABLES = (
    "documents articles sentences findings story_rows story_articles story_findings quarantine plans marks"
).split()


def dragoman(*arguments: str, **options: object) -> subprocess.Popen[str]:
    """Start the program."""
    command = [sys.executable, "-m", "dragoman", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def read(corpus: Path, store: Path, workers: int) -> dict[str, object]:
    """Read the corpus into the store and return the ledger."""
    told, wrong = dragoman(
        "read", str(corpus), "--store", str(store), "--workers", str(workers), "--json"
    ).communicate()
    if not told:
        raise SystemExit(f"reading failed: {wrong}")
    ledger: dict[str, object] = json.loads(told)
    return ledger


def rows(store: Path) -> dict[str, int]:
    """Return the number of rows of every table."""
    connection = sqlite3.connect(store)
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}  # noqa: S608
    connection.close()
    return counts


def exports(store: Path) -> dict[str, str]:
    """Return the digest of every export of the store, by file."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for form in ("csv", "jsonl"):
            out = Path(folder) / form
            done = dragoman("export", "--store", str(store), "--format", form, "--out", str(out))
            done.communicate()
            found |= {
                f"{form}/{p.name}": sha256(p.read_bytes()).hexdigest()[:16] for p in sorted(out.iterdir())
            }
    return found


def killed(corpus: Path, store: Path, asked: argparse.Namespace, whole: float) -> list[float]:
    """Kill as many runs as asked, each within a quarter of ``whole`` seconds; the last one finishes."""
    moments = []
    chance = random.Random(asked.seed)  # noqa: S311 - moments, not secrets
    for _ in range(asked.kills):
        process = dragoman("read", str(corpus), "--store", str(store), "--workers", "2")
        moment = chance.uniform(0.5, max(1.0, whole / 4))
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        moments.append(round(moment, 1))
    read(corpus, store, 2)
    return moments


def main() -> None:
    """Run the comparison and say what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--limit", type=int, help="read only so many lines")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if not asked.corpus.is_file():
        parser.error(f"no corpus at {asked.corpus}")
    with tempfile.TemporaryDirectory() as folder:
        place, corpus = Path(folder), asked.corpus
        if asked.limit:
            corpus = place / "corpus.jsonl"
            opener = gzip.open if asked.corpus.suffix == ".gz" else open
            with opener(asked.corpus, "rt", encoding="utf-8") as file:
                corpus.write_text("".join(islice(file, asked.limit)), "utf-8")
        start = time.monotonic()
        print(
            "one worker:",
            json.dumps(read(corpus, place / "one.db", 1)),
            f"in {time.monotonic() - start:.0f} s",
        )
        before = rows(place / "one.db")
        print("again:", json.dumps(read(corpus, place / "one.db", 1)))
        added = {name: count - before[name] for name, count in rows(place / "one.db").items()}
        print("rows added by the second run:", sum(added.values()))
        start = time.monotonic()
        read(corpus, place / "two.db", 2)
        whole = time.monotonic() - start
        print(f"two workers: {whole:.0f} s")
        print("killed after", killed(corpus, place / "killed.db", asked, whole), "seconds, then finished")
        digests = {name: exports(place / f"{name}.db") for name in ("one", "two", "killed")}
    differing = [file for file in digests["one"] if len({digests[run].get(file) for run in digests}) > 1]
    for file, digest in digests["one"].items():
        print(f"  {file}: {digest}{'  DIFFERS' if file in differing else ''}")
    print(f"{len(digests['one'])} exports, {len(differing)} differ")
    sys.exit(1 if differing or any(added.values()) else 0)


if __name__ == "__main__":
    main()
