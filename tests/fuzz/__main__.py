"""Throw random input at builds for so many minutes, and keep what breaks one."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.fuzz.harmless import BrokenLawError
from tests.fuzz.project import FINDS, KINDS_OF_INPUT, Project


def main(minutes: float, start: int | None = None) -> int:
    """Throw input for so many minutes; return how many finds there were."""
    first = time.time_ns() % 1_000_000 if start is None else start
    end, thrown, finds = time.monotonic() + 60 * minutes, Counter[str](), 0
    with TemporaryDirectory() as folder:
        project = Project(Path(folder))
        number = first
        while time.monotonic() < end:
            random = Random(number)
            kind = random.choice(tuple(KINDS_OF_INPUT))
            content = KINDS_OF_INPUT[kind](random)
            thrown[kind] += 1
            try:
                project.throw(kind, content)
            except BrokenLawError as broken:
                finds += 1
                FINDS.mkdir(parents=True, exist_ok=True)
                (FINDS / f"{kind}-{number}.txt").write_bytes(content)
                print(f"{kind} {number}: {broken}", flush=True)
            number += 1
    told = ", ".join(f"{count:,} of {kind}" for kind, count in sorted(thrown.items()))
    print(f"{told} from {first}: {finds} finds.")
    return finds


if __name__ == "__main__":
    raise SystemExit(bool(main(float(sys.argv[1]), *map(int, sys.argv[2:]))))
