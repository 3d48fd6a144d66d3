"""Every value of every filter lets through what the digest says, be a story old or new."""

from __future__ import annotations

from collections import defaultdict

from gloss.edtf import year_of
from gloss.search.numbering import number, numbers
from gloss.search.sayings import sayings
from gloss.story import kind_of
from gloss.urls import FILTERED

from tests.search.whole import OWN_PAGES


def test_each_value_lets_through_its_documents(node, collection):
    wanted = let_through(collection.digest)
    report = node("filters.js", {"values": list(wanted)}, collection.folder)
    names = collection.digest.names
    labels = [names[value].name if value in names else value for _, value in wanted]
    assert report["found"] == [
        [label, sorted(refs)] for label, refs in zip(labels, wanted.values(), strict=True)
    ]
    years = [int(year) for year in report["first"]]
    assert years == sorted((int(v) for facet, v in wanted if facet == "year"), reverse=True)


def test_some_stories_stand_apart(collection):
    recent = number(collection.digest).recent & collection.digest.stories.keys()
    assert 0 < len(recent) < len(collection.digest.stories)


def let_through(digest):
    """By facet and value, the documents."""
    found = defaultdict(set)
    own = {page.url for page in OWN_PAGES}
    for at, story in numbers(number(digest, OWN_PAGES).texts):
        if story.url not in own:
            for ref, facet, value in documents(at, story):
                found[facet, value].add(ref)
    return dict(found)


def documents(at, story):
    """What of one story each value lets through."""
    quoted = [(f"q{at}.{place}", said) for place, said in sayings(story)]
    dated = [(f"e{at}.{place}", event) for place, event in enumerate(story.events)]
    whole = (f"s{at}", *(ref for ref, _ in quoted))
    named = [(f"s{at}", one.entity) for one in story.named]
    named += [(ref, id_) for ref, one in quoted + dated for id_ in one.names]
    named += [(ref, said.by) for ref, said in quoted if said.by]
    yield from ((ref, kind_of(id_), id_) for ref, id_ in named if kind_of(id_) in FILTERED)
    yield from ((r, "speaker", said.by) for ref, said in quoted if said.by for r in (ref, f"s{at}"))
    if story.source:
        yield from ((ref, "source", story.source) for ref in (*whole, *(r for r, _ in dated)))
    days = [(ref, story.day) for ref in whole] + [(ref, event.edtf) for ref, event in dated]
    years = ((ref, year_of(day)) for ref, day in days)
    yield from ((ref, "year", str(year)) for ref, year in years if year is not None)
