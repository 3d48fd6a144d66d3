"""Measure Gloss beside plain Pelican, Hugo and Pagefind: ``python -m bench.run 300 1000``.

Everything is seeded, and like real news (bench/stories.py). The articles are annotated already,
since annotation is done once for each story and measured apart (bench/annotation.py); only the one
new seed is annotated on the way. What is compared is the processor time of all processes: that of
the clock depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from gloss.work.choice import cores

from bench.changes import CHANGES
from bench.measure import Measured, measure
from bench.project import gloss, stamps_of, touched
from bench.rivals import hugo, missing, pagefind, plain_pelican
from bench.stories import write_digest


def main() -> None:
    """Print a table for each count of stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--runs", type=int, default=1, help="of each row; the median is told")
    parser.add_argument("--folder", type=Path, help="work here, and leave it behind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gloss-bench-") as passing:
        for count in options.stories:
            folder = (options.folder or Path(passing)) / str(count)
            print(f"\n{count:,} stories, {cores()} cores, {options.runs} run(s)", flush=True)
            print(f"{'':34}{'cores s':>9}{'wall s':>9}{'peak MB':>9}{'written':>9}{'gone':>7}")
            for row in _rows(count, folder, options.runs):
                print(row, flush=True)


@dataclass(frozen=True)
class Row:
    """A row of the table: what was measured, and the files that were written and removed."""

    name: str
    measured: Measured
    written: int = 0
    gone: int = 0

    def __str__(self) -> str:
        m = self.measured
        return (
            f"{self.name:34}{m.cpu:9.2f}{m.wall:9.2f}{m.memory:9.0f}{self.written:9,}{self.gone:7,}"
        )


def _rows(count: int, folder: Path, runs: int) -> Iterator[Row | str]:
    shutil.rmtree(folder, ignore_errors=True)
    write_digest(count, folder)
    yield from _rivals(folder, runs)
    yield _middle("Gloss, from scratch, one core", runs, lambda: _scratch(folder, 1))
    yield _middle("Gloss, from scratch", runs, lambda: _scratch(folder))
    yield _weight(folder / "output", count)
    yield _middle("Gloss, nothing changed", runs, lambda: _build(folder))
    # The first story that is annotated has all articles read for their names, which is kept.
    for name, change in (("a first new seed", CHANGES["one new seed"]), *CHANGES.items()):
        undo = change(folder, count)
        yield _named(name, _build(folder))
        undo()
        _build(folder)


def _rivals(folder: Path, runs: int) -> Iterator[Row | str]:
    """The others; one that is not installed is told in a line."""
    yield _middle(
        "plain Pelican, simple theme", runs, lambda: Row("", measure(plain_pelican(folder), folder))
    )
    shutil.rmtree(folder / "plain")
    if told := missing("hugo"):
        yield told
        return
    yield _middle("Hugo", runs, lambda: Row("", measure(hugo(folder), folder)))
    if told := missing("pagefind"):
        yield told
    else:
        yield _middle("Pagefind on Hugo's pages", 1, lambda: Row("", measure(pagefind(), folder)))
    shutil.rmtree(folder / "hugo")


def _scratch(folder: Path, processes: int = 0) -> Row:
    shutil.rmtree(folder / "output", ignore_errors=True)
    for kept in (folder / "cache").iterdir():
        if kept.is_dir() and kept.name != "made":
            shutil.rmtree(kept)
        elif kept.is_file():
            kept.unlink()
    return _build(folder, processes)


def _build(folder: Path, processes: int = 0) -> Row:
    before = stamps_of(folder / "output")
    measured = gloss(folder, processes)
    written, gone = touched(before, stamps_of(folder / "output"))
    return Row("", measured, written, gone)


def _named(name: str, row: Row) -> Row:
    return Row(f"Gloss, {name}", row.measured, row.written, row.gone)


def _middle(name: str, runs: int, run: Callable[[], Row]) -> Row:
    """The run of the median processor time."""
    rows = [run() for _ in range(runs)]
    middle = median(row.measured.cpu for row in rows)
    row = min(rows, key=lambda row: abs(row.measured.cpu - middle))
    return Row(name, row.measured, row.written, row.gone)


def _weight(output: Path, count: int) -> str:
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return (
        f"{'  the site':34}{sum(sizes) / count / 1000:.0f} kB and {len(sizes) / count:.1f} files a"
        f" story; the largest file {max(sizes) / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
