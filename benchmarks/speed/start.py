"""Print how long the program takes to start, against Python and click alone, side by side in one run.

    python benchmarks/speed/start.py [--runs 15]

Each round runs every command once, so that load on the machine falls on all of them alike; printed are
medians. It judges nothing: times on another machine are others. Goals: import 100 ms beyond Python's own
start, --help 300 ms, a usage error 150 ms.
"""

import argparse
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Case:
    """A command to time; ``goal`` in milliseconds, ``code`` the exit code it must end with."""

    name: str
    command: tuple[str, ...]
    goal: float | None = None
    beyond_python: bool = False
    code: int = 0


def cases() -> tuple[Case, ...]:
    """Return the commands: first Python alone, then the peers, then the program."""
    python = sys.executable
    script = Path(python).with_name("dragoman")
    program = (str(script),) if script.exists() else (python, "-m", "dragoman")
    return (
        Case("python -c pass", (python, "-c", "pass")),
        Case("python -c 'import click'", (python, "-c", "import click")),
        Case("python -c 'import dragoman'", (python, "-c", "import dragoman"), 100, beyond_python=True),
        Case("dragoman --help", (*program, "--help"), 300),
        Case("dragoman brief --help", (*program, "brief", "--help"), 300),
        Case("dragoman --nothing", (*program, "--nothing"), 150, code=2),
        Case("dragoman breif", (*program, "breif"), 150, code=2),
    )


def seconds(case: Case) -> float:
    """Return how long one run of ``case`` takes."""
    start = perf_counter()
    done = subprocess.run(case.command, capture_output=True, check=False)
    took = perf_counter() - start
    if done.returncode != case.code:
        raise SystemExit(f"{case.name} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return took


def measure(wanted: Sequence[Case], runs: int) -> dict[str, float]:
    """Return the median milliseconds of each case over ``runs`` rounds, after one that counts for nothing."""
    taken: dict[str, list[float]] = {case.name: [] for case in wanted}
    for turn in range(runs + 1):
        for case in wanted:
            took = seconds(case)
            if turn:
                taken[case.name].append(1000 * took)
    return {name: median(times) for name, times in taken.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    wanted = cases()
    medians = measure(wanted, runs)
    bare = medians[wanted[0].name]
    print(f"medians of {runs} alternating runs, Python {platform.python_version()}, {platform.machine()}")
    print(f"{'command':30} {'ms':>7} {'beyond python':>14} {'times python':>13}  goal")
    for case in wanted:
        took = medians[case.name]
        counted = took - bare if case.beyond_python else took
        goal = ""
        if case.goal is not None:
            what = " beyond python" if case.beyond_python else ""
            goal = f"{case.goal:.0f} ms{what}: {'met' if counted <= case.goal else 'missed'}"
        print(f"{case.name:30} {took:7.1f} {took - bare:14.1f} {took / bare:13.2f}  {goal}")


if __name__ == "__main__":
    main()
