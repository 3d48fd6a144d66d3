"""What an executor is: the same task over chunks of work, in order, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

ChunkT = TypeVar("ChunkT")
ResultT = TypeVar("ResultT")

# A chunk whose process dies this often is itself at fault: it eats memory or crashes a library.
TRIES = 3


class Executor(Protocol):
    """Who does the work.

    ``task`` and ``prepare`` are functions of a module, so that another process can import them.
    ``prepare(*with_)`` runs once in each process before its first chunk: it loads what all chunks
    need. Results come in the order of the chunks; an exception in a task is raised here.
    """

    @property
    def workers(self) -> int:
        """How many chunks are worked on at a time."""
        ...

    @property
    def inherits(self) -> bool:
        """Whether ``with_`` reaches the processes as it is, rather than pickled."""
        ...

    def run(
        self,
        task: Callable[[ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        prepare: Callable[..., None] | None = None,
        with_: Sequence[Any] = (),
    ) -> Iterator[ResultT]:
        """Yield ``task(chunk)`` for each chunk, in order."""
        ...
