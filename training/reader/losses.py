"""What the network is asked to get right, as one number."""

import torch
from batches import Batch
from corpus import HEADS, IGNORE, Corpus
from network import Reader
from torch import Tensor
from torch.nn.functional import cross_entropy, dropout

WEIGHTS = {
    "arcs": 1.0, "relations": 1.0, "upos": 0.3, "xpos": 0.3, "names": 1.0, "kind": 0.6, "status": 0.7,
    "source": 0.5, "cue": 0.5, "content": 0.5, "sentence": 0.1,
}  # fmt: skip
"""Share of each head. Tags are learned soon and need little."""
DROPOUT = 0.2
"""Share of word states set to zero before the heads."""


class Losses:
    """Computes the loss of a batch; holds the label sets of each head as masks."""

    def __init__(self, corpus: Corpus) -> None:
        self.masks: dict[str, Tensor] = {}
        for head in HEADS:
            sets, size = corpus.heads[head].sets, len(corpus.heads[head].labels)
            mask = torch.full((len(sets), size), -1e4)
            for row, allowed in enumerate(sets):
                mask[row, list(allowed)] = 0.0
            self.masks[head] = mask

    def of(self, model: Reader, rows: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Return the loss of each head that the batch has targets for, each a mean over its targets."""
        words = model.states(rows, batch.cases, batch.kept, batch.firsts)
        words = dropout(words, DROPOUT, model.training)
        found: dict[str, Tensor] = {}
        logits = model.tokens(words[:, 1:]).float()
        for head, part in zip(HEADS, logits.split(model.sizes.tokens, 2), strict=True):
            if (loss := self._within(head, part, batch.targets[head])) is not None:
                found[head] = loss
        if bool((batch.sentence != IGNORE).any()):
            found["sentence"] = cross_entropy(
                model.sentence(words[:, 0]).float(), batch.sentence, ignore_index=IGNORE
            )
        treed = batch.arcs[:, 0] != IGNORE
        if bool(treed.any()):
            found |= self._tree(model, words[treed], batch.arcs[treed], batch.relations[treed])
        return found

    def _within(self, head: str, logits: Tensor, targets: Tensor) -> Tensor | None:
        """Return the mean negative log probability that each word's label lies in its set."""
        kept = targets != IGNORE
        if not bool(kept.any()):
            return None
        chosen = logits[kept]
        allowed = chosen + self.masks[head][targets[kept]]
        return (torch.logsumexp(chosen, -1) - torch.logsumexp(allowed, -1)).mean()

    def _tree(self, model: Reader, words: Tensor, arcs: Tensor, relations: Tensor) -> dict[str, Tensor]:
        scores = model.arcs(words).float()
        scores = scores.masked_fill(self._padding(arcs)[:, None, :], -1e4)
        arc_loss = cross_entropy(scores.flatten(0, 1), arcs.flatten(), ignore_index=IGNORE)
        dependent, head = model.relations(words)
        places = arcs.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[2])
        pairs = model.relation_scores(dependent, torch.gather(head, 1, places)).float()
        relation_loss = cross_entropy(pairs.flatten(0, 1), relations.flatten(), ignore_index=IGNORE)
        return {"arcs": arc_loss, "relations": relation_loss}

    @staticmethod
    def _padding(arcs: Tensor) -> Tensor:
        """Return where there is no word to be a head: [batch, 1 + words], the root first."""
        absent = arcs == IGNORE
        return torch.cat([torch.zeros_like(absent[:, :1]), absent], 1)


def total(losses: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
