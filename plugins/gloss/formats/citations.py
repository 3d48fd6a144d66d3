"""Citations of stories: plain text, BibTeX and CSL-JSON.

The newspaper is what a story is part of, the digest the archive that holds it. CSL-JSON follows the
Citation Style Language's input schema 1.0.2 (type ``article-newspaper``), BibTeX the fields of
``@article``, or ``@misc`` where no newspaper is known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from gloss.digest.model import StoryFacts
from gloss.edtf import date_parts, year_of
from gloss.formats.bylines import Author, people_of
from gloss.site import Site
from gloss.urls import story_url

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True)
class Citation:
    """One thing to cite, in three forms."""

    plain: str
    bibtex: str
    csl: str


def cite_story(story: StoryFacts, site: Site) -> Citation:
    """Return the citations of a story."""
    return _cite(cited_of(story, site))


@dataclass(frozen=True)
class Cited:
    """What is cited. url: empty where neither the site nor the story has an address."""

    story: StoryFacts
    archive: str
    authors: tuple[Author, ...]
    url: str


def cited_of(story: StoryFacts, site: Site) -> Cited:
    """Return what a citation is made of."""
    url = f"{site.url}/{story_url(story.slug)}" if site.url else story.url or ""
    return Cited(story, site.name, people_of(story.author), url)


def _cite(cited: Cited) -> Citation:
    item = json.dumps([csl(cited)], ensure_ascii=False)
    return Citation(plain=_plain(cited), bibtex=bibtex(cited), csl=item)


def _plain(cited: Cited) -> str:
    story = cited.story
    day = story.published or "no date"
    author = [_ended(story.author)] if story.author else []
    paper = f"{story.source}, {day}" if story.source else day
    parts = [*author, f"“{_ended(story.title)}”", _ended(paper), _ended(f"In: {cited.archive}")]
    return " ".join([*parts, *([cited.url] if cited.url else [])])


def _ended(text: str) -> str:
    """End a sentence, once: "Bob & Co." has its full stop."""
    return text if text.rstrip("”’)").endswith((".", "!", "?", "…")) else f"{text}."


def bibtex(cited: Cited) -> str:
    """Return an entry of BibTeX."""
    story, year = cited.story, year_of(cited.story.published)
    fields = {
        "author": " and ".join(map(_bibtex_name, cited.authors)),
        "title": "{" + _escaped(story.title) + "}",
        "journal": _escaped(story.source or ""),
        "year": f"{year:04}" if year is not None else "",
        "date": story.published or "",
        "howpublished": _escaped(f"In: {cited.archive}"),
        "url": cited.url,
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    kind = "article" if story.source else "misc"
    return "\n".join([f"@{kind}{{{story.slug},", *lines, "}"])


def _bibtex_name(author: Author) -> str:
    if not author.is_person:
        return "{" + _escaped(author.literal) + "}"
    return _escaped(", ".join(filter(None, (author.family, author.suffix, author.given))))


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def csl(cited: Cited) -> dict[str, Any]:
    """Return an item of CSL-JSON."""
    story = cited.story
    item = {
        "id": story.slug,
        "type": "article-newspaper",
        "title": story.title,
        "author": list(map(_csl_name, cited.authors)),
        "issued": date_parts(story.published),
        "container-title": story.source,
        "archive": cited.archive,
        "language": story.lang,
        "URL": cited.url,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if not author.is_person:
        return {"literal": author.literal}
    name = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: value for key, value in name.items() if value}
