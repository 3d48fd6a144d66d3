"""What an article's ``Review`` leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KIND = re.compile(r"kind: “(.+?)” is shown as ")


def names_in_doubt(review: Iterable[str]) -> frozenset[str]:
    """Return the names of which it is asked what kind of thing they are."""
    asked = (_KIND.match(line) for line in review)
    return frozenset(question.group(1) for question in asked if question)
