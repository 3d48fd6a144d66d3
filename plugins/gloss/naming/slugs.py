"""The readable piece of an id or an address, made of a name or a headline."""

from __future__ import annotations

import re
from functools import lru_cache

from unidecode import unidecode

from gloss.lexicon import load
from gloss.naming.name_words import KEPT

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_CURRENCY = re.compile("[£¥\u20a0-\u20cf]")
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=KEPT)
def slug(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens; never empty.

    "U.S." and "US" are one name and one slug; so are "Café" and "Cafe". "us" is no name.
    """
    return ascii_words(name) or "-".join(f"u{ord(c):x}" for c in name) or "unnamed"


def ascii_words(text: str) -> str:
    """Return what of a text can be said in lower-case ASCII letters, digits and hyphens.

    Letters of other alphabets are written in Latin ones (Łódź: lodz, Straße: strasse, Москва:
    moskva); empty where there is none. The sign of a currency is not said: unidecode's pound is PS.
    """
    plain = _INITIALS.sub(lambda m: m.group().replace(".", "") + " ", text)
    plain = _CURRENCY.sub(" ", plain)
    for mark, spoken in load("spoken_marks").items():
        plain = plain.replace(mark, f" {spoken} ")
    plain = _APOSTROPHE.sub("", unidecode(plain).lower())
    return _OTHER.sub("-", plain).strip("-")
