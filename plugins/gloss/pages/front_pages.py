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
from gloss.digest.make import is_statement
from gloss.digest.model import Digest, Event, Said, StoryFacts
from gloss.digest.orders import by_date
from gloss.pages.context import Context
from gloss.pages.edition_pages import (
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

# Of the edition: its first story, and lines for others.
LINES = 10
# Of the column beside it, at most.
QUOTATIONS, NAMED, NEW, AHEAD = 8, 8, 8, 4
# Among so many of the newest stories the front page looks for what was said.
LATELY = 60
# With so few stories the front page shows their dates.
FEW, DATES = 3, 8


def front_pages(context: Context) -> Iterator[Page]:
    """Return the front page."""
    leaf = next(by_entry_leaves(context))
    edition = leading_edition(context.editions)
    above = edition.stories[: LINES + 1] if edition else ()
    slugs = {story.slug for story in above}
    rest = [story for story in leaf.items if story.slug not in slugs]
    entries = _entries(context.digest, context.links) if len(leaf.items) <= FEW else ()
    beside = _Beside.of(edition, context)
    view = {
        "edition": edition_link(edition, context) if edition else None,
        "in_edition": len(edition.stories) if edition else 0,
        "lead": listed(above[0], context) if above else None,
        "days": days_of_lines(above[1:], context),
        "several_sources": len({story.source for story in above}) > 1,
        **beside.view(_height(above, entries), edition, context),
        "entries": entries,
        "stories": tuple(listed(story, context) for story in rest),
        "way": leaf.turn,
    }
    yield Page("index.html", "index.html", view)


def leading_edition(editions: Sequence[Edition]) -> Edition | None:
    """Return the newest edition with a story that says when it was published.

    A story that does not say it would lead for ever, where all others are older than its entry.
    Where no story says it, the newest edition leads.
    """
    dated = (edition for edition in editions if not edition.is_by_entry)
    return next(dated, editions[0] if editions else None)


def said_lately(digest: Digest) -> list[Said]:
    """Return a quotation each of the newest stories by date, of everybody one.

    It is the most telling one of somebody named, else of whoever speaks.
    """
    found: list[Said] = []
    speakers: set[str] = set()
    for story in by_date(digest)[:LATELY]:
        said = [one for one in story.said if is_statement(one) and one.by not in speakers]
        named = [one for one in said if one.by in digest.names]
        if said:
            found.append(most_telling(named or said))
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
            "quotations": context.cited(self.said[:said]),
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


def _height(above: Sequence[StoryFacts], entries: Sequence[TimelineEntry]) -> float:
    """About how many lines the edition takes, and the dates under it."""
    if not above:
        return 0
    lead, *others = above
    lines = (lines_of(f"{story.title} {lead_sentence(story)}", WIDE) + 0.4 for story in others)
    days = len({story.published for story in others})
    dates = sum(lines_of(e.before + e.written + e.after, WIDE) + 3 for e in entries)
    return HEADING + 7 + lines_of(lead.summary, WIDE) + sum(lines) + days * 1.6 + dates


def _entries(digest: Digest, links: Links) -> tuple[TimelineEntry, ...]:
    """The first dates, while stories are so few that there is room for them."""
    return tuple(links.entry(event) for event in digest.events[:DATES])
