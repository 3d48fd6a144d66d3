"""A timeline as its files need it: events with the words that a reader knows things by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gloss.digest.model import Digest, Event, Repeated
from gloss.edtf import Edtf, moment, read
from gloss.formats.recurrence import Recurrence, recurrence_of
from gloss.lexicon import words
from gloss.urls import story_url

_WORDS = words("spans")
FAR = 12  # characters between two hours that belong together


@dataclass(frozen=True)
class ExportedDate:
    """A date in a story, with what it is called there.

    target: the address of the date in its story. title, day: the story's, day being what places it
    among others. names: those of the sentence. value: None where it has no place in time:
    where the year is not stated, or it is no EDTF. until: the hour at which it ends, where the
    sentence says so.
    """

    event: Event
    target: str
    title: str
    day: str
    names: tuple[str, ...]
    value: Edtf | None
    until: Edtf | None = None

    @property
    def unsure(self) -> bool:
        """Whether the date is approximate or uncertain."""
        return bool(self.value and self.value.doubt)


@dataclass(frozen=True)
class TimelineExport:
    """Dates in order. path: of its page's folder; title: what the dates are about.

    repeated: what happens again and again, each with when it does.
    """

    path: str
    title: str
    entries: tuple[ExportedDate, ...]
    repeated: tuple[tuple[ExportedDate, Recurrence], ...] = ()


def timeline_of(
    path: str,
    title: str,
    events: Iterable[Event],
    digest: Digest,
    repeated: Iterable[Repeated] = (),
) -> TimelineExport:
    """Give events the words of the digest that they stand in."""
    entries = tuple(_entry(event, digest) for event in events)
    again = tuple((_entry(event, digest), recurrence_of(event)) for event in repeated)
    return TimelineExport(path, title, entries, again)


def _entry(event: Event, digest: Digest) -> ExportedDate:
    value = read(event.edtf)
    story = digest.stories.get(event.story) or digest.hidden[event.story]
    return ExportedDate(
        event=event,
        target=story_url(event.story) + (f"#{event.anchor}" if event.anchor else ""),
        title=story.title,
        day=story.day,
        names=tuple(digest.names[id_].name for id_ in event.names if id_ in digest.names),
        value=value if value and value.first else None,
    )


def joined(entries: Sequence[ExportedDate]) -> tuple[ExportedDate, ...]:
    """Return dates with two hours of one day that a sentence joins as one, which has an end."""
    of_place = {_place(entry.event): entry for entry in entries if entry.value}
    ends: dict[Place, ExportedDate] = {}
    for entry in of_place.values():
        for other in _behind(entry.event, of_place):
            if is_end(entry, other):
                ends[_place(entry.event)] = other
    gone = {_place(end.event) for end in ends.values()}
    return tuple(
        replace(entry, until=ends[_place(entry.event)].value)
        if _place(entry.event) in ends
        else entry
        for entry in entries
        if _place(entry.event) not in gone
    )


Place = tuple[str, str, int]


def _place(event: Event) -> Place:
    return event.story, event.sentence, event.at


def _behind(event: Event, of_place: Mapping[Place, ExportedDate]) -> Iterator[ExportedDate]:
    """The date that follows in the sentence behind a word or two, if there is one."""
    end = event.at + len(event.written)
    for at in range(end, min(end + FAR, len(event.sentence))):
        other = of_place.get((event.story, event.sentence, at))
        if other:
            yield other
            return


def is_end(entry: ExportedDate, other: ExportedDate) -> bool:
    """Tell whether a date is the hour at which another, of the same day, ends."""
    begins, ends = (moment(e.value) if e.value else None for e in (entry, other))
    if not begins or not ends or begins.tzinfo != ends.tzinfo or not begins < ends:
        return False
    event = entry.event
    between = event.sentence[event.at + len(event.written) : other.event.at].strip().lower()
    before = event.sentence[: event.at].split()[-1:]
    both = between in _WORDS["and"] and [word.lower() for word in before] == list(_WORDS["between"])
    return (ends - begins).days < 1 and (between in _WORDS["to"] or both)
