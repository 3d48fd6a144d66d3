"""A PDF into a draft (by pypdf): what stands on its pages, which has to be looked over."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from gloss.intake.draft import Draft, IntakeError, counted, in_one_line

MOST_PAGES = 200
FULL = 0.75  # of the longest line: a line as long goes on in the next
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")


def read_pdf(data: bytes) -> Draft:
    """Make a draft of a PDF: its title, or else its first line, is the headline.

    Raises IntakeError where it has no text, or cannot be read.
    """
    pages, about = _opened(data)
    running = _running(pages)
    lines = _joined([line for page in pages for line in page if _bare(line) not in running])
    title = in_one_line(about.title if about else None)
    if title and lines and in_one_line(lines[0]) != title:
        lines.insert(0, title)
    if len(lines) < 2:
        raise IntakeError("no text in the PDF: is it a scan?")
    return Draft(
        in_one_line(lines[0]),
        tuple(lines[1:]),
        author=in_one_line(about.author if about else None) or None,
        notices=tuple(_notices(len(pages), running)),
    )


def _opened(data: bytes) -> tuple[list[list[str]], Any]:
    """Return the lines of each page, and what the document says of itself."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise IntakeError("the PDF is locked with a password")
        if len(reader.pages) > MOST_PAGES:
            raise IntakeError(f"{len(reader.pages)} pages; expected at most {MOST_PAGES}")
        return [page.extract_text().split("\n") for page in reader.pages], reader.metadata
    except PyPdfError as problem:
        raise IntakeError(f"no PDF that can be read: {in_one_line(str(problem))}") from None


def _notices(pages: int, running: frozenset[str]) -> Iterator[str]:
    yield (
        f"{counted(pages, 'page')} of a PDF: look the text over (columns, captions, broken words), "
        "and add a line Published: YYYY-MM-DD"
    )
    if running:
        yield f"left out {counted(len(running), 'line')} that every page has"


def _bare(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines, their numbers aside, that most of several pages have: headers, footers, numbers."""
    if len(pages) < 3:
        return frozenset()
    seen = Counter(bare for page in pages for bare in set(map(_bare, page)) if bare)
    return frozenset(line for line, count in seen.items() if count > len(pages) / 2)


def _joined(lines: Sequence[str]) -> list[str]:
    """Join the lines of paragraphs: one ends with a line that is shorter than the page's others.

    A word that was broken at a line's end is whole again.
    """
    full = FULL * max(map(len, lines), default=0)
    joined, open_ = list[str](), False
    for line in map(str.strip, lines):
        if open_ and line:
            before = joined[-1]
            broken = _HYPHEN.search(before) and line[0].islower()
            joined[-1] = before[:-1] + line if broken else f"{before} {line}"
        elif line:
            joined.append(line)
        open_ = len(line) >= full
    return joined
