"""What came in: new stories, such as say again what another says, and what could not be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.corrections import Correction, Lost
from gloss.desk.answers import AnswerError
from gloss.desk.folder import Desk, GoneError
from gloss.desk.pointing import is_line
from gloss.desk.reading import StoryFile
from gloss.desk.seen import load_seen, see
from gloss.digest.copies import find_copies, likeness
from gloss.ingest.waiting import Waiting, waiting_in

# What a step says of a story, where it needs no more.
_OF_A_STORY: Mapping[str, Correction] = {
    "leave": Correction("settled", "copy"),
    "hide": Correction("status", "hidden"),
}
MOST = 100  # new stories that are shown; all are counted
LONGEST = 200  # characters of the words of a fault
_PLACE = re.compile(r"(?P<file>[^:\n]+\.\w+|[^:\n]+/):(?:(?P<line>\d+):)? (?P<says>.*)", re.DOTALL)

Shown = Mapping[str, object]


@dataclass(frozen=True)
class CameIn:
    """What came into a digest, and what can be done about it.

    seeds: the folder of seeds; cache: where a build keeps what it remembers, and this what was
    seen. None where there is none.
    """

    desk: Desk
    seeds: Path | None = None
    cache: Path | None = None

    def shown(self) -> Shown:
        """Return all that is to be looked at, each kind in a list of its own."""
        read = self.desk.reader.readable()
        waiting = self._waiting()
        new = self._new(read)
        return {
            "new": [_story(one) for one in new[:MOST]],
            "copies": list(_copies(read)),
            "faults": [_fault(line, self.seeds) for line in waiting.faults],
            "lost": [lost for one in read for lost in _lost(one)],
            "waiting": waiting.seeds,
            "counts": {"new": len(new), "stories": len(read)},
        }

    def do(self, step: str, said: Mapping[str, object]) -> list[str]:
        """Do a step; return the names of the files that were written.

        step: ``seen`` (these ``slugs``); of the story ``slug``: ``apart`` (from ``other``),
        ``leave`` (it is a copy, and stays so), ``hide``, ``retract`` (``why``), ``out`` (the
        correction ``id``). was: the story's status as the editor saw it.

        Raises GoneError where what it is about is gone, AnswerError for what is no step.
        """
        if step == "seen":
            slugs = said.get("slugs")
            self._see([str(slug) for slug in slugs] if isinstance(slugs, list) else [])
            return []
        slug = str(said.get("slug", ""))
        story = self.desk.story_file(slug)
        if said.get("was", _status(story)) != _status(story):
            raise GoneError(f"it is {_status(story)} by now: look at it again")
        if step == "out":
            return self.desk.take_out(slug, [_lost_one(story, str(said.get("id", "")))])
        return self.desk.say(slug, self._said(step, said))

    def _said(self, step: str, said: Mapping[str, object]) -> Correction:
        if step in _OF_A_STORY:
            return _OF_A_STORY[step]
        if step == "apart":
            other = self.desk.story_file(str(said.get("other", "")))
            return Correction("apart", other.article.slug)
        if step != "retract":
            raise AnswerError(f"{step!r} is no step")
        why = " ".join(str(said.get("why", "")).split())
        if not is_line(why):
            raise AnswerError("why is it retracted? Readers are told so at its address")
        return Correction("status", "retracted", more={"why": why})

    def _waiting(self) -> Waiting:
        if self.seeds is None or not self.seeds.is_dir():
            return Waiting()
        return waiting_in(self.seeds, self.desk.stories, self.cache)

    def _new(self, read: Sequence[StoryFile]) -> list[StoryFile]:
        seen = load_seen(self.cache)
        new = [one for one in read if one.article.slug not in seen]
        return sorted(new, key=lambda one: (one.article.date, one.article.slug), reverse=True)

    def _see(self, slugs: Sequence[str]) -> None:
        known = {one.article.slug for one in self.desk.reader.readable()}
        see(self.cache, known, known & set(slugs))


def _story(one: StoryFile) -> dict[str, object]:
    article = one.article
    return {
        "slug": article.slug,
        "title": article.title,
        "source": article.story.source,
        "published": article.story.published,
        "entered": article.date,
        "status": _status(one),
        "asked": len(one.questions),
    }


def _status(one: StoryFile) -> str:
    """Return the status that a story will have after the next build."""
    said = [c.value for c in one.said if c.about == "status"]
    return said[-1] if said else one.article.status


def _copies(read: Sequence[StoryFile]) -> Iterator[Shown]:
    """Yield the stories that are shown under another, and are not decided yet."""
    published = {one.article.slug: one for one in read if _status(one) == "published"}
    for slug, first in find_copies(one.facts for one in published.values()).items():
        copy, other = published[slug], published[first]
        if not _is_decided(copy, first) and not _is_decided(other, slug):
            share = likeness(copy.facts.gist, other.facts.gist).contained
            yield {**_story(copy), "first": _story(other), "share": round(share * 100)}


def _is_decided(one: StoryFile, other: str) -> bool:
    decided = {("apart", other), ("settled", "copy")}
    return any((c.about, c.value) in decided and not c.at for c in one.said)


def _fault(line: str, seeds: Path | None) -> Shown:
    """Return a fault's place and what it says, with the words of the seed that stand there."""
    found = _PLACE.fullmatch(line)
    if not found:
        return {"file": "", "line": 0, "says": line, "words": ""}
    number = int(found["line"] or 0)
    words = _words_at(seeds / Path(found["file"]).name, number) if seeds and number else ""
    return {"file": found["file"], "line": number, "says": found["says"], "words": words}


def _words_at(path: Path, number: int) -> str:
    """Return a line of a seed; nothing where it has none, or is no text."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return ""
    words = lines[number - 1].strip() if number <= len(lines) else ""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"


def _lost(one: StoryFile) -> Iterator[Shown]:
    """Yield what the last build could not lay over a story, as long as it is still said."""
    told = [line.partition(": ")[2] for line in one.article.review if line[:11] == "correction:"]
    for number, correction in enumerate(one.said):
        begins = Lost(correction, "").says
        for line in told:
            if line.startswith(begins):
                slug, title = one.article.slug, one.article.title
                yield {"slug": slug, "title": title, "says": line, "id": f"{number} {begins}"}
                break


def _lost_one(one: StoryFile, id_: str) -> Correction:
    number, _, begins = id_.partition(" ")
    at = int(number) if number.isdecimal() and len(number) < 7 else len(one.said)
    if at >= len(one.said) or Lost(one.said[at], "").says != begins:
        raise GoneError("that correction is gone, or another by now")
    return one.said[at]
