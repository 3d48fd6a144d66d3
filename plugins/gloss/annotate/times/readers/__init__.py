"""What each kind of expression means. A rule of the grammar names its reader.

A reader takes the parts of an expression and the context, and returns what it means, or None where
it means no time after all. ValueError and OverflowError mean that the calendar has no such day.
"""

from __future__ import annotations

from gloss.annotate.times.context import Reader
from gloss.annotate.times.readers import (
    business,
    calendar,
    clock,
    counted,
    durations,
    figures,
    holidays,
    ranges,
    relative,
    repetitions,
    spoken,
)

READERS: dict[str, Reader] = {
    **calendar.READERS,
    **figures.READERS,
    **relative.READERS,
    **spoken.READERS,
    **counted.READERS,
    **business.READERS,
    **holidays.READERS,
    **ranges.READERS,
    **clock.READERS,
    **durations.READERS,
    **repetitions.READERS,
}
