"""From the facts of all stories, and the register, to the digest."""

from __future__ import annotations

from collections.abc import Iterable

from gloss.digest.also_said import also_said, elsewhere, repeated, without_repeated
from gloss.digest.company import companions_of
from gloss.digest.copies import find_copies
from gloss.digest.merging import merged, resolve_redirects
from gloss.digest.model import Digest, StoryFacts
from gloss.digest.names import find_names
from gloss.digest.once import told_once
from gloss.digest.tellings import tellings_of
from gloss.digest.threads import find_threads
from gloss.digest.topics import doubtful_topics, without_topics
from gloss.digest.unlisted import without_a_page
from gloss.register import Register


def make_digest(facts: Iterable[StoryFacts], register: Register) -> Digest:
    """Return the whole collection; the order of ``facts`` does not matter.

    A name that the register merges into another is that other one in every story. What a copy of
    another story says again counts once.
    """
    redirects = resolve_redirects(register)
    facts = list(facts)
    undrafted = [
        merged(story, redirects) for story in facts if story.status in ("published", "hidden")
    ]
    doubtful = doubtful_topics(undrafted, register.entries)
    everything = sorted(
        (without_topics(story, doubtful) for story in undrafted), key=lambda story: story.slug
    )
    everything.sort(key=lambda story: story.day, reverse=True)
    stories = {story.slug: story for story in everything if story.status == "published"}
    copies = find_copies(stories.values())
    groups = also_said(story for slug, story in stories.items() if slug not in copies)
    tellings = tellings_of(without_repeated(told_once(stories, copies), repeated(groups)))
    names = find_names(tellings, register)
    hidden = (without_a_page(story, names) for story in everything if story.status == "hidden")
    return Digest(
        stories=stories,
        hidden={story.slug: story for story in hidden},
        retracted={story.slug: story for story in facts if story.status == "retracted"},
        names=names,
        companions=companions_of(names, tellings.stories),
        events=tellings.events,
        said=tellings.said,
        statements=tellings.statements,
        also=elsewhere(groups),
        redirects=redirects,
        copies=copies,
        threads=find_threads(story for slug, story in stories.items() if slug not in copies),
    )
