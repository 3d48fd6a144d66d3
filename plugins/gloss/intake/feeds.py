"""An RSS or Atom feed into drafts, one an entry (by feedparser)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from gloss.intake.blocks import lines_of
from gloss.intake.draft import (
    Draft,
    IntakeError,
    address_of,
    counted,
    day_of,
    in_one_line,
    language_of,
    without_headline,
)

# An entry with fewer words has only a summary of its story.
SUMMARY = 60


def read_feed(data: bytes, url: str | None = None) -> Iterator[Draft | IntakeError]:
    """Make a draft of each entry of a feed, or say why none can be made.

    Raises IntakeError where there is no entry.
    """
    import feedparser

    feed = feedparser.parse(data, response_headers={"content-location": url} if url else {})
    if not feed.entries:
        raise IntakeError("no entry in the feed")
    source = in_one_line(feed.feed.get("title")) or None
    lang = language_of(feed.feed.get("language"))
    for number, entry in enumerate(feed.entries, 1):
        headline = in_one_line("".join(lines_of(entry.get("title", ""))))
        body = without_headline(lines_of(_content(entry)), headline)
        if not headline or not body:
            yield IntakeError(f"entry {number}: no {'text' if headline else 'title'}")
            continue
        yield _told(
            Draft(
                headline,
                body,
                published=_day(entry),
                source=in_one_line(entry.get("source", {}).get("title")) or source,
                url=address_of(entry.get("link")),
                author=in_one_line(entry.get("author")) or None,
                lang=language_of(entry.get("language")) or lang,
            )
        )


def _told(draft: Draft) -> Draft:
    if draft.words >= SUMMARY:
        return draft
    whole = f": for the whole story, gloss add {draft.url}" if draft.url else ""
    says = f"the feed has only {counted(draft.words, 'word')} of it{whole}"
    return Draft(**{**draft.__dict__, "notices": (says,)})


def _content(entry: Any) -> str:
    """The longest of what an entry says: its content where it has one, else its summary."""
    texts = [str(part.get("value", "")) for part in entry.get("content", ())]
    return max((*texts, str(entry.get("summary", ""))), key=len)


def _day(entry: Any) -> str | None:
    """The day as the feed's own clock has it; where that cannot be read, as UTC has it."""
    written = str(entry.get("published") or entry.get("updated") or "")
    if day := day_of(written):
        return day
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        return date(*when[:3]).isoformat() if when else None
