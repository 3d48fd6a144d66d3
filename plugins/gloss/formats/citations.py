"""Citations of stories and quotations: plain text, BibTeX and CSL-JSON.

CSL-JSON follows the Citation Style Language's input schema 1.0.2 (type ``article-newspaper``);
BibTeX the fields of ``@misc`` with ``url``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from gloss.digest.model import Said, StoryFacts
from gloss.edtf import date_parts, year_of
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
    return _cite(story, site, story_url(story.slug), note="")


def cite_quotation(said: Said, story: StoryFacts, site: Site, speaker: str = "") -> Citation:
    """Return the citations of a quotation: its story's, with the words and who said them.

    speaker: the name as it is shown, empty where the text does not show it.
    """
    words = " … ".join(" ".join(part.split()) for part in said.words)
    note = f"“{words}”" + (f" ({speaker})" if speaker else "")
    return _cite(story, site, f"{story_url(story.slug)}#{said.anchor}", note)


def _cite(story: StoryFacts, site: Site, address: str, note: str) -> Citation:
    url = f"{site.url}/{address}" if site.url else ""
    return Citation(
        plain=_plain(story, site, url, note),
        bibtex=_bibtex(story, site, url, note),
        csl=_printed(_csl(story, site, url, note)),
    )


def _plain(story: StoryFacts, site: Site, url: str, note: str) -> str:
    first = f"{note}. " if note else ""
    by = f"{story.author}. " if story.author else ""
    source = f"{story.source}, " if story.source else ""
    day = f"{story.published}. " if story.published else "no date. "
    return f"{first}{by}“{story.title}.” {source}{day}In: {site.name}.{f' {url}' if url else ''}"


def _bibtex(story: StoryFacts, site: Site, url: str, note: str) -> str:
    year = year_of(story.published)
    fields = {
        "author": _escaped(story.author or ""),
        "title": "{" + _escaped(story.title) + "}",
        "year": f"{year:04}" if year is not None else "",
        "date": story.published or "",
        "publisher": _escaped(story.source or ""),
        "howpublished": _escaped(site.name),
        "note": _escaped(note),
        "url": url,
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@misc{{{story.slug},", *lines, "}"])


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _csl(story: StoryFacts, site: Site, url: str, note: str) -> dict[str, Any]:
    item = {
        "id": story.slug,
        "type": "article-newspaper",
        "title": story.title,
        "author": [{"literal": story.author}] if story.author else None,
        "issued": date_parts(story.published),
        "publisher": story.source,
        "container-title": site.name,
        "note": note,
        "language": story.lang,
        "URL": url,
    }
    return {key: value for key, value in item.items() if value}


def _printed(item: dict[str, Any]) -> str:
    """A list of one item as JSON, a line a field; json's own indenting takes ten times as long."""
    lines = (f'    "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in item.items())
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]"
