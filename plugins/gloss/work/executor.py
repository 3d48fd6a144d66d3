"""What an executor is: the same task over chunks of work, in order, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

PreparedT = TypeVar("PreparedT")
ChunkT = TypeVar("ChunkT")
ResultT = TypeVar("ResultT")

# A chunk whose process dies this often is itself at fault: it eats memory or crashes a library.
TRIES = 3


@dataclass(frozen=True)
class Preparation(Generic[PreparedT]):
    """What each process makes once, ``make(*given)``: every chunk that it works on needs it.

    make: a function of a module, so that another process can import it.
    """

    make: Callable[..., PreparedT]
    given: tuple[Any, ...] = ()

    def __call__(self) -> PreparedT:
        return self.make(*self.given)


def _nothing() -> None:
    """Nothing needs to be prepared."""


NOTHING = Preparation(_nothing)


class Executor(Protocol):
    """Who does the work.

    ``task(prepared, chunk)`` is a function of a module, so that another process can import it.
    Results come in the order of the chunks; an exception in a task, or in the preparation, is
    raised here.
    """

    @property
    def workers(self) -> int:
        """How many chunks are worked on at a time."""
        ...

    @property
    def inherits(self) -> bool:
        """Whether what is given to the preparation reaches the processes as it is, not pickled."""
        ...

    def run(
        self,
        task: Callable[[PreparedT, ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        preparation: Preparation[PreparedT],
    ) -> Iterator[ResultT]:
        """Yield ``task(prepared, chunk)`` for each chunk, in order."""
        ...
