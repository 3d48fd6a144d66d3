"""Links: how pages speak of a name, a story, a quotation, and a date on a timeline.

Each is made once and shared by every page that shows it. Addresses are relative to the site's
root; a template puts ``root`` before them.
"""

from __future__ import annotations

from dataclasses import dataclass

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event, Said, Statement, StoryFacts
from gloss.digest.on_demand import OnDemand
from gloss.digest.plain import plain
from gloss.edtf import Wording, in_words
from gloss.story import Kind
from gloss.urls import story_url


@dataclass(frozen=True)
class NameLink:
    """A name that leads to its page, or to its place in the one story that names it."""

    id: str
    name: str
    kind: Kind
    url: str


@dataclass(frozen=True)
class StoryLink:
    """A headline that leads to its story, with the day that places it among others.

    published: whether that is the day of publication, and not of its entry into the digest.
    """

    slug: str
    title: str
    url: str
    day: Wording
    source: str | None
    published: bool


@dataclass(frozen=True)
class TimelineEntry:
    """A timeline's entry.

    before, written, after: the sentence, cut where the date stands in it.
    url: the permalink in the story.
    """

    when: Wording
    before: str
    written: str
    after: str
    how: str
    names: tuple[NameLink, ...]
    story: StoryLink
    anchor: str
    url: str


@dataclass(frozen=True)
class QuotationView:
    """A quotation, with who said it, where and how surely.

    parts: its parts, each a tuple of paragraphs.
    context: the paragraph around it, cut where its words stand: text that is not its words and text
        that is, by turns, beginning with the former; one piece where they stand elsewhere.
    """

    parts: tuple[tuple[str, ...], ...]
    by: NameLink | None
    who: str | None
    cue: str | None
    how: str
    sure: float
    context: tuple[str, ...]
    story: StoryLink
    anchor: str
    url: str


@dataclass(frozen=True)
class AlsoSaid:
    """Another story that says the same: where, in which words where they are others, and whose.

    by, who: empty where they are the same as in the story that leads here. direct: quoted there.
    """

    story: StoryLink
    url: str
    words: str
    by: NameLink | None
    who: str
    direct: bool


@dataclass(frozen=True)
class StatementView:
    """A reported statement: its sentence, cut where the words stand that somebody is said to say.

    who: the story's words for whose it is, where it is nobody's by name.
    """

    before: str
    words: str
    after: str
    by: NameLink | None
    who: str | None
    story: StoryLink
    url: str


class Links:
    """Everything that pages can point at, made from the digest once."""

    def __init__(self, digest: Digest, lang: str, marks: Marks | None = None) -> None:
        self.lang = lang
        self._digest = digest
        self.marks = marks or Marks(digest)
        self.names = OnDemand(digest.names, self._name)
        stories = {**digest.stories, **digest.hidden}
        self.stories = OnDemand(stories, lambda slug: self._story(stories[slug]))

    def _name(self, id_: str) -> NameLink:
        name = self._digest.names[id_]
        return NameLink(id_, name.name, name.kind, name.url)

    def _story(self, story: StoryFacts) -> StoryLink:
        day = in_words(story.day, self.lang)
        url, known = story_url(story.slug), story.published is not None
        return StoryLink(story.slug, story.title, url, day, story.source, known)

    def several(self, ids: tuple[str, ...]) -> tuple[NameLink, ...]:
        """Return the links to those names that have a page, in the order given."""
        return tuple(self.names[id] for id in ids if id in self.names)

    def entry(self, event: Event) -> TimelineEntry:
        """Return an event as a timeline shows it."""
        story = self.stories[event.story]
        end = event.at + len(event.written)
        return TimelineEntry(
            when=in_words(event.edtf, self.lang),
            before=event.sentence[: event.at],
            written=event.written,
            after=event.sentence[end:],
            how=event.how,
            names=self.several(event.names),
            story=story,
            anchor=event.anchor,
            url=f"{story.url}#{event.anchor}",
        )

    def words(self, said: Said) -> QuotationView:
        """Return a quotation as lists and pages show it."""
        story = self.stories[said.story]
        return QuotationView(
            parts=tuple(tuple(part.split("\n\n")) for part in said.words),
            by=self.names.get(said.by) if said.by else None,
            who=said.who,
            cue=said.cue,
            how=said.how,
            sure=said.sure,
            context=_by_turns(said.context, said.words),
            story=story,
            anchor=said.anchor,
            url=f"{story.url}#{said.anchor}",
        )

    def also(self, told: Said | Statement) -> tuple[AlsoSaid, ...]:
        """Return the other stories that say the same as a quotation or a statement."""
        others = self._digest.also.get((told.story, told.anchor), ())
        return tuple(self._also(told, other) for other in others if other.story in self.stories)

    def _also(self, told: Said | Statement, other: Said | Statement) -> AlsoSaid:
        story, words = self.stories[other.story], wording(other)
        same = told.by == other.by or other.by is None
        return AlsoSaid(
            story=story,
            url=f"{story.url}#{other.anchor}",
            words="" if plain(words) == plain(wording(told)) else words,
            by=None if same or not other.by else self.names.get(other.by),
            who=other.who or "" if not other.by and not told.by else "",
            direct=isinstance(other, Said),
        )

    def statement(self, told: Statement) -> StatementView:
        """Return a reported statement as lists show it."""
        story, end = self.stories[told.story], told.at + len(told.words)
        return StatementView(
            before=told.sentence[: told.at],
            words=told.words,
            after=told.sentence[end:],
            by=self.names.get(told.by) if told.by else None,
            who=told.who,
            story=story,
            url=f"{story.url}#{told.anchor}",
        )


def wording(told: Said | Statement) -> str:
    """Return the words of a quotation or a statement, in one line."""
    return told.words if isinstance(told, Statement) else " ".join(told.words)


def _by_turns(context: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a text where the parts stand in it; leave it whole if one of them does not."""
    pieces, done = [], 0
    for part in parts:
        start = context.find(part, done)
        if start < 0:
            return (context,) if context else ()
        pieces += [context[done:start], part]
        done = start + len(part)
    return (*pieces, context[done:])
