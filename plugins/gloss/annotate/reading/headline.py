"""Lines that are no prose: headlines, and posts of social media."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gloss.story import Span

LONGEST_HEADLINE = 150  # characters
LONGEST_HEADING = 60  # characters
LONGEST_POST = 400  # characters; a longer line only mentions a handle or a hashtag

_CLOSES_A_SENTENCE = re.compile(r"[.!?:…][\"”’')\]]*$")
_POST = re.compile(r"\s*[@#]\w|.*(?:\(@\w+\)|[\s(][@#]\w+\W*$)")


def headline_of(text: str, paragraphs: Sequence[Span], given: bool) -> Span | None:
    """Return the first paragraph, where it is ``given`` as the headline or reads like one."""
    if not paragraphs:
        return None
    first = paragraphs[0]
    if given:
        return first
    line = text[first.start : first.end].rstrip()
    alone = len(paragraphs) > 1 and len(line) <= LONGEST_HEADLINE
    return first if alone and not _CLOSES_A_SENTENCE.search(line) else None


def is_heading(line: str) -> bool:
    """Tell whether a line reads like a sub-heading: short, and no sentence."""
    line = line.rstrip()
    return len(line) <= LONGEST_HEADING and not _CLOSES_A_SENTENCE.search(line)


def is_post(line: str) -> bool:
    """Tell whether a line is a post: it begins or ends with a handle or a hashtag."""
    return len(line) <= LONGEST_POST and bool(_POST.match(line))
