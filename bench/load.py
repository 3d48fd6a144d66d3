"""Odd sizes: what one very long story, or very many names, cost. ``python -m bench.load``

Each is tried at three sizes, of which the next is twice the last: where time more than doubles, it
does not grow with the length alone.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.register import read_register
from gloss.site import Site

THEME = Path(__file__).parents[1] / "theme" / "templates"
HEAD = "Title: Rain\nDate: 2019-01-01\nSlug: rain-{}\nPublished: 2019-01-01\n\n"
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


LOADS: dict[str, tuple[Callable[[int], dict[str, str]], tuple[int, ...]]] = {
    "marks in one story": (marks, (3_000, 6_000, 12_000)),
    "characters in one story": (length, (500_000, 1_000_000, 2_000_000)),
    "stories of one headline": (namesakes, (300, 600, 1_200)),
    "entries of the register": (entries, (1_250, 2_500, 5_000)),
}


def build(files: dict[str, str], root: Path) -> None:
    """Build a site of these files from scratch."""
    stories = root / "stories"
    stories.mkdir()
    for name, text in files.items():
        (stories / name).write_text(text, encoding="utf-8")
    job = BuildJob(
        articles=stories,
        output=root / "output",
        cache=root / "cache",
        theme=Theme((str(THEME),), options={"trim_blocks": True, "lstrip_blocks": True}),
        site=Site(url="https://example.org"),
        register=read_register(files.get("entities.yaml", "")),
    )
    assert not build_site(job).problems


def main() -> None:
    """Measure, and print a table."""
    print("| what | how many | CPU seconds | memory so far |\n| --- | --- | --- | --- |")
    for what, (make, sizes) in LOADS.items():
        for size in sizes:
            with TemporaryDirectory() as folder:
                start = time.process_time()
                build(make(size), Path(folder))
                took = time.process_time() - start
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"| {what} | {size:,} | {took:.1f} | {memory:,} MB |", flush=True)


if __name__ == "__main__":
    main()
