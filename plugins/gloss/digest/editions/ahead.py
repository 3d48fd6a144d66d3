"""What an edition's stories say will be: the dates behind its last day."""

from __future__ import annotations

from collections import Counter

from gloss.digest.editions.model import Edition
from gloss.digest.model import Event
from gloss.edtf import first_day, order

# No story fills the list alone.
OF_A_STORY = 2


def dates_ahead(edition: Edition) -> list[Event]:
    """Return the dates that begin after an edition's last day, the nearest first.

    A date that several sentences name stands once for each story, a story at most twice.
    """
    events = [event for story in edition.stories for event in story.events]
    ahead = [event for event in events if first_day(event.edtf, "") > edition.last]
    ahead.sort(key=lambda event: order(event.edtf))
    taken: Counter[str] = Counter()
    found: dict[tuple[str, str], Event] = {}
    for event in ahead:
        if taken[event.story] < OF_A_STORY and (event.story, event.edtf) not in found:
            found[event.story, event.edtf] = event
            taken[event.story] += 1
    return list(found.values())
