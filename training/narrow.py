"""Take inner units out of a trained network: python -m training.narrow DATA CHECKPOINT OUT

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

from training.augment import make_pool
from training.network import NameNetwork, encoder_folder, load_averaged
from training.train import MIX, collate, epoch_batches, load_examples, parse_mix

WIDTH = 1024
BATCHES = 100  # enough for means; about 300,000 pieces


def mean_squares(network: NameNetwork, batches: list[tuple[Tensor, ...]]) -> list[Tensor]:
    """Give the mean square of every inner unit of each layer over the pieces of some batches."""
    layers = network.encoder.encoder.layer
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]
    kept: Tensor = torch.empty(0)

    def add(number: int, units: Tensor) -> None:
        sums[number] += units[kept].square().sum(0)

    hooks = [
        layer.intermediate.register_forward_hook(lambda _, __, units, n=n: add(n, units))
        for n, layer in enumerate(layers)
    ]
    pieces_seen = 0
    with torch.inference_mode():
        for pieces, shapes, mask, _ in batches:
            kept = mask.bool()
            pieces_seen += int(kept.sum())
            network(pieces, shapes, mask)
    for hook in hooks:
        hook.remove()
    return [total / pieces_seen for total in sums]


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
    parser.add_argument("data", type=Path, help="folder with one SOURCE.jsonl for each source")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=WIDTH, help="inner units of a layer")
    options = parser.parse_args()
    pieces_of = load_vocabulary(encoder_folder() / "vocab.txt")
    mix = parse_mix(MIX)
    by_source = load_examples(options.data, mix, pieces_of)
    pool = make_pool(example for examples in by_source.values() for example in examples)
    batches = epoch_batches(by_source, mix, pool, pieces_of, random.Random(0))[:BATCHES]
    network = load_averaged([options.checkpoint]).eval()
    squares = mean_squares(network, [collate(batch) for batch in batches])
    narrowed = narrow(network, squares, options.width)
    torch.save({"average": narrowed.state_dict()}, options.out)


if __name__ == "__main__":
    main()
