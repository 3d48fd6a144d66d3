"""From stories' counted words and the digest to the postings of all documents."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Generic, TypeVar

from gloss.digest.marks import Marks, mark_of
from gloss.digest.model import Digest, Name, StoryFacts
from gloss.search.facets import add_values
from gloss.search.numbering import OF_BLOCKS, PLACES, Numbered, NumberedBlock, Text
from gloss.search.portions import Kept, Portions, Wanted
from gloss.search.postings import Documents
from gloss.search.ranges import MOST_RANGES
from gloss.search.sayings import sayings
from gloss.search.terms import Counts, StoryTerms, count, count_words
from gloss.search.tokenizer import words_of
from gloss.site import OwnPage

NamesOf = Callable[[tuple[str, ...]], Counts]
T = TypeVar("T", Text, Name)


@dataclass(frozen=True)
class Searched:
    """What is searched: all that a digest lists, and the editor's own pages.

    marks: of the digest.
    """

    digest: Digest
    marks: Marks
    pages: tuple[OwnPage, ...] = ()


def most_kept(digest: Digest) -> int:
    """Return how many pieces a build of a digest keeps at most: for portions, and for ranges."""
    return (len(digest.stories) + len(digest.names)) // OF_BLOCKS.least + MOST_RANGES + 8


def gather(
    terms: Mapping[str, StoryTerms], searched: Searched, numbered: Numbered, kept: Kept
) -> Portions:
    """Return the postings of every story, own page, quotation, event and name.

    kept: portions as they were last.
    """
    of_text = partial(_of_text, terms=terms, names_of=_names_of(searched.digest))
    key_of_text = partial(_key_of_text, searched.marks)
    texts = _Things("texts", numbered.texts, _name_of, key_of_text, of_text)
    id_of, marks = attrgetter("id"), searched.marks.names
    names = _Things("names", numbered.names, id_of, lambda name: marks[name.id], _of_name)
    return Portions(kept, (*texts.wanted(numbered.recent), *names.wanted(numbered.recent)))


@dataclass(frozen=True)
class _Things(Generic[T]):
    """Texts, or names, with what one is known by, and what makes its documents."""

    name: str
    blocks: Sequence[NumberedBlock[T]]
    name_of: Callable[[T], str]
    key_of: Callable[[T], str]
    documents_of: Callable[[int, T], Documents]

    def wanted(self, recent: Container[str]) -> Iterator[Wanted]:
        """Yield old things by blocks, then recent ones together."""
        together: dict[int, T] = {}
        for start, block in enumerate(self.blocks):
            run = {start * PLACES + place: thing for place, thing in block.things.items()}
            new = {number: thing for number, thing in run.items() if self.name_of(thing) in recent}
            together |= new
            for number in new:
                del run[number]
            # Numbers hold that of the block, which a block that went may have moved.
            yield self._wanted(f"{self.name}-{block.name}-{start}", run)
        yield self._wanted(f"{self.name}-recent", together, whole=True)

    def _wanted(self, name: str, run: Mapping[int, T], whole: bool = False) -> Wanted:
        keys = {number: self.key_of(thing) for number, thing in run.items()}
        return Wanted(name, keys, lambda number: self.documents_of(number, run[number]), whole)


def _name_of(thing: Text) -> str:
    return thing.url if isinstance(thing, OwnPage) else thing.slug


def _key_of_text(marks: Marks, story: Text) -> str:
    """What stands for all that a text's postings are made from."""
    if isinstance(story, OwnPage):
        return mark_of((story.title, story.text))
    return marks.stories[story.slug]


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
