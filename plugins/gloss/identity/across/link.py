"""Give every thing of every story the id that it has in the whole digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gloss.identity.across.doubts import full_name_doubt, namesake_doubt, surname_doubt
from gloss.identity.across.full_names import link_full_names
from gloss.identity.across.kinds import link_kinds
from gloss.identity.across.namesakes import split_namesakes
from gloss.identity.across.organisations import join_acronyms, link_organisations
from gloss.identity.across.surnames import Surnames
from gloss.identity.across.thing_index import Thing, ThingIndex
from gloss.identity.nouns import Known, Link, StoryNames
from gloss.naming.person_names import name_parts
from gloss.story import Doubt


def link(
    stories: Sequence[StoryNames],
    known: Known | None = None,
    settled: Mapping[str, str] | None = None,
) -> list[Link]:
    """Link the things of stories, in order, with each other and with what is known.

    settled: names by id of the register. Two of them are never one, nor is one ever split.
    Ids that are known stay; the same stories in the same order give the same ids. The time grows
    with the number of stories, not with its square; ``bearing_on`` tells what of all that is known
    need be given.
    """
    index = ThingIndex(stories, known or Known(), settled or {})
    link_organisations(index)
    join_acronyms(index)
    link_full_names(index)
    link_kinds(index)
    moved = _namesakes(index)
    surnames = Surnames(index)
    return [_link(index, surnames, moved, number) for number in range(len(stories))]


def _namesakes(index: ThingIndex) -> dict[tuple[int, str], str]:
    """Return the new ids of people who share a name with another: by story and old id."""
    moved = {}
    for thing in filter(lambda t: t.stories, index.of_kind("person")):
        if thing.size > 1 and not thing.settled and len(name_parts(thing.name)) > 1:
            for number, id_ in split_namesakes(index, thing).items():
                moved[number, thing.id] = id_
    return moved


def _link(
    index: ThingIndex, surnames: Surnames, moved: dict[tuple[int, str], str], number: int
) -> Link:
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    doubts: list[Doubt] = []
    story = index.stories[number]
    for entity in story.entities:
        thing = index.things[entity.id]
        new = moved.get((number, entity.id)) or index.one(entity.id)
        if new not in index.things:
            doubts.append(namesake_doubt(story, entity, new))
        elif new == entity.id and surnames.is_short(thing):
            new, doubt = _of_surname(index, surnames, thing, number)
            doubts += [doubt] if doubt else []
        elif new == entity.id and entity.id in index.unsure:
            doubts.append(full_name_doubt(story, thing, index.unsure[entity.id]))
        if new != entity.id:
            ids[entity.id] = new
            names[new] = index.things[new].name if new in index.things else entity.name
    return Link(ids, names, tuple(doubts))


def _of_surname(
    index: ThingIndex, surnames: Surnames, thing: Thing, number: int
) -> tuple[str, Doubt | None]:
    meant = surnames.meant(thing, number)
    bearers = surnames.bearers(thing.name)
    if meant or not bearers:
        return meant or thing.id, None
    told = [index.things[id_] for id_ in bearers]
    return thing.id, surname_doubt(index.stories[number], thing, told)
