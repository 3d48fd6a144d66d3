"""What a change of names would touch, told before it is made."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gloss.corrections import Correction
from gloss.corrections.yaml_text import write_correction
from gloss.desk.answers import AnswerError
from gloss.desk.name_changes import NameChange
from gloss.desk.names import KnownName, Names
from gloss.desk.reading import StoryFile
from gloss.register import (
    Entry,
    Register,
    RegisterError,
    Touch,
    change_register,
    read_register,
)
from gloss.urls import entity_url

_WHERE = re.compile(r"^[^:\n]*:\d+: ", re.MULTILINE)


@dataclass(frozen=True)
class Moved:
    """Marks that change hands: whose they are, whose then, how many, and in which stories.

    of, to: what the thing is called, and its id; empty: nobody's.
    """

    of: str
    to: str
    marks: int
    stories: tuple[str, ...]


@dataclass(frozen=True)
class Effects:
    """What a change would touch.

    moved: marks that change hands. unmarked: words that the register would mark, and in how many
    places they stand unmarked. anew: slugs of the stories that the next build makes again.
    pages: addresses that change, a line each. written: lines of each file that would be other.
    """

    moved: tuple[Moved, ...]
    unmarked: Mapping[str, int]
    anew: tuple[str, ...]
    pages: tuple[str, ...]
    written: Mapping[str, Sequence[str]]

    @property
    def id(self) -> str:
        """The same as long as the same would be written."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def effects_of(names: Names, change: NameChange) -> Effects:
    """Return what a change would touch.

    Raises AnswerError for what the register cannot say.
    """
    try:
        text = change_register(names.text, change.entries)
    except RegisterError as problem:  # of lines that are not written yet
        raise AnswerError(_WHERE.sub("", str(problem))) from None
    then = Names(
        {slug: _with(story, change, slug) for slug, story in names.stories.items()},
        read_register(text.removeprefix("\ufeff")),
        text,
    )
    return Effects(
        moved=tuple(_moved(names, then)),
        unmarked=dict(_unmarked(names, change)),
        anew=tuple(_anew(names, then, change)),
        pages=tuple(_pages(names, then)),
        written={
            **({"entities.yaml": _other_lines(names.text, text)} if change.entries else {}),
            **{f"{slug}.yaml": _lines(said) for slug, said in change.corrections.items()},
        },
    )


def _with(story: StoryFile, change: NameChange, slug: str) -> StoryFile:
    new = change.corrections.get(slug)
    return replace(story, said=(*story.said, *new)) if new else story


def _moved(now: Names, then: Names) -> Iterator[Moved]:
    marks, stories = Counter[tuple[str, str]](), dict[tuple[str, str], dict[str, None]]()
    for slug, story in now.stories.items():
        before = {place: now.one(id_) for place, id_ in now.named_in(story)}
        for place, id_ in then.named_in(then.stories[slug]):
            pair = before.get(place, ""), then.one(id_)
            if pair[0] != pair[1]:
                marks[pair] += 1
                stories.setdefault(pair, {})[slug] = None
    for (of, to), number in marks.most_common():
        yield Moved(_called(now, of), _called(then, to), number, tuple(stories[of, to]))


def _called(names: Names, id_: str) -> str:
    name = names.by_id.get(id_)
    return f"{name.label} ({id_})" if name else id_


def _unmarked(names: Names, change: NameChange) -> Iterator[tuple[str, int]]:
    """Yield what the register would mark, and has not, that stands in stories without a mark."""
    for name in _new_names(names.register, [c.entry for c in change.entries if c.entry]):
        words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        number = sum(
            not any(s.start < place.end() and place.start() < s.end for s, _ in marks)
            for story in names.stories.values()
            if name in story.article.story.text
            for marks in [list(names.named_in(story))]
            for place in words.finditer(story.article.story.text)
        )
        if number:
            yield name, number


def _new_names(register: Register, entries: Sequence[Entry]) -> list[str]:
    known = {name for e in register.entries.values() for name in (e.name, *e.aliases)}
    new = Counter(name for e in entries for name in {e.name, *e.aliases} if name not in known)
    return sorted(name for name, bearers in new.items() if bearers == 1)


def _anew(now: Names, then: Names, change: NameChange) -> Iterator[str]:
    """Yield the slugs of stories whose article the next build writes again."""
    before, after = Touch(now.register), Touch(then.register)
    for slug, story in now.stories.items():
        article = story.article
        text = f"{article.story.headline or article.title}\n\n{article.story.text}"
        ids = [entity.id for entity in article.annotations.entities]
        if slug in change.corrections or before.digest(text, ids) != after.digest(text, ids):
            yield slug


def _pages(now: Names, then: Names) -> Iterator[str]:
    for id_ in sorted(now.by_id.keys() - then.by_id.keys()):
        to = then.one(id_)
        leads = f"leads to {entity_url(to)}" if to != id_ else "has nothing left, and goes"
        yield f"{entity_url(id_)} {leads}"
    yield from (f"{entity_url(id_)} is new" for id_ in sorted(then.by_id.keys() - now.by_id.keys()))
    for id_ in sorted(now.by_id.keys() & then.by_id.keys()):
        if _shown(now.by_id[id_]) != _shown(then.by_id[id_]):
            yield f"{entity_url(id_)} says something else"


def _shown(name: KnownName) -> tuple[object, ...]:
    return name.entry, name.label, name.count, dict(name.said)


def _other_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def _lines(said: Sequence[Correction]) -> list[str]:
    return [f"+{line}" for one in said for line in write_correction(one).splitlines()]
