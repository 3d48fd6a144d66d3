"""Write a checkpoint as an ONNX graph: python -m training.export CHECKPOINT... OUT.onnx

Several checkpoints are averaged, weight by weight.
"""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from gloss.annotate.tagger.pieces import SHAPES
from torch import Tensor, nn

from training.network import NameNetwork, load_averaged

OPSET = 17
TOLERANCE = 0.03  # of a probability, between torch and onnxruntime


class OneChunk(nn.Module):
    """The network for one chunk without padding: label probabilities of each word.

    Half of all weights are the words' embeddings. They are stored in eight bits here, one scale for
    each word, since quantisation would later give them one scale together and lose half a point.
    """

    words: Tensor
    scales: Tensor

    def __init__(self, network: NameNetwork) -> None:
        super().__init__()
        self.network = network
        words = network.encoder.embeddings.word_embeddings.weight.detach()
        scales = words.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("words", (words / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        embeddings = self.network.encoder.embeddings
        embedded = self.words[pieces].float() * self.scales[pieces]
        embedded = embedded + self.network.shapes(shapes)
        embedded = embedded + embeddings.position_embeddings(torch.arange(pieces.shape[1]))
        hidden = embeddings.LayerNorm(embedded + embeddings.token_type_embeddings.weight[0])
        for layer in self.network.encoder.encoder.layer:
            output = layer(hidden)
            hidden = output[0] if isinstance(output, tuple) else output
        logits: Tensor = self.network.head(hidden[0, firsts])
        return logits.softmax(-1)


def random_chunk(length: int) -> tuple[Tensor, Tensor, Tensor]:
    """Make an input of some length."""
    pieces = torch.randint(1000, 3000, (1, length))
    return pieces, torch.randint(1, SHAPES, (1, length)), torch.arange(1, length - 1, 2)


def export(network: NameNetwork, out: Path) -> None:
    """Write the graph, and check on a chunk of another length that it computes the same."""
    network.encoder.config._attn_implementation = "eager"
    model = OneChunk(network).eval()
    torch.onnx.export(
        model,
        random_chunk(20),
        str(out),
        input_names=["pieces", "shapes", "firsts"],
        output_names=["probs"],
        dynamic_axes={
            "pieces": {1: "length"},
            "shapes": {1: "length"},
            "firsts": {0: "words"},
            "probs": {0: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    pieces, shapes, firsts = random_chunk(33)
    session = onnxruntime.InferenceSession(str(out))
    feed = {"pieces": pieces.numpy(), "shapes": shapes.numpy(), "firsts": firsts.numpy()}
    with torch.inference_mode():
        expected = network(pieces, shapes, torch.ones_like(pieces))[0, firsts].softmax(-1).numpy()
    difference = np.abs(session.run(None, feed)[0] - expected).max()
    if difference > TOLERANCE:
        raise ValueError(f"{out} differs from the checkpoint by {difference:.2g}")


def main() -> None:
    """Average, and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", nargs="+", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    export(load_averaged(options.checkpoints).eval(), options.out)


if __name__ == "__main__":
    main()
