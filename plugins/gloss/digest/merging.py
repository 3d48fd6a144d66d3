"""The register's merges: one name's id in the place of another's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from gloss.digest.model import Named, Said, Statement, StoryFacts
from gloss.register import Register

S = TypeVar("S", Said, Statement)


def resolve_redirects(register: Register) -> dict[str, str]:
    """Return old id -> the id that stands in its place at last, through any chain of merges."""
    steps = {old: entry.id for entry in register.entries.values() for old in entry.merges}
    return {old: _end_of(old, steps) for old in sorted(steps) if _end_of(old, steps) != old}


def _end_of(id_: str, steps: Mapping[str, str]) -> str:
    seen = {id_}
    while id_ in steps and steps[id_] not in seen:
        id_ = steps[id_]
        seen.add(id_)
    return id_


def merged(story: StoryFacts, redirects: Mapping[str, str]) -> StoryFacts:
    """Return the story's facts with every merged id replaced."""
    if not redirects:
        return story
    ids = [named.entity for named in story.named]
    ids += [said.by for said in story.said if said.by]
    ids += [told.by for told in story.statements if told.by]
    if redirects.keys().isdisjoint(ids):
        return story
    return replace(
        story,
        named=_merged_named(story.named, redirects),
        events=tuple(
            replace(event, names=_merged_ids(event.names, redirects)) for event in story.events
        ),
        said=tuple(_merged_said(said, redirects) for said in story.said),
        statements=tuple(_merged_said(told, redirects) for told in story.statements),
    )


def _merged_said(said: S, redirects: Mapping[str, str]) -> S:
    by = redirects.get(said.by, said.by) if said.by else None
    return replace(said, by=by, names=_merged_ids(said.names, redirects))


def _merged_ids(ids: tuple[str, ...], redirects: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(redirects.get(id_, id_) for id_ in ids))


def _merged_named(named: tuple[Named, ...], redirects: Mapping[str, str]) -> tuple[Named, ...]:
    one: dict[str, Named] = {}
    for part in named:
        id_ = redirects.get(part.entity, part.entity)
        one[id_] = _joined(one[id_], part) if id_ in one else replace(part, entity=id_)
    return tuple(one.values())


def _joined(first: Named, second: Named) -> Named:
    return replace(
        first,
        count=first.count + second.count,
        forms=tuple(dict.fromkeys(first.forms + second.forms)),
        descriptors=tuple(dict.fromkeys(first.descriptors + second.descriptors)),
        same_as=tuple(dict.fromkeys(first.same_as + second.same_as)),
    )
