"""Take inner units out of a trained network: python -m training.narrow PREPARED CHECKPOINT OUT

Half of the network's time goes into its inner layers. In each of them the units stay that move
its output most over the training data: the root of their mean square, times the norm of the
weights that carry them on (structured pruning by what is lost, Molchanov et al. 2017,
arXiv:1611.06440). What comes out is a checkpoint for `training.train --init`, to be trained on.
"""

import argparse
import random
from pathlib import Path

import torch
from gloss.annotate.tagger.vocabulary import load_vocabulary
from torch import Tensor

from training.batches import MIX, Batch, Recipe, epoch_batches, parse_mix
from training.minilm import encoder_folder
from training.network import NameNetwork, load_averaged
from training.prepared import load_prepared

WIDTH = 1024
BATCHES, BATCH_PIECES = 100, 3000  # enough for means


def mean_squares(network: NameNetwork, batches: list[Batch]) -> list[Tensor]:
    """Give the mean square of every inner unit of each layer over the pieces of some batches."""
    layers = network.encoder.encoder.layer
    device = next(network.parameters()).device
    sums = [torch.zeros(layer.intermediate.dense.out_features, device=device) for layer in layers]
    kept: Tensor = torch.empty(0)

    def add(number: int, units: Tensor) -> None:
        sums[number] += units[kept].square().sum(0)

    hooks = [
        layer.intermediate.register_forward_hook(lambda _, __, units, n=n: add(n, units))
        for n, layer in enumerate(layers)
    ]
    pieces_seen = 0
    with torch.inference_mode():
        for batch in batches:
            pieces, shapes, mask, _ = (torch.from_numpy(part).to(device) for part in batch)
            kept = mask.bool()
            pieces_seen += int(kept.sum())
            network(pieces, shapes, mask)
    for hook in hooks:
        hook.remove()
    return [total.cpu() / pieces_seen for total in sums]


def narrow(network: NameNetwork, squares: list[Tensor], width: int) -> NameNetwork:
    """Give a network of `width` inner units a layer: those that matter most, in their order."""
    weights = network.state_dict()
    for number, layer in enumerate(network.encoder.encoder.layer):
        carried = layer.output.dense.weight.detach().norm(dim=0)
        kept = (squares[number].sqrt() * carried).topk(width).indices.sort().values
        prefix = f"encoder.encoder.layer.{number}"
        for name in ("weight", "bias"):
            key = f"{prefix}.intermediate.dense.{name}"
            weights[key] = weights[key][kept]
        key = f"{prefix}.output.dense.weight"
        weights[key] = weights[key][:, kept]
    narrowed = NameNetwork(encoder_folder(), width)
    narrowed.load_state_dict(weights)
    return narrowed


def main() -> None:
    """Measure, cut and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("prepared", type=Path, help="what training.prepare wrote")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--device", default="cpu", type=torch.device)
    parser.add_argument("--width", type=int, default=WIDTH, help="inner units of a layer")
    options = parser.parse_args()
    pieces_of = load_vocabulary(encoder_folder() / "vocab.txt")
    recipe = Recipe(parse_mix(MIX), BATCH_PIECES, 0)
    batches = epoch_batches(load_prepared(options.prepared), recipe, pieces_of, random.Random(0))
    network = load_averaged([options.checkpoint]).eval()
    squares = mean_squares(network.to(options.device), batches[:BATCHES])
    network.to("cpu")
    narrowed = narrow(network, squares, options.width)
    torch.save({"average": narrowed.state_dict()}, options.out)


if __name__ == "__main__":
    main()
