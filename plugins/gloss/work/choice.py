"""Which executor does the work."""

from __future__ import annotations

import os
from contextlib import suppress

from gloss.work.cluster import DaskCluster
from gloss.work.executor import Executor
from gloss.work.local import Processes, Serial


def executor_for(workers: int | None = None, cluster: str | None = None) -> Executor:
    """Return the executor that the settings ask for; ``workers=None`` means every core there is."""
    if cluster:
        return DaskCluster(cluster)
    workers = workers or cores()
    return Serial() if workers == 1 else Processes(workers)


def cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
