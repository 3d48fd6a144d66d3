"""From stories' counted words and the digest to the postings of all documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.search.facets import add_values
from gloss.search.numbering import PLACES, Numbered, NumberedBlock, Text
from gloss.search.portions import Kept, Wanted, Whole, join
from gloss.search.postings import Documents
from gloss.search.sayings import sayings
from gloss.search.terms import Counts, StoryTerms, count, count_words
from gloss.search.tokenizer import words_of
from gloss.site import OwnPage

NamesOf = Callable[[tuple[str, ...]], Counts]
T = TypeVar("T")


@dataclass(frozen=True)
class Gathered:
    """The postings of every document: of those that came in last apart from all others."""

    old: Whole
    recent: Whole


def gather(
    terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered, kept: Kept
) -> Gathered:
    """Return the postings of every story, own page, quotation, event and name.

    kept: portions as they were last.
    """
    key_of_text = partial(_key_of_text, digest=digest)
    of_text = partial(_of_text, terms=terms, names_of=_names_of(digest))

    def whole(recent: bool) -> Whole:
        texts = _runs(numbered.texts, recent, lambda text: _name_of(text) in numbered.recent)
        names = _runs(numbered.names, recent, lambda name: name.id in numbered.recent)
        wanted = [
            *(_wanted(f"texts-{block}", run, key_of_text, of_text) for block, run in texts),
            *(_wanted(f"names-{block}", run, _key_of_name, _of_name) for block, run in names),
        ]
        return join(one.portion(kept) for one in wanted)

    return Gathered(whole(recent=False), whole(recent=True))


def _runs(
    blocks: Iterable[NumberedBlock[T]], recent: bool, is_recent: Callable[[T], bool]
) -> Iterator[tuple[str, Mapping[int, T]]]:
    """Old things by blocks, or recent ones together: each with its number."""
    together: dict[int, T] = {}
    for start, block in enumerate(blocks):
        numbered = ((start * PLACES + place, thing) for place, thing in block.things.items())
        run = {number: thing for number, thing in numbered if is_recent(thing) == recent}
        together |= run
        if not recent:
            # Numbers hold that of the block, which a block that went may have moved.
            yield f"{block.name}-{start}", run
    if recent:
        yield "recent", together


def _wanted(
    name: str,
    run: Mapping[int, T],
    key_of: Callable[[T], str],
    documents_of: Callable[[int, T], Documents],
) -> Wanted:
    keys = {number: key_of(thing) for number, thing in run.items()}
    return Wanted(name, keys, lambda number: documents_of(number, run[number]))


def _name_of(text: Text) -> str:
    return text.url if isinstance(text, OwnPage) else text.slug


def _key(shown: Iterable[str]) -> str:
    whole = "\0".join(shown).encode("utf-8", "replace")
    return hashlib.blake2b(whole, digest_size=12).hexdigest()


def _key_of_text(story: Text, digest: Digest) -> str:
    """What stands for all that a story's postings are made from.

    That is its article, and what the digest calls names.
    """
    if isinstance(story, OwnPage):
        return _key((story.title, story.text))
    names = digest.names
    ids = [named.entity for named in story.named] + [said.by or "" for _, said in sayings(story)]
    called = [names[id_].name if id_ in names else "" for id_ in ids]
    return _key((story.slug, story.digest, *ids, *called))


def _key_of_name(name: Name) -> str:
    says = (descriptor.text for descriptor in name.descriptors)
    return _key((name.name, *name.forms, "\0", name.description, *says))


def _of_text(
    number: int, text: Text, terms: Mapping[str, StoryTerms], names_of: NamesOf
) -> Documents:
    documents = Documents(number)
    if isinstance(text, OwnPage):
        documents.add("s", 0, (("title", count(text.title)), ("text", count(text.text))))
    else:
        _add_story(documents, text, terms[text.slug], names_of)
        add_values(documents, text)
    return documents


def _of_name(number: int, name: Name) -> Documents:
    says = [name.description, *(descriptor.text for descriptor in name.descriptors)]
    documents = Documents(number)
    fields = (
        ("title", count(name.name)),
        ("names", count(" ".join(name.forms))),
        ("about", count(" ".join(says))),
    )
    documents.add("n", 0, fields)
    return documents


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
    documents: Documents, story: StoryFacts, terms: StoryTerms, names_of: NamesOf
) -> None:
    named = names_of(tuple(sorted(named.entity for named in story.named)))
    fields = (("title", terms.title), ("text", terms.text), ("names", named))
    rest = (("about", terms.about), ("published", terms.published))
    documents.add("s", 0, (*fields, *rest))
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
        documents.add("q", second, quotation)
    for second, (event, words) in enumerate(zip(story.events, terms.events, strict=True)):
        documents.add("e", second, (("event", words), ("names", names_of(event.names))))
