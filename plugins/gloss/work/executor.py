"""Executors: the same task over chunks of work, in order, in this process or in others."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

# A chunk whose process dies this often is itself at fault: it eats memory or crashes a library.
TRIES = 3


class Executor(Protocol):
    """Who does the work.

    ``task`` and ``prepare`` are functions of a module, so that another process can import them.
    ``prepare(*with_)`` runs once in each process before its first chunk: it loads what all chunks
    need. Results come in the order of the chunks; an exception in a task is raised here.
    """

    @property
    def hands(self) -> int:
        """How many chunks are worked on at a time."""
        ...

    @property
    def inherits(self) -> bool:
        """Whether ``with_`` reaches the processes as it is, rather than pickled."""
        ...

    def run(
        self,
        task: Callable[[Chunk], Result],
        chunks: Iterable[Chunk],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[Result]:
        """Yield ``task(chunk)`` for each chunk, in order."""
        ...


@dataclass(frozen=True)
class Serial:
    """This process alone."""

    hands: int = 1
    inherits: bool = True

    def run(
        self,
        task: Callable[[Chunk], Result],
        chunks: Iterable[Chunk],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[Result]:
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

    hands: int
    start: str = "fork" if sys.platform == "linux" else "spawn"

    @property
    def inherits(self) -> bool:
        """Whether ``with_`` reaches the processes as it is, rather than pickled."""
        return self.start == "fork"

    def run(
        self,
        task: Callable[[Chunk], Result],
        chunks: Iterable[Chunk],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[Result]:
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
        task: Callable[[Chunk], Result],
        chunks: Sequence[Chunk],
        prepare: Callable[..., None] | None,
        with_: Sequence[Any],
    ) -> Iterator[Result]:
        hands = min(self.hands, len(chunks))
        context = multiprocessing.get_context(self.start)
        with ProcessPoolExecutor(hands, context, _begin, (prepare, tuple(with_))) as pool:
            futures: list[Future[Result]] = [pool.submit(_do, task, chunk) for chunk in chunks]
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


def _do(task: Callable[[Chunk], Result], chunk: Chunk) -> Result:
    if _unprepared:
        raise _unprepared[0]
    return task(chunk)


def executor_for(hands: int | None = None, cluster: str | None = None) -> Executor:
    """Return the executor that the settings ask for; ``hands=None`` means every core there is.

    Raises ModuleNotFoundError where a cluster is asked for and Dask is not installed.
    """
    if cluster:
        from gloss.work.cluster import Cluster

        return Cluster(cluster)
    hands = hands or cores()
    return Serial() if hands == 1 else Processes(hands)


def cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
