"""One kind for one name across stories: that of most stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gloss.identity.across.thing_index import Thing, ThingIndex, is_open, share_company

FAR_MORE = 4  # times as many stories for one kind as for the other
ALIKE = {"org", "product", "work", "topic", "event", "law"}  # easily taken for each other


def link_kinds(index: ThingIndex) -> None:
    """Join a thing with its namesake of another kind that many more stories name."""
    by_slug: dict[str, list[Thing]] = defaultdict(list)
    for thing in index.things.values():
        by_slug[thing.slug].append(thing)
    _link_surnames(index)
    for same in by_slug.values():
        if not is_open(same):
            continue
        best = max(same, key=lambda t: (t.known, t.size, t.id))
        _join_long_names(index, same)
        _join_topic(index, same)
        for other in same:
            if best.size >= FAR_MORE * other.size and _may_err(other) and best.kind in ALIKE:
                index.join([best.id, other.id])
        _join_companies(index, same)


def _join_long_names(index: ThingIndex, same: Sequence[Thing]) -> None:
    """Join "Saturday Night Live", a work, a topic and an organisation: two things of a name of
    several words, neither of them a person or on the map, are one."""
    alike = [t for t in same if " " in t.name and t.kind != "person" and _may_err(t)]
    index.join(t.id for t in alike)


def _join_companies(index: ThingIndex, same: Sequence[Thing]) -> None:
    """Join a product "Intel" with the company, which others know: it has an address elsewhere."""
    companies = [t for t in same if t.kind == "org" and t.entity.same_as]
    others = [t for t in same if t.kind in ("product", "work", "topic")]
    if companies:
        index.join(t.id for t in (*companies, *others) if companies[0].size >= t.size)


def _join_topic(index: ThingIndex, same: Sequence[Thing]) -> None:
    """Join a topic, which is what no kind was found for, with its only namesake of a kind, where
    no fewer stories speak for that."""
    topic, other = sorted(same, key=lambda t: t.kind != "topic")[:2]
    alone = len(same) == 2 and topic.kind == "topic" and other.kind in ALIKE
    if alone and other.size >= topic.size:
        index.join([topic.id, other.id])


def _link_surnames(index: ThingIndex) -> None:
    """Join an organisation "Jobs" with the person whom many more stories call that."""
    called: dict[str, set[str]] = defaultdict(set)
    for thing in index.of_kind("person"):
        for form in thing.forms:
            if " " not in form:
                called[form].add(index.one(thing.id))
    for thing in list(index.things.values()):
        person = called.get(thing.name, set())
        if thing.kind not in ALIKE or len(person) != 1:
            continue
        best = index.things[next(iter(person))]
        if best.size >= FAR_MORE * thing.size and share_company(index, thing, best.id):
            index.join([best.id, thing.id])


def _may_err(thing: Thing) -> bool:
    """Tell whether a kind may be a mistake: a place that is on no map, a person of one name."""
    if thing.kind == "place":
        return not thing.entity.same_as
    return thing.kind in ALIKE or (thing.kind == "person" and " " not in thing.name)
