"""Who says so: the sources of one story, what each is quoted and reported to say, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gloss.digest.model import Said, Statement, StoryFacts
from gloss.digest.tellings import is_statement
from gloss.pages.links import AlsoSaid, Links, NameLink, wording

# So many statements of one story are listed; what is beyond them stands in its text.
LISTED = 30
# What stands in the margin beside a statement of which the text does not show whose it is.
NOT_CLEAR = "?"
JOINING = 3
_ARTICLES = ("a ", "an ", "the ")


@dataclass(frozen=True)
class StatedHere:
    """Something that somebody says in a story; direct: in so many words; also: where else."""

    anchor: str
    words: str
    direct: bool
    also: tuple[AlsoSaid, ...]


@dataclass(frozen=True)
class StorySource:
    """Somebody who says something in a story: by name, or in the story's words, or neither.

    named: the words are names themselves, of several or of somebody without a page of his own.
    """

    link: NameLink | None
    phrase: str
    named: bool
    said: tuple[StatedHere, ...]


@dataclass(frozen=True)
class StorySources:
    """The sources of a story, those with a name first, and how many of a hundred letters they say.

    beside: what stands in the margin beside each statement, by its anchor: a name, or the story's
    words for somebody in quotation marks.
    """

    every: tuple[StorySource, ...]
    named: int
    unnamed: int
    share: int
    beside: Mapping[str, str]


def sources_of(story: StoryFacts, links: Links) -> StorySources:
    """Return who says what in a story."""
    found: dict[str, list[Said | Statement]] = {}
    every_told: list[Said | Statement] = [*filter(is_statement, story.said), *story.statements]
    for told in every_told:
        found.setdefault(_key(told, links), []).append(told)
    forms = sorted((form for named in story.named for form in named.forms), key=len, reverse=True)
    every = [_source(some, forms, links) for some in found.values()]
    every.sort(key=lambda source: (source.link is None, not source.named, not source.phrase))
    return StorySources(
        every=tuple(_listed(every)),
        named=sum(source.named for source in every),
        unnamed=sum(bool(source.phrase) and not source.named for source in every),
        share=story.sourced,
        beside={told.anchor: _label(source) for source in every for told in source.said},
    )


def _key(told: Said | Statement, links: Links) -> str:
    """Whose it is; "the spokesman" is who "a spokesman" was."""
    if told.by in links.names:
        return str(told.by)
    phrase = (told.who or "").casefold()
    return next((phrase.removeprefix(a) for a in _ARTICLES if phrase.startswith(a)), phrase)


def _source(some: list[Said | Statement], forms: Sequence[str], links: Links) -> StorySource:
    first = some[0]
    link = links.names.get(first.by) if first.by else None
    phrase = "" if link else first.who or ""
    named = link is not None or _is_names(phrase, forms)
    return StorySource(link, phrase, named, tuple(_stated(told, links) for told in some))


def _is_names(phrase: str, forms: Sequence[str]) -> bool:
    """Tell whether a phrase is names alone; what joins names is short: "and", "the"."""
    left = phrase
    for form in forms:
        left = left.replace(form, " ")
    return left != phrase and all(len(word.strip(",")) <= JOINING for word in left.split())


def _stated(told: Said | Statement, links: Links) -> StatedHere:
    direct = isinstance(told, Said)
    return StatedHere(told.anchor, wording(told), direct, links.also(told))


def _label(source: StorySource) -> str:
    if source.link:
        return source.link.name
    if source.named:
        return source.phrase
    return f"“{source.phrase}”" if source.phrase else NOT_CLEAR


def _listed(every: list[StorySource]) -> Iterator[StorySource]:
    """The sources with as many of their statements as fit; each has one at least."""
    room = LISTED
    for source in every:
        shown = source.said[: max(1, room)]
        room -= len(shown)
        yield replace(source, said=shown)
