"""What the register holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gloss.story import Kind


@dataclass(frozen=True)
class Entry:
    """What the editor says of one thing.

    id: ``kind:slug``; slug is written in the register, or made of the name once.
    aliases: other names in stories that mean this thing, exactly as written there.
    merges: ids that this one replaces; their pages redirect here.
    same_as: URIs of the same thing elsewhere.
    picture: a file of ``content/static/images``; alt: what it shows.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    description: str = ""
    same_as: tuple[str, ...] = ()
    merges: tuple[str, ...] = ()
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Register:
    """All entries by id, and the names that are none (``not_a_name``).

    notices: what the entries say that cannot be applied, one line each, with file and line.
    lines: the line that each entry begins in, by its id.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    not_a_name: frozenset[str] = frozenset()
    notices: tuple[str, ...] = field(default=(), compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
