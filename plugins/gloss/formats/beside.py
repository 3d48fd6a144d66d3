"""What a script needs to put two names, or a name and a word, beside each other.

Of each name that several stories speak of: those stories, what it said, the dates in sentences with
it. The names are dealt out to files by a hash of their ids: so a script knows which file to ask. A
file has its stories and dates once, and its names have their numbers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event, Name
from gloss.edtf import first_day
from gloss.output import File
from gloss.urls import WITH, story_url

# About so many names are in one file.
NAMES = 24
# Of a name that a digest is full of, the newest; and so much of a long quotation or sentence.
STORIES, SAID, DATES, COMPANY = 300, 100, 60, 12
LONGEST = 240

Say = Callable[[str], str]


def is_beside_others(name: Name) -> bool:
    """Tell whether a name is in several stories, so that it can be seen beside another."""
    return len(name.stories) > 1


def number_of_files(digest: Digest) -> int:
    """Return how many files there are: a power of two, so that it changes seldom."""
    names = sum(map(is_beside_others, digest.with_pages))
    return 1 << max(names // NAMES, 1).bit_length() - 1


def file_number(id_: str, files: int) -> int:
    """Return the number of the file that a name is in, by FNV-1a of 32 bits of its id in UTF-8."""
    hashed = 0x811C9DC5
    for byte in id_.encode("utf-8", "surrogatepass"):
        hashed = (hashed ^ byte) * 0x01000193 & 0xFFFFFFFF
    return hashed % files


def beside_files(digest: Digest, marks: Marks, say: Say) -> Iterator[File]:
    """Yield the files, ``with/0.json`` and on; ``say`` puts a date in words."""
    files = number_of_files(digest)
    dealt: list[list[Name]] = [[] for _ in range(files)]
    for name in digest.with_pages:
        if is_beside_others(name):
            dealt[file_number(name.id, files)].append(name)
    for number, names in enumerate(dealt):
        depends = [(name.id, marks.names[name.id]) for name in names]
        make = partial(_file, digest, say, names)
        yield File(f"{WITH}{number}.json", depends, make)


@dataclass
class _File:
    """The names of one file, and the stories and dates that they tell of, in the order seen."""

    digest: Digest
    say: Say
    stories: dict[str, int] = field(default_factory=dict)
    dates: dict[tuple[str, str], tuple[int, Event]] = field(default_factory=dict)

    def of(self, names: Sequence[Name]) -> dict[str, Any]:
        rows = {name.id: self._row(name) for name in names}
        return {
            "stories": list(map(self._story, self.stories)),
            "dates": [self._date(event) for _, event in self.dates.values()],
            "names": rows,
        }

    def _row(self, name: Name) -> dict[str, Any]:
        slugs = name.stories[:STORIES]
        at = {slug: number for number, slug in enumerate(slugs)}
        said = [one for one in name.said if one.story in at][:SAID]
        events = sorted((e for e in name.events if e.story in at), key=lambda e: at[e.story])
        number = self.stories.setdefault
        numbered = [number(slug, len(self.stories)) for slug in slugs]
        return {
            "name": name.name,
            "url": name.url,
            "stories": numbered,
            "said": [
                [numbered[at[one.story]], one.anchor, _cut(" … ".join(one.words))] for one in said
            ],
            "dates": list(map(self._number_of, events[:DATES])),
            "beside": [
                [c.entity, self.digest.names[c.entity].name, c.stories]
                for c in self.digest.companions[name.id][:COMPANY]
                if c.stories > 1
            ],
        }

    def _story(self, slug: str) -> list[str]:
        story = self.digest.stories[slug]
        day = self.say(story.published) if story.published else ""
        return [story_url(slug), story.title, day, story.source or ""]

    def _number_of(self, event: Event) -> int:
        place = event.story, event.anchor
        return self.dates.setdefault(place, (len(self.dates), event))[0]

    def _date(self, event: Event) -> list[Any]:
        day, said = first_day(event.edtf, ""), self.say(event.edtf)
        return [self.stories[event.story], event.anchor, day, said, _cut(event.sentence)]


def _file(digest: Digest, say: Say, names: Sequence[Name]) -> bytes:
    told = _File(digest, say).of(names)
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _cut(text: str) -> str:
    """A text in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + " …"
