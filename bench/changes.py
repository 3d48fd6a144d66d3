"""What an editor does to a digest; each is undone by the function that it returns."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bench.stories import NEWS, annotated, entry_of, write_seed
from bench.words import make_news_stock

Undo = Callable[[], object]


def middle_of(folder: Path) -> Path:
    """Return the article that Gloss made itself: that of the story of the middle."""
    stories = (folder / "content" / "stories").glob("*.md")
    return next(path for path in stories if not path.name.startswith("story-"))


def word_corrected(folder: Path, count: int) -> Undo:
    """Put a word before the last three of a plain sentence of the story of the middle."""
    del count
    return _edited(folder, r"(?s)(\n\n.*?[a-z]) (?=(?:[a-z]+ ){2}[a-z]+\.\s)", r"\1 zymurgic ")


def headline_corrected(folder: Path, count: int) -> Undo:
    """Put a word into a headline."""
    del count
    return _edited(folder, r"(?m)^Title: ", "Title: Zymurgic ")


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
    name = f"story-{count // 10:05}"
    paths = (folder / "content" / "stories" / f"{name}.md", folder / "seeds" / f"{name}.txt")
    undo = _as_they_are(*paths)
    for path in paths:
        path.unlink()
    return undo


def register_entry(folder: Path, count: int) -> Undo:
    """Enter another name of a story of the middle, with another word for it."""
    other = annotated(make_news_stock(count), count // 2, density=NEWS).found.entities[1]
    register = folder / "content" / "entities.yaml"
    text = register.read_text("utf-8")
    register.write_text(text + entry_of(other, ", aliases: [Zymurgist]"), "utf-8")
    return lambda: register.write_text(text, "utf-8")


def description_changed(folder: Path, count: int) -> Undo:
    """Say of a name that the register has who it is."""
    del count
    register = folder / "content" / "entities.yaml"
    return _rewritten(register, "}$", ", description: somebody of whom one reads}")


def _edited(folder: Path, pattern: str, replacement: str) -> Undo:
    """Edit the middle article; undone, nothing is kept of the edit."""
    path = middle_of(folder)
    corrections = folder / "content" / "corrections" / f"{path.stem}.yaml"
    undo = _as_they_are(path, corrections, folder / "cache" / "made" / path.name)
    _rewritten(path, pattern, replacement)
    return undo


def _as_they_are(*paths: Path) -> Undo:
    """Return what puts files back, and takes those away that are not there."""
    kept = {path: path.read_bytes() if path.exists() else None for path in paths}

    def undo() -> None:
        for path, content in kept.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)

    return undo


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
