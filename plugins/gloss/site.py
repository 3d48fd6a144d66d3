"""What the editor says of the site: the settings that pages and files show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Marks = Literal["paragraph", "story", "all"]
MARKS: tuple[Marks, ...] = get_args(Marks)
Feeds = Literal["summary", "full"]
FEEDS: tuple[Feeds, ...] = get_args(Feeds)
Period = Literal["day", "week", "month"]
PERIODS: tuple[Period, ...] = get_args(Period)
Timelines = Literal["ics", "json", "csv"]
TIMELINES: tuple[Timelines, ...] = get_args(Timelines)

# A style sheet, a logo for the masthead and icons: taken in where the editor has them.
OWN_FILES = ("own.css", "logo.svg", "logo.png", "favicon.svg", "favicon.png", "favicon.ico")


@dataclass(frozen=True)
class OwnPage:
    """A page of the editor's own. url: from the site's root. text: its words, as plain text."""

    url: str
    title: str
    text: str


@dataclass(frozen=True)
class Language:
    """A language in which the digest is published.

    lang: BCP 47. name: its own for itself. url: of the digest in it, without a slash at its end.
    """

    lang: str
    name: str
    url: str


@dataclass(frozen=True)
class Site:
    """The digest's own facts, from ``pelicanconf.py`` (docs/settings.md lists them).

    url: the published address without a slash at its end, such as ``https://example.org/digest``;
        empty while it is not known: then nothing absolute is written.
    lang: BCP 47. direction: of its script, ``ltr`` or ``rtl``.
    licence_text, licence_data: one line each: what a reader may do with the stories, and with the
        annotations; with a link where there is one (``Name <https://…>``).
    marks: which mentions of a name are marked: the first of each paragraph, of the story, or all.
    feeds: whether an entry of a feed has the story's text or its summary alone.
    editions: the period that an edition is of.
    timelines: in which forms a story's and a name's timeline can be taken along; the whole digest's
        is there in all: iCalendar, TimelineJS, CSV.
    cards: whether each story has a picture of its own to be shown where it is shared.
    archives: addresses of digests on the same host that the search page searches, too (``/2022/``),
        from the root of the host, or from the site's (``../2022/``).
    tag: the authority and date of tag URIs (RFC 4151), such as ``example.org,2026``; where it is
        empty the ids of feeds and entries are UUIDs.
    sections: of the digest, as far as the menu has them: address from the root, and name.
    pages: the editor's own: address from the root, and title.
    languages: those in which the same digest is published, this one too; empty where it is one.
    own: the editor's files at the site's root that every page takes in (``OWN_FILES``).
    """

    name: str = "Gloss"
    subtitle: str = "An annotated news digest"
    url: str = ""
    author: str = ""
    lang: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    licence_text: str = ""
    licence_data: str = ""
    contact: str = ""
    per_page: int = 50
    marks: Marks = "paragraph"
    feeds: Feeds = "summary"
    editions: Period = "week"
    timelines: tuple[Timelines, ...] = ("ics",)
    cards: bool = False
    archives: tuple[str, ...] = ()
    tag: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[str, str], ...] = ()
    languages: tuple[Language, ...] = ()
    own: tuple[str, ...] = ()
