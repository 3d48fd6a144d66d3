"""The steps from seeds to articles, in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from gloss.article import (
    ArticleError,
    Head,
    digest_of_body,
    read_head,
    split_article,
    write_article,
)
from gloss.ingest.report import Report
from gloss.ingest.titles import slug_of, summary_of, title_of
from gloss.register import Register, RegisterError, load_register
from gloss.seed import MAX_BYTES, Seed, SeedError, digest_of, parse_seed
from gloss.story import Annotations, Story


@dataclass(frozen=True)
class Settings:
    """How seeds are read and annotated (docs/settings.md)."""

    max_bytes: int = MAX_BYTES
    tagger: str = "gloss"
    model: str | None = None
    workers: int = 0


@dataclass(frozen=True)
class Shelved:
    """An article that is there already."""

    path: Path
    head: Head
    corrected: bool


@dataclass
class _Work:
    """What is found out on the way."""

    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    kept: int = 0
    todo: list[tuple[Seed, Shelved | None]] = field(default_factory=list)


def ingest(
    seeds: Path, stories: Path, register_path: Path, settings: Settings | None = None
) -> Report:
    """Write an article for each seed that is new or changed; leave every other file alone."""
    settings = settings or Settings()
    work = _Work()
    try:
        register = load_register(register_path)
    except RegisterError as problem:
        return Report(errors=(str(problem),))
    shelf = _shelf(stories, work)
    paths = sorted(p for p in seeds.glob("*.txt") if p.is_file()) if seeds.is_dir() else []
    for path in paths:
        _consider(path, shelf.get(path.name), work)
    for name in sorted(shelf.keys() - {path.name for path in paths}):
        work.notices.append(f"{shelf[name].path.name}: its seed {name} is gone; the article stays")
    if work.todo:
        _write_all(work, stories, shelf, register, settings)
    return Report(tuple(work.errors), tuple(work.notices), tuple(work.written), work.kept)


def _shelf(stories: Path, work: _Work) -> dict[str, Shelved]:
    """Return the articles that are there, by the name of their seed."""
    shelf: dict[str, Shelved] = {}
    for path in sorted(stories.glob("*.md")):
        if path.name.endswith(".new.md"):
            continue
        text = path.read_text(encoding="utf-8")
        try:
            head = read_head(text, path.name)
        except ArticleError as problem:
            work.errors.append(str(problem))
            continue
        corrected = digest_of_body(split_article(text)[1]) != head.body_digest
        shelf[head.seed or f"/{path.name}"] = Shelved(path, head, corrected)
    return shelf


def _consider(path: Path, shelved: Shelved | None, work: _Work) -> None:
    data = path.read_bytes()
    if shelved and shelved.head.seed_digest == digest_of(data):
        work.kept += 1
        return
    try:
        seed = parse_seed(data, path.name)
    except SeedError as problem:
        work.errors.append(str(problem))
        return
    work.notices.extend(seed.notices)
    work.todo.append((seed, shelved))


def _write_all(
    work: _Work, stories: Path, shelf: dict[str, Shelved], register: Register, settings: Settings
) -> None:
    stories.mkdir(parents=True, exist_ok=True)
    taken = {shelved.head.slug for shelved in shelf.values()}
    found = annotate_all([seed.story for seed, _ in work.todo], register, settings)
    for (seed, shelved), said in zip(work.todo, found, strict=True):
        head = _head(seed, shelved, taken)
        taken.add(head.slug)
        text = write_article(seed.story, said, head)
        path = shelved.path if shelved else stories / f"{head.slug}.md"
        if shelved and shelved.corrected:
            path = path.with_suffix(".new.md")
            work.notices.append(
                f"{shelved.path.name}: corrected by hand, and its seed changed: see {path.name}"
            )
        _write_atomically(path, text)
        work.written.append(head.slug)


def annotate_all(
    stories: Sequence[Story], register: Register, settings: Settings
) -> Iterable[Annotations]:
    """Annotate stories, in order."""
    from gloss.annotate.annotator import load_annotator

    annotator = load_annotator(register, settings.tagger, settings.model)
    return annotator.annotate_all(stories)


def _head(seed: Seed, shelved: Shelved | None, taken: set[str]) -> Head:
    story = seed.story
    title = title_of(story.headline, story.text)
    old = shelved.head if shelved else None
    return Head(
        title=title,
        slug=old.slug if old else slug_of(title, story.id, taken),
        date=old.date if old else _today(),
        status=old.status if old else "published",
        summary=summary_of(story.text),
        seed=seed.name,
        seed_digest=seed.digest,
        other=old.other if old else {},
    )


def _today() -> str:
    """Return the day of SOURCE_DATE_EPOCH, else today's (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()


def _write_atomically(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
