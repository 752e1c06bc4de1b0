"""The network: a MiniLM encoder with one set of heads, in plain torch.

The encoder is that of all-MiniLM-L6-v2 (BERT layout: Devlin et al. 2019, section 3). Attention is written
out as two products
and a softmax, since torch's fused kernel has a slow backward pass on CPUs. The word table is frozen and
stands
outside: callers hand in its rows, so that the exported graph does not hold it.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

CASES = 7
"""Ways to write a word piece: see ``dragoman.text.wordpiece``. The vocabulary is in lower case alone."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the first five are those of the base weights."""

    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 192
    relation: int = 128
    dropout: float = 0.1
    """Share of what each half of a layer adds that is set to zero in training."""


class Attention(nn.Module):
    """Self-attention with an additive mask."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.size = shape.heads, shape.width // shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, pieces, width]."""
        batch, pieces, width = states.shape
        query, key, value = (
            self.qkv(states).view(batch, pieces, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        )
        weights = torch.matmul(query, key.transpose(2, 3)) + mask
        mixed = torch.matmul(torch.softmax(weights, -1), value)
        return self.out(mixed.transpose(1, 2).reshape(batch, pieces, width))


class Layer(nn.Module):
    """One encoder layer, normalised after each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention = Attention(shape)
        self.first = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.second = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(shape.dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, pieces, width]."""
        states = self.first(states + self.drop(self.attention(states, mask)))
        return self.second(states + self.drop(self.down(nn.functional.gelu(self.up(states)))))


class Encoder(nn.Module):
    """Word-piece states from the rows of the word table."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(CASES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, rows: Tensor, cases: Tensor | None, kept: Tensor) -> Tensor:
        """Return states [batch, pieces, width]; ``kept`` is 1 for pieces and 0 for padding."""
        states = rows + self.positions.weight[: rows.shape[1]]
        if cases is not None:
            states = states + self.cases(cases)
        states = self.norm(states)
        mask = (1.0 - kept.to(states.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, mask)
        return states


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart: token heads in order, then relations and sentence statuses."""

    tokens: tuple[int, ...]
    relations: int
    sentence: int


class Reader(nn.Module):
    """Encoder and heads.

    One linear map serves all token heads. The tree is scored as arcs (Dozat and Manning 2017, section 2.2: a
    biaffine product), and each chosen arc's relation by a product and a sum of two projections of its ends,
    which
    costs a fiftieth of a full biaffine map over all relations.
    """

    def __init__(self, shape: Shape, sizes: Sizes) -> None:
        super().__init__()
        self.shape, self.sizes = shape, sizes
        self.encoder = Encoder(shape)
        self.tokens = nn.Linear(shape.width, sum(sizes.tokens))
        self.sentence = nn.Linear(shape.width, sizes.sentence)
        self.arc_dependent = nn.Linear(shape.width, shape.arc)
        self.arc_head = nn.Linear(shape.width, shape.arc)
        self.arc_weight = nn.Parameter(torch.empty(shape.arc + 1, shape.arc))
        self.relation_dependent = nn.Linear(shape.width, 2 * shape.relation)
        self.relation_head = nn.Linear(shape.width, 2 * shape.relation)
        self.relation_out = nn.Linear(2 * shape.relation, sizes.relations)
        nn.init.orthogonal_(self.arc_weight)

    def states(self, rows: Tensor, cases: Tensor, kept: Tensor, firsts: Tensor) -> Tensor:
        """Return [batch, 1 + words, width]: the root (the first piece), then the first piece of each word.

        ``firsts`` [batch, words] is the place of each word's first piece.
        """
        pieces = self.encoder(rows, cases, kept)
        places = torch.cat([torch.zeros_like(firsts[:, :1]), firsts], 1)
        return torch.gather(pieces, 1, places[:, :, None].expand(-1, -1, pieces.shape[2]))

    def arcs(self, words: Tensor) -> Tensor:
        """Return scores [batch, words, 1 + words]: how well each place, the root first, heads each word."""
        dependent = nn.functional.gelu(self.arc_dependent(words[:, 1:]))
        head = nn.functional.gelu(self.arc_head(words))
        bias = torch.ones_like(dependent[:, :, :1])
        left = torch.matmul(torch.cat([dependent, bias], 2), self.arc_weight)
        return torch.matmul(left, head.transpose(1, 2)) * (1.0 / math.sqrt(self.shape.arc))

    def relations(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return what relations are scored from: a projection of each word, and of each head, root first."""
        return self.relation_dependent(words[:, 1:]), self.relation_head(words)

    def relation_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return [..., relations] for pairs of a word and its head, given their projections."""
        size = self.shape.relation
        product = dependent[..., :size] * head[..., :size]
        total = nn.functional.relu(dependent[..., size:] + head[..., size:])
        return self.relation_out(torch.cat([product, total], -1))
