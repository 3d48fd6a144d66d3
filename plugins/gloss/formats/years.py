"""Whole-digest files cut by years, and busy years by months, so that none grows without end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from gloss.digest.model import Digest
from gloss.edtf import first_day, read

T = TypeVar("T")


def by_years(
    things: Sequence[T], day: Callable[[T], str], today: str, most: int
) -> dict[str, list[T]]:
    """Return things, in their order, by what stands in the name of the file that holds them.

    That is nothing while there are few; else ``-2015``, or ``-2015-03`` where the year has more
    than ``most``, and nothing for the newest of these, which holds all that is later. A year is
    that of the day, ``-0000`` where it states none.

    day: of a thing (EDTF). today: the newest day of the digest.
    """
    if len(things) <= most:
        return {"": list(things)}
    newest = _month(today)
    months = [min(_month(day(thing)), newest) for thing in things]
    in_year = Counter(month[:4] for month in months)
    part = {month: month if in_year[month[:4]] > most else month[:4] for month in {*months, newest}}
    found: dict[str, list[T]] = {}
    for thing, month in zip(things, months, strict=True):
        name = "" if part[month] == part[newest] else f"-{part[month]}"
        found.setdefault(name, []).append(thing)
    return found


def newest_in(digest: Digest) -> str:
    """Return the day of the newest story, as ISO 8601 has its first; empty without stories."""
    return max((first_day(story.day, "") for story in digest.stories.values()), default="")


@lru_cache(maxsize=1 << 14)
def _month(day: str) -> str:
    """Such as ``2015-03``; ``2015`` where no month is stated."""
    value = read(day)
    first = first_day(day, "0000")
    if first.startswith("-"):
        return "0000"
    return first[:7] if value and value.month else first[:4]
