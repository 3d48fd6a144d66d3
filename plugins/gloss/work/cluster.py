"""A Dask cluster as an executor: many machines, one result.

Every worker needs Gloss of the same version installed, and runs one thread, since a language model
is not made for two::

    dask scheduler
    dask worker tcp://SCHEDULER:8786 --nthreads 1     (on each machine, once for each core)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gloss.work.executor import TRIES, ChunkT, Preparation, PreparedT, ResultT

# Under this name a worker keeps what it prepared, and for which run.
KEPT = "gloss_prepared"


@dataclass(frozen=True)
class DaskCluster:
    """The workers of a Dask scheduler, such as ``tcp://10.0.0.1:8786``.

    A chunk whose worker dies is given to another, so that nothing is lost.

    Raises ModuleNotFoundError, with the command that helps, where Dask is not installed;
    ConnectionError where no scheduler answers.
    """

    address: str

    @property
    def inherits(self) -> bool:
        """Nothing reaches another machine but pickled."""
        return False

    @property
    def workers(self) -> int:
        """How many threads the workers have together."""
        with _client(self.address) as client:
            return max(1, int(sum(client.nthreads().values())))

    def run(
        self,
        task: Callable[[PreparedT, ChunkT], ResultT],
        chunks: Iterable[ChunkT],
        preparation: Preparation[PreparedT],
    ) -> Iterator[ResultT]:
        """Yield ``task(prepared, chunk)`` for each chunk, in order."""
        with _client(self.address) as client:
            run = client.id
            futures = [
                client.submit(_work, run, task, chunk, preparation, pure=False, retries=TRIES)
                for chunk in chunks
            ]
            while futures:
                yield futures.pop(0).result()


def _work(
    run: str,
    task: Callable[[PreparedT, ChunkT], ResultT],
    chunk: ChunkT,
    preparation: Preparation[PreparedT],
) -> ResultT:
    from distributed import get_worker

    worker: Any = get_worker()
    if getattr(worker, KEPT, (None,))[0] != run:
        setattr(worker, KEPT, (run, preparation()))
    return task(getattr(worker, KEPT)[1], chunk)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "Dask is not installed: pip install 'gloss-digest[cluster]'"
        ) from None
    make: Any = Client
    try:
        return make(address)
    except OSError as problem:
        raise ConnectionError(f"no Dask scheduler answers at {address}: {problem}") from problem
