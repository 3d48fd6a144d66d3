"""From stories' counted words and the digest to the postings of all documents."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import cache

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.outputs.search.numbering import Numbered
from gloss.outputs.search.postings import BLOCK, Block, Postings, Whole, join
from gloss.outputs.search.terms import Counts, StoryTerms, count, count_words
from gloss.outputs.search.words import words_of

NamesOf = Callable[[tuple[str, ...]], Counts]
Kept = MutableMapping[str, bytes]


def gather(
    terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered, kept: Kept
) -> Whole:
    """Return the postings of every story, quotation, event and name.

    kept: blocks made before, by what they are made from.
    """
    return join(_blocks(terms, digest, numbered, kept))


def _blocks(
    terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered, kept: Kept
) -> Iterator[Block]:
    names_of = _names_of(digest)
    for start in range(0, len(numbered.stories), BLOCK):
        stories = numbered.stories[start : start + BLOCK]
        key = _key(start, stories, digest)
        if key in kept:
            block: Block = pickle.loads(kept[key])
        else:
            block = _block_of(start // BLOCK, stories, terms, names_of)
            kept[key] = pickle.dumps(block, protocol=5)
        yield block
    yield _names(numbered.names)


def _key(start: int, stories: Sequence[StoryFacts], digest: Digest) -> str:
    """All that a block is made from: its articles, and what the digest calls those they name."""
    names = digest.names
    made_from = hashlib.blake2b(str(start).encode(), digest_size=16)
    for story in stories:
        ids = [named.entity for named in story.named] + [said.by or "" for said in story.said]
        labels = [(id_, names[id_].name if id_ in names else "") for id_ in ids]
        made_from.update(repr((story.slug, story.digest, labels)).encode("utf-8", "replace"))
    return made_from.hexdigest()


def _block_of(
    block: int, stories: Sequence[StoryFacts], terms: Mapping[str, StoryTerms], names_of: NamesOf
) -> Block:
    postings = Postings(block)
    for number, story in enumerate(stories):
        _add_story(postings, number, story, terms[story.slug], names_of)
    return postings.packed()


def _names(names: Sequence[Name]) -> Block:
    """The block of all names: they change with every story, and are made anew each time."""
    postings = Postings(0)
    for number, name in enumerate(names):
        postings.add("n", number, 0, _fields_of_name(name))
    return postings.packed()


def _names_of(digest: Digest) -> NamesOf:
    """A function from ids to the words of the names that the digest gives them."""

    @cache
    def words(id_: str) -> list[str]:
        return words_of(digest.names[id_].name) if id_ in digest.names else []

    @cache
    def names_of(ids: tuple[str, ...]) -> Counts:
        return count_words([word for id_ in ids for word in words(id_)])

    return names_of


def _add_story(
    postings: Postings, number: int, story: StoryFacts, terms: StoryTerms, names_of: NamesOf
) -> None:
    named = names_of(tuple(sorted(named.entity for named in story.named)))
    fields = (("title", terms.title), ("text", terms.text), ("names", named))
    postings.add("s", number, 0, (*fields, ("about", terms.about)))
    for second, (said, words) in enumerate(zip(story.said, terms.quotes, strict=True)):
        ids = dict.fromkeys((said.by, *said.names) if said.by else said.names)
        quotation = (("quote", words), ("names", names_of(tuple(ids))))
        postings.add("q", number, second, quotation)
    for second, (event, words) in enumerate(zip(story.events, terms.events, strict=True)):
        postings.add("e", number, second, (("event", words), ("names", names_of(event.names))))


def _fields_of_name(name: Name) -> tuple[tuple[str, Counts], ...]:
    says = [name.description, *(descriptor.text for descriptor in name.descriptors)]
    return (
        ("title", count(name.name)),
        ("names", count(" ".join(name.forms))),
        ("about", count(" ".join(says))),
    )
