"""The network: MiniLM with an embedding of each word's shape, and a label for each first piece."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from gloss.annotate.tagger.pieces import SHAPES
from gloss.annotate.tagger.tagged import LABELS
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.examples import IGNORED
from training.minilm import encoder_folder

DROPOUT = 0.1
INNER_BIAS = "encoder.encoder.layer.0.intermediate.dense.bias"  # one for each inner unit


class NameNetwork(nn.Module):
    """Pieces, shapes and mask in, the logits of LABELS out."""

    def __init__(self, folder: Path, width: int | None = None) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder)
        config.intermediate_size = width or config.intermediate_size
        config.attention_probs_dropout_prob = 0.0  # the fast attention kernel has none
        config.hidden_dropout_prob = DROPOUT
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.shapes = nn.Embedding(SHAPES, config.hidden_size)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.dropout = nn.Dropout(DROPOUT)
        self.head = nn.Linear(config.hidden_size, len(LABELS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        logits: Tensor = self.head(self.dropout(hidden))
        return logits

    def freeze_embeddings(self) -> None:
        """Keep words and positions as they are: rare words stay near their common neighbours."""
        for embedding in (
            self.encoder.embeddings.word_embeddings,
            self.encoder.embeddings.position_embeddings,
        ):
            embedding.weight.requires_grad_(False)

    def parameter_groups(self, rate: float) -> list[dict[str, Any]]:
        """Let what is new here learn five times as fast as what was trained before."""
        new = [*self.head.parameters(), *self.shapes.parameters()]
        new_ids = {id(parameter) for parameter in new}
        old = [p for p in self.parameters() if p.requires_grad and id(p) not in new_ids]
        return [{"params": old, "lr": rate}, {"params": new, "lr": 5 * rate}]


def load_pretrained(folder: Path) -> NameNetwork:
    """Start from MiniLM's weights."""
    network = NameNetwork(folder)
    weights = load_file(folder / "model.safetensors")
    network.encoder.load_state_dict(
        {key.removeprefix("bert."): value for key, value in weights.items()}, strict=False
    )
    network.freeze_embeddings()
    return network


def average_checkpoints(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Average the running averages of some checkpoints, weight by weight (a "model soup")."""
    states = [
        torch.load(path, weights_only=True, map_location="cpu")["average"] for path in checkpoints
    ]
    return {
        key: value
        if not value.is_floating_point()
        else torch.stack([state[key] for state in states]).mean(0)
        for key, value in states[0].items()
    }


def load_averaged(checkpoints: Sequence[Path]) -> NameNetwork:
    """Load the average of some checkpoints, however wide their inner layers are."""
    weights = average_checkpoints(checkpoints)
    network = NameNetwork(encoder_folder(), len(weights[INNER_BIAS]))
    network.load_state_dict(weights)
    network.freeze_embeddings()
    return network


def partial_label_loss(logits: Tensor, allowed: Tensor, smoothing: float = 0.02) -> Tensor:
    """Cross-entropy against sets of labels: any label of a word's set is as good as another.

    logits, allowed: one row a piece.
    """
    scores = logits.log_softmax(-1)
    right = scores.masked_fill(~possible(allowed), -torch.inf).logsumexp(-1)
    return mean(-((1 - smoothing) * right + smoothing * scores.mean(-1)), allowed)


def possible(allowed: Tensor) -> Tensor:
    """Give a row of truths for each piece: which labels its set has; all, if it has no set."""
    bits = torch.arange(len(LABELS), device=allowed.device)
    return (allowed.unsqueeze(-1) >> bits & 1).bool() | (allowed == IGNORED).unsqueeze(-1)


def mean(losses: Tensor, allowed: Tensor) -> Tensor:
    """Give the mean over the words; pieces after a word's first, and padding, have no labels."""
    words = (allowed != IGNORED).float()
    return (losses * words).sum() / words.sum()


def teachers_loss(logits: Tensor, taught: Tensor, allowed: Tensor) -> Tensor:
    """Cross-entropy against what teachers think, as far as each word's set of labels allows it.

    taught: the probabilities that they give each label, on the average.
    """
    held = taught * possible(allowed) + 1e-8
    held = held / held.sum(-1, keepdim=True)
    return mean(-(held * logits.log_softmax(-1)).sum(-1), allowed)
