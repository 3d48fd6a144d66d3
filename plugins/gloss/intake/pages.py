"""A web page into a draft: its story without what stands around it (by trafilatura)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from gloss.intake.blocks import lines_of
from gloss.intake.draft import (
    Draft,
    IntakeError,
    address_of,
    counted,
    day_of,
    in_one_line,
    language_of,
    without_headline,
)
from gloss.seed.pasted import own_lines

# A page with less than this has no story, or not the whole of it.
FEWEST_WORDS, FEW_WORDS = 8, 80
MOST_LEFT_OUT = 4  # pieces that are named
LONG_ITEM, MOST_IN_A_CELL = 12, 40  # words
_LOST = {"img": "picture", "video": "film", "audio": "recording", "iframe": "embedded page"}


def read_page(data: bytes, url: str | None = None) -> Draft:
    """Make a draft of a page; ``url``: where it was found.

    Raises IntakeError where it has no story.
    """
    from trafilatura import bare_extraction

    soup = BeautifulSoup(data, "html.parser")
    found: Any = bare_extraction(
        data,
        url=url,
        include_comments=False,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = [] if found is None or found.body is None else own_lines(list(_lines(found.body)))
    headline = _headline(soup, found)
    lines = without_headline(body, headline) if headline else tuple(body)
    draft = Draft(
        headline,
        lines,
        published=day_of(found.date) if found else None,
        source=in_one_line(found.sitename) or None if found else None,
        url=address_of(url) or address_of(found.url if found else None),
        author=_author(found.author) if found else None,
        lang=language_of(_attribute(soup.html, "lang")),
    )
    if not headline or draft.words < FEWEST_WORDS:
        raise IntakeError(f"no story found in the page ({counted(draft.words, 'word')})")
    return _told(draft, soup)


def _told(draft: Draft, soup: BeautifulSoup) -> Draft:
    said = (*_warnings(draft, soup), *left_out(soup, draft))
    return Draft(**{**draft.__dict__, "notices": said})


def _headline(soup: BeautifulSoup, found: Any) -> str:
    title = in_one_line(found.title if found else "")
    heads = [in_one_line(head.get_text(" ")) for head in soup.find_all("h1")]
    if title in heads:
        return title
    # A title often ends with the site's name, which the page's own heading has not.
    return next((head for head in heads if head and title.startswith(head)), title)


def _author(names: str | None) -> str | None:
    return ", ".join(filter(None, map(in_one_line, (names or "").split(";")))) or None


def _lines(body: Any) -> Iterator[str]:
    """The lines of what trafilatura kept: paragraphs, heads, items, rows."""
    for element in body:
        if element.tag == "table":
            yield from _rows(element)
        elif element.tag == "list":
            items = [in_one_line("".join(item.itertext())) for item in element.iter("item")]
            # Items as long as paragraphs are paragraphs: the posts of a live blog, say.
            long = sum(len(item.split()) for item in items) > LONG_ITEM * len(items)
            yield from items if long else (f"- {item}" for item in items)
        elif element.tag in ("quote", "div") and len(element):
            yield from _lines(element)
        else:
            yield from _broken(element)


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table; of one that only lays the page out, the cells that have text."""
    cells = list(table.iter("cell"))
    if any(len("".join(cell.itertext()).split()) > MOST_IN_A_CELL for cell in cells):
        for cell in cells:
            lines = list(_broken(cell))
            if sum(len(line.split()) for line in lines) > MOST_IN_A_CELL:
                yield from lines
        return
    for row in table.iter("row"):
        yield " | ".join(in_one_line("".join(cell.itertext())) for cell in row.iter("cell"))


def _broken(element: Any) -> Iterator[str]:
    """A paragraph's lines, which ``<lb/>`` ends."""
    text = "".join(_with_breaks(element))
    yield from filter(None, map(in_one_line, text.split("\n")))


def _with_breaks(element: Any) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        end = "\n" if child.tag in ("lb", "p", "head", "item") else ""
        yield f"{end}{''.join(_with_breaks(child))}{end}"
        yield (child.tail or "").replace("\n", " ")


def _warnings(draft: Draft, soup: BeautifulSoup) -> Iterator[str]:
    kinds = {kind for fact in _facts(soup) for kind in _as_list(fact.get("@type"))}
    if any(str(fact.get("isAccessibleForFree")).lower() == "false" for fact in _facts(soup)):
        yield "the page says that it is not free to read: see whether the story is whole"
    elif draft.words < FEW_WORDS:
        yield f"only {counted(draft.words, 'word')}: see whether the story is whole"
    if "LiveBlogPosting" in kinds:
        yield "a live blog: its posts follow one another as on the page; cut it if need be"
    if not draft.published:
        yield "the page has no date that can be read: add a line Published: YYYY-MM-DD"


def _facts(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """What the page says of itself in schema.org's words."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            said = json.loads(script.get_text())
        except ValueError:
            continue
        for fact in _as_list(said):
            if isinstance(fact, dict):
                yield fact
                yield from (more for more in _as_list(fact.get("@graph")) if isinstance(more, dict))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _attribute(tag: Tag | None, name: str) -> str | None:
    value = tag.get(name) if tag else None
    return value if isinstance(value, str) else None


def left_out(soup: BeautifulSoup, draft: Draft) -> Iterator[str]:
    """Tell what of a page did not come into its draft: pieces of text, pictures and the like."""
    kept = _letters(" ".join((draft.headline, *draft.lines, draft.author or "")))
    gone = [line for line in lines_of(soup) if _letters(line) and _letters(line) not in kept]
    if gone:
        words = sum(len(line.split()) for line in gone)
        shown = sorted(gone, key=lambda line: -len(line))[:MOST_LEFT_OUT]
        pieces = ", ".join(f"“{_short(line)}”" for line in gone if line in shown)
        yield f"left out {counted(words, 'word')} around the story: {pieces}"
    lost = [(len(soup.find_all(tag)), says) for tag, says in _LOST.items()]
    if any(count for count, _ in lost):
        yield "left out " + ", ".join(counted(count, says) for count, says in lost if count)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _short(line: str, most: int = 50) -> str:
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
