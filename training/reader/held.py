"""Scores of the heads on our own sentences and on MEANTIME, each read by the model that has not seen it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import labels
import meantime
import names
import sentences
from scores import f1, spans_f1

from dragoman.models.reader import NetworkReader, open_reader
from dragoman.types import Reading


def readers(folds: Path, precision: str = "model") -> list[NetworkReader]:
    """Return the model of each fold, in order; ``full`` as precision gives its twin in full precision."""
    return [open_reader(folds / f"fold-{number}" / precision) for number in range(names.FOLDS)]


def heads(folds: Path, shared: Path) -> dict[str, dict[str, float | int]]:
    """Return the scores of names, events, status, quotations and sentence status on what was held out."""
    models = readers(folds)
    own = list(own_readings(models))
    return {
        "own names": _count(spans_f1((_gold_names(one), _names(reading)) for one, reading in own), own),
        "own events": _events(own),
        "own quotations": _count(_quotations(own), own),
        "own sentence status": {
            "accuracy": round(sum(one.status == reading.status for one, reading in own) / len(own), 4),
            "n_sentences": len(own),
        },
        "meantime status": factuality(models, shared / "bench/status"),
    }


def own_readings(models: list[NetworkReader]) -> Iterator[tuple[sentences.Sentence, Reading]]:
    """Yield each of our own sentences with the reading of the model that has not seen it."""
    for fold, one in sentences.read_all():
        yield one, models[fold].read([one.text])[0]


def _count(told: dict[str, float], own: list[tuple[sentences.Sentence, Reading]]) -> dict[str, float | int]:
    return {**{name: round(value, 4) for name, value in told.items()}, "n_sentences": len(own)}


def _names(reading: Reading) -> set[tuple[int, int, str]]:
    spans = [(reading.span(name.first, name.end), name.kind) for name in reading.names]
    return {(span.start, span.end, kind) for span, kind in spans}


def _gold_names(one: sentences.Sentence) -> set[tuple[int, int, str]]:
    """Return the names of a sentence, those within another left out, as in training."""
    found: set[tuple[int, int, str]] = set()
    last = -1
    for mark in one.marks:
        if mark.label in labels.NAME_KINDS and mark.start >= last:
            found.add((mark.start, mark.end, mark.label))
            last = mark.end
    return found


def _events(own: list[tuple[sentences.Sentence, Reading]]) -> dict[str, float | int]:
    """Return F1 of triggers, of triggers with their kind, and the accuracy of status on gold triggers."""
    count = Counter[str]()
    for one, reading in own:
        gold = {}
        for mark in one.marks:
            touched = reading.at(mark.start, mark.end) if mark.kind else None
            if touched:
                gold[touched[1] - 1] = mark
        found = {place for place, kind in enumerate(reading.kinds) if kind is not None}
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["right"] += len(found & gold.keys())
        count["kind"] += sum(reading.kinds[place] == mark.kind for place, mark in gold.items())
        count["status"] += sum(reading.statuses[place] == mark.status for place, mark in gold.items())
    return {
        "trigger F1": round(f1(count["right"], count["found"], count["gold"]), 4),
        "kind F1": round(f1(count["kind"], count["found"], count["gold"]), 4),
        "status accuracy": round(count["status"] / count["gold"], 4),
        "n_events": count["gold"],
    }


def _quotations(own: list[tuple[sentences.Sentence, Reading]]) -> dict[str, float]:
    """Return exact F1 over words of source, cue and content."""

    def pairs() -> Iterator[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]]:
        for one, reading in own:
            gold: set[tuple[int, int, str]] = set()
            for part in labels.QUOTE_PARTS:
                last = -1
                for mark in one.marks:
                    touched = reading.at(mark.start, mark.end) if mark.label == part else None
                    if touched and mark.start >= last:
                        gold.add((*touched, part))
                        last = mark.end
            found = {
                (*words, part)
                for part, told in (
                    ("source", reading.sources),
                    ("cue", reading.cues),
                    ("content", reading.contents),
                )
                for words in told
            }
            yield gold, found

    return spans_f1(pairs())


def factuality(models: list[NetworkReader], suite: Path) -> dict[str, float | int]:
    """Return macro F1 and accuracy of the status head alone on MEANTIME's events."""
    pairs: list[tuple[str, str]] = []
    coarse = {fine: name for name, members in reversed(labels.COARSE_STATUSES.items()) for fine in members}
    for line in meantime.lines(suite):
        (reading,) = models[line.fold].read([line.text])
        for start, end, status in line.events:
            touched = reading.at(start, end)
            if touched:
                pairs.append((status, coarse[reading.statuses[reading.head_of(*touched)]]))
    each = {
        name: f1(
            sum(one == other == name for one, other in pairs),
            sum(other == name for _, other in pairs),
            sum(one == name for one, _ in pairs),
        )
        for name in labels.COARSE_STATUSES
    }
    return {
        "macro F1": round(sum(each.values()) / len(each), 4),
        "accuracy": round(sum(one == other for one, other in pairs) / len(pairs), 4),
        **{name: round(value, 4) for name, value in each.items()},
        "n_events": len(pairs),
    }
