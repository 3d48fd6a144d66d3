"""Where nothing was touched since the last build, there is nothing to load and nothing to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pelican
from pelican import signals

from gloss.hooks.saying import say
from gloss.hooks.settings import PelicanSettings, cache_of, seeds_of
from gloss.store.fingerprint import PACKAGE, described, fingerprint
from gloss.store.standing import Read, Watched, keep_standing, look_at_read, stands

# Under this name a build's settings, which all its parts share, hold what was seen of it.
SEEN = "_GLOSS_STANDING"
# What Pelican itself reads and writes, whether touched or not: the editor's own pages and files.
OWN = ("PAGE_PATHS", "STATIC_PATHS")


@dataclass
class Seen:
    """What a build is told by: what it depends on, and where that is kept.

    lines: what a build has to say if all is as it was; None where it is not.
    began: how the files that it reads were before it.
    again: what the next one would have to say; None where that is not known.
    held: the settings that are emptied while this build goes on.
    """

    watched: Watched
    path: Path
    lines: tuple[str, ...] | None
    began: Read
    again: list[str] | None = field(default_factory=list)
    held: dict[str, Any] = field(default_factory=dict)


def look_first(pelican: Any) -> None:
    """See whether anything was touched since the last build."""
    settings = cast(dict[str, Any], pelican.settings)
    watched = _watched(settings)
    path = cache_of(settings) / f"standing-{fingerprint(str(watched.written))[:8]}"
    emptied = settings["DELETE_OUTPUT_DIRECTORY"]  # by Pelican, before anything is written
    began = look_at_read(watched)
    lines = None if emptied else stands(watched, path, began)
    seen = Seen(watched, path, lines, began)
    settings[SEEN] = seen
    if seen.lines is not None and _is_alone(settings):
        seen.held = {name: settings[name] for name in OWN}
        settings.update(dict.fromkeys(OWN, ()))


def _is_alone(settings: PelicanSettings) -> bool:
    """Tell whether no other plugin is there, which may want to see pages and files each time."""
    return all(name.startswith("gloss.") for name in settings["PLUGINS"])


def all_stands(settings: PelicanSettings) -> bool:
    """Tell whether nothing was touched since the last build."""
    seen: Seen | None = settings.get(SEEN)
    return seen is not None and seen.lines is not None


def say_again(settings: PelicanSettings) -> None:
    """Say what an unchanged build has to say."""
    for line in settings[SEEN].lines:
        say(line)


def note(settings: PelicanSettings, lines: Iterable[str] | None) -> None:
    """Note what the next build would say if all stays as it is; None where that is not known."""
    seen: Seen | None = settings.get(SEEN)
    if seen is None or seen.again is None:
        return
    if lines is None:
        seen.again = None
    else:
        seen.again += lines


def keep(settings: PelicanSettings) -> None:
    """Keep how all is after a build without a fault, for the next one.

    Where a file that it reads was touched meanwhile, by itself or by an editor, the next one looks.
    """
    seen: Seen | None = cast(dict[str, Any], settings).pop(SEEN, None)
    if seen is None:
        return
    cast(dict[str, Any], settings).update(seen.held)
    if seen.lines is not None or seen.again is None:
        return
    now = look_at_read(seen.watched)
    if now.mark == seen.began.mark:
        keep_standing(seen.watched, seen.again, seen.path, now)


def _watched(settings: PelicanSettings) -> Watched:
    theme = Path(settings["THEME"])
    folders = (settings["PATH"], theme, *settings["THEME_TEMPLATES_OVERRIDES"], PACKAGE)
    seeds = seeds_of(settings)
    read = (*map(Path, folders), *([seeds] if seeds else []), *sorted(Path().glob("*.py")))
    versions = (sys.version, pelican.__version__)
    return Watched(read, Path(settings["OUTPUT_PATH"]), "\n".join([*versions, *_said(settings)]))


def _said(settings: Mapping[str, Any]) -> Iterator[str]:
    """All settings, in words."""
    for name, value in sorted(settings.items()):
        if isinstance(value, Mapping):
            yield from (f"{name}.{key} {described(one)}" for key, one in sorted(value.items()))
        else:
            yield f"{name} {described(value)}"


def register() -> None:
    """Connect the handler, before all others."""
    signals.initialized.connect(look_first)
