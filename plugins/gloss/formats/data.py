"""The whole digest as data: stories, names, quotations and dates, as CSV and packed JSON Lines.

Addresses are relative to the site's root, so that the files are right wherever the site stands.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.digest.model import Digest, Event, Name, Repeated, Said, Statement, StoryFacts
from gloss.formats.addresses import on_the_web
from gloss.formats.packed import packed
from gloss.formats.recurrence import recurrence_of
from gloss.formats.tables import tables
from gloss.output import File
from gloss.urls import story_url

TableRow = dict[str, Any]

# What a spreadsheet would run as a formula when it opens a CSV (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


# A date of EDTF (ISO 8601-2) or a span of two, or a number.
_DATE = r"-?[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]+(?:Z|[+-][\d:]+)?)?[~?%]?"
_PLAIN = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Dataset:
    """One table of the digest.

    name: of its files, ``data/NAME.csv`` and ``data/NAME.jsonl.gz``.
    rows: the rows, in a fixed order.
    """

    name: str
    rows: Callable[[Digest], Iterable[TableRow]]


def data_files(digest: Digest, key: str) -> Iterator[File]:
    """Yield two files for each table; ``key`` stands for the whole digest."""
    for dataset in DATASETS:
        table = partial(_file, dataset, digest, csv_of)
        yield File(f"data/{dataset.name}.csv", key, table, whole=True)
        lines = partial(packed, partial(_file, dataset, digest, _json_lines))
        yield File(f"data/{dataset.name}.jsonl.gz", key, lines, whole=True)


def _file(
    dataset: Dataset,
    digest: Digest,
    form: Callable[[Iterable[TableRow], Iterable[str]], bytes],
) -> bytes:
    rows = ({key: _known(value) for key, value in row.items()} for row in dataset.rows(digest))
    return form(rows, tables()[dataset.name].columns)


def _known(value: Any) -> Any:
    """A value; what is empty is not known."""
    return None if value == "" else value


def _json_lines(rows: Iterable[TableRow], columns: Iterable[str]) -> bytes:
    del columns
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    return "".join(lines).encode("utf-8", "surrogatepass")


def csv_of(rows: Iterable[TableRow], columns: Iterable[str] = ()) -> bytes:
    """Return rows as CSV (RFC 4180), in UTF-8, the first row being the columns' names.

    columns: the names, where there may be no rows; else they are those of the first one.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    names = tuple(columns)
    if names:
        writer.writerow(names)
    for number, row in enumerate(rows):
        if not number and not names:
            writer.writerow(row)
        writer.writerow(_cell(value) for value in row.values())
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


def _story_rows(digest: Digest) -> Iterator[TableRow]:
    return (_story(story, digest) for story in digest.stories.values())


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


def _name_rows(digest: Digest) -> Iterator[TableRow]:
    return (_name(name) for name in digest.names.values())


def _name(name: Name) -> TableRow:
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


def _said_rows(digest: Digest) -> Iterator[TableRow]:
    return (_said(said, digest) for said in digest.said)


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


def _statement_rows(digest: Digest) -> Iterator[TableRow]:
    return (_statement(told, digest) for told in digest.statements)


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


def _event_rows(digest: Digest) -> Iterator[TableRow]:
    return (_event(event) for event in digest.events)


def _event(event: Event) -> TableRow:
    return {
        "url": f"{story_url(event.story)}#{event.anchor}",
        "story": event.story,
        "edtf": event.edtf,
        "written": event.written,
        "how": event.how,
        "sentence": event.sentence,
        "names": list(event.names),
    }


def _repeated_rows(digest: Digest) -> Iterator[TableRow]:
    return (_repeated(event) for story in digest.stories.values() for event in story.repeated)


def _repeated(event: Repeated) -> TableRow:
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


DATASETS = (
    Dataset("stories", _story_rows),
    Dataset("names", _name_rows),
    Dataset("quotations", _said_rows),
    Dataset("statements", _statement_rows),
    Dataset("dates", _event_rows),
    Dataset("repetitions", _repeated_rows),
)
