"""Dates as a page shows them: in words, for machines, and how certain they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton

Precision = Literal["day", "month", "year", "span", "about", "open"]

_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?\Z")


@dataclass(frozen=True)
class Reading:
    """A date, read.

    edtf: as the digest has it. machine: what HTML's ``time`` element takes, or empty.
    words: in the site's language. precision: how it is drawn; ``open`` has no year.
    """

    edtf: str
    words: str
    machine: str = ""
    precision: Precision = "span"


@lru_cache(maxsize=1 << 16)
def read(edtf: str, lang: str) -> Reading:
    """Read an EDTF value for a page in that language (BCP 47)."""
    plain = _PLAIN.match(edtf)
    if plain is None:
        return Reading(edtf, edtf, "", _precision(edtf))
    year, month, day = (int(part) if part else None for part in plain.groups())
    locale = lang.replace("-", "_")
    try:
        stands = date(year or 1, month or 1, day or 1)
    except ValueError:
        return Reading(edtf, edtf, "", "span")
    if day:
        return Reading(edtf, format_date(stands, "long", locale=locale), edtf, "day")
    if month:
        words = format_skeleton("yMMMM", stands, locale=locale)
        return Reading(edtf, words, edtf, "month")
    return Reading(edtf, str(year), edtf, "year")


def _precision(edtf: str) -> Precision:
    if edtf.startswith("XXXX"):
        return "open"
    return "about" if re.search(r"[~?%X]", edtf) else "span"


def year_of(edtf: str) -> str:
    """Return the year that a date is listed under, or an empty text: year not stated.

    An interval is listed under the year in which it begins, or ends if its start is open.
    """
    match = re.search(r"(?<![\d-])\d{4}(?=$|[-/?~%.,])", edtf)
    return match[0] if match else ""
