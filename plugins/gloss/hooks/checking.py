"""What ``invoke check`` tells, for a project as its settings say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from gloss.check import MOST, check_articles, check_links, report
from gloss.hooks.expected import wrong_settings
from gloss.hooks.settings import PelicanSettings, register_of, seeds_of, stories_of
from gloss.register import RegisterError, load_register

_HOME = re.compile(r'<link rel="stylesheet" href="(/[^"]*?)theme/css/')
_ENTRY = re.compile(r"^([ ]*)- ", re.MULTILINE)


def look_through(
    settings: PelicanSettings, output: Path, story: str = "", everything: bool = False
) -> Iterator[str]:
    """Tell what the editor should look at, in articles and in the built site, in grouped lines.

    story: a slug, to be told of that alone. everything: no group is cut.
    """
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
    found += check_links(output, root_of(output, urlsplit(settings["SITEURL"] or "").path))
    if story:
        found = [one for one in found if Path(one.where.partition("#")[0]).stem == story]
    indent = indent_of(register_of(settings))
    most = None if everything or story else MOST
    yield from report(found, most, indent) if found else ["Nothing to look at."]
    if not output.is_dir():
        yield f"{output}/ is not there, so no links were followed: build first."
    elif any(one.paste for one in found):
        yield f"Lines with “-” in front go as they are under entities: in {register_of(settings)}."


def root_of(output: Path, path: str) -> str:
    """Return the path that a site was built for: its page of what is not found says it."""
    missing = output / "404.html"
    built = _HOME.search(missing.read_text(encoding="utf-8")) if missing.is_file() else None
    return (built[1] if built else path).rstrip("/")


def indent_of(register: Path) -> str:
    """Return the blanks before the entries of a register."""
    text = register.read_text(encoding="utf-8", errors="replace") if register.is_file() else ""
    entry = _ENTRY.search(text)
    return entry[1] if entry else "  "
