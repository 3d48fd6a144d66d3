"""Stories and quotations as entries of feeds, in the words of the digest."""

from __future__ import annotations

from gloss.digest.model import Digest, Said, StoryFacts
from gloss.formats.bylines import people_of
from gloss.formats.feed import Category, FeedEntry
from gloss.urls import entity_url, story_url

# How many of a story's names are its categories.
CATEGORIES = 8


def story_entry(story: StoryFacts, digest: Digest, text: str) -> FeedEntry:
    """Return a story as an entry; text: its own, empty where the summary is all that is given."""
    counted = sorted(story.named, key=lambda named: -named.count)[:CATEGORIES]
    page = story_url(story.slug)
    return FeedEntry(
        id=page,
        page=page,
        title=story.title,
        updated=story.corrected or story.date,
        published=story.published,
        lang=story.lang,
        authors=tuple(p.literal for p in people_of(story.author)) or _known(story.source),
        summary=story.summary,
        text=text,
        categories=tuple(
            Category(named.entity, digest.names[named.entity].name, _scheme(named.entity))
            for named in counted
            if named.entity in digest.names
        ),
    )


def _known(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _scheme(entity: str) -> str:
    """The address of the list of all names of a kind."""
    return entity_url(entity).partition("/")[0] + "/"


def quotation_entry(said: Said, digest: Digest) -> FeedEntry:
    """Return a quotation as an entry, under the headline of its story."""
    story, page = digest.stories[said.story], f"{story_url(said.story)}#{said.anchor}"
    speaker = digest.names.get(said.by) if said.by else None
    who = speaker.name if speaker else said.who
    words = " … ".join(" ".join(part.split()) for part in said.words)
    return FeedEntry(
        id=page,
        page=page,
        title=f"{who}: {story.title}" if who else story.title,
        updated=story.corrected or story.date,
        published=story.published,
        lang=story.lang,
        authors=_known(speaker.name if speaker else None),
        summary=f"“{words}”",
        text="",
        categories=(Category(said.by, speaker.name, _scheme(said.by)),)
        if said.by and speaker
        else (),
    )
