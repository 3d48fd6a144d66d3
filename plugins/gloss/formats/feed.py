"""A feed as its writers need it: entries with the words of the digest."""

from __future__ import annotations

from dataclasses import dataclass

from gloss.edtf import first_day
from gloss.formats.addresses import lasting_id
from gloss.site import Site


@dataclass(frozen=True)
class Category:
    """A name that an entry is of: its id, what to call it, and the page of its kind's list."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True)
class FeedEntry:
    """A story or a quotation in a feed.

    id: what stays the same of it; page: its address from the root.
    updated: ISO day of its entry into the digest or of its last declared correction.
    published: EDTF, or None. text: plain, paragraphs apart by blank lines; empty where the summary
        is all that is given.
    """

    id: str
    page: str
    title: str
    updated: str
    published: str | None
    lang: str | None
    authors: tuple[str, ...]
    summary: str
    text: str
    categories: tuple[Category, ...]

    @property
    def issued(self) -> str | None:
        """When it was published, to the second, as feeds want it.

        None where it is not known, or no feed can say it: before our era.
        """
        day = first_day(self.published, "")
        return midnight(day) if day else None


@dataclass(frozen=True)
class Feed:
    """Entries, newest first. path: of its file, without the ending. page: what it is a feed of."""

    site: Site
    path: str
    title: str
    page: str
    entries: tuple[FeedEntry, ...]

    @property
    def id(self) -> str:
        """What names it wherever it stands; that of all stories names the whole digest."""
        return lasting_id(self.site, "" if self.path == "feeds/all" else self.path)

    @property
    def updated(self) -> str:
        """When its latest entry came or was corrected."""
        return midnight(max((entry.updated for entry in self.entries), default="1970-01-01"))


def midnight(day: str) -> str:
    """Return the first second of a day (RFC 3339)."""
    return f"{day}T00:00:00Z"
