"""Run a command and measure it: time on the clock, time of all cores, memory of all processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.3


@dataclass(frozen=True)
class Measured:
    """Seconds on the clock, seconds of all cores together, and peak memory in megabytes.

    memory: the proportional set size of the command and all it started (Linux); elsewhere of the
    command alone.
    """

    wall: float
    cpu: float
    memory: float


def measure(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a command in a folder.

    Raises RuntimeError with the end of what it printed where it fails.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    watch = _Watch(process.pid)
    watch.start()
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    watch.stop()
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command)}:\n{printed.decode(errors='replace')[-2000:]}")
    memory = watch.peak or usage.ru_maxrss / 1024
    return Measured(wall, usage.ru_utime + usage.ru_stime, memory)


class _Watch(threading.Thread):
    """Looks at the memory of a session's processes now and then."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session, self._done, self.peak = session, threading.Event(), 0.0

    def run(self) -> None:
        while not self._done.wait(EVERY):
            self.peak = max(self.peak, sum(map(_megabytes, _processes(self._session))))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _processes(session: int) -> list[Path]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            fields = (folder / "stat").read_text().rpartition(") ")[2].split()
            if int(fields[3]) == session:
                found.append(folder)
    return found


def _megabytes(process: Path) -> float:
    """The proportional set size: memory shared with a forked process counts once in all."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
