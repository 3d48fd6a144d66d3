"""An id's readable half, made of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from unidecode import unidecode

from gloss.lexicon import load
from gloss.naming.words import KEPT

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=KEPT)
def slug(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens; never empty.

    "U.S." and "US" are one name and one slug; so are "Café" and "Cafe". "us" is no name.
    """
    plain = _INITIALS.sub(lambda m: m.group().replace(".", "") + " ", name)
    for mark, spoken in load("spoken_marks").items():
        plain = plain.replace(mark, f" {spoken} ")
    plain = _APOSTROPHE.sub("", unidecode(plain).lower())
    return _OTHER.sub("-", plain).strip("-") or "-".join(f"u{ord(c):x}" for c in name) or "unnamed"
