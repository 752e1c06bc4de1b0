"""Read the name corpora of the training pack: sentences of words with labelled spans, in their order.

Every document falls into one of five folds, so that each part can be read by a model that has not seen it.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDS = 5
BLOCK = 20
"""CrossNER has no documents: so many neighbouring sentences count as one when folds are made."""


@dataclass(frozen=True, slots=True)
class Named:
    """One sentence: its words, and names as (first word, end, label of the source).

    ``row`` counts within ``group``.
    """

    source: str
    group: str
    row: int
    document: str
    fold: int
    words: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]

    @property
    def suite_id(self) -> str:
        """The id of the row of suite ``entities`` that holds this sentence."""
        return (
            f"re3d-{self.document}"
            if self.group == "re3d"
            else f"{self.group.replace('_', '-')}-{self.row:04}"
        )


def read_all(pack: Path) -> Iterator[Named]:
    """Yield the sentences of every corpus in ``pack`` (the folder ``ner``)."""
    documents: dict[str, int] = {}
    for source, group, path in _files(pack):
        for row, (document, words, labels) in enumerate(_sentences(path, column=int(source == "uner_ewt"))):
            named = document or f"{group}-{row // BLOCK}"
            fold = documents.setdefault(named, len(documents)) % FOLDS
            yield Named(source, group, row, named, fold, tuple(words), tuple(_spans(labels)))


def _files(pack: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield source, group of the suite, and path of each file."""
    yield "wikigold", "wikigold", pack / "wikigold/wikigold.conll.gz"
    yield "uner_ewt", "uner_ewt_dev", pack / "uner_english_ewt/en_ewt-ud-dev.iob2.gz"
    for part in ("train", "dev"):
        yield "crossner_politics", f"crossner_politics_{part}", pack / f"crossner_politics/{part}.bio.gz"
    for path in sorted((pack / "re3d_no_bbc").glob("*.conll.gz")):
        yield "re3d", "re3d", path


def _sentences(path: Path, column: int) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield document, words and labels of each sentence; the file has a word a line."""
    document = ""
    words: list[str] = []
    labels: list[str] = []
    seen = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            fields = line.split("\t" if "\t" in line else None)
            if line.startswith("# newdoc id") or (fields and fields[0] == "-DOCSTART-"):
                document = line.partition("=")[2].strip() or f"{path.stem}-{seen}"
            elif fields and not (column and line.startswith("#")):
                words.append(fields[column])
                labels.append(fields[column + 1].strip())
            elif not fields and words:
                yield document, words, labels
                words, labels, seen = [], [], seen + 1


def _spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that B-, I- and O labels tell; an I- alone opens a name (wikigold has no B-)."""
    start, open_kind = 0, ""
    for place, label in enumerate([*labels, "O"]):
        sign, _, kind = label.partition("-")
        if open_kind and (sign != "I" or kind != open_kind):
            yield start, place, open_kind
            open_kind = ""
        if sign in "BI" and kind and not open_kind:
            start, open_kind = place, kind
