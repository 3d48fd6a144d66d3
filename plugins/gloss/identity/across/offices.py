"""Which offices stories give to those whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gloss.identity.across.cooccurrence import Cooccurrence
from gloss.identity.across.thing_index import ThingIndex
from gloss.identity.roles import offices_of

NamedThing = tuple[int, str]  # the number of a story, and the id of what it names


class Offices:
    """The offices that people hold, by what each story says and by what any story does."""

    def __init__(self, index: ThingIndex, together: Cooccurrence) -> None:
        self._in_story: dict[NamedThing, set[str]] = {
            (number, entity.id): offices
            for number, story in enumerate(index.stories)
            for entity in story.entities
            if (offices := offices_of(entity.descriptors))
        }
        self._ever: defaultdict[str, set[str]] = defaultdict(set)
        for id_, things in together.members.items():
            for thing in things:
                if thing.known:
                    self._ever[id_] |= offices_of(thing.entity.descriptors)
        for (_, id_), offices in self._in_story.items():
            self._ever[index.one(id_)] |= offices

    def __iter__(self) -> Iterator[NamedThing]:
        """Yield where a story gives somebody an office."""
        return iter(self._in_story)

    def given(self, story: int, id_: str) -> set[str]:
        """Return the offices that a story gives somebody."""
        return self._in_story.get((story, id_), set())

    def held(self, id_: str) -> set[str]:
        """Return the offices that any story gives somebody, by the id that they have become."""
        return self._ever[id_]
