"""Names: what all stories, and the register, have of each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from gloss.digest.counts import by_count
from gloss.digest.model import Event, Name, Named, Said, Statement
from gloss.digest.tellings import Tellings
from gloss.register import Entry, Register
from gloss.story import Picture, kind_of


def find_names(tellings: Tellings, register: Register) -> dict[str, Name]:
    """Return every name that is told of, or that the register has, in the order of the names."""
    told = tellings.named, tellings.said_by, tellings.stated_by, tellings.events_of
    ids = dict.fromkeys(id_ for some in (*told, register.entries) for id_ in some)
    names = (_name(id_, tellings, register.entries.get(id_)) for id_ in ids)
    return {name.id: name for name in sorted(names, key=lambda n: (*name_order(n.name), n.id))}


def _name(id_: str, tellings: Tellings, entry: Entry | None) -> Name:
    stories, named = tellings.stories_of.get(id_, ()), tellings.named.get(id_, ())
    said, statements = tellings.said_by.get(id_, ()), tellings.stated_by.get(id_, ())
    events = tellings.events_of.get(id_, ())
    passing = entry is None and id_.isprintable()
    return Name(
        id=id_,
        name=entry.name if entry else _best_name(id_, named),
        kind=kind_of(id_),
        description=entry.description if entry else "",
        declared=entry.same_as if entry else (),
        stories=tuple(stories),
        named=tuple(named),
        said=tuple(said),
        statements=tuple(statements),
        events=tuple(events),
        passing=passing and _have_one_story(stories, chain(said, statements, events)),
        picture=Picture(entry.picture, entry.alt) if entry and entry.picture else None,
    )


def _have_one_story(stories: Sequence[str], told: Iterable[Said | Statement | Event]) -> bool:
    """Tell whether one story has all that there is of a name."""
    return len(stories) == 1 and all(one.story == stories[0] for one in told)


def _best_name(id_: str, stories: Sequence[Named]) -> str:
    """The name that most stories use; a speaker whom no story names is called by the id."""
    if not stories:
        return id_.partition(":")[2].replace("-", " ").title()
    first = stories[0].name
    return first if len(stories) == 1 else by_count(Counter(named.name for named in stories))[0]


@cache
def name_order(name: str) -> tuple[str, str]:
    """Return what sorts names as a reader expects: É beside E, capitals beside small letters."""
    if name.isascii():
        return name.lower(), name
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold(), name
