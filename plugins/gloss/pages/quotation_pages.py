"""The quotations: the newest, by year, by speaker, and those whose speaker is not known by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from gloss.digest.model import Digest, Name, Said
from gloss.digest.names import name_order
from gloss.edtf import year_of
from gloss.pages.context import Context
from gloss.pages.links import NameLink
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, Turn, file_of, leaves
from gloss.urls import place_url

ON_ONE_PAGE = 50
MOST_SPEAKERS = 60
SPEAKERS_ON_ONE_PAGE = 240


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
    by_year, unnamed = _by_year(context.digest), _unnamed(context.digest)
    whole = len(context.digest.said) <= ON_ONE_PAGE
    years = tuple(
        QuotationYear(y, len(some), f"quotes/{y or 'undated'}.html") for y, some in by_year.items()
    )
    speakers = _speakers(context.digest)
    home = {
        **NOTHING,
        "years": () if whole else years,
        "speakers": tuple(_quoted(name, context) for name in speakers[:MOST_SPEAKERS]),
        "speakers_in_all": len(speakers),
        "unnamed": len(unnamed),
        "total": len(context.digest.said),
        "quotations": context.quoted(context.digest.said[:ON_ONE_PAGE], also=True),
    }
    yield Page("quotes/index.html", "quotes.html", home)
    yield from _speaker_pages(speakers, context)
    parts = {} if whole else {year or "undated": some for year, some in by_year.items()}
    for part, some in {**parts, **({"unnamed": unnamed} if unnamed else {})}.items():
        yield from _part(part, some, context)


def _by_year(digest: Digest) -> dict[str, list[Said]]:
    years = {slug: year_of(story.published) for slug, story in digest.stories.items()}
    found: dict[int | None, list[Said]] = {}
    for said in digest.said:
        found.setdefault(years[said.story], []).append(said)
    return {"" if year is None else f"{year:04}": some for year, some in found.items()}


def _unnamed(digest: Digest) -> list[Said]:
    """Those whose speaker is not known by name."""
    return [said for said in digest.said if said.by not in digest.names]


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


def _speakers(digest: Digest) -> list[Name]:
    """Everybody quoted by name, those with most quotations first."""
    quoted = [name for name in digest.names.values() if name.said]
    return sorted(quoted, key=lambda name: -len(name.said))


def _quoted(name: Name, context: Context) -> QuotedSpeaker:
    link, filed = context.links.names[name.id], context.filed[name.id]
    return QuotedSpeaker(link, filed, len(name.said), _said_url(name))


def _mark(name: Name, context: Context) -> str:
    """What is told of a speaker depends on."""
    label, place = context.links.marks.labels[name.id], name.said[0].anchor if name.passing else ""
    return f"{label} {context.filed[name.id]} {len(name.said)} {place}"


def _said_url(name: Name) -> str:
    """Where a name is quoted: its page, or its first quotation in the one story that names it."""
    return (
        name.url + "#said"
        if not name.passing
        else place_url(name.said[0].story, name.said[0].anchor)
    )


def _speaker_pages(speakers: Sequence[Name], context: Context) -> Iterator[Page]:
    """All speakers in the order of their names, paged."""
    if len(speakers) <= MOST_SPEAKERS:
        return
    filed = context.filed
    ordered = sorted(speakers, key=lambda name: name_order(filed[name.id]))
    pages = -(-len(ordered) // SPEAKERS_ON_ONE_PAGE)
    urls = [f"quotes/speakers{f'-{i + 1}' if i else ''}.html" for i in range(pages)]
    for i, url in enumerate(urls):
        way = {"before": urls[i - 1] if i else "", "after": urls[i + 1] if url != urls[-1] else ""}
        some = ordered[i * SPEAKERS_ON_ONE_PAGE : (i + 1) * SPEAKERS_ON_ONE_PAGE]
        key = (way, [_mark(name, context) for name in some])
        yield Page(url, "speakers.html", partial(_view_of_speakers, some, way, context), key=key)


def _view_of_speakers(
    some: Sequence[Name], way: Mapping[str, object], context: Context
) -> dict[str, object]:
    return {**way, "speakers": tuple(_quoted(name, context) for name in some)}
