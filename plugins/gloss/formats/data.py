"""The whole digest as data: stories, names, quotations and dates, as CSV and as JSON Lines, packed.

Addresses are relative to the site's root, so that the files are right wherever the site stands.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event, Name, Repeated, Said, Statement, StoryFacts
from gloss.formats.addresses import on_the_web
from gloss.formats.packed import packed
from gloss.formats.recurrence import recurrence_of
from gloss.formats.tables import tables
from gloss.formats.years import by_years, newest_in
from gloss.output import File
from gloss.store.pieces import KeptPieces, Portion, portions_of
from gloss.urls import story_url

TableRow = dict[str, Any]
# Things, by the name of their table and what the names of its files have beside it.
Tables = Mapping[str, Mapping[str, Sequence[Any]]]
T = TypeVar("T")

# Where there are more stories, tables are cut by their years: dates, and names, take 3 kB of each.
STORIES = 500

# What a spreadsheet would run as a formula when it opens a CSV (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


# A date of EDTF (ISO 8601-2) or a span of two, or a number.
_DATE = r"-?[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]+(?:Z|[+-][\d:]+)?)?[~?%]?"
_PLAIN = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Dataset(Generic[T]):
    """One table of the digest.

    name: of its files, ``data/NAME.csv.gz`` and ``data/NAME.jsonl.gz``.
    things: of which there is a row each, in a fixed order. row: of a thing.
    story: the slug of the one story that a thing is of, empty where it is of several.
    mark: stands for all that a row depends on, and is no other row's.
    """

    name: str
    things: Callable[[Digest], Iterable[T]]
    row: Callable[[T, Digest], TableRow]
    mark: Callable[[T, Digest, Marks], str]
    story: Callable[[T], str]


def years_of(digest: Digest) -> dict[str, str]:
    """Return, by the slug of a story, what stands in the names of files with its rows.

    The newest year's (or month's) rows, and those of no single story, are in the tables themselves.
    """
    stories = tuple(digest.stories.values())
    parts = by_years(stories, lambda story: story.day, newest_in(digest), STORIES)
    return {story.slug: part for part, some in parts.items() for story in some}


def dealt(digest: Digest) -> Tables:
    """Return what there is a row of, by the table's name and what its files' names have beside."""
    years = years_of(digest)
    found = {}
    for dataset in DATASETS:
        parts: dict[str, list[Any]] = {part: [] for part in ("", *years.values())}
        for thing in dataset.things(digest):
            parts[years.get(dataset.story(thing), "")].append(thing)
        found[dataset.name] = parts
    return found


def data_files(
    digest: Digest, marks: Marks, of: Tables | None = None, kept: KeptPieces | None = None
) -> Iterator[File]:
    """Yield two files for each table.

    of: what is dealt out to them, if it is already.
    kept: pieces of the last build's, so that only the rows by a changed one are made again.
    """
    of = of or dealt(digest)
    for dataset in DATASETS:
        for part, things in of[dataset.name].items():
            table = _Table(dataset, part, things, digest, marks, kept or KeptPieces())
            for ending, make in (("csv", table.csv), ("jsonl", table.json_lines)):
                yield File(f"data/{dataset.name}{part}.{ending}.gz", table.keys, make, whole=True)


@dataclass(frozen=True)
class _Table:
    """The rows of a table, or of one part of it, made in runs."""

    dataset: Dataset[Any]
    part: str
    things: Sequence[Any]
    digest: Digest
    marks: Marks
    kept: KeptPieces

    def keys(self) -> list[str]:
        """Return what the rows depend on."""
        return [run.key for run in self._portions]

    def csv(self) -> bytes:
        """Return the table as CSV, packed as JSON Lines are."""
        head = csv_of((), tables()[self.dataset.name].columns)
        return packed(lambda: head) + self._joined("csv", _packed_rows)

    def json_lines(self) -> bytes:
        """Return the table as JSON Lines, run by run a member of one gzip file (RFC 1952, 2.2)."""
        return self._joined("jsonl", _packed_lines) or packed(bytes)

    def _joined(self, form: str, write: Callable[[Iterable[TableRow]], bytes]) -> bytes:
        pieces = ((run.key, partial(self._written, write, run.things)) for run in self._portions)
        return self.kept.joined(f"{self.dataset.name}{self.part}.{form}", pieces)

    @cached_property
    def _portions(self) -> Sequence[Portion[Any]]:
        mark = self.dataset.mark
        return list(portions_of(self.things, lambda thing: mark(thing, self.digest, self.marks)))

    def _written(
        self, write: Callable[[Iterable[TableRow]], bytes], things: Sequence[Any]
    ) -> bytes:
        rows = (self.dataset.row(thing, self.digest) for thing in things)
        return write({key: _known(value) for key, value in row.items()} for row in rows)


def _known(value: Any) -> Any:
    """A value; what is empty is not known."""
    return None if value == "" else value


def _packed_lines(rows: Iterable[TableRow]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    return packed(lambda: "".join(lines).encode("utf-8", "surrogatepass"))


def _packed_rows(rows: Iterable[TableRow]) -> bytes:
    return packed(lambda: csv_rows(rows))


def csv_of(rows: Iterable[TableRow], columns: Iterable[str]) -> bytes:
    """Return rows as CSV (RFC 4180), in UTF-8, the first row being the columns' names."""
    return _csv([columns]) + csv_rows(rows)


def csv_rows(rows: Iterable[TableRow]) -> bytes:
    """Return rows as CSV, without the columns' names."""
    return _csv(map(_cell, row.values()) for row in rows)


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)  # RFC 4180
    return text.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: Any) -> str:
    """A value as a cell: lists are joined, nothing is empty, and no text becomes a formula.

    An apostrophe keeps text from it; dates before our era and numbers begin with a sign too, can do
    no harm, and are data: they stay as they are.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return _cell("; ".join(str(item) for item in value))
    text = str(value)
    harmless = not text.startswith(_FORMULA) or _PLAIN.fullmatch(text)
    return text if harmless else f"'{text}"


def _story(story: StoryFacts, digest: Digest) -> TableRow:
    thread = digest.thread_of.get(story.slug)
    return {
        "story": story.slug,
        "url": story_url(story.slug),
        "title": story.title,
        "published": story.published,
        "entered": story.date,
        "corrected": story.corrected,
        "source": story.source,
        "author": story.author,
        "original": story.url if on_the_web(story.url) else None,
        "lang": story.lang,
        "section": story.section,
        "words": story.words,
        "summary": story.summary,
        "names": [named.entity for named in story.named],
        "repeats": digest.copies.get(story.slug),
        "thread": thread.slug if thread else None,
    }


def _name(name: Name, digest: Digest) -> TableRow:
    del digest
    return {
        "id": name.id,
        "url": name.url,
        "name": name.name,
        "kind": name.kind,
        "description": name.description,
        "forms": list(name.forms),
        "same_as": list(name.same_as),
        "mentions": name.mentions,
        "quotations": len(name.said),
        "stories": list(name.stories),
    }


def _said(said: Said, digest: Digest) -> TableRow:
    by = digest.names.get(said.by) if said.by else None
    return {
        "url": f"{story_url(said.story)}#{said.anchor}",
        "story": said.story,
        "words": " ".join(said.words),
        "by": said.by,
        "speaker": by.name if by else None,
        "speaker_words": None if by else said.who,
        "cue": said.cue,
        "how": said.how,
        "sure": said.sure,
        "names": list(said.names),
        "also": _elsewhere(said, digest),
    }


def _elsewhere(told: Said | Statement, digest: Digest) -> list[str]:
    others = digest.also.get((told.story, told.anchor), ())
    return [f"{story_url(other.story)}#{other.anchor}" for other in others]


def _statement(told: Statement, digest: Digest) -> TableRow:
    by = digest.names.get(told.by) if told.by else None
    return {
        "url": f"{story_url(told.story)}#{told.anchor}",
        "story": told.story,
        "words": told.words,
        "by": told.by,
        "source": by.name if by else None,
        "source_words": None if by else told.who,
        "cue": told.cue,
        "lemma": told.lemma,
        "sentence": told.sentence,
        "names": list(told.names),
        "also": _elsewhere(told, digest),
    }


def _event(event: Event, digest: Digest) -> TableRow:
    del digest
    return {
        "url": f"{story_url(event.story)}#{event.anchor}",
        "story": event.story,
        "edtf": event.edtf,
        "written": event.written,
        "how": event.how,
        "sentence": event.sentence,
        "names": list(event.names),
    }


def _every_repeated(digest: Digest) -> Iterator[Repeated]:
    return (event for story in digest.stories.values() for event in story.repeated)


def _repeated(event: Repeated, digest: Digest) -> TableRow:
    del digest
    recurrence = recurrence_of(event)
    return {
        "url": story_url(event.story),
        "story": event.story,
        "timex": event.edtf,
        "since": event.since,
        "until": event.until,
        "first": recurrence.first.isoformat() if recurrence.first else None,
        "rrule": recurrence.rule,
        "written": event.written,
        "sentence": event.sentence,
    }


def _mark_of_story(story: StoryFacts, digest: Digest, marks: Marks) -> str:
    thread = digest.thread_of.get(story.slug)
    return f"{marks.stories[story.slug]} {thread.slug if thread else ''}"


def _mark_of_name(name: Name, digest: Digest, marks: Marks) -> str:
    del digest
    return f"{name.id} {marks.names[name.id]}"


def _mark_of_told(told: Said | Statement, digest: Digest, marks: Marks) -> str:
    """The story's mark with the place in it; and where else it is told."""
    place = f"{marks.stories[told.story]} {told.anchor}"
    again = (told.story, told.anchor) in digest.also
    return " ".join((place, *_elsewhere(told, digest))) if again else place


def _mark_of_event(event: Event, digest: Digest, marks: Marks) -> str:
    """Of what is repeated, which has no anchor, its place in the story's text."""
    del digest
    place = event.anchor or f"{event.edtf} {event.at} {event.sentence}"
    return f"{marks.stories[event.story]} {place}"


def _only_story(name: Name) -> str:
    """A name without a page is its story's."""
    return name.stories[0] if name.passing else ""


def _slug(story: StoryFacts) -> str:
    return story.slug


def _story_of(thing: Said | Statement | Event | Repeated) -> str:
    return thing.story


DATASETS: tuple[Dataset[Any], ...] = (
    Dataset(
        "stories",
        lambda digest: digest.stories.values(),
        _story,
        _mark_of_story,
        lambda story: story.slug,
    ),
    Dataset("names", lambda digest: digest.names.values(), _name, _mark_of_name, _only_story),
    Dataset("quotations", lambda digest: digest.said, _said, _mark_of_told, _story_of),
    Dataset("statements", lambda digest: digest.statements, _statement, _mark_of_told, _story_of),
    Dataset("dates", lambda digest: digest.events, _event, _mark_of_event, _story_of),
    Dataset("repetitions", _every_repeated, _repeated, _mark_of_event, _story_of),
)
