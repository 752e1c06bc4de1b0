"""Train the reader: ``python training/reader/train.py --out build/reader``.

Two phases, each its own run: the trunk learns trees and tags alone (``--phase trunk``), then all heads learn
together from the
trunk (``--phase heads --start build/trunk``). So the folds of a cross-validation share the trunk, which has
seen
none of the names and statuses. A run that was stopped goes on from its last checkpoint by itself.
"""

import argparse
import json
import time
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import TextIO

import base
import corpus as corpora
import torch
from batches import batch, stream
from losses import Losses, total
from network import Reader, Shape, Sizes
from torch import Tensor

from dragoman.models.wordpiece import WordPieces

TELL_EVERY = 50
KEEP_EVERY = 200
"""Steps between two lines of the log, and between two checkpoints."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a run depends on, beside its data. ``repeats`` tells how often a round holds each source."""

    steps: int
    body: float
    heads: float
    repeats: dict[str, float]
    warm: int = 100
    seed: int = 7
    decay: float = 0.01
    average: float = 0.998
    dropout: float = 0.1


RECIPES = {
    "trunk": Recipe(2600, 3e-4, 1.2e-3, {"ewt": 1.0}, dropout=0.15),
    "heads": Recipe(
        1600, 2e-4, 8e-4,
        {
            "ewt": 0.4, "wikigold": 1.0, "uner_ewt": 1.0, "crossner_politics": 1.0, "re3d": 0.5,
            "own": 0.7, "meantime": 1.0,
        },
        dropout=0.15,
    ),
}  # fmt: skip


@dataclass(slots=True)
class Run:
    """A model in training, its average, and where it stands."""

    model: Reader
    average: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    step: int = 0

    def move_average(self, keep: float) -> None:
        """Move the average towards the weights, keeping the share ``keep`` of what it was."""
        state = self.model.state_dict()
        with torch.no_grad():
            torch._foreach_lerp_(
                list(self.average.values()), [state[name] for name in self.average], 1 - keep
            )


def build(corpus: corpora.Corpus, shape: Shape) -> Reader:
    """Return a reader with the base weights and fresh heads."""
    sizes = Sizes(
        tuple(len(corpus.heads[head].labels) for head in corpora.HEADS),
        len(corpus.relations),
        len(corpora.labels.SENTENCE_STATUSES),
    )
    model = Reader(shape, sizes)
    model.encoder = base.encoder(base.weights(), shape)
    return model


def start(model: Reader, recipe: Recipe) -> Run:
    """Return a run at step 0; the encoder learns at another rate than the heads."""
    body = list(model.encoder.parameters())
    known = {id(one) for one in body}
    heads = [one for one in model.parameters() if id(one) not in known]
    optimizer = torch.optim.AdamW(
        [
            {"params": body, "lr": recipe.body, "top": recipe.body},
            {"params": heads, "lr": recipe.heads, "top": recipe.heads},
        ],
        weight_decay=recipe.decay,
        betas=(0.9, 0.98),
        fused=True,
    )
    return Run(model, {name: value.clone() for name, value in model.state_dict().items()}, optimizer)


class Teacher:
    """What a run learns from, step by step."""

    def __init__(self, corpus: corpora.Corpus, recipe: Recipe) -> None:
        self.corpus, self.recipe = corpus, recipe
        self.losses = Losses(corpus)
        self.table = base.word_table(base.weights())

    def step(self, run: Run, group: list[corpora.Example]) -> dict[str, float]:
        """Learn from one group of examples; return the losses."""
        recipe = self.recipe
        share = min(1.0, (run.step + 1) / recipe.warm) * max(0.0, 1.0 - run.step / recipe.steps)
        for part in run.optimizer.param_groups:
            part["lr"] = part["top"] * share
        chance = Random(f"{recipe.seed}/case/{run.step}")  # noqa: S311 - no secret
        made = batch(group, self.corpus, chance)
        torch.manual_seed(recipe.seed * 1_000_003 + run.step)
        with torch.autocast("cpu", torch.bfloat16):
            found = self.losses.of(run.model, self.table[made.pieces], made)
        run.optimizer.zero_grad(set_to_none=True)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
        run.optimizer.step()
        run.step += 1
        run.move_average(min(recipe.average, (1 + run.step) / (10 + run.step)))
        return {name: float(loss.detach()) for name, loss in found.items()}


def save(run: Run, folder: Path) -> None:
    """Write the checkpoint, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {
        "model": run.model.state_dict(),
        "average": run.average,
        "optimizer": run.optimizer.state_dict(),
        "step": run.step,
    }
    torch.save(state, folder / "checkpoint.part")
    (folder / "checkpoint.part").replace(folder / "checkpoint.pt")


def restore(run: Run, folder: Path) -> None:
    """Go on from the checkpoint in ``folder``, if there is one."""
    if (folder / "checkpoint.pt").exists():
        state = torch.load(folder / "checkpoint.pt")
        run.model.load_state_dict(state["model"])
        run.optimizer.load_state_dict(state["optimizer"])
        run.average, run.step = state["average"], state["step"]


def main() -> None:
    """Train one phase."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--shared", type=Path, default=corpora.SHARED, help="folder that holds training/ and bench/"
    )
    parser.add_argument("--phase", choices=RECIPES, required=True)
    parser.add_argument("--start", type=Path, help="folder of the run to begin from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--hold", type=int, choices=range(corpora.names.FOLDS), help="fold of documents to leave out"
    )
    parser.add_argument("--steps", type=int, help="another number of steps than the recipe's")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    recipe = RECIPES[options.phase]
    if options.steps:
        recipe = Recipe(**{**asdict(recipe), "steps": options.steps})
    train(options, recipe)


def train(options: argparse.Namespace, recipe: Recipe) -> None:
    """Run the phase to its end and write ``weights.pt``, the averaged weights."""
    corpus, examples = corpora.load(options.shared, WordPieces(base.vocabulary()))
    if options.hold is not None:
        examples = [one for one in examples if one.fold != options.hold]
    torch.manual_seed(recipe.seed)
    model = build(corpus, Shape(dropout=recipe.dropout))
    if options.start:
        model.load_state_dict(torch.load(options.start / "weights.pt"))
    run, teacher = start(model, recipe), Teacher(corpus, recipe)
    restore(run, options.out)
    options.out.mkdir(parents=True, exist_ok=True)
    groups = islice(stream(examples, recipe.repeats, recipe.seed), run.step, recipe.steps)
    with (options.out / "log.jsonl").open("a") as file:
        log = Log(file, run.step, recipe.steps)
        for group in groups:
            log.note(run.step + 1, teacher.step(run, group))
            if run.step % KEEP_EVERY == 0:
                save(run, options.out)
    torch.save(run.average, options.out / "weights.pt")
    (options.out / "checkpoint.pt").unlink(missing_ok=True)


class Log:
    """Prints the mean losses now and then, and writes them as JSON lines."""

    def __init__(self, file: TextIO, step: int, steps: int) -> None:
        self.file, self.first, self.steps = file, step, steps
        self.began = time.monotonic()
        self.sums: dict[str, list[float]] = {}

    def note(self, step: int, losses: dict[str, float]) -> None:
        """Take in the losses of a step."""
        for name, loss in losses.items():
            self.sums.setdefault(name, []).append(loss)
        if step % TELL_EVERY and step < self.steps:
            return
        told = {name: round(sum(values) / len(values), 4) for name, values in sorted(self.sums.items())}
        pace = round((time.monotonic() - self.began) / (step - self.first), 3)
        line = {"step": step, "of": self.steps, "seconds_a_step": pace, **told}
        print(json.dumps(line), file=self.file, flush=True)
        print(f"{step}/{self.steps} {pace} s a step {told}", flush=True)
        self.sums = {}


if __name__ == "__main__":
    main()
