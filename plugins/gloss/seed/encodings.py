"""From bytes to characters.

UTF-8 is known by itself, UTF-16 and UTF-32 by their byte order marks. Of the others nothing in a
file says which it is in, and statistics (charset-normalizer) guess wrong more often than not where
all there is to go by is a handful of curly quotes and accents. English and its neighbours come in
Windows-1252, or from old machines; a wrong one of these shows: it puts signs inside words, and
capitals behind small letters. Statistics are asked where none of them fits, and for other scripts.
"""

from __future__ import annotations

import codecs
import re

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
    found = [(text, name) for name in LATIN if (text := _latin(data, name)) is not None]
    if not found or _oddities(found[0]) > _FEW:
        found += _by_statistics(data)
    if not found:
        raise ValueError(f"{line}: binary content (no known encoding)")
    text, encoding = min(found, key=lambda one: _oddities(one) + (one[1] != LATIN[0]) * _FEW)
    return text, [f"{line}: not UTF-8; read as {encoding}: look its accents over"]


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
