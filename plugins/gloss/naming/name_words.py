"""The words of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KEPT = 50_000  # names come again and again; so many are kept with their words

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")


@lru_cache(maxsize=KEPT)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, without the points of abbreviations ("Lt. Gen." is two)."""
    words = _WORD.findall(name)
    return tuple(w.rstrip(".") if len(w) > 2 and w.count(".") == 1 else w for w in words)


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """Return a name without accents, case, points and a leading article, to compare it."""
    plain = name.casefold().replace("’", "'").replace(".", "")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").split()).removeprefix("the ")
