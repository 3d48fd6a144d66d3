"""Which language a text is in: a guess for whoever is not told.

English shows by its common words, for nothing; only a text that has few of them is asked about
(py3langid, which knows 97 languages). Languages are primary subtags of BCP 47.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from gloss.lexicon import words

ENGLISH = "en"
# Of a hundred words of English news some twenty are among its common ones; of Dutch two are.
COMMON = 0.08
# Where words are fewer, names and figures say too much.
LEAST = 8
# From which probability on another language is believed: where some word, or none, is English.
SURE, SURE_OF_FOREIGN = 0.95, 0.6

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_LATIN = "\u0250"
_START = 6_000  # characters that say enough


def language_of(text: str) -> str | None:
    """Return the language of a text; None where it is not plain."""
    found = [word.lower() for word in _WORD.findall(text[:_START])]
    if not found:
        return None
    common = sum(word in _common() for word in found)
    # English beside words of another script, quoted or translated, is a third of the text at least.
    latin = sum(word < _BEHIND_LATIN for word in found)
    if common and common >= COMMON * (latin if 3 * latin >= len(found) else len(found)):
        return ENGLISH
    language, sure = recognised(text)
    enough = sure >= (SURE if common else SURE_OF_FOREIGN)
    return language if enough and (len(found) >= LEAST or _is_foreign(found)) else None


def recognised(text: str) -> tuple[str, float]:
    """Return the likeliest language of a text, and how likely that is, 0 to 1.

    Where py3langid is not installed (it comes with what annotates) nothing is likely.
    """
    try:
        language, sure = _identifier().classify(text[:_START])
    except ModuleNotFoundError:
        return "", 0.0
    return str(language), float(sure)


def primary(tag: str) -> str:
    """Return the language of a tag without its region or script: ``de`` of ``de-AT``."""
    return tag.partition("-")[0].lower()


def name_of(language: str) -> str:
    """Return the English name of a language, or the language itself where it has none here."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language).get_language_name("en") or language
    except (ValueError, UnknownLocaleError):
        return language


def _is_foreign(found: Sequence[str]) -> bool:
    """Tell a text in another script, which may write sentences without blanks between words."""
    letters = "".join(found)
    latin = sum(letter < _BEHIND_LATIN for letter in letters)
    return len(letters) >= LEAST and 2 * latin < len(letters)


@cache
def _common() -> frozenset[str]:
    return words("common")["common"]


@cache
def _identifier() -> Any:
    """Loading takes a second, so it is done for the first text that is not plainly English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
