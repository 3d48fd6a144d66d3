"""The names at the desk: a list, a card for each, and changes, told before they are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gloss.corrections import Correction
from gloss.desk.folder import AnswerError, Desk, GoneError
from gloss.desk.name_changes import (
    NameChange,
    aliases_of,
    entry_of,
)
from gloss.desk.name_effects import effects_of
from gloss.desk.name_requests import change_of, description_of
from gloss.desk.names import KnownName, Names
from gloss.desk.queue import Spot
from gloss.desk.reading import StoryFile
from gloss.desk.register_file import read_text
from gloss.desk.who_is_who import kept_apart, made_one, perhaps_one
from gloss.register import Register, RegisterError, load_register
from gloss.story import KINDS
from gloss.urls import is_picture

# So many names are listed at once; of a name so many stories are shown, and places of each, with
# so many characters around the words.
LISTED, STORIES, PLACES, CONTEXT = 100, 60, 8, 140
# A card of two names shows so many passages of each.
PASSAGES = 2


@dataclass
class NamesDesk:
    """The names of a desk's digest. What is read stays as long as no file was touched."""

    desk: Desk
    _kept: Names | None = field(default=None)

    def names(self) -> Names:
        """Return all names as they are now. Raises RegisterError where the register is wrong."""
        path = self.desk.register
        text = read_text(path) or ""
        stories = self.desk.reader.readable()
        kept = self._kept
        if kept and kept.text == text and _are(list(kept.stories.values()), stories):
            return kept
        self._kept = Names({s.article.slug: s for s in stories}, load_register(path), text)
        return self._kept

    def listed(self, query: str, kind: str) -> Mapping[str, object]:
        """Return the names that a query finds, the first of them in full."""
        names, problems = self._with_problems()
        found = names.found(query, kind)
        return {
            "names": [_row(names, name) for name in found[:LISTED]],
            "count": len(found),
            "kinds": KINDS,
            "problems": problems,
        }

    def card(self, id_: str) -> Mapping[str, object]:
        """Return all that the digest knows of a name. Raises GoneError where there is none."""
        names, problems = self._with_problems()
        name = names.by_id.get(names.one(id_))
        if name is None:
            raise GoneError(f"no name {id_}")
        entry = entry_of(name)
        return {
            **_row(names, name),
            "forms": name.forms.most_common(),
            "descriptors": [(text, _title(names, slug)) for text, slug in name.descriptors.items()],
            "same_as": [*dict.fromkeys((*entry.same_as, *name.same_as))],
            "entry": {
                "aliases": entry.aliases,
                "same_as": entry.same_as,
                "merges": entry.merges,
                "picture": entry.picture,
                "alt": entry.alt,
            },
            "pictures": self._pictures(),
            "namesakes": [
                _row(names, one)
                for one in names.by_id.values()
                if one.id != name.id and not {one.label, *one.forms}.isdisjoint(name.names)
            ],
            "passages": [_passages(names, name, slug) for slug in name.stories[:STORIES]],
            "more_stories": max(0, len(name.stories) - STORIES),
            "kinds": KINDS,
            "problems": problems,
        }

    def aliases(self, id_: str, other: str) -> list[tuple[str, bool]]:
        """Return the names of another that may be this one's, each with whether it surely is."""
        return [*aliases_of(self.names(), id_, other).items()]

    def perhaps_one(self) -> list[Mapping[str, object]]:
        """Return the names that may be one."""
        names, _ = self._with_problems()
        return [
            {
                "mine": _row(names, names.by_id[one.mine]),
                "theirs": _row(names, names.by_id[one.theirs]),
                "id": one.id,
                "kept": one.kept,
                "part": one.part,
                "slugs": one.stories,
                "titles": [_title(names, slug) for slug in one.stories],
            }
            for one in perhaps_one(names)
        ]

    def cards(self) -> list[Mapping[str, object]]:
        """Return what is asked of who is who, each with passages of both, as the cards have it."""
        names, _ = self._with_problems()
        return [
            {
                "id": one.id,
                "about": "identity",
                "words": names.by_id[one.mine].label,
                "guess": names.by_id[one.theirs].label,
                "says": "may be so, by the name alone",
                "typed": "",
                "offers": (),
                "choices": [
                    {"key": "y", "label": "yes, the same", "value": "same"},
                    {"key": "n", "label": "no, two", "value": "two"},
                ],
                "places": [
                    *_first_places(names, one.mine, one.stories),
                    *_first_places(names, one.theirs, names.by_id[one.theirs].stories),
                ],
                "count": sum(len(names.by_id[one.mine].places.get(s, ())) for s in one.stories),
                "stories": len(one.stories),
            }
            for one in perhaps_one(names)
        ]

    def decide(self, id_: str, value: str) -> list[str]:
        """Write whether two names are one; return the files.

        id_: of the question. value: ``same`` or ``two``. Raises GoneError where nobody asks that.
        """
        names = self.names()
        asked = next((one for one in perhaps_one(names) if one.id == id_), None)
        if asked is None:
            raise GoneError("that is decided already, or its story was changed")
        if value not in ("same", "two"):
            raise AnswerError(f"{value!r} is no answer to this")
        return self._write(made_one(names, asked) if value == "same" else kept_apart(names, asked))

    def _write(self, change: NameChange) -> list[str]:
        day = self.desk.today()
        made = {slug: _on(new, day) for slug, new in change.corrections.items()}
        return self.desk.write(made, entries=change.entries)

    def effects(self, said: Mapping[str, Any]) -> Mapping[str, object]:
        """Return what a change would touch, before it is made."""
        names = self.names()
        effects = effects_of(names, self._change(names, said))
        return {
            "id": effects.id,
            "moved": [
                {
                    "of": moved.of,
                    "to": moved.to,
                    "marks": moved.marks,
                    "stories": [_title(names, slug) for slug in moved.stories],
                }
                for moved in effects.moved
            ],
            "unmarked": [*effects.unmarked.items()],
            "anew": len(effects.anew),
            "pages": effects.pages,
            "written": [*effects.written.items()],
        }

    def change(self, said: Mapping[str, Any]) -> Mapping[str, object]:
        """Make a change whose effects were told; return what was written, and the name's id now.

        Raises GoneError where it would touch something else by now.
        """
        names = self.names()
        change = self._change(names, said)
        if effects_of(names, change).id != said.get("effects"):
            raise GoneError("something was changed meanwhile: look at it again")
        wrote = self._write(change)
        left = self.names().by_id
        return {"wrote": wrote, "id": next((id_ for id_ in change.ids if id_ in left), "")}

    def _change(self, names: Names, said: Mapping[str, Any]) -> NameChange:
        """Return the change that a page asks for. Raises AnswerError for one that is none."""
        picture = description_of(said).picture
        if picture and picture not in self._pictures():
            raise AnswerError(f"content/static/images has no picture {picture}")
        return change_of(names, said)

    def _pictures(self) -> list[str]:
        """Return the pictures that a name could have: files beside the stories."""
        folder = self.desk.stories.parent / "static" / "images"
        found = sorted(folder.iterdir()) if folder.is_dir() else ()
        return [path.name for path in found if is_picture(path.name)]

    def _with_problems(self) -> tuple[Names, Sequence[str]]:
        """Return the names, without what is wrong in the register, and what that is."""
        try:
            return self.names(), ()
        except RegisterError as problem:
            stories = {s.article.slug: s for s in self.desk.reader.readable()}
            return Names(stories, problem.rest or Register()), problem.problems


def _are(some: Sequence[StoryFile], others: Sequence[StoryFile]) -> bool:
    return len(some) == len(others) and all(
        one is other for one, other in zip(some, others, strict=True)
    )


def _on(said: Sequence[Correction], day: str) -> list[Correction]:
    return [replace(one, on=day) for one in said]


def _row(names: Names, name: KnownName) -> Mapping[str, object]:
    entry = names.register.entries.get(name.id)
    return {
        "id": name.id,
        "name": name.label,
        "kind": name.kind,
        "description": entry.description if entry else "",
        "count": name.count,
        "stories": len(name.stories),
        "line": names.register.lines.get(name.id, 0) if entry else 0,
    }


def _first_places(names: Names, id_: str, slugs: Sequence[str]) -> list[Mapping[str, str]]:
    """Return the first passage of a name in each of the first stories of some."""
    places = names.by_id[id_].places
    there = [(names.stories[slug].article, places[slug][0]) for slug in slugs if slug in places]
    return [Spot(a.slug, a.title, a.story.text, place).shown() for a, place in there[:PASSAGES]]


def _title(names: Names, slug: str) -> str:
    return names.stories[slug].article.title


def _passages(names: Names, name: KnownName, slug: str) -> Mapping[str, object]:
    article = names.stories[slug].article
    places = name.places.get(slug, [])
    spots = [Spot(slug, article.title, article.story.text, place) for place in places[:PLACES]]
    return {
        "slug": slug,
        "title": article.title,
        "day": article.story.published or "",
        "count": len(places),
        "said": name.said[slug],
        "places": [
            {**spot.shown(CONTEXT), "start": spot.span.start, "end": spot.span.end}
            for spot in spots
        ],
    }
