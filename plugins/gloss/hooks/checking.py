"""What ``invoke check`` tells, for a project as its settings say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from gloss.check import check_articles, check_links, report
from gloss.hooks.expected import wrong_settings
from gloss.hooks.settings import PelicanSettings, register_of, seeds_of, stories_of
from gloss.register import RegisterError, load_register


def look_through(settings: PelicanSettings, output: Path) -> Iterator[str]:
    """Tell what the editor should look at, in articles and in the built site, in grouped lines."""
    if wrong := list(wrong_settings(settings)):
        yield from wrong
        return
    known: tuple[str, ...] = ()
    try:
        entries = load_register(register_of(settings)).entries
        known = (*entries, *(old for entry in entries.values() for old in entry.merges))
    except RegisterError as problem:
        yield from problem.problems
    found = list(check_articles(stories_of(settings), seeds_of(settings), known))
    found += check_links(output, urlsplit(settings["SITEURL"] or "").path.rstrip("/"))
    yield from report(found) if found else ["Nothing to look at."]
