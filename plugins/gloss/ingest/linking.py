"""Link annotated stories: things that are one get one id, in all of them and in what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from gloss.errors import in_a_line
from gloss.identity import Known, Link, StoryNames, known_from, link, relabel, story_names
from gloss.ingest.annotating import Failure
from gloss.register import Register
from gloss.story import Annotations, Story

T = TypeVar("T")
Found = tuple[Story, Annotations]
_Bearing = Callable[[Sequence[StoryNames]], Known]


class KnownNames(Protocol):
    """What the articles that stay name."""

    def bearing_on(self, stories: Sequence[StoryNames]) -> Known:
        """Return what can bear on the links of stories."""
        ...

    def everything(self) -> Sequence[StoryNames]:
        """Return what each article names."""
        ...


@dataclass(frozen=True)
class Linked:
    """What came of each story, in order; unusable: slugs of articles whose names broke it, why."""

    stories: Sequence[Annotations | Failure]
    unusable: Sequence[tuple[str, str]] = ()


def link_all(found: Sequence[Found], known: KnownNames, register: Register) -> Linked:
    """Give the things of all stories ids that mean one thing in the whole digest.

    known: what the articles that stay name. Ids that the register merges become the ids of its
    entries, whatever linking says. A story or article that breaks the linking even by itself is
    left out.
    """
    try:
        return Linked(_linked(found, known.bearing_on, register))
    except Exception as problem:
        says = in_a_line(problem)
    return _linked_without_faults(found, known.everything(), register, says)


def _linked_without_faults(
    found: Sequence[Found], known: Sequence[StoryNames], register: Register, says: str
) -> Linked:
    stories = _faults(lambda one: _linked((one,), _all_of(()), register), found)
    articles = _faults(lambda one: _linked((), _all_of((one,)), register), known)
    good = [one for one, fault in zip(found, stories, strict=True) if not fault]
    sound = [one for one, fault in zip(known, articles, strict=True) if not fault]
    try:
        done = iter(_linked(good, _all_of(sound), register))
    except Exception:  # they break it together only: nothing can be told of one
        return Linked([Failure(f"could not be linked: {says}") for _ in found])
    return Linked(
        [Failure(f"could not be linked: {why}") if why else next(done) for why in stories],
        [(one.story, why) for one, why in zip(known, articles, strict=True) if why],
    )


def _all_of(names: Iterable[StoryNames]) -> _Bearing:
    return lambda _: known_from(names)


def _linked(found: Sequence[Found], known: _Bearing, register: Register) -> list[Annotations]:
    merged = merges_of(register)
    stories = [(story, relabel(annotations, merged)) for story, annotations in found]
    names = [story_names(*one) for one in stories]
    settled = {entry.id: entry.name for entry in register.entries.values()}
    links = link(names, known(names), settled)
    linked = [relabel(one[1], made) for one, made in zip(stories, links, strict=True)]
    return [relabel(annotations, merged) for annotations in linked]


def _faults(use: Callable[[T], object], things: Iterable[T]) -> list[str]:
    """Say of each thing what is wrong with it alone; nothing of those that can be used."""
    return [_fault(use, thing) for thing in things]


def _fault(use: Callable[[T], object], thing: T) -> str:
    try:
        use(thing)
    except Exception as problem:
        return in_a_line(problem)
    return ""


def merges_of(register: Register) -> Link:
    """Return the ids that the register says are one, and what things are called by it."""
    entries = register.entries.values()
    return Link(
        ids={old: entry.id for entry in entries for old in entry.merges},
        names={entry.id: entry.name for entry in entries},
    )
