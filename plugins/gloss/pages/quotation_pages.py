"""The quotations: the newest, by year, by speaker, and those whose speaker is not known by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.digest.model import Name, Said
from gloss.digest.names import name_order
from gloss.edtf import year_of
from gloss.pages.context import Context
from gloss.pages.filing import filed
from gloss.pages.links import NameLink
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, Turn, file_of, leaves
from gloss.urls import place_url

ON_ONE_PAGE = 50
MOST_SPEAKERS = 60


@dataclass(frozen=True)
class QuotedSpeaker:
    """Somebody quoted: how often, and where all of it is listed."""

    link: NameLink
    filed: str
    said: int
    url: str


@dataclass(frozen=True)
class QuotationYear:
    """A year (empty: none stated) with its count of quotations, and its page."""

    year: str
    said: int
    url: str


# What every page of quotations is given, where it has nothing else to say.
NOTHING: dict[str, object] = {
    "name": None,
    "part": "",
    "number": None,
    "years": (),
    "speakers": (),
    "speakers_in_all": 0,
    "unnamed": 0,
    "way": Turn(),
}


def quotation_pages(context: Context) -> Iterator[Page]:
    """Return the pages of all quotations."""
    by_year, unnamed = _by_year(context), _unnamed(context)
    whole = len(context.digest.said) <= ON_ONE_PAGE
    years = tuple(
        QuotationYear(y, len(some), f"quotes/{y or 'undated'}.html") for y, some in by_year.items()
    )
    speakers = _speakers(context)
    home = {
        **NOTHING,
        "years": () if whole else years,
        "speakers": speakers[:MOST_SPEAKERS],
        "speakers_in_all": len(speakers),
        "unnamed": len(unnamed),
        "total": len(context.digest.said),
        "quotations": context.quoted(context.digest.said[:ON_ONE_PAGE], also=True),
    }
    yield Page("quotes/index.html", "quotes.html", home)
    yield from _speaker_pages(speakers)
    parts = {} if whole else {year or "undated": some for year, some in by_year.items()}
    for part, some in {**parts, **({"unnamed": unnamed} if unnamed else {})}.items():
        yield from _part(part, some, context)


def _by_year(context: Context) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for said in context.digest.said:
        published = year_of(context.digest.stories[said.story].published)
        found.setdefault("" if published is None else f"{published:04}", []).append(said)
    return found


def _unnamed(context: Context) -> list[Said]:
    """Those whose speaker is not known by name."""
    return [said for said in context.digest.said if said.by not in context.links.names]


def _part(part: str, some: Sequence[Said], context: Context) -> Iterator[Page]:
    url, numbered = f"quotes/{part}.html", f"quotes/{part}-{{}}.html"
    for leaf in leaves(some, ON_ONE_PAGE, url, numbered):
        yield leaf_page(leaf, {"part": part}, context)


def leaf_page(leaf: Leaf[Said], head: Mapping[str, object], context: Context) -> Page:
    """Return one page of a list of quotations, made only if one of them changed."""
    head = {**NOTHING, **head, "number": leaf.number, "way": leaf.turn}

    def view() -> dict[str, object]:
        return {**head, "quotations": context.quoted(leaf.items, also=True)}

    return Page(file_of(leaf.url), "quotes.html", view, key=(head, context.mark(leaf.items)))


def _speakers(context: Context) -> list[QuotedSpeaker]:
    """Everybody quoted by name, those with most quotations first."""
    quoted = [name for name in context.digest.names.values() if name.said]
    quoted.sort(key=lambda name: -len(name.said))
    links = context.links.names
    return [QuotedSpeaker(links[n.id], filed(n), len(n.said), _said_url(n)) for n in quoted]


def _said_url(name: Name) -> str:
    """Where a name is quoted: its page, or its first quotation in the one story that names it."""
    return (
        name.url + "#said"
        if not name.passing
        else place_url(name.said[0].story, name.said[0].anchor)
    )


def _speaker_pages(speakers: Sequence[QuotedSpeaker]) -> Iterator[Page]:
    """All speakers in the order of their names, paged."""
    if len(speakers) <= MOST_SPEAKERS:
        return
    ordered = sorted(speakers, key=lambda speaker: name_order(speaker.filed))
    size = 240
    urls = [
        f"quotes/speakers{f'-{i + 1}' if i else ''}.html" for i in range(-(-len(ordered) // size))
    ]
    for i, url in enumerate(urls):
        view = {
            "speakers": tuple(ordered[i * size : (i + 1) * size]),
            "before": urls[i - 1] if i else "",
            "after": urls[i + 1] if i + 1 < len(urls) else "",
        }
        yield Page(url, "speakers.html", view)
