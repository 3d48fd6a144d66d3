"""The quotations: the newest, by year, by speaker, and those whose speaker is not known by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gloss.digest.model import Digest, Said
from gloss.edtf import year_of
from gloss.formats.citations import Citation, cite_quotation
from gloss.pages.links import Links, NameLink, QuotationView
from gloss.pages.page import Page
from gloss.pages.paging import Leaf, Turn, file_of, leaves
from gloss.site import Site

ON_ONE_PAGE = 25
MOST_SPEAKERS = 60


@dataclass(frozen=True)
class CitedQuotation:
    """A quotation in a list, with its citations."""

    words: QuotationView
    cite: Citation


@dataclass(frozen=True)
class Speaker:
    """Somebody quoted: how often, and where all of it is listed."""

    link: NameLink
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


class Quoting:
    """Makes quotations as lists show them."""

    def __init__(self, digest: Digest, links: Links, site: Site) -> None:
        self._digest, self._links, self._site = digest, links, site

    def mark(self, some: Sequence[Said]) -> tuple[str, ...]:
        """Return what these quotations, as lists show them, depend on."""
        return tuple(f"{self._links.marks.stories[said.story]}#{said.anchor}" for said in some)

    def __call__(self, said: Said) -> CitedQuotation:
        words = self._links.words(said)
        story = self._digest.stories[said.story]
        speaker = words.by.name if words.by else (words.who or "")
        return CitedQuotation(words, cite_quotation(said, story, self._site, speaker))


def quote_pages(digest: Digest, links: Links, quoting: Quoting) -> Iterator[Page]:
    """Return the pages of all quotations."""
    by_year: dict[str, list[Said]] = {}
    unnamed = []
    for said in digest.said:
        published = year_of(digest.stories[said.story].published)
        by_year.setdefault("" if published is None else f"{published:04}", []).append(said)
        if not said.by or said.by not in links.names:
            unnamed.append(said)
    years = tuple(
        QuotationYear(y, len(some), f"quotes/{y or 'undated'}.html") for y, some in by_year.items()
    )
    speakers = _speakers(digest, links)
    whole = len(digest.said) <= ON_ONE_PAGE
    home = {
        **NOTHING,
        "years": () if whole else years,
        "speakers": speakers[:MOST_SPEAKERS],
        "speakers_in_all": len(speakers),
        "unnamed": len(unnamed),
        "total": len(digest.said),
        "quotations": tuple(map(quoting, digest.said[:ON_ONE_PAGE])),
    }
    yield Page("quotes/index.html", "quotes.html", home)
    yield from _speaker_pages(speakers)
    if not whole:
        for year in years:
            yield from _part(year.year or "undated", by_year[year.year], quoting)
    if unnamed:
        yield from _part("unnamed", unnamed, quoting)


def _part(part: str, some: Sequence[Said], quoting: Quoting) -> Iterator[Page]:
    url, numbered = f"quotes/{part}.html", f"quotes/{part}-{{}}.html"
    for leaf in leaves(some, ON_ONE_PAGE, url, numbered):
        yield leaf_page(leaf, {"part": part}, quoting)


def leaf_page(leaf: Leaf[Said], head: Mapping[str, object], quoting: Quoting) -> Page:
    """Return one page of a list of quotations, made only if one of them changed."""
    head = {**NOTHING, **head, "number": leaf.number, "way": leaf.turn}

    def view() -> dict[str, object]:
        return {**head, "quotations": tuple(map(quoting, leaf.items))}

    return Page(file_of(leaf.url), "quotes.html", view, key=(head, quoting.mark(leaf.items)))


def _speakers(digest: Digest, links: Links) -> list[Speaker]:
    """Everybody quoted by name, those with most quotations first."""
    quoted = [name for name in digest.names.values() if name.said]
    quoted.sort(key=lambda name: -len(name.said))
    return [
        Speaker(links.names[n.id], len(n.said), links.names[n.id].url + "#said") for n in quoted
    ]


def _speaker_pages(speakers: Sequence[Speaker]) -> Iterator[Page]:
    """All speakers in the order of their names, paged."""
    if len(speakers) <= MOST_SPEAKERS:
        return
    ordered = sorted(speakers, key=lambda speaker: speaker.link.name.casefold())
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
