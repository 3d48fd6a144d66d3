"""A story's lead: the beginning of its first paragraph of prose.

Bylines, hours, "(Adds details)", list items and headings stand before the prose and tell nothing.
"""

from __future__ import annotations

import re

from gloss.lexicon import words

ELLIPSIS = "…"
LONGEST = 280
# A paragraph of fewer words is a line of its own, a heading or a byline, unless it ends a sentence.
FEW_WORDS = 8
NAME = 2  # words, at least, of a name in a byline
# Of the words of prose, so many at least begin with a small letter; of a heading fewer do, unless
# it ends as a sentence does. Where words are many it is no heading, but for one in capitals.
SMALL, SMALL_OF_SENTENCE, SMALL_OF_MANY, MANY = 0.4, 0.25, 0.2, 20

_END = re.compile(r"[.!?…。！？][\"”’'»)\]]*$")
_ITEM = re.compile(r"(?:[-–—*•·]|\d{1,2}[.)])\s")
_ASIDE = re.compile(r"[(\[][^)\]]*[)\]][.:]?$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def lead_of(text: str) -> str:
    """Return the beginning of a text's first paragraph of prose, cut at a word.

    Where none is plainly prose, it is the first paragraph's.
    """
    paragraphs = text.split("\n\n")
    first = next(filter(is_prose, paragraphs), paragraphs[0])
    if len(first) <= LONGEST:
        return first
    return first[:LONGEST].rpartition(" ")[0].rstrip(",;:–— ") + ELLIPSIS


def is_prose(paragraph: str) -> bool:
    """Tell a paragraph that tells something from what stands around a story."""
    if _ITEM.match(paragraph) or _ASIDE.match(paragraph) or _is_before(paragraph):
        return False
    found, ends = _WORD.findall(paragraph), bool(_END.search(paragraph))
    small = sum(not word[0].isupper() for word in found)
    least = SMALL_OF_MANY if len(found) >= MANY else SMALL_OF_SENTENCE if ends else SMALL
    return bool(found) and small >= least * len(found) and (ends or len(found) >= FEW_WORDS)


def _is_before(paragraph: str) -> bool:
    """Tell a byline, a date of change, a contact: short, and begun as those are."""
    first = paragraph.lower().partition(" ")[0].rstrip(":")
    begins = first in words("leads")["before"]
    told = paragraph.lower().startswith(tuple(words("leads")["phrases"]))
    return told or (begins and not _END.search(paragraph)) or _is_byline(paragraph)


def _is_byline(paragraph: str) -> bool:
    """Tell "By Ann Lowe, our correspondent." from "By Monday noon the square was full."."""
    first, *name = paragraph.split(" ", 3)[:3]
    return first.lower() == "by" and len(name) == NAME and all(w[:1].isupper() for w in name)
