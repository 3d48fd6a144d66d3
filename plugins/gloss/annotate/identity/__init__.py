"""Which names of a story are one thing, and what to call it.

people          surnames, first names, initials
organisations   short forms, acronyms, legal forms
places          countries under one name
slugs           an id made of the name
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gloss.annotate.candidate import Candidate
from gloss.annotate.identity.organisations import organisations
from gloss.annotate.identity.people import people
from gloss.annotate.identity.plain import plain
from gloss.naming.slugs import slug
from gloss.story import KINDS, Kind


@dataclass(frozen=True)
class Thing:
    """One thing that a story names, with all its mentions in order."""

    id: str
    name: str
    mentions: tuple[Candidate, ...]


def identify(text: str, found: Sequence[Candidate], names: Mapping[str, str]) -> list[Thing]:
    """Gather mentions into things.

    names: what the register calls the things that it knows, by id.
    """
    by_kind: dict[Kind, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.kind:
            by_kind[candidate.kind].append(candidate)
    things: dict[str, Thing] = {}
    for kind in KINDS:
        for name, mentions in _clusters(text, kind, by_kind[kind]):
            thing = _thing(kind, name, mentions, names)
            old = things.get(thing.id)
            together = (*(old.mentions if old else ()), *thing.mentions)
            together = tuple(sorted(together, key=lambda c: c.start))
            things[thing.id] = Thing(thing.id, old.name if old else thing.name, together)
    return sorted(things.values(), key=lambda t: t.mentions[0].start)


def _clusters(
    text: str, kind: Kind, found: Sequence[Candidate]
) -> list[tuple[str, list[Candidate]]]:
    if kind == "person":
        return people(text, found)
    if kind in ("org", "event", "law"):
        return organisations(text, found)
    return plain(kind, found)


def _thing(kind: Kind, name: str, mentions: Sequence[Candidate], names: Mapping[str, str]) -> Thing:
    known = Counter(c.entity for c in mentions if c.entity)
    if known:
        entity = known.most_common(1)[0][0]
        return Thing(entity, names.get(entity, name), tuple(mentions))
    plain = name.removeprefix("The ") if kind == "org" else name
    return Thing(f"{kind}:{slug(plain)}", name, tuple(mentions))
