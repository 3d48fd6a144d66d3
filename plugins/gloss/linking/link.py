"""Give every thing of every story the id that it has in the whole digest."""

from __future__ import annotations

from collections.abc import Sequence

from gloss.linking.book import Book, Thing
from gloss.linking.doubts import namesake_doubt, nickname_doubt, surname_doubt
from gloss.linking.full_names import link_full_names
from gloss.linking.kinds import link_kinds
from gloss.linking.namesakes import split_namesakes
from gloss.linking.nouns import Known, Link, StoryNames
from gloss.linking.organisations import link_organisations
from gloss.linking.surnames import Surnames
from gloss.naming.people import name_parts
from gloss.story import Doubt


def link(stories: Sequence[StoryNames], known: Known | None = None) -> list[Link]:
    """Link the things of stories, in order, with each other and with what is known.

    Ids that are known stay; the same stories in the same order give the same ids. The time grows
    with the number of stories, not with its square.
    """
    book = Book(stories, known or Known())
    link_organisations(book)
    link_full_names(book)
    link_kinds(book)
    moved = _namesakes(book)
    surnames = Surnames(book)
    return [_link(book, surnames, moved, number) for number in range(len(stories))]


def _namesakes(book: Book) -> dict[tuple[int, str], str]:
    """Return the new ids of people who share a name with another: by story and old id."""
    moved = {}
    for thing in book.of_kind("person"):
        if thing.size > 1 and len(name_parts(thing.name)) > 1:
            for number, id_ in split_namesakes(book, thing).items():
                moved[number, thing.id] = id_
    return moved


def _link(book: Book, surnames: Surnames, moved: dict[tuple[int, str], str], number: int) -> Link:
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    doubts: list[Doubt] = []
    story = book.stories[number]
    for entity in story.entities:
        thing = book.things[entity.id]
        new = moved.get((number, entity.id)) or book.one(entity.id)
        if new not in book.things:
            doubts.append(namesake_doubt(story, entity, new))
        elif new == entity.id and surnames.is_short(thing):
            new, doubt = _of_surname(book, surnames, thing, number)
            doubts += [doubt] if doubt else []
        elif new == entity.id and entity.id in book.unsure:
            doubts.append(nickname_doubt(story, thing, book.things[book.unsure[entity.id]]))
        if new != entity.id:
            ids[entity.id] = new
            names[new] = book.things[new].name if new in book.things else entity.name
    return Link(ids, names, tuple(doubts))


def _of_surname(
    book: Book, surnames: Surnames, thing: Thing, number: int
) -> tuple[str, Doubt | None]:
    meant = surnames.meant(thing, number)
    bearers = surnames.bearers(thing.name)
    if meant or not bearers:
        return meant or thing.id, None
    told = [book.things[id_] for id_ in bearers]
    return thing.id, surname_doubt(book.stories[number], thing, told)
