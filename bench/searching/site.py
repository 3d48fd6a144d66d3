"""A site to search: the real theme and search page, the index of many stories, plain pages."""

from __future__ import annotations

import html
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.output import File
from gloss.register import Register
from gloss.search import Searched, index_files, terms_of
from gloss.story import Article

from bench.searching.stories import articles

ROOT = Path(__file__).parents[2]
PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>{0}</title><main><h1>{0}</h1>{1}"


@dataclass
class Built:
    """What parallel the index took, in seconds of CPU.

    counting: each story's words. assembling: the index from them. again: with one story more.
    """

    stories: list[Article]
    counting: float
    assembling: float
    again: float
    files: int


def build(count: int, folder: Path) -> Built:
    """Build the index of so many stories in a folder, and what stands around it."""
    _theme(folder)
    made = list(articles(count + 1))
    facts = [facts_of(article) for article in made]
    start = time.process_time()
    terms = {a.slug: terms_of(a, f) for a, f in zip(made, facts, strict=True)}
    counting = time.process_time() - start
    kept: dict[str, bytes] = {}
    digest = make_digest(facts[:-1], Register())
    searched = Searched(digest, Marks(digest))
    start = time.process_time()
    files = list(index_files(terms, searched, kept))
    assembling = time.process_time() - start
    _write(files, folder)
    digest = make_digest(facts, Register())
    more = Searched(digest, Marks(digest))
    start = time.process_time()
    list(index_files(terms, more, kept))
    again = time.process_time() - start
    return Built(made[:-1], counting, assembling, again, len(files))


def _write(files: Iterable[File], folder: Path) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.make())


def _theme(folder: Path) -> None:
    """The real pages, of a digest without stories."""
    home = folder.parent / "home"
    (home / "content").mkdir(parents=True)
    conf = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    theme = f"\nTHEME = {str(ROOT / 'theme')!r}\n"
    (home / "conf.py").write_text(conf + theme, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "conf.py", "-o", str(folder)]
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    command += ["--fatal", "errors"]
    subprocess.run(command, cwd=home, env=env, check=True, stdout=subprocess.DEVNULL)


def write_pages(stories: Iterable[Article], folder: Path) -> None:
    """Write a plain page for each story, for a search engine that reads pages."""
    for story in stories:
        path = folder / "stories" / story.slug / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = story.story.text.split("\n\n")
        text = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        path.write_text(PAGE.format(html.escape(story.title), text), encoding="utf-8")
