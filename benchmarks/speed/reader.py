"""Print how fast the reader model reads, beside spaCy's small pipeline in the same run.

    python benchmarks/speed/reader.py [--corpus FILE] [--articles 60] [--whole 3196]

One process, one thread, CPU time. "Full" is every word: tokens, tags, lemmas, tree, names, events,
quotations. "Gated" leaves out sentences that cannot matter (`gate = "telling"`), and does not read again a
sentence that it has met. spaCy (pip install "spacy==3.8.*", in an environment with this project) runs in the
shape of its small English pipeline with blank weights, which is enough for speed; both sides alternate over
the same articles, and the ratio is that of the medians.
"""

import argparse
import gzip
import json
import resource
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

from dragoman.models.cached import shipped_reader
from dragoman.models.reader import open_reader
from dragoman.pipeline.readings import RecentReadings
from dragoman.stages.parse_parts.telling import is_telling
from dragoman.text.sentences import sentence_spans
from dragoman.text.words import words

SHARED = Path(__file__).parents[2].parent / "shared"
ROUNDS = 3
WORDS = 500
"""Words in the document that rates are told in."""


def articles(path: Path, limit: int) -> list[str]:
    """Return the first texts of the corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, limit)]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, line by line as the program cuts them."""
    return [span.cut(line) for line in text.splitlines() for span in sentence_spans(line)]


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that ``work`` takes."""
    start = process_time()
    work()
    return process_time() - start


LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
SMALL = {
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
    "tagger": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER},
    "parser": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": LISTENER,
    },
}
"""The shape of spaCy's small English pipeline: tagger and parser share one encoder, names have their own."""


def spacy_pipeline() -> Callable[[Sequence[str]], object] | None:
    """Return spaCy's small English pipeline with blank weights, or ``None`` where it is not installed."""
    try:
        import spacy
        from spacy.training import Example
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    for name, model in SMALL.items():
        pipeline.add_pipe(name, config={"model": model})
    pipeline.add_pipe("ner")
    told = {
        "words": ["Lind", "met", "Holt"],
        "tags": ["NNP", "VBD", "NNP"],
        "heads": [1, 1, 1],
        "deps": ["nsubj", "ROOT", "obj"],
        "entities": ["U-PERSON", "O", "U-PERSON"],
    }
    pipeline.initialize(lambda: [Example.from_dict(pipeline.make_doc("Lind met Holt"), told)])
    return lambda texts: list(pipeline.pipe(texts))


def compare(texts: Sequence[str]) -> None:
    """Print the rate of full analysis, and spaCy's beside it."""
    reader = open_reader()
    cut = [one for text in texts for one in sentences(text)]
    reader.read(cut[:100])
    count = sum(len(reading.words) for reading in reader.read(cut))
    pipeline = spacy_pipeline()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: reader.read(cut)))
        if pipeline is not None:
            theirs.append(seconds(lambda: pipeline(texts)))
    rate = count / median(ours)
    print(f"full: {rate:,.0f} words/s, {rate / WORDS:.1f} documents/s of {WORDS} words ({count:,} words)")
    if theirs:
        other = count / median(theirs)
        print(f"spaCy small shape: {other:,.0f} words/s; ratio ours to spaCy {rate / other:.2f}")
    else:
        print('spaCy is not installed here: pip install "spacy==3.8.*" in an environment with this project')


def gated(texts: Sequence[str]) -> None:
    """Print the rate over a whole corpus with the gate and the cache, in words of all its sentences."""
    reader = shipped_reader(RecentReadings())
    reader.read(["Warm up."])
    total = read = 0
    spent = 0.0
    for text in texts:
        cut = sentences(text)
        total += sum(len(words(one)) for one in cut)
        start = process_time()
        kept = [one for one in cut if is_telling(one)]
        reader.read(kept)
        spent += process_time() - start
        read += len(kept)
    print(
        f"gated and cached: {total / spent:,.0f} words/s, {total / spent / WORDS:.1f} documents/s "
        f"({len(texts)} articles, {total:,} words, {read:,} sentences passed the gate)"
    )


def main() -> None:
    """Print all rates and the peak of memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus/ir_articles.jsonl.gz")
    parser.add_argument("--articles", type=int, default=60, help="for the comparison")
    parser.add_argument("--whole", type=int, default=3196, help="for the gated run")
    options = parser.parse_args()
    compare(articles(options.corpus, options.articles))
    gated(articles(options.corpus, options.whole))
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
