"""A small digest as an editor finds it: two stories with doubts, and one that is broken."""

from __future__ import annotations

from pathlib import Path

HARBOUR = (Path(__file__).parent / "harbour.md").read_text(encoding="utf-8")


def make_digest(folder: Path) -> Path:
    """Write a digest's articles; return their folder."""
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    for slug, age in (("harbour", "twenty"), ("harbour-again", "thirty")):
        text = HARBOUR.replace("SLUG", slug).replace("AGE", age)
        (stories / f"{slug}.md").write_text(text, encoding="utf-8")
    (stories / "broken.md").write_text("Title: Broken\nDate: never\n\n[x](nothing:y)\n", "utf-8")
    return stories
