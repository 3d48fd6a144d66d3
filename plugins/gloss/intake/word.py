"""A Word document into a draft (by mammoth)."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from bs4 import BeautifulSoup

from gloss.intake.blocks import lines_of
from gloss.intake.draft import Draft, IntakeError, counted, in_one_line

MOST_BYTES = 50_000_000  # unpacked
_AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"
_CORE = "docProps/core.xml"


def read_docx(data: bytes) -> Draft:
    """Make a draft of a .docx: its title, or else its first line, is the headline.

    Raises IntakeError where it has no text, or cannot be read.
    """
    import mammoth

    author = _author(data)
    converted: Any = mammoth.convert_to_html(
        io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {"src": ""})
    )
    soup = BeautifulSoup(converted.value, "html.parser")
    notices = tuple(_lost(soup))
    for note in soup.select("sup, [id^=footnote], [id^=endnote]"):
        note.decompose()
    lines = lines_of(soup)
    if len(lines) < 2:
        raise IntakeError("no text under a headline in the document")
    return Draft(lines[0].removeprefix("- "), tuple(lines[1:]), author=author, notices=notices)


def _author(data: bytes) -> str | None:
    try:
        with ZipFile(io.BytesIO(data)) as file:
            if sum(part.file_size for part in file.infolist()) > MOST_BYTES:
                raise IntakeError(f"more than {MOST_BYTES:,} bytes when it is unpacked")
            core = file.read(_CORE) if _CORE in file.namelist() else b"<none/>"
    except BadZipFile:
        raise IntakeError("no .docx that can be unpacked") from None
    if b"<!DOCTYPE" in core:
        return None
    found = ElementTree.fromstring(core).findtext(_AUTHOR)
    return in_one_line(found) or None


def _lost(soup: BeautifulSoup) -> Iterator[str]:
    if pictures := len(soup.find_all("img")):
        yield f"left out {counted(pictures, 'picture')}"
    if notes := len(soup.find_all(id=re.compile("^(foot|end)note-(?!ref)"))):
        yield f"left out {counted(notes, 'footnote')}"
    yield "a Word document says of no date that it is the story's: add a line Published: YYYY-MM-DD"
