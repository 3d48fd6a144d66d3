"""The same results from one process, several, and a cluster that loses a worker."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from gloss.work import (
    NOTHING,
    Executor,
    Preparation,
    Processes,
    Progress,
    Serial,
    chunks_of,
    executor_for,
)
from rich.console import Console

from tests.work import tasks

NUMBERS = list(range(40))
TRIPLED = Preparation(tasks.prepare, (3,))
UNPREPARED = Preparation(tasks.cannot_prepare, ("no such tool",))


@pytest.fixture(params=["serial", "processes", "spawned"])
def executor(request: pytest.FixtureRequest) -> Executor:
    made: dict[str, Executor] = {
        "serial": Serial(),
        "processes": Processes(2),
        "spawned": Processes(2, start="spawn"),
    }
    return made[request.param]


def test_results_come_in_the_order_of_the_chunks(executor: Executor) -> None:
    chunks = chunks_of(NUMBERS, 7)
    results = executor.run(tasks.slow_first, chunks, TRIPLED)
    assert [n for chunk in results for n in chunk] == [3 * n for n in NUMBERS]


def test_an_exception_in_a_task_is_raised_here(executor: Executor) -> None:
    with pytest.raises(ValueError, match="seven"):
        list(executor.run(tasks.fails_at_seven, chunks_of(NUMBERS, 5), NOTHING))


def test_what_cannot_be_prepared_is_raised_here_and_once(
    executor: Executor, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ValueError, match="no such tool"):
        list(
            executor.run(
                tasks.slow_first, [[1]], Preparation(tasks.cannot_prepare, ("no such tool",))
            )
        )
    assert capfd.readouterr().err == ""


def test_no_work_is_no_results(executor: Executor) -> None:
    assert list(executor.run(tasks.slow_first, [], TRIPLED)) == []


def test_a_process_that_dies_is_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    chunks = [(n, str(tmp_path / "died")) for n in range(6)]
    assert list(Processes(2).run(tasks.dies_once, chunks, NOTHING)) == list(range(6))
    assert (tmp_path / "died").exists()


def test_a_chunk_that_kills_every_process_is_given_up() -> None:
    with pytest.raises(BrokenProcessPool):
        list(Processes(2).run(tasks.dies, [1], NOTHING))


def test_one_core_needs_no_other_process() -> None:
    assert executor_for(1) == Serial()
    assert executor_for(3) == Processes(3)


def test_progress_is_silent_where_nobody_looks() -> None:
    out = StringIO()
    pieces = Progress(Console(file=out)).over([[1, 2], [3]], 3, "Counting")
    assert list(pieces) == [[1, 2], [3]]
    assert out.getvalue() == ""


def test_progress_on_a_terminal_says_what_is_done_and_how_much() -> None:
    out = StringIO()
    console = Console(file=out, force_terminal=True, width=100)
    list(Progress(console).over([[1, 2], [3]], 3, "Counting"))
    assert "Counting" in out.getvalue()
    assert "3/3" in out.getvalue()


needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None or bool(os.environ.get("CI")),
    reason="needs Dask (pip install 'gloss-digest[cluster]') and a quiet machine",
)


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers of this machine, each a process of its own."""
    file = folder / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    own = ["--no-dashboard", "--scheduler-file", str(file)]
    scheduler = subprocess.Popen([*dask, "scheduler", "--port", "0", *own], **quiet)  # type: ignore[call-overload]
    worker = [*dask, "worker", "--nthreads", "1", "--no-nanny", *own]
    workers = [subprocess.Popen(worker, cwd=folder, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    try:
        from distributed import Client

        while not file.exists() or not file.stat().st_size:
            time.sleep(0.2)
        with Client(scheduler_file=str(file), timeout=60) as client:
            client.wait_for_workers(2, timeout=120)
            address = client.scheduler.address
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@needs_dask
def test_a_cluster_that_does_not_answer_is_named() -> None:
    from gloss.work.cluster import DaskCluster

    with pytest.raises(ConnectionError, match="no Dask scheduler answers at tcp://127"):
        list(DaskCluster("tcp://127.0.0.1:1").run(tasks.slow_first, [[1]], TRIPLED))


@needs_dask
def test_a_cluster_that_loses_a_worker_gives_the_same_results(tmp_path: Path) -> None:
    from gloss.work.cluster import DaskCluster

    chunks = [[n] for n in NUMBERS]
    with cluster(tmp_path) as (address, workers):
        assert DaskCluster(address).workers == 2
        results = DaskCluster(address).run(tasks.slowly, chunks, TRIPLED)
        first = next(results)
        workers[0].send_signal(signal.SIGKILL)
        assert [*first, *(n for chunk in results for n in chunk)] == [3 * n for n in NUMBERS]
