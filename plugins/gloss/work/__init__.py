"""Work done by many processes: one interface, three executors behind it.

    Serial()              this process, one thing after the other
    Processes(n)          processes of this machine
    gloss.work.cluster    a Dask cluster (``pip install gloss-digest[cluster]``)

``run(task, chunks, preparation)`` gives the results in the order of the chunks, whoever was
quicker: what is made of them is the same however many workers there were.
"""

from gloss.work.choice import executor_for
from gloss.work.executor import NOTHING, Executor, Preparation
from gloss.work.local import Processes, Serial
from gloss.work.progress import Progress, chunks_of

__all__ = [
    "NOTHING",
    "Executor",
    "Preparation",
    "Processes",
    "Progress",
    "Serial",
    "chunks_of",
    "executor_for",
]
