"""Read a seed: plain text as received -> Story.

    The headline
    Published: 2018-09-19       head lines, optional, straight under the headline
    Source: Example Wire

    The story, a paragraph a line; blank lines between paragraphs and hard-wrapped paragraphs
    are understood too (docs/seeds.md).

A seed that cannot be used raises SeedError: one line that names the file, the line, what is wrong
and what is expected.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from gloss.seed.broken import broken, told
from gloss.seed.days import written_days
from gloss.seed.pasted import is_page, pasted
from gloss.seed.text import decode, paragraphs
from gloss.story import Story
from gloss.urls import PICTURE, is_picture

MAX_BYTES = 2_000_000
MAX_HEADLINE = 500
# What an article's head has of its seed as it is.
CARRIED = ("Accessed", "Image", "Alt", "Caption")
HEAD_KEYS = ("Published", "Source", "URL", "Author", "Lang", "Section", *CARRIED)

_HEAD_LINE = re.compile(r"(?P<key>[^\W\d_][\w-]*):(?:\s+(?P<value>.*))?$")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class SeedError(ValueError):
    """A seed that cannot be used; its text is one line for the editor."""


@dataclass(frozen=True)
class Seed:
    """A seed that was read.

    name: the file's name. digest: SHA-256 of its bytes, in hexadecimal.
    notices: what was put right while reading, one line each.
    carried: head lines that its article has as they are: a picture, the day of access.
    """

    name: str
    story: Story
    digest: str
    notices: tuple[str, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()


def read_seed(path: Path, max_bytes: int = MAX_BYTES) -> Seed:
    """Read a seed file.

    Raises SeedError where it cannot be used, OSError where it cannot be read.
    """
    size = path.stat().st_size
    if size > max_bytes:
        raise SeedError(
            f"{path.name}:1: {size:,} bytes; expected at most {max_bytes:,} (GLOSS_MAX_SEED_BYTES)"
        )
    return parse_seed(path.read_bytes(), path.name)


def parse_seed(data: bytes, name: str) -> Seed:
    """Make a seed of a file's content and name; raises SeedError where it cannot be used."""
    text, notices = _decoded(data, name)
    if is_page(text):
        raise SeedError(
            f"{name}:1: the source of a web page; expected its text: "
            f"call it {Path(name).stem}.html, and gloss add it"
        )
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise SeedError(f"{name}:1: the file is empty; expected a headline and a story")
    headline = _headline(lines[first], f"{name}:{first + 1}")
    head, end = _head(lines, first + 1, name)
    body = paragraphs(lines[end:])
    if not body:
        raise SeedError(
            f"{name}:{end}: no story under the headline; expected a blank line, then its paragraphs"
        )
    story = Story(
        id=Path(name).stem,
        text="\n\n".join(body),
        headline=headline,
        published=head.get("Published"),
        source=head.get("Source"),
        url=head.get("URL"),
        author=head.get("Author"),
        lang=head.get("Lang"),
        section=head.get("Section"),
    )
    told = [f"{name}:{number + 1}: {says}" for number, says in _looked_over(lines, end)]
    if "Image" in head and "Alt" not in head:
        told.append(f"{name}:{first + 2}: a picture without Alt: say what it shows")
    carried = tuple((key, head[key]) for key in CARRIED if key in head)
    return Seed(name, story, digest_of(data), (*notices, *told), carried)


def _looked_over(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """Tell of lines of the text, from ``start`` on, that look as if they were none."""
    first = next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))
    for number in range(first, len(lines)):
        head = _HEAD_LINE.match(lines[number].strip())
        if not head or head["key"] not in HEAD_KEYS:
            break
        says = f"stands behind a blank line and is text: put {head['key']} under the headline"
        yield number, f"“{_short(lines[number].strip())}” {says}"
    for number, says in pasted(lines[start:]):
        yield start + number, says


def digest_of(data: bytes) -> str:
    """Return the digest by which a seed is known to be unchanged (SHA-256, hexadecimal)."""
    return hashlib.sha256(data).hexdigest()


def _decoded(data: bytes, name: str) -> tuple[str, Iterable[str]]:
    try:
        text, notices = decode(data)
    except ValueError as problem:
        raise SeedError(f"{name}:{problem}; expected text") from None
    if found := broken(text):
        notices = [*notices, f"{found[0]}: {told(found[1])}"]
    return text, [f"{name}:{notice}" for notice in notices]


def _headline(line: str, where: str) -> str:
    headline = line.strip()
    key = headline.partition(":")[0]
    if key in HEAD_KEYS:
        raise SeedError(f"{where}: no headline: the file begins with {key!r}; expected a headline")
    if len(headline) > MAX_HEADLINE:
        raise SeedError(
            f"{where}: no headline: the first line has {len(headline):,} characters; "
            f"expected a headline of at most {MAX_HEADLINE}"
        )
    return headline


def _head(lines: Sequence[str], start: int, name: str) -> tuple[Mapping[str, str], int]:
    """Read the head lines from a line on; return them and the number of the line after them."""
    head: dict[str, str] = {}
    at = start
    while at < len(lines) and lines[at].strip():
        where = f"{name}:{at + 1}"
        key, value = _head_line(lines[at].strip(), where)
        if key in head:
            raise SeedError(f"{where}: {key} is given twice; expected it once")
        if value:
            head[key] = _checked(key, value, where)
        at += 1
    return head, at


def _head_line(line: str, where: str) -> tuple[str, str]:
    keys = ", ".join(HEAD_KEYS)
    match = _HEAD_LINE.match(line)
    if not match:
        raise SeedError(
            f"{where}: text straight under the headline; "
            f"expected a blank line or a head line ({keys})"
        )
    key = {known.lower(): known for known in HEAD_KEYS}.get(match["key"].lower())
    if not key:
        raise SeedError(
            f"{where}: unknown head key {_short(match['key'])!r}; "
            f"expected {keys}, or a blank line before the story"
        )
    return key, (match["value"] or "").strip()


def _checked(key: str, value: str, where: str) -> str:
    if key in ("Published", "Accessed"):
        return _day(key, value, where)
    if key == "URL" and not _is_web_address(value):
        raise SeedError(f"{where}: URL {_short(value)!r}; expected an http or https address")
    if key == "Image" and not is_picture(value):
        raise SeedError(f"{where}: Image {_short(value)!r}; expected {PICTURE}")
    if key == "Lang" and not _LANG.fullmatch(value):
        raise SeedError(f"{where}: Lang {_short(value)!r}; expected a language tag such as en-GB")
    return value


def _day(key: str, value: str, where: str) -> str:
    """Return the day of an ISO date or date and time, or of a date as people write it."""
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        days = written_days(value)
    if len(days) == 1:
        return days[0]
    if days:
        lines = " or ".join(f"{key}: {day}" for day in days)
        raise SeedError(f"{where}: {key} {_short(value)!r} may be two days; write {lines}")
    raise SeedError(f"{where}: {key} {_short(value)!r} is no date; expected YYYY-MM-DD")


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", value)


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"
