"""The figures in results.json are of the weights that ship, and keep the floors the reader was made for."""

import json
from pathlib import Path

import pytest

from dragoman.models.manifest import FOLDER, manifest

RESULTS = json.loads((Path(__file__).parents[2] / "training/reader/results.json").read_text("utf-8"))
CARD = (FOLDER / "MODEL_CARD.md").read_text("utf-8")


def test_the_figures_are_of_the_weights_that_ship() -> None:
    assert RESULTS["model"] == manifest(FOLDER).digest


@pytest.mark.parametrize(
    ("bank", "score", "floor"),
    [
        ("ewt_test gold words", "LAS", 0.88),
        ("ewt_test gold words", "UAS", 0.905),
        ("ewt_test gold words", "UPOS", 0.955),
        ("ewt_test raw text", "LAS", 0.83),
        ("gum_test gold words", "LAS", 0.80),
    ],
)
def test_trees_keep_their_floor(bank: str, score: str, floor: float) -> None:
    assert RESULTS["trees"][bank][score] >= floor


@pytest.mark.parametrize(
    ("suite", "group", "score", "floor"),
    [
        ("entities", "crossner_politics", "micro_f1", 0.80),
        ("entities", "crossner_politics", "PER", 0.90),
        ("entities", "uner_ewt_dev", "micro_f1", 0.66),
    ],
)
def test_a_suite_keeps_its_floor_where_it_was_held_out(
    suite: str, group: str, score: str, floor: float
) -> None:
    assert RESULTS["suites"][suite]["by_group"][group]["scores"][score] >= floor


def test_status_keeps_its_floor_where_it_was_held_out() -> None:
    told = RESULTS["suites"]["status"]

    assert told["headline"]["value"] >= 0.62
    assert told["accuracy"] >= 0.82


def test_int8_costs_less_than_half_a_point_in_every_head() -> None:
    lost = {head: row["points lost"] for head, row in RESULTS["parity"].items()}

    assert max(lost.values()) < 0.5


def test_the_card_tells_the_figures() -> None:
    las = RESULTS["trees"]["ewt_test gold words"]["LAS"]

    assert f"{las:.3f}" in CARD
    assert "CC BY-SA 4.0" in CARD
