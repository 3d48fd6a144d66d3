"""From the facts of all stories, and the register, to the digest."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from gloss.digest.also_said import also_said, elsewhere, repeated, without_repeated
from gloss.digest.copies import find_copies
from gloss.digest.facts import by_count
from gloss.digest.merging import merged, resolve_redirects
from gloss.digest.model import (
    Companion,
    Descriptor,
    Digest,
    Event,
    Name,
    Named,
    Said,
    Statement,
    StoryFacts,
)
from gloss.digest.once import told_once
from gloss.digest.threads import find_threads
from gloss.digest.topics import confirmed_topics, without_topics
from gloss.digest.unlisted import without_a_page
from gloss.edtf import order
from gloss.register import Entry, Register
from gloss.story import Picture, kind_of

# How many names are shown beside a name, and how many of a story's own words for it are kept.
COMPANIONS = 12
# A quotation of no more words than these says something only where it ends as a clause does.
FEW_WORDS = 2
CLAUSE_ENDS = ".,!?…;:—–"
DESCRIPTORS = 12


def make_digest(facts: Iterable[StoryFacts], register: Register) -> Digest:
    """Return the whole collection; the order of ``facts`` does not matter.

    A name that the register merges into another is that other one in every story. What a copy of
    another story says again counts once.
    """
    redirects = resolve_redirects(register)
    facts = list(facts)
    undrafted = [
        merged(story, redirects) for story in facts if story.status in ("published", "hidden")
    ]
    confirmed = confirmed_topics(undrafted, register.entries)
    everything = sorted(
        (without_topics(story, confirmed) for story in undrafted), key=lambda story: story.slug
    )
    everything.sort(key=lambda story: story.day, reverse=True)
    stories = {story.slug: story for story in everything if story.status == "published"}
    copies = find_copies(stories.values())
    groups = also_said(story for slug, story in stories.items() if slug not in copies)
    once = without_repeated(told_once(stories, copies), repeated(groups))
    names = _names(once, register)
    hidden = (without_a_page(story, names) for story in everything if story.status == "hidden")
    return Digest(
        stories=stories,
        hidden={story.slug: story for story in hidden},
        retracted={story.slug: story for story in facts if story.status == "retracted"},
        names=names,
        events=tuple(sorted((e for story in once.values() for e in story.events), key=event_order)),
        said=tuple(s for story in once.values() for s in story.said if is_statement(s)),
        statements=tuple(s for story in once.values() for s in story.statements),
        also=elsewhere(groups),
        redirects=redirects,
        copies=copies,
        threads=find_threads(story for slug, story in stories.items() if slug not in copies),
    )


def event_order(event: Event) -> tuple[object, ...]:
    """Return what sorts events by their dates."""
    return (order(event.edtf), event.story, event.anchor)


def is_statement(said: Said) -> bool:
    """Tell a statement from a word that is only set off by its marks ("scary", "one-off").

    Such a word keeps its mark in the story, and is in no list and no count. “Yes,” is a statement:
    it ends as a clause does.
    """
    words = " ".join(said.words).split()
    return len(words) > FEW_WORDS or (bool(words) and words[-1].endswith(tuple(CLAUSE_ENDS)))


@dataclass
class _Gathering:
    """What the stories say of one name, while they are walked through, newest first."""

    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    same_as: dict[str, None] = field(default_factory=dict)
    descriptors: dict[str, Descriptor] = field(default_factory=dict)
    stories: list[str] = field(default_factory=list)
    mentions: int = 0
    said: list[Said] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)


def _names(stories: Mapping[str, StoryFacts], register: Register) -> dict[str, Name]:
    gathered = _gather(stories)
    for id_ in register.entries:
        gathered.setdefault(id_, _Gathering())
    names = (_name(id_, found, register.entries.get(id_)) for id_, found in gathered.items())
    return {name.id: name for name in sorted(names, key=lambda n: (name_order(n.name), n.id))}


def _gather(stories: Mapping[str, StoryFacts]) -> dict[str, _Gathering]:
    gathered: dict[str, _Gathering] = {}
    for story in stories.values():
        ids = [named.entity for named in story.named]
        for named in story.named:
            found = gathered.setdefault(named.entity, _Gathering())
            _add_named(found, named, story.slug)
            found.beside.update(ids)
        _add_said(gathered, story)
        for event in story.events:
            for id_ in event.names:
                gathered.setdefault(id_, _Gathering()).events.append(event)
    return gathered


def _add_said(gathered: dict[str, _Gathering], story: StoryFacts) -> None:
    for said in story.said:
        if said.by and is_statement(said):
            gathered.setdefault(said.by, _Gathering()).said.append(said)
    for statement in story.statements:
        if statement.by:
            gathered.setdefault(statement.by, _Gathering()).statements.append(statement)


def _add_named(found: _Gathering, named: Named, slug: str) -> None:
    found.names[named.name] += 1
    for form in named.forms:
        found.forms[form] += 1
    for uri in named.same_as:
        found.same_as[uri] = None
    for text in named.descriptors:
        found.descriptors.setdefault(text.casefold(), Descriptor(text, slug))
    found.stories.append(slug)
    found.mentions += named.count


def _name(id_: str, found: _Gathering, entry: Entry | None) -> Name:
    name = entry.name if entry else _best_name(id_, found)
    same_as = {**dict.fromkeys(entry.same_as if entry else ()), **found.same_as}
    return Name(
        id=id_,
        name=name,
        kind=kind_of(id_),
        description=entry.description if entry else "",
        forms=tuple(form for form in by_count(found.forms) if form != name),
        same_as=tuple(same_as),
        descriptors=tuple(found.descriptors.values())[:DESCRIPTORS],
        stories=tuple(found.stories),
        mentions=found.mentions,
        said=tuple(found.said),
        statements=tuple(found.statements),
        events=tuple(sorted(found.events, key=event_order)),
        companions=_companions(id_, found.beside),
        passing=entry is None and id_.isprintable() and _is_passing(found),
        picture=Picture(entry.picture, entry.alt) if entry and entry.picture else None,
    )


def _is_passing(found: _Gathering) -> bool:
    """Tell a name of which one story has all that there is."""
    told: tuple[Said | Statement | Event, ...] = (*found.said, *found.statements, *found.events)
    return len(found.stories) == 1 and all(one.story == found.stories[0] for one in told)


def _best_name(id_: str, found: _Gathering) -> str:
    """The name that most stories use; a speaker whom no story names is called by the id."""
    if found.names:
        return by_count(found.names)[0]
    return id_.partition(":")[2].replace("-", " ").title()


def _companions(id_: str, beside: Counter[str]) -> tuple[Companion, ...]:
    others = sorted(
        ((-count, other) for other, count in beside.items() if other != id_),
    )
    return tuple(Companion(other, -count) for count, other in others[:COMPANIONS])


@cache
def name_order(name: str) -> tuple[str, str]:
    """Return what sorts names as a reader expects: É beside E, capitals beside small letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold(), name
