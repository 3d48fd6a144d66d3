"""What an editor does to a digest; each is undone by the function that it returns."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bench.stories import NEWS, annotated, write_seed
from bench.words import make_news_stock

Undo = Callable[[], object]
ENTRY = "entities:\n- {{name: {name}, type: {kind}, {more}}}\n"


def article_of(folder: Path, number: int) -> Path:
    """Return the file of an article."""
    return folder / "content" / "stories" / f"story-{number:05}.md"


def word_corrected(folder: Path, count: int) -> Undo:
    """Put a word into a sentence of a story of the middle."""
    return _rewritten(article_of(folder, count // 2), r"\. The (?=[a-z ]+\. )", ". The zymurgic ")


def headline_corrected(folder: Path, count: int) -> Undo:
    """Put a word into a headline."""
    return _rewritten(article_of(folder, count // 2), r"(?m)^Title: ", "Title: Zymurgic ")


def seed_added(folder: Path, count: int) -> Undo:
    """Drop a new story, which is annotated."""
    stories = folder / "content" / "stories"
    before = set(stories.iterdir())
    made = annotated(make_news_stock(count), count, density=NEWS)
    write_seed(made, folder)

    def undo() -> None:
        (folder / "seeds" / f"{made.slug}.txt").unlink()
        for article in set(stories.iterdir()) - before:
            article.unlink()

    return undo


def story_withdrawn(folder: Path, count: int) -> Undo:
    """Take an old story away."""
    paths = (article_of(folder, count // 10), folder / "seeds" / f"story-{count // 10:05}.txt")
    kept = [(path, path.read_bytes()) for path in paths]
    for path in paths:
        path.unlink()
    return lambda: [path.write_bytes(content) for path, content in kept]


def register_entry(folder: Path, count: int) -> Undo:
    """Enter a name of a story of the middle, which it and others have."""
    return _entered(folder, count, "aliases: [Zymurgist]")


def description_changed(folder: Path, count: int) -> Undo:
    """Say of the same name who it is."""
    return _entered(folder, count, "description: somebody of whom one reads")


def _entered(folder: Path, count: int, more: str) -> Undo:
    register = folder / "content" / "entities.yaml"
    text = article_of(folder, count // 2).read_text("utf-8")
    found = re.search(r"(?m)^    (person|org):\S+ = ([^|<\n]+)", text)
    assert found, "a story names somebody"
    register.write_text(ENTRY.format(name=found[2].strip(), kind=found[1], more=more), "utf-8")
    return register.unlink


def _rewritten(path: Path, pattern: str, replacement: str) -> Undo:
    text = path.read_text("utf-8")
    changed = re.sub(pattern, replacement, text, count=1)
    assert changed != text, f"{pattern} is not in {path.name}"
    path.write_text(changed, "utf-8")
    return lambda: path.write_text(text, "utf-8")


CHANGES: dict[str, Callable[[Path, int], Undo]] = {
    "one word corrected": word_corrected,
    "a headline corrected": headline_corrected,
    "one new seed": seed_added,
    "an old story withdrawn": story_withdrawn,
    "a register entry added": register_entry,
    "a description changed": description_changed,
}
