"""Train the name model: python -m training.train DATA OUT [--epochs N] [--seed N] [--init FILE]"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from gloss.annotate.tagger.pieces import PiecesOf
from gloss.annotate.tagger.vocabulary import load_vocabulary
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.augment import NamePool, make_pool, vary
from training.examples import Encoded, Example, encode, make_examples, sample_epoch
from training.network import (
    NameNetwork,
    encoder_folder,
    load_averaged,
    load_pretrained,
    partial_label_loss,
)
from training.sources import split_source
from training.stories import fill_openings

MIX = "docred:1,crossner:0.7,ewt:2,gum:1.2,btc:0.2,wnut17:0.2"
OPENINGS = 20  # times that each opening of a story is filled in an epoch
BATCH_PIECES = 3000
WARM_UP = 80  # steps
LEAST_RATE = 0.02  # of the full rate
AVERAGE_DECAY = 0.99  # slower, it lags behind a network that still learns fast
REPORT_EVERY = 25  # steps


def parse_mix(mix: str) -> dict[str, float]:
    """Read "SOURCE:WEIGHT,..."."""
    pairs = (part.split(":") for part in mix.split(","))
    return {source: float(weight) for source, weight in pairs}


def make_batches(encoded: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
    """Batch examples of like length, about BATCH_PIECES each, in random order."""
    encoded.sort(key=lambda example: len(example.pieces) + 6 * rng.random())
    batches: list[list[Encoded]] = [[]]
    for example in encoded:
        if (len(batches[-1]) + 1) * len(example.pieces) > BATCH_PIECES and batches[-1]:
            batches.append([])
        batches[-1].append(example)
    rng.shuffle(batches)
    return batches


def collate(batch: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pad a batch: pieces, shapes, mask, allowed labels."""
    longest = max(len(example.pieces) for example in batch)

    def pad(rows: Iterator[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    return (
        pad(example.pieces for example in batch),
        pad(example.shapes for example in batch),
        pad([1] * len(example.pieces) for example in batch),
        pad(example.allowed for example in batch),
    )


def epoch_batches(
    by_source: dict[str, list[Example]],
    weights: dict[str, float],
    pool: NamePool,
    pieces_of: PiecesOf,
    rng: random.Random,
) -> list[list[Encoded]]:
    """Draw, vary, encode and batch one epoch's examples."""
    drawn = [*sample_epoch(by_source, weights, rng), *fill_openings(pool, OPENINGS, rng)]
    encoded = [encode(*vary(example, pool, rng), pieces_of) for example in drawn]
    return make_batches([e for e in encoded if len(e.pieces) < 400], rng)


class Training:
    """One run: the network, its running average and its schedule, which counts steps, not time."""

    def __init__(self, network: NameNetwork, epochs: int, rate: float) -> None:
        self.network = network
        self.epochs = epochs
        self.optimizer = torch.optim.AdamW(network.parameter_groups(rate), weight_decay=0.01)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
        self.step = 0

    def set_rate(self, progress: float) -> None:
        """Warm up, then fall in a straight line to the end of the last epoch."""
        factor = min(1.0, (self.step + 1) / WARM_UP) * max(LEAST_RATE, 1 - progress)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor

    def learn(self, batch: list[Encoded]) -> float:
        """Take one step; give the loss."""
        pieces, shapes, mask, allowed = collate(batch)
        loss = partial_label_loss(self.network(pieces, shapes, mask), allowed)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step > WARM_UP:
            self.average.update_parameters(self.network)
        return float(loss.detach())

    def run_epoch(self, epoch: int, batches: list[list[Encoded]]) -> None:
        """Learn from every batch, and report now and then on standard output."""
        losses: list[float] = []
        began, pieces = time.monotonic(), 0
        for number, batch in enumerate(batches):
            self.set_rate((epoch + number / len(batches)) / self.epochs)
            losses.append(self.learn(batch))
            pieces += sum(len(example.pieces) for example in batch)
            if self.step % REPORT_EVERY == 0:
                speed = pieces / (time.monotonic() - began)
                mean = sum(losses[-REPORT_EVERY:]) / len(losses[-REPORT_EVERY:])
                print(
                    f"epoch {epoch} step {number + 1}/{len(batches)} loss {mean:.4f} "
                    f"{speed:.0f} pieces/s",
                    flush=True,
                )

    def save(self, path: Path, epoch: int) -> None:
        """Write everything that a later `resume` needs."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.module.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "epoch": epoch,
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> int:
        """Load a checkpoint; give the epoch to go on with."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.module.load_state_dict(state["average"])
        self.average.n_averaged.fill_(state["step"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        return int(state["epoch"]) + 1


def load_examples(
    data: Path, mix: dict[str, float], pieces_of: PiecesOf, everything: bool = False
) -> dict[str, list[Example]]:
    """Read the examples of each source; those held out as well where ``everything`` is wanted."""
    by_source = {}
    for source in mix:
        kept, held_out = split_source(data, source)
        documents = kept + held_out if everything else kept
        by_source[source] = make_examples(documents, pieces_of)
        print(source, len(documents), "documents", len(by_source[source]), "examples", flush=True)
    return by_source


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with one SOURCE.jsonl for each source")
    parser.add_argument("out", type=Path, help="checkpoint to write; one that exists is resumed")
    parser.add_argument("--mix", default=MIX, type=parse_mix, help="SOURCE:WEIGHT,... an epoch")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--init", type=Path, help="start from this checkpoint's averaged weights")
    parser.add_argument("--all", action="store_true", help="hold nothing out")
    return parser.parse_args()


def main() -> None:
    """Train, and write a checkpoint after every epoch."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pieces_of = load_vocabulary(encoder_folder() / "vocab.txt")
    by_source = load_examples(options.data, options.mix, pieces_of, options.all)
    pool = make_pool(example for examples in by_source.values() for example in examples)
    network = load_averaged([options.init]) if options.init else load_pretrained(encoder_folder())
    training = Training(network.train(), options.epochs, options.rate)
    first = training.resume(options.out) if options.out.exists() else 0
    for epoch in range(first, options.epochs):
        rng = random.Random(f"{options.seed} {epoch}")
        torch.manual_seed(1000 * options.seed + epoch)
        training.run_epoch(epoch, epoch_batches(by_source, options.mix, pool, pieces_of, rng))
        training.save(options.out, epoch)


if __name__ == "__main__":
    main()
