"""Weights -> the files that ship: ``python training/reader/export.py --weights FILE``.

The graph is cut for one sentence at a time. Its matrices become int8 with a scale per output channel,
activations are quantised as they
come (Jacob et al. 2018, section 2; onnxruntime's dynamic quantisation). The scale of an activation is taken
over all that a
run is given, so a batch of one is also what makes a sentence's reading independent of its neighbours.
"""

import argparse
import json
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

import base
import corpus as corpora
import labels
import lemmas
import numpy as np
import onnx
import torch
from network import Attention, Encoder, Reader, Shape
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train import build

from dragoman.models.manifest import FILES
from dragoman.models.wordpiece import WordPieces

TARGET = Path(__file__).parents[2] / "src/dragoman/models/data"
WINDOW = 192
"""Longest stretch read in one pass, in word pieces without the marks at its ends."""
OPSET = 17
SENTENCE_WINDOW = 256
"""Longest text of the sentence encoder, in word pieces with both marks: what the base model was made for."""


class OneStretch(nn.Module):
    """The encoder over one sentence, without batch and padding, and without a single look at a shape.

    Heads are counted along the first axis, so that query, key and value are cut apart in place. Rows
    come with the vectors of place and case added. So written, the graph takes five sixths of the time of the
    batch form.
    """

    def __init__(self, encoder: Encoder, shape: Shape) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads, self.size, self.width = shape.heads, shape.width // shape.heads, shape.width

    def forward(self, rows: Tensor) -> Tensor:
        """Return states [pieces, width]."""
        states = self.encoder.norm(rows)
        for layer in self.encoder.layers:
            states = layer.first(states + self._attention(layer.attention, states))
            states = layer.second(states + layer.down(nn.functional.gelu(layer.up(states))))
        return states

    def _attention(self, attention: Attention, states: Tensor) -> Tensor:
        parted = attention.qkv(states).reshape(-1, 3 * self.heads, self.size).transpose(0, 1)
        query, key, value = parted.split(self.heads)
        mixed = torch.matmul(torch.softmax(torch.matmul(query, key.transpose(1, 2)), -1), value)
        return attention.out(mixed.transpose(0, 1).reshape(-1, self.width))


class OneSentence(nn.Module):
    """The reader over one sentence: what the program runs."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.encoder = OneStretch(reader.encoder, reader.shape)

    def forward(self, rows: Tensor, places: Tensor) -> tuple[Tensor, ...]:
        """Return token scores, sentence scores, arc scores and the two relation projections.

        ``places`` [1 + words] are the first piece of all, for the root, and the first piece of each word.
        """
        words = self.encoder(rows)[places]
        dependent, head = (part[0] for part in self.reader.relations(words[None]))
        token, sentence = self.reader.tokens(words[1:]), self.reader.sentence(words[:1])
        return token, sentence[0], self.reader.arcs(words[None])[0], dependent, head


class OneVector(nn.Module):
    """The base encoder: the mean of its states, of unit length (Reimers and Gurevych 2019, section 3)."""

    def __init__(self, encoder: Encoder, shape: Shape) -> None:
        super().__init__()
        self.encoder = OneStretch(encoder, shape)

    def forward(self, rows: Tensor) -> Tensor:
        """Return one vector [width]."""
        return nn.functional.normalize(self.encoder(rows).mean(0), dim=0)


def write_graph(
    model: nn.Module, example: tuple[Tensor, ...], names: tuple[list[str], list[str]], target: Path
) -> None:
    """Write ``model`` as ``target`` in full precision."""
    inputs, outputs = names
    axes = {name: {0: "words" if name == "places" else "pieces"} for name in inputs}
    torch.onnx.export(
        model.eval(), example, str(target), dynamo=False, opset_version=OPSET,
        input_names=inputs, output_names=outputs, dynamic_axes=axes,
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Write the graph of ``source`` as ``target`` with matrices in int8."""
    with tempfile.TemporaryDirectory() as scratch:
        prepared = Path(scratch) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True)
    onnx.checker.check_model(str(target))


def manifest(corpus: corpora.Corpus, shape: Shape, version: str) -> dict[str, object]:
    """Return what the program must know of the model, without the digests of its files."""
    return {
        "format": 1,
        "version": version,
        "width": shape.width,
        "window": WINDOW,
        "heads": {head: list(corpus.heads[head].labels) for head in corpora.HEADS},
        "relations": list(corpus.relations),
        "sentence": list(labels.SENTENCE_STATUSES),
    }


def export(weights: Path, shared: Path, target: Path, version: str) -> None:
    """Write the model into ``target``, and in full precision into ``full`` beside the weights, to compare."""
    pieces = WordPieces(base.vocabulary())
    train = shared / "training/ud_english_ewt/en_ewt-ud-train.conllu.gz"
    corpus = corpora.Corpus(pieces, *corpora.treebank_labels(train))
    shape = Shape()
    model = build(corpus, shape)
    model.load_state_dict(torch.load(weights))
    full = weights.parent / "full"
    for folder in (full, target):
        folder.mkdir(parents=True, exist_ok=True)
        _plain_files(model, folder, train)
    rows = torch.randn(9, shape.width)
    whole = (rows, torch.arange(7))
    outputs = ["tokens", "sentence", "arcs", "relation_dependent", "relation_head"]
    write_graph(OneSentence(model), whole, (["rows", "places"], outputs), full / "reader.onnx")
    source = base.encoder(base.weights(), shape)
    write_graph(OneVector(source, shape), (rows,), (["rows"], ["vector"]), full / "sentences.onnx")
    for name in ("reader.onnx", "sentences.onnx"):
        quantise(full / name, target / name)
    for folder in (full, target):
        seal(folder, manifest(corpus, shape, version))


def _plain_files(model: Reader, folder: Path, train: Path) -> None:
    """Write what stands beside the graphs: relation weights, word table, vocabulary, lemmas."""
    np.savez(
        folder / "reader.npz",
        positions=model.encoder.positions.weight.detach().numpy()[: WINDOW + 2],
        cases=model.encoder.cases.weight.detach().numpy(),
        relation_weight=model.relation_out.weight.detach().numpy(),
        relation_bias=model.relation_out.bias.detach().numpy(),
    )
    source = base.weights()
    positions = source["embeddings.position_embeddings.weight"].numpy()
    np.savez(folder / "sentences.npz", positions=positions[:SENTENCE_WINDOW])
    rows, scales = base.packed_table(source)
    np.savez(folder / "words.npz", table=rows.numpy(), scales=scales.numpy())
    shutil.copyfile(base.folder() / "vocab.txt", folder / "vocab.txt")
    lemmas.write(train, folder / "lemmas.json.gz")


def seal(target: Path, told: dict[str, object]) -> None:
    """Write the manifest with size and digest of each file that ships."""
    told["files"] = {
        name: {
            "bytes": (target / name).stat().st_size,
            "sha256": sha256((target / name).read_bytes()).hexdigest(),
        }
        for name in FILES
    }
    (target / "reader.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")


def main() -> None:
    """Export one set of weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    export(options.weights, options.shared, options.out, options.version)
    total = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"{options.out}: {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
