"""The same words in several stories: a quotation that is told again, also in other words.

"Other words" are a word more or less, and other marks; one story may quote more of it than another.
A statement that one story reports and another quotes is found too, where both give it to the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gloss.digest.days import entry_order
from gloss.digest.model import Said, Statement, StoryFacts
from gloss.digest.plain import plain
from gloss.digest.sketches import hashes_of, in_several
from gloss.digest.wordings import are_alike

# What is said in more stories than this is a phrase, and compared with no more of them.
MOST = 12

Told = Said | Statement


def also_said(stories: Iterable[StoryFacts]) -> list[tuple[Told, ...]]:
    """Return what several stories say, each with its places, as the stories entered the digest."""
    groups: list[list[_Worded]] = []
    seen: defaultdict[int, list[int]] = defaultdict(list)
    for rows, told in _near_others(list(_said_in(stories))):
        near = dict.fromkeys(n for row in rows for n in seen[row][:MOST])
        worded = _Worded(told)
        same = next((number for number in near if _is_same(groups[number][0], worded)), None)
        if same is None:
            same = len(groups)
            groups.append([])
            for row in rows:
                seen[row].append(same)
        groups[same].append(worded)
    found = (tuple(one.told for one in some) for some in groups if len(some) > 1)
    return [some for some in found if len({one.story for one in some}) > 1]


def _near_others(every: Collection[Told]) -> Iterator[tuple[list[int], Told]]:
    """Yield what shares a row of words with something else, and the rows that are shared."""
    shared = in_several(hashes_of(told.sketch) for told in every)
    for told in every:
        if rows := [row for row in hashes_of(told.sketch) if row in shared]:
            yield rows, told


def _said_in(stories: Iterable[StoryFacts]) -> Iterator[Told]:
    for story in sorted(stories, key=entry_order):
        yield from (said for said in story.said if said.sketch)
        yield from (told for told in story.statements if told.sketch)


@dataclass
class _Worded:
    """What is told, and its words, which are parted when they are compared."""

    told: Told

    @cached_property
    def words(self) -> list[str]:
        words = self.told.words
        return plain(words if isinstance(words, str) else " ".join(words)).split()


def _is_same(one: _Worded, other: _Worded) -> bool:
    both_quoted = isinstance(one.told, Said) and isinstance(other.told, Said)
    if not both_quoted and (one.told.by is None or one.told.by != other.told.by):
        return False
    return are_alike(one.words, other.words)


def elsewhere(groups: Iterable[tuple[Told, ...]]) -> dict[tuple[str, str], tuple[Told, ...]]:
    """Return, by the story and anchor of each that is said again, the others in other stories."""
    return {
        (one.story, one.anchor): tuple(other for other in some if other.story != one.story)
        for some in groups
        for one in some
    }


def repeated(groups: Iterable[tuple[Told, ...]]) -> frozenset[tuple[str, str]]:
    """Return which quotations lists leave out: those that an earlier one of the same says.

    A quotation that two stories give to different people stands once for each.
    """
    left_out = set[tuple[str, str]]()
    for some in groups:
        quoted = [told for told in some if isinstance(told, Said)]
        first: dict[str | None, str] = {}
        named = any(told.by for told in quoted)
        for told in quoted:
            unnamed_beside_named = named and told.by is None
            if unnamed_beside_named or first.setdefault(told.by, told.story) != told.story:
                left_out.add((told.story, told.anchor))
    return frozenset(left_out)


def without_repeated(
    stories: Mapping[str, StoryFacts], left_out: Collection[tuple[str, str]]
) -> dict[str, StoryFacts]:
    """Return stories without the quotations that lists leave out."""
    if not left_out:
        return dict(stories)
    return {
        slug: replace(
            story, said=tuple(s for s in story.said if (s.story, s.anchor) not in left_out)
        )
        for slug, story in stories.items()
    }
