"""Time expressions: found, read as TIMEX3, and put on the calendar as EDTF."""

from __future__ import annotations

from gloss.annotate.language import Reading
from gloss.annotate.times.annotate import find_times

__all__ = ["find_times"]
del Reading
