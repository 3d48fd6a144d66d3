"""What was put right: a page of all corrections that are told, and of what was retracted.

A story that was retracted keeps its address, which says so and why; nothing else shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gloss.digest.model import Digest, StoryFacts
from gloss.edtf import Wording, in_words
from gloss.pages.context import Context
from gloss.pages.page import Page
from gloss.pages.paging import file_of
from gloss.urls import CORRECTIONS, story_url


@dataclass(frozen=True)
class LedgerEntry:
    """A correction, or a retraction: of which story, on which day, in which words."""

    day: str
    when: Wording
    url: str
    title: str
    says: str
    retracted: bool


def correction_pages(context: Context) -> Iterator[Page]:
    """Return the ledger, where there is anything in it, and the pages of retracted stories."""
    entries = ledger(context.digest, context.links.lang)
    if entries:
        view = {"entries": entries}
        yield Page(file_of(CORRECTIONS), "corrections.html", view)
    for story in context.digest.retracted.values():
        (entry,) = _entries(story, context.links.lang, retracted=True)
        view_ = {"entry": entry}
        path = file_of(story_url(story.slug))
        yield Page(path, "retracted.html", view_, listed=False, source=story.slug)


def ledger(digest: Digest, lang: str) -> tuple[LedgerEntry, ...]:
    """Return all that was put right, the latest first."""
    found = [
        entry
        for story in (*digest.stories.values(), *digest.retracted.values())
        for entry in (*_entries(story, lang, retracted=False), *_entries(story, lang, True))
    ]
    found.sort(key=lambda entry: entry.url)
    return tuple(sorted(found, key=lambda entry: entry.day, reverse=True))


def _entries(story: StoryFacts, lang: str, retracted: bool) -> Iterator[LedgerEntry]:
    told = ((story.retraction,) if story.retraction else ()) if retracted else story.declared
    for one in told:
        when = in_words(one.day, lang)
        yield LedgerEntry(one.day, when, story_url(story.slug), story.title, one.says, retracted)
