"""Print how many sentences of the open seed texts' key are cut exactly as the key has them.

    python benchmarks/quality/sentences.py [--bench ../shared/bench]

Each miss is named by its text and its offsets, beside the sentences that were found in its place.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from predict import read_rows  # noqa: E402 - beside this script
from suites.running import document  # noqa: E402

from dragoman.stages.clean import clean  # noqa: E402
from dragoman.stages.parse import parse  # noqa: E402
from dragoman.types import Article  # noqa: E402

Spans = set[tuple[int, int]]


def found_in(row: dict) -> Spans:
    """Return the sentences that the program cuts from one text."""
    (article,) = (made for made in clean(document(row["id"], row["text"])) if isinstance(made, Article))
    (parsed,) = parse(article)
    return {(sentence.span.start, sentence.span.end) for sentence in parsed.sentences}


def main() -> int:
    """Compare; return 1 when a sentence of the key is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bench", type=Path, default=HERE.parents[2] / "shared/bench")
    bench = parser.parse_args().bench / "seeds"
    texts = {row["id"]: row for row in read_rows(bench / "inputs.jsonl.gz")}
    right = total = 0
    for row in read_rows(bench / "gold.jsonl.gz"):
        if row.get("kind") != "document":
            continue
        found = found_in(texts[row["id"]])
        wanted = [(sentence["start"], sentence["end"]) for sentence in row["sentences"]]
        total += len(wanted)
        right += len(found.intersection(wanted))
        for start, end in wanted:
            if (start, end) not in found:
                near = sorted(span for span in found if span[0] < end and start < span[1])
                print(json.dumps({"text": row["id"], "missed": [start, end], "found": near}))
    print(f"{right} of {total} sentences of the key found exactly")
    return int(right < total)


if __name__ == "__main__":
    sys.exit(main())
