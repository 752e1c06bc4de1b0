"""The suites ``entities`` and ``status``, each row read with the fold model that has not seen it.

Their open rows are also what the shipped weights learn from, so only these scores say what to expect.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import names
from meantime import lines, rows
from scores import f1

ROOT = Path(__file__).parents[2]
_CROSSNER = ("crossner_politics_dev", "crossner_politics_train")


def scores(folds: Path, shared: Path) -> dict[str, dict[str, object]]:
    """Return the headline of both suites and the figures of each group."""
    return {
        "entities": _suite("entities", _entity_folds(shared), folds, shared),
        "status": _suite("status", _status_folds(shared), folds, shared),
    }


def _entity_folds(shared: Path) -> dict[str, int]:
    return {one.suite_id: one.fold for one in names.read_all(shared / "training/ner")}


def _status_folds(shared: Path) -> dict[str, int]:
    """Return the fold of each MEANTIME document, as in training; the seed texts are in nobody's training."""
    suite = shared / "bench/status"
    everywhere = dict.fromkeys((row["id"] for row in rows(suite / "gold.jsonl.gz")), 0)
    return everywhere | {line.document: line.fold for line in lines(suite)}


def _suite(suite: str, fold_of: dict[str, int], folds: Path, shared: Path) -> dict[str, object]:
    """Predict every row with its fold's model, and score all of them together."""
    bench = shared / "bench"
    parted: dict[int, list[dict]] = defaultdict(list)
    for row in rows(bench / suite / "inputs.jsonl.gz"):
        parted[fold_of[row["id"]]].append(row)
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch) / "predictions.jsonl"
        with told.open("w", encoding="utf-8") as out:
            for number, own in sorted(parted.items()):
                out.write(_predicted(suite, own, folds / f"fold-{number}/model", Path(scratch)))
        score = [sys.executable, str(bench / "score.py"), suite]
        score += ["--gold", str(bench / suite / "gold.jsonl.gz"), "--pred", str(told)]
        done = subprocess.run(score, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout[done.stdout.index("{") :])
    groups = {name: _brief(group) for name, group in sorted(figures["groups"].items())}
    if suite == "entities":
        groups["crossner_politics"] = _pooled([figures["groups"][name] for name in _CROSSNER])
    told = {"headline": figures["headline"], "by_group": dict(sorted(groups.items()))}
    if suite == "status":
        learned = [group for name, group in figures["groups"].items() if name.startswith("meantime")]
        right = sum(group["accuracy"] * group["n"] for group in learned)
        told["accuracy"] = round(right / sum(group["n"] for group in learned), 4)
    return told


def _brief(group: dict) -> dict[str, object]:
    """Return the number of cases of a group, its headline, and accuracy or F1 by label."""
    scores = {group["headline"]["metric"]: group["headline"]["value"]}
    if "accuracy" in group:
        scores["accuracy"] = group["accuracy"]
    for label, figures in (group.get("per_label") or group.get("per_class") or {}).items():
        scores[label] = figures["f1"]
    return {"n": group["headline"]["n"], "scores": scores, "ci95": group["headline"]["ci95"]}


def _pooled(groups: list[dict]) -> dict[str, object]:
    """Return the figures of groups that are parts of one corpus, from their counts by label."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for group in groups:
        for label, told in group["per_label"].items():
            hits = told["r"] * told["n"]
            right[label] += hits
            found[label] += hits / told["p"] if told["p"] else 0
            gold[label] += told["n"]
    scores = {"micro_f1": f1(right.total(), found.total(), gold.total())}
    scores |= {label: f1(right[label], found[label], gold[label]) for label in sorted(gold)}
    return {"n": gold.total(), "scores": {name: round(score, 4) for name, score in scores.items()}}


def _predicted(suite: str, rows: list[dict], model: Path, scratch: Path) -> str:
    """Return the prediction lines of some rows, made in a process of its own with another model."""
    given, told = scratch / "inputs.jsonl", scratch / "part.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    predict = [sys.executable, str(ROOT / "benchmarks/quality/predict.py"), suite]
    predict += ["--inputs", str(given), "--out", str(told)]
    subprocess.run(predict, check=True, env={**os.environ, "DRAGOMAN_READER": str(model.resolve())})
    return told.read_text("utf-8")
