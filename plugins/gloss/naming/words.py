"""The words of a name."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")


def words_of(name: str) -> list[str]:
    """Return the words of a name, without the points of abbreviations ("Lt. Gen." is two)."""
    return [w.rstrip(".") if len(w) > 2 and w.count(".") == 1 else w for w in _WORD.findall(name)]


def fold(name: str) -> str:
    """Return a name without accents, case, points and a leading article, to compare it."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("’", "'")
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c != ".")
    return " ".join(plain.replace("-", " ").split()).removeprefix("the ")
