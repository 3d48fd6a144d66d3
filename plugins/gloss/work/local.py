"""The executors of this machine: this process, or several beside it."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from gloss.work.executor import TRIES, ChunkT, ResultT


@dataclass(frozen=True)
class Serial:
    """This process alone."""

    workers: int = 1
    inherits: bool = True

    def run(
        self,
        task: Callable[[ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[ResultT]:
        """Yield ``task(chunk)`` for each chunk, in order."""
        if prepare:
            prepare(*with_)
        yield from map(task, chunks)


@dataclass(frozen=True)
class Processes:
    """Processes of this machine.

    Where the system forks (Linux), processes inherit what ``prepare`` is given without a copy;
    elsewhere it is pickled. A process that dies is replaced and its chunk tried again; what
    ``prepare`` raises is raised here, as in a task.

    Raises BrokenProcessPool where one chunk kills process after process.
    """

    workers: int
    start: str = "fork" if sys.platform == "linux" else "spawn"

    @property
    def inherits(self) -> bool:
        """Whether ``with_`` reaches the processes as it is, rather than pickled."""
        return self.start == "fork"

    def run(
        self,
        task: Callable[[ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[ResultT]:
        """Yield ``task(chunk)`` for each chunk, in order."""
        waiting = list(chunks)
        done = 0
        tries = TRIES
        while done < len(waiting):
            before = done
            try:
                for result in self._once(task, waiting[done:], prepare, with_):
                    done += 1
                    yield result
            except BrokenProcessPool:
                tries = TRIES if done > before else tries - 1
                if not tries:
                    raise

    def _once(
        self,
        task: Callable[[ChunkT], ResultT],
        chunks: Sequence[ChunkT],
        prepare: Callable[..., None] | None,
        with_: Sequence[Any],
    ) -> Iterator[ResultT]:
        workers = min(self.workers, len(chunks))
        context = multiprocessing.get_context(self.start)
        with ProcessPoolExecutor(workers, context, _begin, (prepare, tuple(with_))) as pool:
            futures: list[Future[ResultT]] = [pool.submit(_do, task, chunk) for chunk in chunks]
            try:
                for number, future in enumerate(futures):
                    result = future.result()
                    futures[number] = Future()  # let go of a result that was handed on
                    yield result
            finally:
                for future in futures:
                    future.cancel()


# Why this process cannot work. A pool whose processes fail to begin breaks without a reason.
_unprepared: list[Exception] = []


def _begin(prepare: Callable[..., None] | None, with_: tuple[Any, ...]) -> None:
    try:
        if prepare:
            prepare(*with_)
    except Exception as problem:
        _unprepared.append(problem)


def _do(task: Callable[[ChunkT], ResultT], chunk: ChunkT) -> ResultT:
    if _unprepared:
        raise _unprepared[0]
    return task(chunk)
