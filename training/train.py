"""Train the name model: python -m training.train PREPARED OUT [--epochs N] [--seed N] ...

With --teachers, what some trained networks think on the average is learned as well, where the
sources leave it open and beyond (distillation, Hinton et al. 2015, arXiv:1503.02531).
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import MIX, Batch, Recipe, epochs_ahead, parse_mix
from training.minilm import encoder_folder
from training.network import (
    NameNetwork,
    load_averaged,
    load_pretrained,
    partial_label_loss,
    teachers_loss,
)

BATCH_PIECES = 3000
WARM_UP = 80  # steps
LEAST_RATE = 0.02  # of the full rate
AVERAGE_DECAY = 0.99  # slower, it lags behind a network that still learns fast
REPORT_EVERY = 100  # steps
FROM_TEACHERS = 0.6  # of the loss


class Training:
    """One run: the network, its running average and its schedule, which counts steps, not time."""

    def __init__(
        self, network: NameNetwork, epochs: int, rate: float, teachers: Sequence[NameNetwork] = ()
    ) -> None:
        self.network = network
        self.teachers = teachers
        self.epochs = epochs
        self.seconds = 0.0
        self.began = time.monotonic()
        self.device = next(network.parameters()).device
        self.optimizer = torch.optim.AdamW(
            network.parameter_groups(rate), weight_decay=0.01, fused=self.device.type == "cuda"
        )
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE_DECAY))
        self.step = 0

    def set_rate(self, progress: float) -> None:
        """Warm up, then fall in a straight line to the end of the last epoch."""
        factor = min(1.0, (self.step + 1) / WARM_UP) * max(LEAST_RATE, 1 - progress)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor

    def loss(self, batch: Batch) -> Tensor:
        """Give the loss over a batch's words."""
        tensors = (torch.from_numpy(part).to(self.device, non_blocking=True) for part in batch)
        pieces, shapes, mask, allowed = tensors
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            logits = self.network(pieces, shapes, mask).float()
            own = partial_label_loss(logits, allowed)
            if not self.teachers:
                return own
            with torch.no_grad():
                each = [t(pieces, shapes, mask).float().softmax(-1) for t in self.teachers]
        taught = teachers_loss(logits, torch.stack(each).mean(0), allowed)
        return (1 - FROM_TEACHERS) * own + FROM_TEACHERS * taught

    def learn(self, batch: Batch) -> Tensor:
        """Take one step; give the loss."""
        loss = self.loss(batch)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step > WARM_UP:
            self.average.update_parameters(self.network)
        return loss.detach()

    def run_epoch(self, epoch: int, batches: Sequence[Batch]) -> None:
        """Learn from every batch, and report now and then on standard output."""
        losses: list[Tensor] = []
        began, pieces = time.monotonic(), 0
        for number, batch in enumerate(batches):
            done = self.share_done(epoch + number / len(batches))
            if done >= 1:
                return
            self.set_rate(done)
            losses.append(self.learn(batch))
            pieces += int(batch.mask.sum())
            if self.step % REPORT_EVERY == 0:
                mean = float(torch.stack(losses[-REPORT_EVERY:]).mean())
                speed = pieces / (time.monotonic() - began)
                print(
                    f"epoch {epoch} step {number + 1}/{len(batches)} loss {mean:.4f} "
                    f"{speed:.0f} pieces/s",
                    flush=True,
                )

    def share_done(self, epoch: float) -> float:
        """Tell how much of the schedule is over: of its epochs, or of its time if that is set."""
        if self.seconds:
            return min(1.0, (time.monotonic() - self.began) / self.seconds)
        return epoch / self.epochs

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
        state = torch.load(path, weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.average.module.load_state_dict(state["average"])
        self.average.n_averaged.fill_(state["step"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        return int(state["epoch"]) + 1


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("prepared", type=Path, help="what training.prepare wrote")
    parser.add_argument("out", type=Path, help="checkpoint to write; one that exists is resumed")
    parser.add_argument("--mix", default=MIX, type=parse_mix, help="SOURCE:WEIGHT,... an epoch")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=0, help="end by the clock instead")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=BATCH_PIECES, help="pieces of a batch")
    parser.add_argument("--device", default="cpu", type=torch.device)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--processes", type=int, default=1, help="that make batches ahead")
    parser.add_argument("--init", type=Path, help="start from this checkpoint's averaged weights")
    parser.add_argument("--teachers", type=Path, nargs="*", default=(), help="checkpoints")
    return parser.parse_args()


def main() -> None:
    """Train, and write a checkpoint after every epoch."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    network = load_averaged([options.init]) if options.init else load_pretrained(encoder_folder())
    teachers = [load_averaged([path]).to(options.device).eval() for path in options.teachers]
    if options.device.type == "cuda":
        teachers = [teacher.bfloat16() for teacher in teachers]
    training = Training(network.to(options.device).train(), options.epochs, options.rate, teachers)
    first = training.resume(options.out) if options.out.exists() else 0
    recipe = Recipe(options.mix, options.batch, options.seed)
    vocabulary = encoder_folder() / "vocab.txt"
    epochs = range(first, options.epochs)
    made = epochs_ahead(options.prepared, vocabulary, recipe, epochs, options.processes)
    for epoch, batches in zip(epochs, made, strict=True):
        if epoch == first:
            training.seconds, training.began = options.seconds, time.monotonic()
        torch.manual_seed(1000 * options.seed + epoch)
        training.run_epoch(epoch, batches)
        over = training.share_done(epoch + 1) >= 1
        if over or not options.seconds:
            training.save(options.out, epoch)
        if over:
            break


if __name__ == "__main__":
    main()
