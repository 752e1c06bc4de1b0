"""Quality is a test: no suite may score below its floor in benchmarks/quality/floors.toml."""

import sys
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[1] / "benchmarks" / "quality"
sys.path.insert(0, str(QUALITY))

import gate  # noqa: E402 - beside the benchmarks

FLOORS = gate.read_floors(QUALITY / "floors.toml")


@pytest.mark.quality
@pytest.mark.parametrize("suite", sorted(FLOORS))
def test_a_suite_keeps_its_floor(suite: str, shared: Path) -> None:
    bench = shared / "bench"

    score = gate.measure(suite, bench)

    assert gate.verdict(FLOORS[suite], score.value, gate.cases_digest(bench / suite)) is None


@pytest.mark.quality
def test_the_seeds_take_nothing_from_boilerplate_and_class_their_lines_right(shared: Path) -> None:
    figures = gate.measure("seeds", shared / "bench").figures["all"]

    assert figures["items_from_boilerplate"] == 0
    assert figures["lines"]["accuracy"] >= 0.99


def test_a_lower_score_is_told_with_the_difference() -> None:
    floor = gate.Floor(0.8, "digest")

    assert gate.verdict(floor, 0.7, "digest") == "0.7000 is below the floor 0.8000 (-0.1000)"
    assert gate.verdict(floor, 0.799, "digest") is None
    told = gate.verdict(floor, 0.9, "other")
    assert told == "the cases changed: look at the difference, then run gate.py --pin"


def test_a_floor_only_rises_unless_somebody_says_why() -> None:
    floors = {"times": gate.Floor(0.8, "d")}
    lower = {"times": gate.Score("value F1", 0.7, 10, None, {})}
    higher = {"times": gate.Score("value F1", 0.9, 10, None, {})}

    assert gate.pinned(floors, lower, {"times": "d"}, None)["times"].value == 0.8
    told = "the gold was corrected"
    assert gate.pinned(floors, lower, {"times": "d"}, told)["times"].why == told
    assert gate.pinned(floors, higher, {"times": "d"}, None)["times"].value == 0.9


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"times": gate.Floor(0.81, "abc"), "quotes": gate.Floor(0.5, "def", "the gold was corrected")}
    gate.write_floors(tmp_path / "floors.toml", floors)

    assert gate.read_floors(tmp_path / "floors.toml") == floors
