"""Train and export the five fold models, two at a time: ``python training/reader/folds.py``."""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import names

from sources import SHARED

HERE = Path(__file__).parent


def fold(number: int, build: Path, shared: Path, steps: int | None) -> int:
    """Train and export one fold as commands of their own; return it."""
    out = build / f"fold-{number}"
    train = [sys.executable, str(HERE / "train.py"), "--phase", "heads", "--start", str(build / "trunk")]
    train += ["--out", str(out), "--hold", str(number), "--threads", "1", "--shared", str(shared)]
    train += ["--steps", str(steps)] if steps else []
    export = [sys.executable, str(HERE / "export.py"), "--weights", str(out / "weights.pt")]
    export += ["--out", str(out / "model"), "--shared", str(shared), "--version", f"fold-{number}"]
    with (out.parent / f"fold-{number}.log").open("a") as log:
        if not (out / "weights.pt").exists():
            subprocess.run(train, check=True, stdout=log, stderr=log)
        subprocess.run(export, check=True, stdout=log, stderr=log)
    return number


def main() -> None:
    """Make all folds, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=Path("build/reader"), help="folder that holds trunk")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--steps", type=int, help="another number of steps than the recipe's")
    parser.add_argument("folds", nargs="*", type=int, default=list(range(names.FOLDS)))
    options = parser.parse_args()
    options.build.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for number in pool.map(
            lambda n: fold(n, options.build, options.shared, options.steps), options.folds
        ):
            print(f"fold {number} is done", flush=True)


if __name__ == "__main__":
    main()
