"""What the writer and the reader of the dialect agree on: quotation marks, ids, schemes."""

from __future__ import annotations

import re

from gloss.story import KINDS, Span

DATE, DURATION, SET = "date", "duration", "set"
QUOTATION_MARKS = frozenset("“”„‟\"‘’‚‛'«»‹›")
# What would lead out of its folder ("person:../..") or end the path of an address is no id.
_ID = re.compile(rf"(?:{'|'.join(KINDS)}):(?!\.)[^\s()<>\[\]{{}}\"'=|\\/?#%]+")


def is_entity(text: str) -> bool:
    """Tell whether a text is an entity id, ``kind:slug``."""
    return bool(_ID.fullmatch(text))


def short_id(entity: str) -> str:
    """Write an entity id as an attribute: a person's without its kind."""
    return entity.removeprefix("person:")


def full_id(text: str) -> str | None:
    """Read an entity id from an attribute, None where it is none."""
    entity = text if ":" in text else f"person:{text}"
    return entity if is_entity(entity) else None


def spoken(entity: str) -> str:
    """Return what to call a thing of which only the id is known."""
    return entity.partition(":")[2].replace("-", " ").title()


def mark_before(text: str, at: int) -> int:
    """Return the length of the quotation mark that ends at an offset, 0 where there is none."""
    return 2 if text[max(at - 2, 0) : at] == "``" else int(text[at - 1 : at] in QUOTATION_MARKS)


def mark_after(text: str, at: int) -> int:
    """Return the length of the quotation mark that begins at an offset, 0 where there is none."""
    if text[at : at + 2] == "''":
        return 2
    return int(text[at : at + 1] != "" and text[at] in QUOTATION_MARKS)


def words_within(text: str, extent: Span) -> Span:
    """Return what an extent holds between the quotation marks at its ends, if it has any."""
    opening = 2 if text.startswith("``", extent.start) else mark_after(text, extent.start)
    start = min(extent.start + opening, extent.end)
    closing = 2 if text[start : extent.end].endswith("''") else mark_before(text, extent.end)
    return Span(start, max(extent.end - closing, start))
