"""What articles say of names is kept, and read again only where an article was touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from gloss.identity import story_names
from gloss.ingest import known
from gloss.ingest.article_files import scan_articles
from gloss.ingest.known import known_names
from gloss.ingest.linking import KnownNames, link_all
from gloss.register import Register
from gloss.story import Annotations, Entity, Story

Ask = Callable[[KnownNames], object]

ARTICLE = """\
Title: {0}
Date: 2026-01-31
Slug: {0}
Names:
    person:ann-lee = Ann Lee | mayor of Sel
    org:harbour-office = Harbour Office
    place:sel = Sel

[Ann Lee](person:ann-lee) of the [Harbour Office](org:harbour-office), the
[{1}](org:harbour-office), came to [Sel](place:sel). [Lee](person:ann-lee) stayed.
"""
NAMES = {"Lee": "person:lee", "HO": "org:ho", "A. Lee": "person:a-lee", "Sel": "place:sel"}
NEW = (
    Story("new", " ".join(NAMES)),
    Annotations(entities=tuple(Entity(id_, name) for name, id_ in NAMES.items())),
)


@pytest.fixture
def ask(tmp_path: Path):
    """Ask what is known of the names of a new story in a folder of four articles."""
    stories = tmp_path / "stories"
    stories.mkdir()
    for slug in ("hail", "rain", "sleet", "snow"):
        write(stories, slug)

    def ask(
        cache: bool = True, without: frozenset[str] = frozenset(), of: Ask = what_bears
    ) -> object:
        files = scan_articles(stories, {})
        with known_names(stories, files, without, tmp_path / "cache" if cache else None) as names:
            return of(names)

    return ask


def what_bears(names: KnownNames) -> list[tuple[object, ...]]:
    """Return what is known of each thing that bears on the new story."""
    found = names.bearing_on([story_names(*NEW)]).things
    return [(id_, thing.entity, thing.forms, [*thing.beside]) for id_, thing in found.items()]


def linked(names: KnownNames) -> object:
    """Return what the new story's names are."""
    return link_all([NEW], names, Register()).stories


def write(stories: Path, slug: str, *changes: tuple[str, str]) -> None:
    """Write an article that nobody has touched for long."""
    text = ARTICLE.format(slug, "HO")
    for old, new in changes:
        text = text.replace(old, new)
    (stories / f"{slug}.md").write_text(text)
    os.utime(stories / f"{slug}.md", ns=(0, 0))


def ids(found: list[tuple[object, ...]]) -> list[object]:
    """Return the ids of what is known."""
    return [id_ for id_, *_ in found]


def test_what_is_kept_is_what_is_read(ask, tmp_path):
    def same(**asked) -> bool:
        return ask(**asked) == ask(cache=False, **asked)

    assert ids(ask()) == ["person:ann-lee", "org:harbour-office", "place:sel"]
    assert same()
    assert same(without=frozenset({"hail.md"}))
    stories = tmp_path / "stories"
    write(stories, "rain", ("Lee](", "Li]("), ("| mayor of", "| once mayor of"))
    write(stories, "dew", ("Ann Lee", "Anna Lee"), ("[HO]", "[HOS]"))
    (stories / "hail.md").unlink()
    assert same()
    for slug in ("dew", "rain", "sleet"):
        (stories / f"{slug}.md").unlink()
    write(stories, "snow", ("person:ann-lee", "person:bo-lee"))
    assert same()
    assert ids(ask()) == ["person:bo-lee", "org:harbour-office", "place:sel"]


def test_an_article_that_was_not_touched_is_not_read(ask, monkeypatch):
    monkeypatch.setattr("gloss.store.stamps.STILL_WARM", -(10**18))  # nothing is still warm
    kept = ask()
    monkeypatch.setattr(known, "names_in", None)
    assert ask() == kept


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE records SET data = x'00'",
        "UPDATE records SET data = x'00' WHERE key LIKE 'things %'",
        "DELETE FROM records WHERE key LIKE 'keys %'",
        "DELETE FROM records WHERE key LIKE 'of %'",
    ],
)
def test_what_was_lost_or_damaged_is_made_again(ask, tmp_path, monkeypatch, spoil):
    monkeypatch.setattr("gloss.store.stamps.STILL_WARM", -(10**18))
    kept, made = ask(), ask(of=linked)
    (path,) = (tmp_path / "cache" / "names").glob("*.sqlite")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(spoil)
    assert ask(of=linked) == made
    assert ask() == kept


def test_an_article_whose_names_break_the_linking_is_told_while_it_does(ask, tmp_path):
    made = ask(of=linked)
    stories = tmp_path / "stories"
    write(stories, "hail", ("place:sel = Sel", "place:sel = Sel\n    person:x = ."))
    for cache in (True, True, False):
        assert ask(cache, of=lambda names: link_all([NEW], names, Register())).unusable
        assert ask(cache, of=linked) == made
    write(stories, "hail")
    assert not ask(of=lambda names: link_all([NEW], names, Register())).unusable
