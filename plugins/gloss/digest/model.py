"""The nouns of the collection: what every page, list and file is made from.

``StoryFacts`` is what the digest keeps of one article; it depends on that article alone, so it can
be cached by the article's digest. ``Digest`` is made from all of them and the register.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gloss.story import Kind, Status


@dataclass(frozen=True)
class Named:
    """A name in one story: how often, under which forms, and what the story says it is.

    forms: the spellings in the text, most frequent first.
    """

    entity: str
    name: str
    count: int
    forms: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """A date in a story: a timeline's entry.

    anchor: the fragment in the story's page.
    edtf: EDTF; ``written`` the words of the story; ``how`` how resolved, empty if as written.
    sentence: the sentence it stands in, with ``at`` the offset of ``written`` in it.
    names: ids of the names in that sentence.
    """

    story: str
    anchor: str
    edtf: str
    written: str
    how: str
    sentence: str
    at: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """A quotation in a story.

    words: its parts, without their marks; a part may run over paragraphs (``\\n\\n`` between them).
    by, who: whom ``speaker_of`` lets be shown: an id, or the story's words for somebody.
    context: the paragraph (or sentence) that introduces it, as plain text.
    """

    story: str
    anchor: str
    words: tuple[str, ...]
    by: str | None
    who: str | None
    cue: str | None
    lemma: str | None
    how: str
    sure: float
    context: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoryFacts:
    """What the digest keeps of one article. Dates are EDTF days or None.

    repeated: what happens again and again; ``edtf`` is TIMEX3's value there, the anchor empty.
    date: of entry into the digest. corrected: of the last correction that was declared.
    unlisted: ids that the article marks and the digest does not list (``digest.unlisted``).
    """

    slug: str
    title: str
    published: str | None
    date: str
    status: Status
    summary: str
    source: str | None
    url: str | None
    author: str | None
    lang: str | None
    words: int
    named: tuple[Named, ...]
    events: tuple[Event, ...]
    said: tuple[Said, ...]
    digest: str
    unlisted: frozenset[str] = frozenset()
    corrected: str | None = None
    repeated: tuple[Event, ...] = ()

    @property
    def day(self) -> str:
        """The day that places the story among others: publication, else entry into the digest."""
        return self.published or self.date


@dataclass(frozen=True)
class Descriptor:
    """What a story says somebody or something is, in its own words."""

    text: str
    story: str


@dataclass(frozen=True)
class Companion:
    """A name that stands in the same stories, with how many they share."""

    entity: str
    stories: int


@dataclass(frozen=True)
class Name:
    """One thing named anywhere in the digest, with all that the digest knows of it.

    forms: spellings in the stories, most frequent first, the name itself left out.
    stories: slugs, newest first. said: newest story first, in the order of its text.
    events: in EDTF order.
    description: the register's line; empty when it has none.
    """

    id: str
    name: str
    kind: Kind
    description: str = ""
    forms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    stories: tuple[str, ...] = ()
    mentions: int = 0
    said: tuple[Said, ...] = ()
    events: tuple[Event, ...] = ()
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True)
class Digest:
    """The whole collection.

    stories: by slug, newest first; drafts are not here, hidden ones only in ``hidden``: they have a
        page, and nothing of theirs reaches a list.
    names: by id, in the order of their names.
    events: in EDTF order. said: newest story first, in the order of the text.
    redirects: old entity id -> the id that replaces it.
    """

    stories: Mapping[str, StoryFacts] = field(default_factory=dict)
    hidden: Mapping[str, StoryFacts] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    said: tuple[Said, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
