"""What a story weighs: the files and bytes of a site, by kind of output (docs/scale.md).

python -m bench.weight output
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

# A kind, and the files that are of it, the first that fits.
KINDS: tuple[tuple[str, str], ...] = (
    ("the story's page", r"stories/[^/]+/index\.html"),
    ("annotations.jsonld", r"stories/[^/]+/annotations\.jsonld"),
    ("text.txt", r"stories/[^/]+/text\.txt"),
    ("picture for sharing", r"stories/[^/]+/card\.png"),
    ("timeline of a story", r"stories/[^/]+/timeline\.\w+"),
    ("a story's picture", r"stories/[^/]+/picture\.webp"),
    ("lists of stories", r"(stories|sections|\d{4})/.*|index\.html"),
    ("whole timeline, pages", r"timeline/.*\.html"),
    ("whole timeline, files", r"timeline/.*"),
    ("quotations, lists", r"quotes/.*"),
    ("names beside each other, pages", r"with/.*\.html"),
    ("names beside each other, data", r"with/.*"),
    ("graph", r"data/graph/.*"),
    ("data", r"data/.*"),
    ("editions", r"editions/.*"),
    ("threads", r"threads/.*"),
    ("search", r"search/.*"),
    ("feeds", r"feeds/.*"),
    ("name: main page", r"\w+/[^/]+/index\.html"),
    ("name: timeline pages", r"\w+/[^/]+/timeline.*\.html"),
    ("name: quotation pages", r"\w+/[^/]+/quotes.*\.html"),
    ("name: feeds", r"\w+/[^/]+/.*\.atom\.xml"),
    ("name: calendars", r"\w+/[^/]+/.*\.(ics|json|csv)"),
    ("name: other pages", r"\w+/[^/]+/.*"),
    ("lists of names", r"\w+/[^/]+\.html|\w+/index\.html"),
)


def weigh(site: Path) -> dict[str, tuple[int, int, int]]:
    """Return files, bytes and bytes as gzip has them of each kind, the theme's own left out."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith("theme/"):
            content = path.read_bytes()
            kind = found[kind_of(name)]
            kind[0] += 1
            kind[1] += len(content)
            kind[2] += len(gzip.compress(content, 6))
    return {kind: (one, two, three) for kind, (one, two, three) in found.items()}


def kind_of(name: str) -> str:
    """Return which kind of output a file is."""
    return next((kind for kind, of in KINDS if re.fullmatch(of, name)), "others")


def table(weighed: dict[str, tuple[int, int, int]], stories: int) -> Iterable[str]:
    """Yield a table of Markdown, the heaviest first."""
    yield "| a story has | files | kB | kB gzipped |"
    yield "| --- | ---: | ---: | ---: |"
    every = tuple(sum(numbers) for numbers in zip(*weighed.values(), strict=True))
    for kind, numbers in sorted(weighed.items(), key=lambda one: -one[1][1]):
        yield _row(kind, numbers, stories)
    yield _row("in all", every, stories)


def _row(kind: str, numbers: tuple[int, ...], stories: int) -> str:
    files, size, packed = (number / stories for number in numbers)
    return f"| {kind} | {files:.2f} | {size / 1000:.1f} | {packed / 1000:.1f} |"


if __name__ == "__main__":
    output = Path(sys.argv[1])
    count = sum(1 for _ in output.glob("stories/*/text.txt"))
    print(f"{count} stories", *table(weigh(output), count), sep="\n")
