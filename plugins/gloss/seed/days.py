"""Dates as people write them into a seed's head: ``1 March 2005``, ``01.03.2005``."""

from __future__ import annotations

import re
from datetime import datetime

from dateutil.parser import ParserError, parse

# What a date leaves open would be taken from these; where they give two days, it is no whole date.
_UNLESS_SAID = datetime(2001, 1, 1), datetime(2004, 12, 30)
_WHOLE = re.compile(r"(?=.*\b\d{4}\b)(?!.*:)(?:[\w.,/' -]){6,40}")


def written_days(text: str) -> list[str]:
    """Return the ISO 8601 days that a written date may mean: one, two (``01/03/2005``), or none.

    With full stops the day stands first wherever dates are written so; with slashes it does in some
    countries. Names of months are English.
    """
    if not _WHOLE.fullmatch(text):
        return []
    days = {day for first in _orders(text) if (day := _day(text, first))}
    return sorted(days, reverse=True)


def _orders(text: str) -> tuple[bool, ...]:
    if re.match(r"\d{4}\b", text):
        return (False,)
    return (True,) if re.match(r"\d+\.\s*\d+\.", text) else (True, False)


def _day(text: str, day_first: bool) -> str | None:
    try:
        read = {parse(text, dayfirst=day_first, default=unless) for unless in _UNLESS_SAID}
    except (ParserError, OverflowError, ValueError):
        return None
    return read.pop().date().isoformat() if len(read) == 1 else None
