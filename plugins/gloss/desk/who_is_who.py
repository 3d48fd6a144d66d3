"""Who is who: what the annotator asks of two names that may be one, taken from articles' heads."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gloss.corrections import Correction, anchor, find_all
from gloss.desk.name_changes import NameChange, aliases_of, merge
from gloss.desk.name_split import Part, split
from gloss.desk.names import Names
from gloss.desk.reading import StoryFile
from gloss.story import Article, Span

_ASKED = re.compile(
    r"identity: (?:“[^”]*”: )?“?(?P<mine>.+?)”? (?:\(.*\) seems not|may) be .*"
    r", for the register: (?P<entry>\{.*\})"
)


@dataclass(frozen=True)
class PerhapsOne:
    """Two names that may be one, and the stories in which that is asked.

    mine: the id that stories mark now; theirs: whom it may be; kept: which of both is the better
    known. part: only a part of a name, such as a surname, which may be somebody else elsewhere.
    """

    mine: str
    theirs: str
    kept: str
    part: bool
    stories: tuple[str, ...]

    @property
    def id(self) -> str:
        """The same as long as the same is asked."""
        said = "\0".join((self.mine, self.theirs, *self.stories))
        return f"who-{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def perhaps_one(names: Names) -> list[PerhapsOne]:
    """Return what is asked and not decided yet, that of the most stories first."""
    asked: dict[tuple[str, str, str, bool], list[str]] = {}
    for slug, story in names.stories.items():
        for question in _asked(story):
            mine, theirs, *_ = question
            if names.one(mine) != names.one(theirs) and {mine, theirs} <= names.by_id.keys():
                asked.setdefault(question, []).append(slug)
    found = (PerhapsOne(*key, tuple(slugs)) for key, slugs in asked.items())
    return sorted(found, key=lambda one: (-len(one.stories), one.mine))


def made_one(names: Names, one: PerhapsOne) -> NameChange:
    """Return what says that two names are one: everywhere, or in the stories that ask."""
    if one.part:
        return split(names, one.mine, Part(one.stories), one.theirs)
    other = one.theirs if one.kept == one.mine else one.mine
    sure = [name for name, is_sure in aliases_of(names, one.kept, other).items() if is_sure]
    return merge(names, one.kept, other, sure)


def kept_apart(names: Names, one: PerhapsOne) -> NameChange:
    """Return what settles that two names are not one."""
    made: dict[str, list[Correction]] = {}
    for slug in one.stories:
        article = names.stories[slug].article
        if place := _first(article, one.mine):
            at = anchor(article.story.text, place.start, place.end)
            made[slug] = [Correction("settled", "identity", (at,))]
    return NameChange((one.mine,), (), made)


def _asked(story: StoryFile) -> Iterator[tuple[str, str, str, bool]]:
    article = story.article
    ids = {entity.name: entity.id for entity in article.annotations.entities}
    for line in article.review:
        found = _ASKED.fullmatch(line)
        entry = _entry(found["entry"]) if found else {}
        mine = ids.get(found["mine"]) if found else None
        place = _first(article, mine) if mine else None
        if not mine or not place or _is_settled(story, place):
            continue
        kept = str(entry.get("id", ""))
        theirs = {kept, *map(str, entry.get("merges", ()))} - {mine}  # type: ignore[call-overload]
        yield from ((mine, other, kept, "aliases" in entry) for other in theirs)


def _entry(text: str) -> Mapping[str, object]:
    try:
        entry = json.loads(text)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def _first(article: Article, id_: str) -> Span | None:
    places = (Span(m.start, m.end) for m in article.annotations.mentions if m.entity == id_)
    return next(places, None)


def _is_settled(story: StoryFile, place: Span) -> bool:
    """Tell whether a correction says who is meant in a place, or that it is not asked again."""
    text = story.article.story.text
    said = [c for c in story.said if c.about == "name" or c.value == "identity"]
    places = (p for c in said for at in c.at for p in find_all(text, at))
    return any(p.start < place.end and place.start < p.end for p in places)
