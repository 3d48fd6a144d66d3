"""From stories' counted words and the digest to the postings of all documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.outputs.search.numbering import Numbered
from gloss.outputs.search.postings import Postings
from gloss.outputs.search.terms import Counts, StoryTerms, count

NamesOf = Callable[[tuple[str, ...]], Counts]


def gather(terms: Mapping[str, StoryTerms], digest: Digest, numbered: Numbered) -> Postings:
    """Return the postings of every story, quotation, event and name."""
    postings = Postings()
    names_of = _names_of(digest)
    for number, story in enumerate(numbered.stories):
        _add_story(postings, number, story, terms[story.slug], names_of)
    for number, name in enumerate(numbered.names):
        postings.add("n", number, 0, _fields_of_name(name))
    return postings


def _names_of(digest: Digest) -> NamesOf:
    """A function from ids to the words of the names that the digest gives them."""

    @cache
    def names_of(ids: tuple[str, ...]) -> Counts:
        known = (digest.names.get(id_) for id_ in ids)
        return count(" ".join(name.name for name in known if name))

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
