"""Measure Gloss beside plain Pelican, Hugo and Pagefind: ``python -m bench.run 1000 3000 10000``.

Everything is seeded. The articles are annotated already, since annotation is done once for each
story and measured apart (bench/annotation.py); only the one new seed is annotated on the way.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gloss.work.choice import cores

from bench.measure import Measured, measure
from bench.rivals import hugo, pagefind, plain_pelican
from bench.stories import annotated, write_digest, write_seed
from bench.words import make_stock

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print a table for each count of stories, then the growth and the aims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int, nargs="*", default=[1000, 3000, 10000])
    parser.add_argument("--folder", type=Path, help="work here, and leave it behind")
    options = parser.parse_args()
    results = {}
    with tempfile.TemporaryDirectory(prefix="gloss-bench-") as passing:
        for count in options.stories:
            folder = (options.folder or Path(passing)) / str(count)
            results[count] = dict(_rows(count, folder))
    _growth(results)


def _rows(count: int, folder: Path) -> Iterator[tuple[str, Measured]]:
    print(f"\n{count:,} stories, {cores()} cores", flush=True)
    print(f"{'':34}{'wall s':>9}{'cores s':>9}{'ms/story':>10}{'peak MB':>9}", flush=True)
    for name, measured in _measured(count, folder):
        each = 1000 * measured.wall / count
        line = f"{measured.wall:9.2f}{measured.cpu:9.2f}{each:10.2f}{measured.memory:9.0f}"
        print(f"{name:34}{line}", flush=True)
        yield name, measured


def _measured(count: int, folder: Path) -> Iterator[tuple[str, Measured]]:
    shutil.rmtree(folder, ignore_errors=True)
    write_digest(count, folder)
    yield "plain Pelican, simple theme", measure(plain_pelican(folder), folder)
    shutil.rmtree(folder / "plain")
    yield "Hugo", measure(hugo(folder), folder)
    yield "Pagefind on Hugo's pages", measure(pagefind(), folder)
    shutil.rmtree(folder / "hugo")
    yield "Gloss, from scratch, one core", _gloss(folder, 1)
    shutil.rmtree(folder / "output")
    shutil.rmtree(folder / "cache")
    yield "Gloss, from scratch", _gloss(folder)
    yield "Gloss, nothing changed", _gloss(folder)
    write_seed(annotated(make_stock(count), count), folder)
    yield "Gloss, one new seed", _gloss(folder)


def _gloss(folder: Path, processes: int = 0) -> Measured:
    settings = {
        "GLOSS_SEEDS": str(folder / "seeds"),
        "GLOSS_CACHE": str(folder / "cache"),
        "GLOSS_PROCESSES": processes or None,
        "SITEURL": "https://example.org",
    }
    command = [sys.executable, "-m", "pelican", str(folder / "content"), "-s", "pelicanconf.py"]
    more = ["-o", str(folder / "output"), "--fatal", "errors", "-e"]
    said = [f"{key}={json.dumps(value)}" for key, value in settings.items()]
    return measure([*command, *more, *said], ROOT, {"PYTHONPATH": "plugins"})


def _growth(results: dict[int, dict[str, Measured]]) -> None:
    """Print what the aims of docs/scale.md speak of, as measured."""
    print()
    for count, rows in results.items():
        scratch, one = rows["Gloss, from scratch"].wall, rows["Gloss, from scratch, one core"].wall
        plain, new = rows["plain Pelican, simple theme"].wall, rows["Gloss, one new seed"].wall
        print(
            f"{count:6,}: from scratch {scratch / plain:.2f} x plain Pelican;"
            f" one new seed {new / rows['Hugo'].wall:.2f} x Hugo;"
            f" nothing changed {rows['Gloss, nothing changed'].wall:.2f} s;"
            f" {cores()} cores {one / scratch:.2f} x one"
        )
    least, most = min(results), max(results)
    if least < most:
        name = "Gloss, from scratch"
        times = results[most][name].wall / results[least][name].wall
        print(f"{most / least:.0f} times the stories take {times:.1f} times as long")


if __name__ == "__main__":
    main()
