"""Which names of a story are one thing, and what to call it.

people          surnames, first names
initials        whom an initial may mean
organisations   short forms, acronyms, legal forms
events          those of two years are two
firms           companies that were taken for people
acronyms        acronyms of any kind of name
places          countries under one name; groups, works and the rest
products        models and their makers, indices and their numbers
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gloss.identity.nouns import Cluster, Mentioned
from gloss.identity.within.acronyms import join_acronyms
from gloss.identity.within.events import events
from gloss.identity.within.firms import firms
from gloss.identity.within.organisations import organisations
from gloss.identity.within.people import people
from gloss.identity.within.places import plain
from gloss.naming.slugs import slug
from gloss.story import KINDS, Kind


def identify(
    text: str, found: Sequence[Mentioned], names: Mapping[str, str], body: int = 0
) -> list[Cluster[Mentioned]]:
    """Gather mentions into things, in the order of their first.

    names: what the register calls the things that it knows, by id.
    body: where the headline ends, which may say "Ford" before the story says "Ford Motor".
    """
    by_kind: dict[Kind, list[Mentioned]] = defaultdict(list)
    companies = firms(text, found)
    for mention in found:
        if kind := "org" if mention in companies else mention.kind:
            by_kind[kind].append(mention)
    clusters: dict[str, Cluster[Mentioned]] = {}
    for kind in KINDS:
        for name, mentions in _of_kind(text, kind, by_kind[kind], names, body):
            for cluster in _clusters(kind, name, mentions, names):
                old = clusters.get(cluster.id)
                clusters[cluster.id] = old.joined(cluster) if old else cluster
    joined = join_acronyms(text, list(clusters.values()), frozenset(names))
    return sorted(joined, key=lambda c: c.mentions[0].start)


def _of_kind(
    text: str, kind: Kind, found: Sequence[Mentioned], names: Mapping[str, str], body: int
) -> list[tuple[str, list[Mentioned]]]:
    if kind == "person":
        return people(text, found, names)
    if kind == "event":
        return list(events(text, found, body))
    if kind in ("org", "law"):
        return organisations(found, body)
    return plain(kind, found)


def _clusters(
    kind: Kind, name: str, mentions: Sequence[Mentioned], names: Mapping[str, str]
) -> Iterator[Cluster[Mentioned]]:
    """Yield one thing, or as many as the register knows among its mentions: those stay apart."""
    known = Counter(m.entity for m in mentions if m.entity)
    if not known:
        plain_name = name.removeprefix("The ") if kind == "org" else name
        yield Cluster(f"{kind}:{slug(plain_name)}", name, tuple(mentions))
    most = known.most_common(1)[0][0] if known else None
    for entity in known:
        same = tuple(m for m in mentions if (m.entity or most) == entity)
        yield Cluster(entity, names.get(entity, name), same)
