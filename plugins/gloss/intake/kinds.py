"""Which kind of document bytes are: by what they begin with, and by a name only where they must."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from gloss.intake.draft import Draft, IntakeError

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|article|p|div)[\s>]", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][\w-]*: ?.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
_BEGINNING = 2_000
_OLD = {".doc", ".rtf", ".odt", ".pages", ".epub"}


def drafts_of(data: bytes, name: str, url: str | None = None) -> Iterable[Draft | IntakeError]:
    """Return what a document holds; ``name``: its file's, or its address.

    Raises IntakeError where nothing can be made of it, ImportError where what reads it is missing.
    """
    ending = PurePosixPath(urlsplit(name).path if url else name).suffix.lower()
    beginning = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not beginning:
        raise IntakeError("is empty")
    if beginning.startswith(b"%PDF"):
        from gloss.intake.pdf import read_pdf

        return [read_pdf(data)]
    if beginning.startswith(b"PK") and ending == ".docx":
        from gloss.intake.word import read_docx

        return [read_docx(data)]
    if _FEED.search(beginning):
        from gloss.intake.feeds import read_feed

        return read_feed(data, url)
    return [_text(data, name, ending, url)]


def _text(data: bytes, name: str, ending: str, url: str | None) -> Draft:
    beginning = data[:_BEGINNING]
    if ending == ".eml":
        from gloss.intake.mails import read_mail

        return read_mail(data)
    if _PAGE.search(beginning) and ending not in (".txt", ".md"):
        from gloss.intake.pages import read_page

        return read_page(data, url)
    from gloss.intake.notes import read_markdown, read_text

    if ending in (".md", ".markdown"):
        return read_markdown(data)
    if ending in _OLD or b"\0" in beginning:
        raise IntakeError(f"{ending or 'this kind'} is not read: save it as .docx, .html or .txt")
    return read_text(data, name)
