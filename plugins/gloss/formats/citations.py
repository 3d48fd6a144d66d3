"""Citations of stories and quotations: plain text, BibTeX, CSL-JSON and RIS.

The newspaper is what a story is part of, the digest the archive that holds it. CSL-JSON follows the
Citation Style Language's input schema 1.0.2 (type ``article-newspaper``), BibTeX the fields of
``@article``, or ``@misc`` where no newspaper is known, RIS its type ``NEWS``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from gloss.digest.model import Digest, Said, StoryFacts
from gloss.edtf import date_parts, read, year_of
from gloss.formats.people import Author, people_of
from gloss.output import File
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
    return _cite(_story(story, site))


def cite_quotation(said: Said, story: StoryFacts, site: Site, speaker: str = "") -> Citation:
    """Return the citations of a quotation: its story's, with the words and who said them.

    speaker: the name as it is shown, empty where the text does not show it.
    """
    words = " … ".join(" ".join(part.split()) for part in said.words)
    note = f"“{words}”" + (f" ({speaker})" if speaker else "")
    return _cite(_story(story, site, f"#{said.anchor}", note))


@dataclass(frozen=True)
class _Cited:
    """What is cited. url: empty where neither the site nor the story has an address."""

    story: StoryFacts
    archive: str
    authors: tuple[Author, ...]
    url: str
    note: str


def _story(story: StoryFacts, site: Site, fragment: str = "", note: str = "") -> _Cited:
    url = f"{site.url}/{story_url(story.slug)}{fragment}" if site.url else story.url or ""
    return _Cited(story, site.name, people_of(story.author), url, note)


def _cite(cited: _Cited) -> Citation:
    return Citation(plain=_plain(cited), bibtex=_bibtex(cited), csl=_printed(_csl(cited)))


def _plain(cited: _Cited) -> str:
    story = cited.story
    day = story.published or "no date"
    first = [cited.note, story.author or "", f"“{_ended(story.title)}”"]
    paper = f"{story.source}, {day}" if story.source else day
    last = [paper, f"In: {cited.archive}"]
    parts = [*(_ended(part) for part in first[:2] if part), first[2], *map(_ended, last)]
    return " ".join([*parts, *([cited.url] if cited.url else [])])


def _ended(text: str) -> str:
    """End a sentence, once: "Bob & Co." has its full stop."""
    return text if text.rstrip("”’)").endswith((".", "!", "?", "…")) else f"{text}."


def _bibtex(cited: _Cited) -> str:
    story, year = cited.story, year_of(cited.story.published)
    fields = {
        "author": " and ".join(map(_bibtex_name, cited.authors)),
        "title": "{" + _escaped(story.title) + "}",
        "journal": _escaped(story.source or ""),
        "year": f"{year:04}" if year is not None else "",
        "date": story.published or "",
        "howpublished": _escaped(f"In: {cited.archive}"),
        "note": _escaped(cited.note),
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


def _csl(cited: _Cited) -> dict[str, Any]:
    story = cited.story
    item = {
        "id": story.slug,
        "type": "article-newspaper",
        "title": story.title,
        "author": list(map(_csl_name, cited.authors)),
        "issued": date_parts(story.published),
        "container-title": story.source,
        "archive": cited.archive,
        "note": cited.note,
        "language": story.lang,
        "URL": cited.url,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if not author.is_person:
        return {"literal": author.literal}
    name = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: value for key, value in name.items() if value}


def _printed(item: dict[str, Any]) -> str:
    """A list of one item as JSON, a line a field; json's own indenting takes ten times as long."""
    lines = (f'    "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in item.items())
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]"


def ris_of(story: StoryFacts, site: Site) -> str:
    """Return a story as RIS, a line a field."""
    cited = _story(story, site)
    fields = [
        ("TY", "NEWS"),
        ("ID", story.slug),
        *(("AU", _ris_name(author)) for author in cited.authors),
        ("TI", story.title),
        ("T2", story.source),
        ("PY", _ris_date(story.published)[:4]),
        ("DA", _ris_date(story.published)),
        ("DB", cited.archive),
        ("LA", story.lang),
        ("UR", cited.url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
    return "".join([*lines, "ER  - \r\n"])


def _ris_name(author: Author) -> str:
    parts = (author.family, author.given, author.suffix) if author.is_person else (author.literal,)
    return ", ".join(filter(None, parts))


def _ris_date(published: str | None) -> str:
    """Such as ``2015/05//``: a year, and a month and a day where they are known."""
    value = read(published) if published else None
    if not value or value.year is None or value.year < 1:
        return ""
    day = f"{value.date.day:02}" if value.date and value.date.is_whole and value.date.day else ""
    return f"{value.year:04}/{f'{value.month:02}' if value.month else ''}/{day}/"


def coins_of(story: StoryFacts, site: Site) -> str:
    """Return a story as what stands in a span of COinS (Z39.88-2004), by which Zotero finds it."""
    cited = _story(story, site)
    people = [author for author in cited.authors if author.is_person][:1]
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", story.title),
        ("rft.source", story.source),
        *((key, value) for one in people for key, value in _coins_name(one)),
        *(("rft.au", author.literal) for author in cited.authors),
        ("rft.date", story.published),
        ("rft.language", story.lang),
        ("rft.identifier", cited.url),
    ]
    return urlencode([(key, value) for key, value in pairs if value], errors="replace")


def _coins_name(author: Author) -> Iterator[tuple[str, str]]:
    yield "rft.aulast", author.family
    yield "rft.aufirst", author.given


def citation_files(digest: Digest, site: Site, key: str) -> Iterator[File]:
    """Yield ``cite.ris`` beside each story, and all stories' in three forms under ``data/``."""
    for story in digest.stories.values():
        path = f"{story_url(story.slug)}cite.ris"
        yield File(path, story.digest, partial(_ris, [story], site), source=story.slug)
    stories = list(digest.stories.values())
    for ending, make in (("ris", _ris), ("bib", _bib), ("json", _csl_json)):
        yield File(f"data/citations.{ending}", key, partial(make, stories, site), whole=True)


def _ris(stories: Sequence[StoryFacts], site: Site) -> bytes:
    return "\r\n".join(ris_of(story, site) for story in stories).encode("utf-8", "replace")


def _bib(stories: Sequence[StoryFacts], site: Site) -> bytes:
    entries = (_bibtex(_story(story, site)) for story in stories)
    return "".join(f"{entry}\n\n" for entry in entries).encode("utf-8", "replace")


def _csl_json(stories: Sequence[StoryFacts], site: Site) -> bytes:
    items = [_csl(_story(story, site)) for story in stories]
    return json.dumps(items, ensure_ascii=False).encode("utf-8", "replace")
