"""From bytes to characters.

UTF-8 is known by itself, UTF-16 and UTF-32 by their byte order marks. Of the others nothing in a
file says which it is in. The language does, which the head may state (``Lang``) and which shows
however wrong the accents are: a wrong one of its encodings gives letters that it does not have.
Where no language shows, signs inside words tell the encodings of English and its neighbours apart,
and statistics (charset-normalizer), which are wrong more often than not where all there is to go
by is a handful of curly quotes and accents, are asked last.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict

from gloss.languages import ENGLISH, primary, recognised
from gloss.seed.alphabets import alphabet_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of Windows, Macintosh, DOS, and Windows in central Europe; the likeliest first.
LATIN = ("cp1252", "mac_roman", "cp850", "cp1250")
# Words that came in broken ("piÃ±ata") are odd in every encoding: no reason to leave the first.
_FEW = 2
# How many encodings of a language are usual; the others are those of old machines.
_COMMON, _OLD = 2, 0.5
# Of the characters beyond ASCII; with more strangers it is no text of that language.
_MOST_STRANGERS = 0.1
# Readings of a text, by which its language shows, however wrong their accents.
VOTING = ("cp1252", "cp1250", "cp1257", "cp1254", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256")
_SURE = 0.9
_HEAD = 2_000  # bytes in which the head's Lang is looked for
_LANG = re.compile(rb"^Lang:[ \t]*([A-Za-z]{2,3})\b", re.MULTILINE)
# More letters beyond ASCII than this, and it is no Western European language: French has some 0.05
# of them, Czech 0.13, Russian 1.
_MOST_ACCENTS = 0.1
_LETTER = re.compile(r"[^\W\d_]")
# What no language has: a sign inside a word ("caf‚s", "N£nez", "sta³"), a capital behind a small
# letter ("donÕt"), a letter of another script within a Latin word.
_ODD = re.compile(
    r"(?<=[^\W\d_])(?:[^\w\s\x00-\x7f‘’–—…·\xad]|[¹²³¼½¾ªº])+(?=[^\W\d_])"
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞĀĂĄŠŒŽŸ]"
    r"|(?<=[A-Za-z])[^\W\d_\x00-\u024f]|[^\W\d_\x00-\u024f](?=[A-Za-z])"
)
# C1 controls, which no text in these encodings has, and C0 ones but for white space and separators.
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.01


def to_unicode(data: bytes) -> tuple[str, list[str]]:
    """Return the characters of a file, and notices (``LINE: what was put right``).

    Raises ValueError (``LINE: what is wrong``) where the content is no text.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    nul = data.find(b"\0")
    if nul >= 0 and encoding in (None, "utf-8-sig"):
        line = data.count(b"\n", 0, nul) + 1
        raise ValueError(f"{line}: binary content (a NUL byte)")
    try:
        return data.decode(encoding or "utf-8"), []
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        if encoding:
            raise ValueError(f"{line}: broken {encoding.removesuffix('-sig')}") from None
        return _guessed(data, line)


def _guessed(data: bytes, line: int) -> tuple[str, list[str]]:
    found = _by_language(data) or _by_signs(data)
    if not found:
        raise ValueError(f"{line}: binary content (no known encoding)")
    text, encoding = found
    return text, [f"{line}: not UTF-8; read as {encoding}: look its accents over"]


def _by_language(data: bytes) -> tuple[str, str] | None:
    """Decide by the letters of the language that the head states, else of the likeliest."""
    stated = _LANG.search(data[:_HEAD])
    language = primary(stated[1].decode()) if stated else _likeliest(data)
    alphabet = alphabet_of(language)
    if alphabet is None:
        return None
    margin = _FEW if language == ENGLISH else _OLD
    found = [
        (alphabet.strangers(text) + (number >= _COMMON) * margin, number, text, name)
        for number, name in enumerate(alphabet.encodings)
        if (text := _decoded(data, name)) is not None
    ]
    strangers, _, text, name = min(found, default=(0, 0, "", ""))
    beyond = sum(not character.isascii() for character in text)
    return (text, name) if name and strangers <= _FEW + _MOST_STRANGERS * beyond else None


def _likeliest(data: bytes) -> str:
    """Return the language that most readings of a text in Latin letters are in."""
    sure: defaultdict[str, float] = defaultdict(float)
    for encoding in VOTING:
        if text := _decoded(data, encoding):
            language, probability = recognised(text)
            sure[language] += probability
    language, most = max(sure.items(), key=lambda one: one[1], default=("", 0.0))
    return language if most >= _SURE else ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if _is_binary(text) else text


def _by_signs(data: bytes) -> tuple[str, str] | None:
    """Decide by signs inside words, and by statistics where no Western encoding fits."""
    found = [(text, name) for name in LATIN if (text := _latin(data, name)) is not None]
    if not found or _oddities(found[0]) > _FEW:
        found += _by_statistics(data)
    return min(found, key=lambda one: _oddities(one) + (one[1] != LATIN[0]) * _FEW, default=None)


def _oddities(found: tuple[str, str]) -> int:
    return len(_ODD.findall(found[0]))


def _latin(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
        return None
    letters = _LETTER.findall(text)
    accents = sum(not letter.isascii() for letter in letters)
    return None if accents > _MOST_ACCENTS * len(letters) or _is_binary(text) else text


def _by_statistics(data: bytes) -> list[tuple[str, str]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or _is_binary(str(best)):
        return []
    return [(str(best), best.encoding)]


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)
