"""Odd sizes: what one very long story, or very many names, cost. ``python -m bench.load``

Each is tried at three sizes, of which the next is twice the last: where time more than doubles, it
does not grow with the length alone.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.ingest import IngestSettings, ingest
from gloss.register import load_register
from gloss.site import Site

THEME = Path(__file__).parents[1] / "theme" / "templates"
HEAD = "Title: Rain\nDate: 2019-01-01\nSlug: rain-{}\nPublished: 2019-01-01\n\n"
SAID = "Ann Lee said on Monday: “It rained in Paris.” Acme Corp. did not answer. "
SENTENCE = "It rained in the town again, and nobody said why. "


def marks(size: int) -> dict[str, str]:
    """Return one story of so many marks: a third names, a third dates, a third quotations."""
    lines = (
        f"[Ann {i}](person:ann-{i % 300}) came on [May {i}](date:2018-05-{i % 28 + 1:02})."
        f" [“Good {i},”]{{.quote by=ann-{i % 300}}} she said."
        for i in range(size // 3)
    )
    return {"rain.md": HEAD.format(0) + "\n\n".join(lines)}


def length(size: int) -> dict[str, str]:
    """Return one story of so many characters."""
    return {"rain.md": HEAD.format(0) + (SENTENCE * 12 + "\n\n") * (size // 600)}


def namesakes(size: int) -> dict[str, str]:
    """Return so many stories of one headline."""
    return {f"{i}.md": HEAD.format(i) + "[Ann](person:ann) came." for i in range(size)}


def entries(size: int) -> dict[str, str]:
    """Return a register of so many entries, and a story."""
    lines = (f"- {{name: Some{i} Number, type: person, aliases: [Alias{i}]}}" for i in range(size))
    return {"entities.yaml": "\n".join(["entities:", *lines]), **namesakes(1)}


def seed_length(size: int) -> dict[str, str]:
    """Return one seed of so many characters."""
    return {"rain.txt": "Rain\n\n" + (SAID * 8 + "\n\n") * (size // (8 * len(SAID) + 2))}


def seed_namesakes(size: int) -> dict[str, str]:
    """Return so many seeds of one headline."""
    return {f"{i}.txt": f"Rain in town\n\n{SAID}It was {i} o'clock.\n" for i in range(size)}


def seed_entries(size: int) -> dict[str, str]:
    """Return a register of so many entries, and a seed."""
    return {"entities.yaml": entries(size)["entities.yaml"], **seed_namesakes(1)}


LOADS: dict[str, tuple[Callable[[int], dict[str, str]], tuple[int, ...]]] = {
    "marks in one story": (marks, (2_500, 5_000, 10_000)),
    "characters in one story": (length, (500_000, 1_000_000, 2_000_000)),
    "stories of one headline": (namesakes, (1_250, 2_500, 5_000)),
    "entries of the register": (entries, (12_500, 25_000, 50_000)),
    "characters in one seed": (seed_length, (60_000, 120_000, 240_000)),
    "seeds of one headline": (seed_namesakes, (1_250, 2_500, 5_000)),
    "entries of the register beside a seed": (seed_entries, (12_500, 25_000, 50_000)),
}


def build(files: dict[str, str], root: Path) -> None:
    """Build a site of these files from scratch, and make the articles of seeds before."""
    stories, seeds, register = root / "stories", root / "seeds", root / "entities.yaml"
    for name, text in files.items():
        path = {".md": stories, ".txt": seeds}.get(Path(name).suffix, root) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if seeds.exists():
        assert not ingest(seeds, stories, register, IngestSettings(processes=1)).errors
    job = BuildJob(
        articles=stories,
        output=root / "output",
        cache=root / "cache",
        theme=Theme((str(THEME),), options={"trim_blocks": True, "lstrip_blocks": True}),
        site=Site(url="https://example.org"),
        register=load_register(register),
    )
    assert not build_site(job).problems


def measured(what: str, size: int) -> tuple[float, int]:
    """Return what a build takes in a process of its own: CPU seconds, and megabytes at most."""
    make, _ = LOADS[what]
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1) as pool:
        return pool.submit(_measure, make(size), Path(folder)).result()


def _measure(files: dict[str, str], root: Path) -> tuple[float, int]:
    start = time.process_time()
    build(files, root)
    took = time.process_time() - start
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(wanted: Sequence[str]) -> None:
    """Measure those loads, all unless some are wanted, and print a table."""
    print("| what | how many | CPU seconds | at most |\n| --- | --- | --- | --- |")
    for what, (_, sizes) in LOADS.items():
        for size in sizes if not wanted or what in wanted else ():
            took, memory = measured(what, size)
            print(f"| {what} | {size:,} | {took:.1f} | {memory:,} MB |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
