"""The files of the reader model: which there are, what the model's labels are, and whether they are whole."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.errors import ModelError

FOLDER = Path(__file__).with_name("data")
FORMAT = 1
HEADS = ("upos", "xpos", "names", "kind", "status", "source", "cue", "content")
"""The heads of a word, in the order in which the graph joins their scores."""
FILES = (
    "lemmas.json.gz",
    "reader.npz",
    "reader.onnx",
    "sentences.npz",
    "sentences.onnx",
    "vocab.txt",
    "words.npz",
)
_NAME = "reader.json"
_REMEDY = (
    "reinstall the program (pip install --force-reinstall dragoman), or in a checkout bring the files back "
    "(git checkout -- src/dragoman/models/data) or train them (training/reader/README.md)"
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the program must know of a model: sizes, labels, and the digest that names its weights.

    ``window`` is the longest stretch read in one pass, in word pieces without the marks at its ends.
    ``files`` holds the size in bytes and the SHA-256 of each file.
    """

    folder: Path
    version: str
    digest: str
    width: int
    window: int
    heads: Mapping[str, tuple[str, ...]]
    relations: tuple[str, ...]
    sentence: tuple[str, ...]
    files: Mapping[str, tuple[int, str]]

    def path(self, name: str) -> Path:
        """Return the path of one of the model's files."""
        return self.folder / name


@cache
def manifest(folder: Path = FOLDER) -> Manifest:
    """Return the manifest of the model in ``folder``; that its files are there and of their size is checked.

    What is in them is not: hashing 35 MB takes longer than many a run. ``dragoman doctor`` does it.

    Raises:
        ModelError: a file is missing, cut short, or of a format this version does not read.

    """
    path = folder / _NAME
    if not path.is_file():
        raise ModelError(f"the reader model is missing: no {path}; {_REMEDY}")
    raw = path.read_bytes()
    try:
        told = json.loads(raw)
        if told["format"] != FORMAT:
            raise ModelError(f"{path} is of format {told['format']}, this version reads {FORMAT}; {_REMEDY}")
        made = _made(folder, sha256(raw).hexdigest()[:12], told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is no manifest of a reader model ({error!r}); {_REMEDY}") from error
    for name in (*FILES, *made.files):
        _check_size(made, name)
    return made


def _made(folder: Path, digest: str, told: Mapping[str, Any]) -> Manifest:
    return Manifest(
        folder=folder,
        version=str(told["version"]),
        digest=digest,
        width=int(told["width"]),
        window=int(told["window"]),
        heads={head: tuple(told["heads"][head]) for head in HEADS},
        relations=tuple(told["relations"]),
        sentence=tuple(told["sentence"]),
        files={name: (int(file["bytes"]), str(file["sha256"])) for name, file in told["files"].items()},
    )


def _check_size(made: Manifest, name: str) -> None:
    file = made.path(name)
    if not file.is_file():
        raise ModelError(f"a file of the reader model is missing: {file}; {_REMEDY}")
    if name not in made.files:
        raise ModelError(f"{_NAME} does not name {file}, so that it may be of another model; {_REMEDY}")
    size = made.files[name][0]
    if file.stat().st_size != size:
        raise ModelError(f"{file} has {file.stat().st_size} bytes and should have {size}; {_REMEDY}")


def changed_files(made: Manifest) -> Iterator[str]:
    """Yield what is wrong with each file whose content is not what the manifest says; reads all of them."""
    for name, (_, digest) in sorted(made.files.items()):
        if sha256(made.path(name).read_bytes()).hexdigest() != digest:
            yield f"{made.path(name)} is not the file of SHA-256 {digest[:12]}... in {_NAME}; {_REMEDY}"
