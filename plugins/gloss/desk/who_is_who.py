"""Who is who: what the annotator asks of two names that may be one, taken from articles' heads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gloss.corrections import Correction, anchor, find_all
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

    mine: the id that stories mark now; theirs: whom it may be. part: only a part of a name, such as
    a surname, which may be somebody else elsewhere.
    """

    mine: str
    theirs: str
    part: bool
    stories: tuple[str, ...]


def perhaps_one(names: Names) -> list[PerhapsOne]:
    """Return what is asked and not decided yet, that of the most stories first."""
    asked: dict[tuple[str, str, bool], list[str]] = {}
    for slug, story in names.stories.items():
        for mine, theirs, part in _asked(story):
            if names.one(mine) != names.one(theirs) and {mine, theirs} <= names.by_id.keys():
                asked.setdefault((mine, theirs, part), []).append(slug)
    found = (PerhapsOne(*key, tuple(slugs)) for key, slugs in asked.items())
    return sorted(found, key=lambda one: (-len(one.stories), one.mine))


def kept_apart(names: Names, one: PerhapsOne) -> dict[str, list[Correction]]:
    """Return the corrections, by slug, that settle that two names are not one."""
    made: dict[str, list[Correction]] = {}
    for slug in one.stories:
        article = names.stories[slug].article
        if place := _first(article, one.mine):
            at = anchor(article.story.text, place.start, place.end)
            made[slug] = [Correction("settled", "identity", (at,))]
    return made


def _asked(story: StoryFile) -> Iterator[tuple[str, str, bool]]:
    article = story.article
    ids = {entity.name: entity.id for entity in article.annotations.entities}
    for line in article.review:
        found = _ASKED.fullmatch(line)
        entry = _entry(found["entry"]) if found else {}
        mine = ids.get(found["mine"]) if found else None
        place = _first(article, mine) if mine else None
        if not mine or not place or _is_settled(story, place):
            continue
        theirs = {str(entry.get("id", "")), *map(str, entry.get("merges", ()))} - {mine}  # type: ignore[call-overload]
        yield from ((mine, other, "aliases" in entry) for other in theirs)


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
