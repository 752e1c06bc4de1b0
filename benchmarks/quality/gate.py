"""Run every suite that is at hand, compare with the floors, and write RESULTS.md.

    python benchmarks/quality/gate.py                run all, fail when a score is below its floor
    python benchmarks/quality/gate.py SUITE ...      run some
    python benchmarks/quality/gate.py --pin          raise the floors to what was just measured
    python benchmarks/quality/gate.py --pin --allow-lower --why "..."   lower one; the file keeps the reason

A floor holds for one set of cases, named by a digest: when the cases change, look at the difference and pin
anew. The public test data are looked for in ../shared/bench beside the checkout, or in --bench.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from predict import read_rows, suites, write  # noqa: E402 - beside this script

NOISE = 0.002
"""A score moves by about this much when one case of 500 flips; smaller drops are not a regression."""

SCORERS = {
    "extract": "score_pages.py",
    "stories": "score_pages.py",
    "origins": "score_pages.py",
    "conflicts": "score_pages.py",
    "diplomacy": "score_diplomacy.py",
}


HELD_OUT = HERE.parents[1] / "training/reader/results.json"
"""Scores of the suites that the reader model also learned from, by models that had not seen the rows."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a scorer said: the headline with its interval, the number of cases, all figures."""

    metric: str
    value: float
    n: int
    interval: tuple[float, float] | None
    figures: dict


@dataclass(frozen=True, slots=True)
class Floor:
    """The score a suite must keep, and on which cases."""

    value: float
    cases: str
    why: str = ""


def measure(suite: str, bench: Path) -> Score:
    """Run the product over ``suite`` and score it with the public scorer."""
    folder = bench / suite
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "pred.jsonl"
        write(suite, read_rows(folder / "inputs.jsonl.gz"), out)
        scorer = SCORERS.get(suite, "score.py")
        names = [] if scorer == "score_diplomacy.py" else [suite]
        command = [
            sys.executable,
            str(bench / scorer),
            *names,
            "--gold",
            str(folder / "gold.jsonl.gz"),
            "--pred",
            str(out),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"{suite}: the scorer refused the predictions: {done.stderr.strip() or done.stdout.strip()}"
        )
    told, _ = json.JSONDecoder().raw_decode(done.stdout[done.stdout.index("{") :])
    return _score(told)


def _score(told: dict) -> Score:
    head = told["headline"]
    between = head.get("ci95") or head.get("ci")
    return Score(
        head.get("metric") or head.get("name") or "headline",
        float(head["value"]),
        int(head.get("n") or told.get("n") or 0),
        tuple(between) if between else None,
        told,
    )


def cases_digest(folder: Path) -> str:
    """Return the digest of a suite's inputs and gold, read as text so that packing does not matter."""
    told = sha256()
    for name in ("inputs.jsonl.gz", "gold.jsonl.gz"):
        with gzip.open(folder / name) as file:
            told.update(file.read())
    return told.hexdigest()[:16]


def verdict(floor: Floor, value: float, cases: str) -> str | None:
    """Return what is wrong, in words to act on, or ``None``."""
    if cases != floor.cases:
        return "the cases changed: look at the difference, then run gate.py --pin"
    if value < floor.value - NOISE:
        return f"{value:.4f} is below the floor {floor.value:.4f} ({value - floor.value:+.4f})"
    return None


def read_floors(path: Path) -> dict[str, Floor]:
    """Return the floors by suite."""
    return (
        {name: Floor(**table) for name, table in tomllib.loads(path.read_text("utf-8")).items()}
        if path.is_file()
        else {}
    )


def write_floors(path: Path, floors: dict[str, Floor]) -> None:
    """Write the floors, sorted by suite."""
    lines = ["# Scores that each suite must keep on these cases; gate.py checks and raises them."]
    for name, floor in sorted(floors.items()):
        lines += ["", f"[{name}]", f"value = {floor.value:.4f}", f'cases = "{floor.cases}"']
        lines += [f"why = {json.dumps(floor.why)}"] if floor.why else []
    path.write_text("\n".join(lines) + "\n", "utf-8")


def pinned(
    floors: dict[str, Floor], scores: dict[str, Score], digests: dict[str, str], why: str | None
) -> dict[str, Floor]:
    """Return the floors with those of ``scores`` raised; one is lowered only when ``why`` says why."""
    kept = dict(floors)
    for suite, score in scores.items():
        old = floors.get(suite)
        if old and old.cases == digests[suite] and score.value < old.value:
            if why is None:
                continue
            kept[suite] = Floor(round(score.value, 4), digests[suite], why)
        else:
            kept[suite] = Floor(round(score.value, 4), digests[suite])
    return kept


def held_out(scores: dict[str, Score]) -> dict[str, Score]:
    """Return the scores with those of learned suites put in the place of what the shipped weights reach."""
    told = json.loads(HELD_OUT.read_text("utf-8")).get("suites", {}) if HELD_OUT.is_file() else {}
    return scores | {suite: _score(told[suite]) for suite in told.keys() & scores.keys()}


def report(scores: dict[str, Score], commit: str) -> str:
    """Return RESULTS.md: one row per suite, then the figures behind the headline where there are some."""
    lines = [
        "# Results",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} at commit {commit} on the open part of the public test",
        "data with `python benchmarks/quality/gate.py`. One suite alone: `python",
        "benchmarks/quality/predict.py SUITE --inputs FILE --out FILE`, then the scorer beside the data.",
        "Rules and thresholds were set while reading errors on these open parts, so expect somewhat less on",
        "unseen texts. Intervals are the scorers' bootstrap 95 % intervals; `seeds` and `diplomacy` are too",
        "small for one. The reader model also learned from the open rows of `entities` and from MEANTIME in",
        "`status`: the values here are those of five models, each scored on documents that it had not seen",
        "(`python training/reader/evaluate.py suites`). The weights that ship know the rows and reach more.",
        "",
        "| suite | figure | value | 95 % interval | n |",
        "|---|---|---|---|---|",
    ]
    for suite, score in sorted(held_out(scores).items()):
        between = f"{score.interval[0]:.3f} to {score.interval[1]:.3f}" if score.interval else "none"
        lines.append(f"| {suite} | {score.metric} | {score.value:.3f} | {between} | {score.n} |")
    for suite in ("seeds", "diplomacy"):
        figures = scores[suite].figures if suite in scores else {}
        parts = figures.get("components") or figures.get("all", {}).get("components")
        if parts:
            lines += ["", f"## {suite}, by component", "", "| component | value |", "|---|---|"]
            lines += [f"| {name.replace('_', ' ')} | {value:.3f} |" for name, value in sorted(parts.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Parse the command line, measure, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suites", nargs="*")
    parser.add_argument("--bench", type=Path, default=HERE.parents[2] / "shared" / "bench")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    parser.add_argument("--why")
    asked = parser.parse_args()
    if asked.allow_lower and not asked.why:
        parser.error("--allow-lower needs --why with the reason")
    if not asked.bench.is_dir():
        print(f"no public test data at {asked.bench}: nothing measured", file=sys.stderr)
        return
    wanted = [s for s in asked.suites or suites() if (asked.bench / s).is_dir()]
    floors, scores, digests, wrong = read_floors(HERE / "floors.toml"), {}, {}, []
    for suite in wanted:
        scores[suite], digests[suite] = measure(suite, asked.bench), cases_digest(asked.bench / suite)
        print(f"{suite}: {scores[suite].metric} {scores[suite].value:.4f} (n {scores[suite].n})")
        fault = verdict(floors[suite], scores[suite].value, digests[suite]) if suite in floors else None
        wrong += [f"{suite}: {fault}"] if fault else []
    if asked.pin:
        write_floors(
            HERE / "floors.toml", pinned(floors, scores, digests, asked.why if asked.allow_lower else None)
        )
    if not asked.suites:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - whichever git the developer has
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        (HERE / "RESULTS.md").write_text(report(scores, commit.strip()), "utf-8")
    if wrong and not asked.pin:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
