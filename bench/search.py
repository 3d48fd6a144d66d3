"""Measure the search beside Pagefind and plain Lunr: ``python -m bench.search 1000 3000 10000``.

Stories of real words, seeded; a host that gzips; Chromium at the real page, a fresh one for every
search. Bytes are those of bodies as sent, for all that a search fetches: scripts, lunr.js, index,
and what is shown of the first five results.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gloss.search.tokenizer import words_of
from gloss.story import Article

from bench.searching.host import serve
from bench.searching.reader import (
    Looked,
    chromium,
    first_bytes,
    look,
    look_with_lunr,
    look_with_pagefind,
)
from bench.searching.site import Built, build, write_pages
from bench.searching.stock import stock

SEARCHES = 9
# Words of these ranks are what one searches for: neither "the" nor something said once.
RANKS = slice(400, 6000)
# lunr.py takes some twelve milliseconds a story; what it needs grows with their number.
MOST_FOR_LUNR = 3000
# Of the words in the order of how common they are: these.
COMMON = (1, 10, 30, 100, 300, 1000)


def main() -> None:
    """Print a block of figures for each count of stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int, nargs="*", default=[1000, 3000, 10000])
    parser.add_argument("--build", action="store_true", help="build only, without a browser")
    options = parser.parse_args()
    firsts = {}
    for count in options.stories:
        with tempfile.TemporaryDirectory(prefix="gloss-search-") as folder:
            site = Path(folder) / "site"
            built = build(count, site)
            _print_build(built, count, site)
            if not options.build:
                firsts[count] = measure(built, site)
    if not firsts:
        return
    least, most = min(firsts), max(firsts)
    if least != most:
        grown = firsts[most] / firsts[least]
        print(f"\nBytes of a first search grow {grown:.2f}× from {least:,} to {most:,} stories")


def measure(built: Built, folder: Path) -> float:
    """Search, print; return the median bytes of a first search."""
    queries = list(_queries(built.stories))
    address, wire = serve(folder)
    with chromium(os.environ.get("CHROMIUM") or str(shutil.which("chromium"))) as browser:
        looked = [
            look(browser, address, wire, query, queries[place - 1])
            for place, query in enumerate(queries)
        ]
        _print_looked(looked)
        common = [(n, stock().words[n - 1]) for n in COMMON]
        sizes = [(n, w, first_bytes(browser, address, wire, w)) for n, w in common]
        print("  the commonest words:", ", ".join(f"{n} “{w}” {_kb(s)}" for n, w, s in sizes))
        write_pages(built.stories, folder)
        _pagefind(folder)
        requests, size = look_with_pagefind(browser, address, wire, queries)
        print(f"  Pagefind: first result {requests:.0f} requests, {_kb(size)}", flush=True)
        if len(built.stories) > MOST_FOR_LUNR:
            print(f"  plain Lunr: measured up to {MOST_FOR_LUNR:,} stories")
        else:
            _build_lunr(built.stories, folder)
            _print_lunr(*look_with_lunr(browser, address, queries))
    return statistics.median(one.first for one in looked)


def _words(stories: list[Article]) -> float:
    return sum(len(story.story.text.split()) for story in stories) / len(stories)


def _print_build(built: Built, count: int, folder: Path) -> None:
    each = 1000 * (built.counting + built.assembling) / count
    load = os.getloadavg()[0]
    words = _words(built.stories)
    print(f"\n{count:,} stories, {words:,.0f} words each (load of the machine: {load:.1f})")
    print(
        f"  index built in {built.counting + built.assembling:.2f} s of CPU, {each:.2f} ms a story"
        f" (counting {1000 * built.counting / count:.2f}); one story more {built.again:.2f} s"
    )
    index = [path for path in (folder / "search").rglob("*.json") if path.parent.name != "s"]
    sizes = [(path.stat().st_size, len(gzip.compress(path.read_bytes(), 6))) for path in index]
    raw, packed = (sum(size) for size in zip(*sizes, strict=True))
    size = f"{raw / 1e6:.1f} MB, {packed / 1e6:.1f} MB gzip"
    print(f"  index {size}, {len(index):,} files", flush=True)


def _queries(stories: list[Article]) -> list[str]:
    """One to two words that stand together in some story, or a name; the same every time."""
    chance = random.Random(11)
    # All quotations of the made stories end in "said".
    common = set(stock().words[RANKS]) - {"said"}
    queries: list[str] = []
    while len(queries) < SEARCHES:
        story = chance.choice(stories)
        words = sorted(common.intersection(words_of(story.story.text)))
        names = [entity.name for entity in story.annotations.entities]
        kind = len(queries) % 3
        if kind == 2:
            queries.append(chance.choice(names))
        elif len(words) > 1:
            queries.append(" ".join(chance.sample(words, kind + 1)))
    return queries


def _print_looked(looked: list[Looked]) -> None:
    first, further = ([getattr(o, k) for o in looked] for k in ("first", "further"))
    requests = statistics.median(one.requests for one in looked)
    letters = sorted(letter for one in looked for letter in one.letters)
    print(
        f"  first result: {requests:.0f} requests, median {_kb(statistics.median(first))}"
        f" ({_kb(min(first))} to {_kb(max(first))});"
        f" a further one {_kb(statistics.median(further))}"
    )
    print(
        f"  a letter, once fetched: median {statistics.median(letters):.0f} ms,"
        f" nine of ten under {letters[int(len(letters) * 0.9)]:.0f} ms;"
        f" worker {statistics.median(one.memory for one in looked):.1f} MB"
    )
    for one in looked:
        print(f"    {one.query:32} {_kb(one.first):>9} {_kb(one.further):>9}  {_ms(one)}")


def _kb(size: float) -> str:
    return f"{size / 1000:.1f} kB"


def _ms(one: Looked) -> str:
    return " ".join(f"{letter:.0f}" for letter in one.letters) + " ms"


def _pagefind(folder: Path) -> None:
    pages = ["--site", str(folder), "--glob", "stories/**/*.html"]
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pagefind", *pages], check=True, capture_output=True)
    print(f"  Pagefind: built in {time.perf_counter() - start:.1f} s, both cores", flush=True)


def _build_lunr(stories: list[Article], folder: Path) -> None:
    """lunr.py on headlines and texts: how long it takes, and how large the one file is."""
    from lunr import lunr

    rows = [{"ref": s.slug, "title": s.title, "text": s.story.text} for s in stories]
    start = time.process_time()
    index = lunr(ref="ref", fields=["title", "text"], documents=rows)
    taken = time.process_time() - start
    content = json.dumps(index.serialize()).encode()
    (folder / "lunr.json").write_bytes(content)
    print(
        f"  plain Lunr: built in {taken:.1f} s of CPU,"
        f" {1000 * taken / len(stories):.1f} ms a story;"
        f" {len(content) / 1e6:.1f} MB, {_kb(len(gzip.compress(content, 6)))} gzip to fetch at once"
    )


def _print_lunr(read: float, asked: list[float]) -> None:
    print(
        f"  plain Lunr: read by lunr.js in {read:.0f} ms,"
        f" then a search takes {statistics.median(asked):.0f} ms (median)",
        flush=True,
    )


if __name__ == "__main__":
    main()
