"""What a build did, in a line that a person reads."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from gloss.assembly.problems import Problem


@dataclass
class BuildReport:
    """Counts of what the digest holds and of what was written; seconds of each stage.

    folded: how many stories say again what another says.
    unchanged: nothing had changed, so nothing was even looked through.
    """

    counts: dict[str, int] = field(default_factory=dict)
    written: int = 0
    kept: int = 0
    removed: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False
    folded: int = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - start

    def lines(self) -> Iterator[str]:
        """Yield the closing lines."""
        held = ", ".join(_counted(number, what) for what, number in self.counts.items())
        files = f"{_counted(self.written, 'files')} written, {self.kept:,} kept"
        gone = f", {self.removed:,} removed" if self.removed else ""
        stages = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in self.seconds.items())
        took = f" ({stages})" if stages else ""
        yield f"{held}: {files}{gone}{took}."
        if self.folded:
            found = "story says" if self.folded == 1 else "stories say"
            yield f"{self.folded:,} {found} again what another says: invoke check names them."


ONE = {"stories": "story"}


def _counted(number: int, what: str) -> str:
    """Such as ``1 story``, ``1,204 names``."""
    return f"{number:,} {ONE.get(what, what.removesuffix('s')) if number == 1 else what}"
