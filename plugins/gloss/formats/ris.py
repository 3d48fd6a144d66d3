"""Citations for programs that keep them: RIS, and COinS, which Zotero finds in a page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from gloss.digest.model import StoryFacts
from gloss.edtf import read
from gloss.formats.bylines import Author
from gloss.formats.citations import cited_of
from gloss.site import Site


def ris_of(story: StoryFacts, site: Site) -> str:
    """Return a story as RIS, a line a field."""
    cited = cited_of(story, site)
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
    cited = cited_of(story, site)
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
