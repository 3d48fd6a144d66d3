"""A timeline as its files need it: events with the words that a reader knows things by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gloss.digest.model import Digest, Event
from gloss.edtf import Edtf, read
from gloss.urls import story_url


@dataclass(frozen=True)
class ExportedDate:
    """A date in a story, with what it is called there.

    target: the address of the date in its story. title, day: the story's, day being what places it
    among others. names: those of the sentence. value: None where it has no place in time:
    where the year is not stated, or it is no EDTF.
    """

    event: Event
    target: str
    title: str
    day: str
    names: tuple[str, ...]
    value: Edtf | None

    @property
    def unsure(self) -> bool:
        """Whether the date is approximate or uncertain."""
        return bool(self.value and self.value.doubt)


@dataclass(frozen=True)
class TimelineExport:
    """Dates in order. path: of its page's folder; title: what the dates are about."""

    path: str
    title: str
    entries: tuple[ExportedDate, ...]


def timeline_of(path: str, title: str, events: Iterable[Event], digest: Digest) -> TimelineExport:
    """Give events the words of the digest that they stand in."""
    return TimelineExport(path, title, tuple(_entry(event, digest) for event in events))


def _entry(event: Event, digest: Digest) -> ExportedDate:
    value = read(event.edtf)
    story = digest.stories.get(event.story) or digest.hidden[event.story]
    return ExportedDate(
        event=event,
        target=f"{story_url(event.story)}#{event.anchor}",
        title=story.title,
        day=story.day,
        names=tuple(digest.names[id_].name for id_ in event.names if id_ in digest.names),
        value=value if value and value.first else None,
    )
