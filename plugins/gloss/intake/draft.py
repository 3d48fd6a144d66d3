"""A story on its way to a seed: what its document says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from unidecode import unidecode

from gloss.seed import MAX_HEADLINE

LONGEST_NAME = 60
# Above a headline that stands again at the top there are so few lines, and so few words in each.
NEAR, FEW = 4, 6
_TRACKS = re.compile(r"(?:utm_\w+|fbclid|gclid)=")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class IntakeError(ValueError):
    """A document that no story can be made of; its text is one line for the user."""


@dataclass(frozen=True)
class Draft:
    """A story as its document has it.

    lines: its paragraphs, list items and rows, in order. published, accessed: ISO 8601 days.
    notices: what was left out, and what is to be looked at.
    """

    headline: str
    lines: tuple[str, ...]
    published: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    lang: str | None = None
    accessed: str | None = None
    notices: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words its text has."""
        return sum(len(line.split()) for line in self.lines)


def in_one_line(text: str | None) -> str:
    """Return a text with its blank space as single spaces."""
    return " ".join((text or "").split())


def seed_of(draft: Draft) -> str:
    """Return the text of a draft's seed (docs/seeds.md has the form)."""
    head = (
        ("Published", draft.published),
        ("Source", draft.source),
        ("URL", draft.url),
        ("Accessed", draft.accessed),
        ("Author", draft.author),
        ("Lang", draft.lang),
    )
    headline = in_one_line(draft.headline)[:MAX_HEADLINE]
    lines = [f"{key}: {in_one_line(value)}" for key, value in head if value]
    return "\n".join([headline, *lines, "", *draft.lines, ""])


def name_of(draft: Draft) -> str:
    """Return a name for a draft's seed, of its headline's letters; without an ending."""
    plain = re.sub(r"[^a-z0-9]+", "-", unidecode(draft.headline).lower().replace("'", ""))
    name = plain.strip("-")
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]
    return name or "story"


def day_of(value: str | datetime | None) -> str | None:
    """Return the ISO 8601 day of a date, or of text that begins with one; None: there is none."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    found = re.match(r"\d{4}-\d\d-\d\d", value or "")
    if not found:
        return None
    try:
        return date.fromisoformat(found.group()).isoformat()
    except ValueError:
        return None


def address_of(value: str | None) -> str | None:
    """Return a web address where it is one, without what only tracks readers."""
    text = (value or "").strip()
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"\s", text):
        return None
    kept = [
        pair for pair in parts.query.split("&") if not re.match(r"(utm_\w+|fbclid|gclid)=", pair)
    ]
    return parts._replace(query="&".join(kept), fragment="").geturl()


def language_of(value: str | None) -> str | None:
    """Return a language tag where it is one."""
    tag = (value or "").strip().replace("_", "-")
    return tag if _LANG.fullmatch(tag) else None


def without_headline(lines: Sequence[str], headline: str) -> tuple[str, ...]:
    """Return a text's lines without its headline, where it stands above them again."""
    wanted = in_one_line(headline).casefold()
    for number, line in enumerate(lines[:NEAR]):
        if in_one_line(line).casefold() == wanted:
            return tuple(lines[number + 1 :])
        if len(line.split()) > FEW:
            break
    return tuple(lines)


def counted(count: int, one: str, many: str = "") -> str:
    """Say how many: ``1 picture``, ``3 pictures``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
