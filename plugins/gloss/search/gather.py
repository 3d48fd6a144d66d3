"""From stories' counted words and the digest to the postings of all documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import cache, partial
from typing import TypeVar

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.search.numbering import Numbered
from gloss.search.postings import BLOCK, Postings, PostingsBlock, Whole, join
from gloss.search.sayings import sayings
from gloss.search.terms import Counts, StoryTerms, count, count_words
from gloss.search.tokenizer import words_of
from gloss.site import OwnPage
from gloss.store.codec import decode, encode

# Packed blocks by what they were made from.
Blocks = MutableMapping[str, bytes]
NamesOf = Callable[[tuple[str, ...]], Counts]
T = TypeVar("T")


def gather(
    terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered, kept: Blocks
) -> Whole:
    """Return the postings of every story, own page, quotation, event and name.

    kept: blocks made before, by what they are made from.
    """
    return join(_blocks(terms, digest, numbered, kept))


def _blocks(
    terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered, kept: Blocks
) -> Iterator[PostingsBlock]:
    names_of = _names_of(digest)
    texts: tuple[StoryFacts | OwnPage, ...] = (*numbered.pages, *numbered.stories)
    for block, some in _cut(texts):
        key = _key("stories", block, (_shown_of_text(text, digest) for text in some))
        yield _kept(kept, key, partial(_texts, block, some, terms, names_of))
    for block, names in _cut(numbered.names):
        key = _key("names", block, map(_shown_of_name, names))
        yield _kept(kept, key, partial(_names, block, names))


def _cut(documents: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    """Documents by blocks, with the blocks' numbers."""
    starts = range(0, len(documents), BLOCK)
    return ((start // BLOCK, documents[start : start + BLOCK]) for start in starts)


def _key(kind: str, block: int, made_from: Iterable[str]) -> str:
    whole = "\n".join((f"{kind} {block}", *made_from))
    return hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _kept(kept: Blocks, key: str, make: Callable[[], PostingsBlock]) -> PostingsBlock:
    try:
        block: PostingsBlock = decode(kept[key], PostingsBlock)
    except KeyError:
        block = make()
        kept[key] = encode(block, PostingsBlock)
    return block


def _shown_of_text(story: StoryFacts | OwnPage, digest: Digest) -> str:
    """All that a story's postings are made from: its article, and what the digest calls names."""
    if isinstance(story, OwnPage):
        return "\0".join((story.title, story.text))
    names = digest.names
    ids = [named.entity for named in story.named] + [said.by or "" for _, said in sayings(story)]
    called = [names[id_].name if id_ in names else "" for id_ in ids]
    return "\0".join((story.slug, story.digest, *ids, *called))


def _shown_of_name(name: Name) -> str:
    shown = name.name, name.forms, name.description, [d.text for d in name.descriptors]
    return repr(shown)


def _texts(
    block: int,
    texts: Sequence[StoryFacts | OwnPage],
    terms: Mapping[str, StoryTerms],
    names_of: NamesOf,
) -> PostingsBlock:
    postings = Postings(block)
    for number, text in enumerate(texts):
        if isinstance(text, OwnPage):
            fields = (("title", count(text.title)), ("text", count(text.text)))
            postings.add("s", number, 0, fields)
        else:
            _add_story(postings, number, text, terms[text.slug], names_of)
    return postings.packed()


def _names(block: int, names: Sequence[Name]) -> PostingsBlock:
    postings = Postings(block)
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
    rest = (("about", terms.about), ("published", terms.published))
    postings.add("s", number, 0, (*fields, *rest))
    counted = {2 * n: words for n, words in enumerate(terms.quotes)}
    counted |= {2 * n + 1: words for n, words in enumerate(terms.reports)}
    for second, said in sayings(story):
        others = tuple(id_ for id_ in dict.fromkeys(said.names) if id_ != said.by)
        speaker = names_of((said.by,) if said.by else ())
        quotation = (
            ("quote", counted[second]),
            ("names", names_of(others)),
            ("by", speaker),
            ("about", terms.about),
        )
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
