"""The nouns of the collection: what every page, list and file is made from.

``StoryFacts`` is what the digest keeps of one article; it depends on that article alone, so it can
be cached by the article's digest. ``Digest`` is made from all of them and the register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gloss.digest.counts import by_count
from gloss.digest.gist import Gist
from gloss.objects import Shared
from gloss.story import DeclaredCorrection, EditorNote, Kind, Picture, Status
from gloss.urls import entity_url, place_url

# So many of the stories' own words for a name are kept.
DESCRIPTORS = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A name in one story: how often, under which forms, and what the story says it is.

    forms: the spellings in the text, most frequent first.
    unsure: the annotator asks the editor what kind of thing it is, and has no answer yet.
    """

    entity: Shared
    name: Shared
    count: int
    forms: tuple[Shared, ...] = ()
    descriptors: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A date in a story: a timeline's entry.

    anchor: the fragment in the story's page.
    edtf: EDTF; ``written`` the words of the story; ``how`` how resolved, empty if as written.
    sentence: the sentence it stands in, with ``at`` the offset of ``written`` in it.
    names: ids of the names in that sentence.
    """

    story: Shared
    anchor: Shared
    edtf: Shared
    written: Shared
    how: Shared
    sentence: str
    at: int
    names: tuple[Shared, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated(Event):
    """What happens again and again; ``edtf`` is TIMEX3's value of the set, the anchor empty.

    day: of the story. since, until: EDTF, where the sentence says so; lasts: for how long (TIMEX3);
    times: how often, 0 where it does not say.
    """

    day: str = ""
    since: str = ""
    until: str = ""
    lasts: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation in a story.

    words: its parts, without their marks; a part may run over paragraphs (``\\n\\n`` between them).
    by, who: whom ``speaker_of`` lets be shown: an id, or the story's words for somebody.
    context: the paragraph (or sentence) that introduces it, as plain text.
    sketch: by which the same words find each other (``wordings``).
    """

    story: Shared
    anchor: Shared
    words: tuple[str, ...]
    by: Shared | None
    who: str | None
    cue: Shared | None
    lemma: Shared | None
    how: Shared
    sure: float
    context: str
    names: tuple[Shared, ...] = ()
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a story reports that somebody said, thought or wanted.

    words: of the story, in which it reports it. by, who: whom ``source_of`` lets be shown.
    cue, lemma: the reporting word, as written and its dictionary form.
    sentence: the sentence it stands in, with ``at`` the offset of ``words`` in it.
    names: ids of the names in its words. sketch: as of what is quoted.
    """

    story: Shared
    anchor: Shared
    words: str
    by: Shared | None
    who: str | None
    cue: Shared | None
    lemma: Shared
    sentence: str
    at: int
    names: tuple[Shared, ...] = ()
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What the digest keeps of one article. Dates are EDTF days or None.

    date: of entry into the digest. corrected: of the last correction that was declared.
    section: where the editor puts it, in the editor's words.
    gist: what it is about, and what it shares with stories that say the same.
    sourced: how many of a hundred letters of the text somebody is quoted or reported to say.
    unlisted: ids that the article marks and the digest does not list (``digest.unlisted``).
    """

    slug: Shared
    title: str
    published: Shared | None
    date: Shared
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
    section: str | None = None
    corrected: str | None = None
    declared: tuple[DeclaredCorrection, ...] = ()
    retraction: DeclaredCorrection | None = None
    emended: tuple[tuple[str, str], ...] = ()
    notes: tuple[EditorNote, ...] = ()
    apart: tuple[str, ...] = ()
    picture: Picture | None = None
    repeated: tuple[Repeated, ...] = ()
    gist: Gist = field(default_factory=Gist)
    statements: tuple[Statement, ...] = ()
    sourced: int = 0

    @property
    def day(self) -> str:
        """The day that places the story among others: publication, else entry into the digest."""
        return self.published or self.date


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a story says somebody or something is, in its own words."""

    text: str
    story: str


@dataclass(frozen=True, slots=True)
class Companion:
    """A name that stands in the same stories, with how many they share."""

    entity: str
    stories: int


@dataclass(frozen=True)
class Name:
    """One thing named anywhere in the digest, with all that the digest knows of it.

    stories: slugs, newest first; named: how each of them has it. said, statements: newest story
        first, in the order of its text. events: in EDTF order.
    description, declared: the register's line, and its URIs of the same thing elsewhere; empty when
        it has none. picture: the register's, if any.
    passing: one story names it, and the register has nothing of it: all that there is to say stands
        in that story, its quotations too, so it has no page of its own.
    """

    id: str
    name: str
    kind: Kind
    description: str = ""
    declared: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    said: tuple[Said, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    passing: bool = False
    picture: Picture | None = None

    @property
    def mentions(self) -> int:
        """How often the stories name it."""
        return sum([named.count for named in self.named])

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its spellings in the stories, that of most of them first, the name itself left out."""
        found = by_count(Counter(form for named in self.named for form in named.forms))
        return tuple(form for form in found if form != self.name)

    @cached_property
    def same_as(self) -> tuple[str, ...]:
        """URIs of the same thing elsewhere: the register's, then the stories'."""
        stories = [uri for named in self.named if named.same_as for uri in named.same_as]
        return tuple(dict.fromkeys((*self.declared, *stories)))

    @cached_property
    def descriptors(self) -> tuple[Descriptor, ...]:
        """What the stories say it is, the newest first."""
        found: dict[str, Descriptor] = {}
        for slug, named in zip(self.stories, self.named, strict=True):
            for text in named.descriptors:
                found.setdefault(text.casefold(), Descriptor(text, slug))
            if len(found) >= DESCRIPTORS:
                break
        return tuple(found.values())[:DESCRIPTORS]

    @property
    def url(self) -> str:
        """The address of its page, or of its place in the one story that names it."""
        return place_url(self.stories[0], self.id) if self.passing else entity_url(self.id)


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories on one matter.

    slug: of its first story to enter the digest; it is the thread's for ever.
    stories: slugs, the oldest first. names, words: ids and words that at least half of them share,
        the most telling first.
    """

    slug: str
    stories: tuple[str, ...]
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Digest:
    """The whole collection.

    stories: by slug, newest first; drafts are not here, hidden ones only in ``hidden``: they have a
        page, and nothing of theirs reaches a list.
    names: by id, in the order of their names. companions: by id, those in most of its stories.
    events: in EDTF order. said, statements: newest story first, in the order of the text.
    also: of what several stories say, by story and anchor: the same in the other stories.
    redirects: old entity id -> the id that replaces it.
    copies: the slug of a story that says again what another says -> that of the first such one.
    threads: stories on one matter, the thread with the newest story first; without copies.
    """

    stories: Mapping[str, StoryFacts] = field(default_factory=dict)
    hidden: Mapping[str, StoryFacts] = field(default_factory=dict)
    retracted: Mapping[str, StoryFacts] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    companions: Mapping[str, tuple[Companion, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    said: tuple[Said, ...] = ()
    statements: tuple[Statement, ...] = ()
    also: Mapping[tuple[str, str], tuple[Said | Statement, ...]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    threads: tuple[Thread, ...] = ()

    @cached_property
    def with_pages(self) -> tuple[Name, ...]:
        """The names that have a page of their own: one in eight."""
        return tuple(name for name in self.names.values() if not name.passing)

    @cached_property
    def spread(self) -> Mapping[str, int]:
        """In how many stories each name is."""
        return {id_: len(name.stories) for id_, name in self.names.items()}

    @cached_property
    def thread_of(self) -> Mapping[str, Thread]:
        """The thread of each story that is in one, of a copy that of the story it repeats."""
        threads = {slug: thread for thread in self.threads for slug in thread.stories}
        copies = ((slug, threads.get(first)) for slug, first in self.copies.items())
        return threads | {slug: thread for slug, thread in copies if thread}

    @cached_property
    def copies_of(self) -> Mapping[str, tuple[str, ...]]:
        """The copies of each story that has such, the newest first."""
        found: dict[str, list[str]] = {}
        for slug in self.stories:
            if slug in self.copies:
                found.setdefault(self.copies[slug], []).append(slug)
        return {first: tuple(some) for first, some in found.items()}
