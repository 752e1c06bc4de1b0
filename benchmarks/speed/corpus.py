"""Print how fast articles are read and grouped, with memory and the time of each stage.

    python benchmarks/speed/corpus.py [--corpus FILE] [--limit 3000] [--workers 2]

The corpus (JSON lines, plain or gzipped) goes into a fresh store in three thirds, so that growth shows: where
the rate falls from third to third, time grows faster than the input. Times of stages are CPU time of one
process over a sample, after a warm-up that loads the tables. The ratio against trafilatura alternates both
sides in this run. Nothing is judged.
"""

import argparse
import gzip
import multiprocessing
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.pipeline.plan import Plan
    from dragoman.types import Document

SHARED = Path(__file__).parents[2].parent / "shared"
_WARM_UP = 20
"""Articles read before the clock of the stages starts: they load tables and compile patterns."""
_GROUPING = ("stories", "origins", "meetings", "claims")


def lines_of(path: Path, limit: int) -> list[str]:
    """Return the first ``limit`` lines of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [line for line in islice(file, limit) if line.strip()]


def thirds(lines: Sequence[str]) -> list[Sequence[str]]:
    """Return ``lines`` in three parts of about one size."""
    size = -(-len(lines) // 3)
    return [lines[start : start + size] for start in range(0, len(lines), size)]


class Clock:
    """Sums the CPU seconds of each stage, and counts its calls."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()

    def timed(self, name: str, run: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        """Return ``run`` with its time counted under ``name``."""

        def counted(*arguments: object) -> Iterator[Any]:
            start = process_time()
            results = list(run(*arguments))
            self.seconds[name] += process_time() - start
            self.calls[name] += 1
            yield from results

        return counted

    def plan(self) -> "Plan":
        """Return the standard plan with every stage timed; fingerprints stay as they are."""
        from dragoman.config import Settings
        from dragoman.pipeline.plan import default_plan

        plan = default_plan(Settings())
        stages = tuple(replace(stage, run=self.timed(stage.name, stage.run)) for stage in plan.stages)
        return replace(plan, stages=stages)


def read_third(lines: Sequence[str], store: Path, workers: int) -> None:
    """Read one third into the store and print rates; what grows with the store is printed apart."""
    from dragoman.config import Settings
    from dragoman.pipeline.run import RunOptions, run
    from dragoman.sources.files import documents
    from dragoman.store.sqlite import connect, writing
    from dragoman.store.view import SqliteView
    from dragoman.store.writer import SqliteWriter

    source = store.with_suffix(".jsonl")
    source.write_text("".join(lines), "utf-8")
    clock, marks = Clock(), dict[str, float]()
    with writing(store), closing(connect(store, write=True, create=True)) as connection:
        sides = (SqliteView(connection), SqliteWriter(connection))
        options = RunOptions(workers, lambda step, _done: marks.setdefault(step, perf_counter()) and None)
        start = perf_counter()
        ledger = run(documents((source,)), clock.plan(), Settings(), sides, options)
        end = perf_counter()
    read = marks.get("grouping", end) - start
    dropped = ", ".join(f"{count} {reason}" for reason, count in sorted(ledger.dropped.items()))
    grouped = ", ".join(f"{name} {clock.seconds[name]:.1f}" for name in _GROUPING)
    print(
        f"{ledger.read} read, {ledger.written} written, {ledger.dropped.total()} set aside"
        f"{f' ({dropped})' if dropped else ''}, {ledger.failures.total()} with a failed stage\n"
        f"  reading {read:.1f} s = {ledger.written / read:.1f} articles/s\n"
        f"  grouping and comparing {end - start - read:.1f} s, {ledger.stories} stories ({grouped})\n"
        f"  all {end - start:.1f} s = {ledger.written / (end - start):.1f} articles/s"
    )


def print_memory() -> None:
    """Print the peak memory of this process and of the largest worker."""
    for child in multiprocessing.active_children():
        child.join(5)
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    print(f"peak memory: this process {own:.0f} MiB, largest worker {worker:.0f} MiB")


def print_stages(path: Path) -> None:
    """Print the CPU time of each stage over the documents of ``path``, one process."""
    from dragoman.pipeline.article import Task, read_document
    from dragoman.sources.files import documents
    from dragoman.types import Dropped

    found = [document for document in documents((path,)) if not isinstance(document, Dropped)]
    clock = Clock()
    plan = clock.plan()
    names = tuple(stage.name for stage in plan.stages if stage.grain.value == "each")
    for document in found[:_WARM_UP]:
        read_document(Task(document, names), plan)
    clock.seconds.clear()
    start = process_time()
    for document in found:
        read_document(Task(document, names), plan)
    whole = process_time() - start
    words = sum(len(document.body.split()) for document in found) / len(found)
    print(f"CPU time per article, {len(found)} articles of {words:.0f} words, one process:")
    clock.seconds["rows"] = whole - sum(clock.seconds[name] for name in names)
    for name in (*names, "rows"):
        share = clock.seconds[name] / whole
        print(f"  {name:12} {1000 * clock.seconds[name] / len(found):7.2f} ms  {share:6.1%}")
    rate = len(found) / whole
    print(f"  {'all':12} {1000 / rate:7.2f} ms  = {rate:.1f} articles per CPU second")


def print_cleaning(rounds: int) -> None:
    """Print our cleaning of the demo pages against trafilatura alone, both sides in turn."""
    from importlib.resources import as_file, files

    from trafilatura import extract

    from dragoman.sources.files import documents
    from dragoman.stages.clean import clean
    from dragoman.types import Dropped

    with as_file(files("dragoman.demo").joinpath("pages")) as folder:
        pages = [page for page in documents((folder,)) if not isinstance(page, Dropped)]
    sides: dict[str, Callable[[Document], object]] = {
        "ours": lambda page: list(clean(page)),
        "trafilatura": lambda page: extract(page.body),
    }
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(rounds + 1):
        for name, side in sides.items():
            start = process_time()
            for page in pages:
                side(page)
            if turn:
                taken[name].append(process_time() - start)
    ours, theirs = (len(pages) / median(taken[name]) for name in sides)
    print(
        f"cleaning {len(pages)} demo pages, median of {rounds} alternating rounds: ours {ours:.1f} pages/s, "
        f"trafilatura.extract alone {theirs:.1f} pages/s, ratio {ours / theirs:.2f}"
    )


def print_seeds(folder: Path, scratch: Path) -> None:
    """Print how long a user waits for five reports and their briefing, program start included."""
    store = scratch / "seeds.db"
    program = (sys.executable, "-m", "dragoman")
    for words in (("read", str(folder), "--quiet"), ("brief",)):
        start = perf_counter()
        done = subprocess.run((*program, *words, "--store", str(store)), capture_output=True, check=False)
        took = perf_counter() - start
        print(f"dragoman {words[0]}, five seed reports: {took:.2f} s, exit {done.returncode}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus" / "ir_articles.jsonl.gz")
    parser.add_argument("--limit", type=int, default=3000, help="articles read (default 3000)")
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("--sample", type=int, default=200, help="articles timed by stage (default 200)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds against trafilatura (default 7)")
    parser.add_argument("--seeds", type=Path, default=SHARED / "seeds")
    asked = parser.parse_args()
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    print(f"Python {platform.python_version()}, {machine}, {asked.workers} workers")
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "corpus.db"
        lines = lines_of(asked.corpus, asked.limit) if asked.corpus.is_file() else []
        if not lines:
            print(f"no corpus at {asked.corpus}: name one with --corpus")
        for part in thirds(lines) if lines else ():
            read_third(part, store, asked.workers)
        if lines:
            print(f"store: {store.stat().st_size / len(lines) / 1024:.0f} KiB an article")
            print_memory()
            sample = Path(scratch) / "sample.jsonl"
            sample.write_text("".join(lines[:: max(1, len(lines) // asked.sample)][: asked.sample]), "utf-8")
            print_stages(sample)
        print_cleaning(asked.rounds)
        if asked.seeds.is_dir():
            print_seeds(asked.seeds, Path(scratch))


if __name__ == "__main__":
    main()
