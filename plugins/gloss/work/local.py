"""The executors of this machine: this process, or several beside it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from gloss.work.executor import TRIES, ChunkT, Preparation, PreparedT, ResultT


@dataclass(frozen=True)
class Serial:
    """This process alone."""

    workers: int = 1
    inherits: bool = True

    def run(
        self,
        task: Callable[[PreparedT, ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        preparation: Preparation[PreparedT],
    ) -> Iterator[ResultT]:
        """Yield ``task(prepared, chunk)`` for each chunk, in order."""
        prepared = preparation()
        for chunk in chunks:
            yield task(prepared, chunk)


@dataclass(frozen=True)
class Processes:
    """Processes of this machine.

    Where the system forks (Linux), processes inherit what the preparation is given without a copy;
    elsewhere it is pickled. A process that dies is replaced and its chunk tried again; all end when
    this process does, however it ends.

    Raises BrokenProcessPool where one chunk kills process after process.
    """

    workers: int
    start: str = "fork" if sys.platform == "linux" else "spawn"

    @property
    def inherits(self) -> bool:
        """Whether what is given to the preparation reaches the processes as it is, not pickled."""
        return self.start == "fork"

    def run(
        self,
        task: Callable[[PreparedT, ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        preparation: Preparation[PreparedT],
    ) -> Iterator[ResultT]:
        """Yield ``task(prepared, chunk)`` for each chunk, in order."""
        waiting = list(chunks)
        done = 0
        tries = TRIES
        while done < len(waiting):
            before = done
            try:
                for result in self._once(task, waiting[done:], preparation):
                    done += 1
                    yield result
            except BrokenProcessPool:
                tries = TRIES if done > before else tries - 1
                if not tries:
                    raise

    def _once(
        self,
        task: Callable[[PreparedT, ChunkT], ResultT],
        chunks: Sequence[ChunkT],
        preparation: Preparation[PreparedT],
    ) -> Iterator[ResultT]:
        workers = min(self.workers, len(chunks))
        context = multiprocessing.get_context(self.start)
        with ProcessPoolExecutor(workers, context, _begin, (preparation,)) as pool:
            futures: list[Future[ResultT]] = [pool.submit(_do, task, chunk) for chunk in chunks]
            try:
                for number, future in enumerate(futures):
                    result = future.result()
                    futures[number] = Future()  # let go of a result that was handed on
                    yield result
            except KeyboardInterrupt:
                for process in multiprocessing.active_children():
                    process.terminate()  # they were told to leave the interrupt to this process
                raise
            finally:
                for future in futures:
                    future.cancel()


@dataclass
class _Own:
    """What this process prepared, or why it cannot work.

    A pool hands nothing from the beginning of a process to its tasks, and one whose processes fail
    to begin breaks without a reason.
    """

    prepared: Any = None
    problem: Exception | None = None


_own = _Own()


def _begin(preparation: Preparation[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        _own.prepared = preparation()
    except Exception as problem:
        _own.problem = problem


def _end_with_parent() -> None:
    """End this process when its parent ends, even where that was killed."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _do(task: Callable[[Any, ChunkT], ResultT], chunk: ChunkT) -> ResultT:
    if _own.problem:
        raise _own.problem
    return task(_own.prepared, chunk)
