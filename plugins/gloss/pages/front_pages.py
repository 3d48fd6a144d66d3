"""The front page: the newest edition, what was said lately, and what is new in the digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gloss.digest.editions import (
    Edition,
    Tally,
    dates_ahead,
    lead_sentence,
    most_named,
    most_telling,
)
from gloss.digest.model import Digest, Event, Said, StoryFacts
from gloss.digest.orders import by_date
from gloss.digest.tellings import is_statement
from gloss.pages.context import Context
from gloss.pages.edition_pages import (
    DayOfLines,
    EditionLink,
    NewName,
    bars_of,
    days_of_lines,
    edition_link,
    new_names,
)
from gloss.pages.filling import HEADING, NARROW, WIDE, Filling, filled, lines_of
from gloss.pages.links import Links, TimelineEntry
from gloss.pages.page import Page
from gloss.pages.story_lists import by_entry_leaves, listed

# Of the edition: its first story, and lines for others. Where there is room for enough of them,
# editions before it follow.
LINES, ENOUGH = 10, 5
EDITIONS = 4
# Of the column beside it, at most.
QUOTATIONS, NAMED, NEW, AHEAD = 8, 8, 8, 4
# Among so many of the newest stories the front page looks for what was said.
LATELY = 60
# With so few stories the front page shows their dates.
FEW, DATES = 3, 8


@dataclass(frozen=True)
class ShownEdition:
    """An edition on the front page: how many stories it has, and lines for some of them."""

    link: EditionLink
    stories: int
    days: tuple[DayOfLines, ...]


def front_pages(context: Context) -> Iterator[Page]:
    """Return the front page."""
    leaf = next(by_entry_leaves(context))
    shown = shown_editions(context.editions)
    slugs = {story.slug for _, stories in shown for story in stories}
    entries = _entries(context.digest, context.links) if len(leaf.items) <= FEW else ()
    edition, above = shown[0] if shown else (None, ())
    beside = _Beside.of(edition, context)
    sources = {story.source for _, stories in shown for story in stories}
    view = {
        "lead": listed(above[0], context) if above else None,
        "editions": tuple(_shown(*each, number, context) for number, each in enumerate(shown)),
        "several_sources": len(sources) > 1,
        **beside.view(_height(shown, entries), edition, context),
        "entries": entries,
        "stories": tuple(listed(s, context) for s in leaf.items if s.slug not in slugs),
        "way": leaf.turn,
    }
    yield Page("index.html", "index.html", view)


def _shown(
    edition: Edition, stories: Sequence[StoryFacts], number: int, context: Context
) -> ShownEdition:
    """The first edition's first story stands apart."""
    days = days_of_lines(stories if number else stories[1:], context)
    return ShownEdition(edition_link(edition, context), len(edition.stories), days)


def shown_editions(
    editions: Sequence[Edition],
) -> list[tuple[Edition, Sequence[StoryFacts]]]:
    """Return the editions on the front page, each with the stories that have a line there.

    It is the newest edition with a story that says when it was published; where it has few stories
    yet, those before it follow. A story that does not say it would lead for ever, where all others
    are older than its entry. Where no story says it, the newest edition leads.
    """
    start = next((at for at, edition in enumerate(editions) if not edition.is_by_entry), 0)
    shown: list[tuple[Edition, Sequence[StoryFacts]]] = []
    room = LINES + 1
    for edition in editions[start : start + EDITIONS]:
        if not shown or room >= ENOUGH:
            stories = edition.stories[:room]
            shown.append((edition, stories))
            room -= len(stories)
    return shown


def said_lately(digest: Digest) -> list[Said]:
    """Return a quotation each of the newest stories by date, of everybody one.

    It is the most telling one of somebody named: words of nobody known tell a newcomer little.
    """
    found: list[Said] = []
    speakers: set[str] = set()
    for story in by_date(digest)[:LATELY]:
        new = [one for one in story.said if one.by in digest.names and one.by not in speakers]
        if said := [one for one in new if is_statement(one)]:
            found.append(most_telling(said))
            speakers.add(found[-1].by or "")
    return found


@dataclass(frozen=True)
class _Beside:
    """What could stand in the column beside the edition."""

    said: Sequence[Said]
    tallies: Sequence[Tally]
    new: Sequence[NewName]
    ahead: Sequence[Event]

    @classmethod
    def of(cls, edition: Edition | None, context: Context) -> _Beside:
        said = said_lately(context.digest)[:QUOTATIONS]
        if edition is None:
            return cls(said, (), (), ())
        return cls(
            said,
            most_named(edition, context.digest, NAMED),
            new_names(edition, context, NEW),
            dates_ahead(edition)[:AHEAD],
        )

    def view(self, room: float, edition: Edition | None, context: Context) -> dict[str, object]:
        """Return as much of it as fills the room."""
        said, new, named, ahead = filled(room, self._fillings())
        return {
            "quotations": context.quoted(self.said[:said]),
            "bars_of": bars_of(self.tallies[:named], context),
            "compared": edition.is_compared if edition else False,
            "counts_stories": edition.counts_stories if edition else False,
            "new": tuple(self.new[:new]),
            "ahead": tuple(map(context.links.entry, self.ahead[:ahead])),
        }

    def _fillings(self) -> Sequence[Filling]:
        return (
            Filling([_lines(" ".join(said.words), 3.5) for said in self.said]),
            Filling([_lines(f"{n.link.name} {n.says}", 0.4) for n in self.new], least=3),
            Filling([1.3] * len(self.tallies), least=3),
            Filling([_lines(event.sentence + event.story, 1.5) for event in self.ahead]),
        )


def _lines(text: str, more: float) -> float:
    return lines_of(text, NARROW) + more


def _height(
    shown: Sequence[tuple[Edition, Sequence[StoryFacts]]], entries: Sequence[TimelineEntry]
) -> float:
    """About how many lines the editions take, and the dates under them."""
    stories = [story for _, some in shown for story in some]
    if not stories:
        return 0
    lead, *others = stories
    lines = (lines_of(f"{story.title} {lead_sentence(story)}", WIDE) + 0.4 for story in others)
    days = len({story.published for story in others})
    dates = [lines_of(e.before + e.written + e.after, WIDE) + 3.6 for e in entries]
    return (
        HEADING * (len(shown) + bool(dates))
        + (8 + lines_of(lead.summary, WIDE))
        + (sum(lines) + 1.6 * days)
        + sum(dates)
    )


def _entries(digest: Digest, links: Links) -> tuple[TimelineEntry, ...]:
    """The first dates, while stories are so few that there is room for them."""
    return tuple(links.entry(event) for event in digest.events[:DATES])
