"""What looks like a mark, or a line of the head, and is none: all readers see such a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gloss.article.attributes import read_attributes
from gloss.article.head import FIELDS, LISTS, split_article
from gloss.article.marks import DATE, DURATION, SET, is_entity
from gloss.story import KINDS

# Keys of the head, Gloss's and those that an editor may add; one letter off them is a slip.
KEYS = (*FIELDS, *LISTS, "Names", "Tags", "Corrected", "Correction", "Retracted")
SHORTEST = 4  # letters of a key that may be another one's slip
SCHEMES = frozenset({*KINDS, DATE, DURATION, SET, "http", "https", "mailto"})

_KEY = re.compile(r"([A-Za-z][\w-]*):")
# Nothing is given back once it is taken (``*+``): no part begins as the one before may go on.
_INNER = r"(?<!\\)\[(?P<words>(?:[^\[\]\\\n]++|\\.)*+)\]"
_LINK = re.compile(
    _INNER + r"\((?P<to>(?:[^\s()\\]++|\\.|\([^\s()]*+\))*+)(?:\s++\"(?:[^\"\\]++|\\.)*+\")?\)"
)
_SPAN = re.compile(
    _INNER + r"\{(?P<said>\.(?:quote|report)(?:[^\"{}\n]|\"(?:\\.|[^\"\\\n])*\")*)\}"
)
_REST = re.compile(
    r"(?<!\\)\[[^\[\]\n]{1,60}\((?=(?:\w+):)|(?<!\\)\]\(|(?<!\\)\]\{|\{\.(?:quote|report)\b"
    r"|^> ?\[!(?!QUOTE\])\w*",
    re.MULTILINE,
)
_SIGN = re.compile(r"[\[\]{]")  # without one of them there is no rest
_SHOWN = 40  # characters of what is told
_CURLY = "“”„‟‘’"


def slips_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield what looks like a mark or a head line and is none: its line, and what is expected."""
    head, _, _ = text.partition("\n\n")
    yield from _of_keys(head)
    for number, line in enumerate(_body_lines(text), head.count("\n") + 3):
        yield from ((number, says) for says in _of_marks(line))


def _body_lines(text: str) -> list[str]:
    return split_article(text)[1].split("\n")


def _of_keys(head: str) -> Iterator[tuple[int, str]]:
    known = {key.lower() for key in KEYS}
    for number, line in enumerate(head.split("\n"), 1):
        key = _KEY.match(line)
        if key and key[1].lower() not in known and (meant := _near(key[1])):
            yield number, f"{key[1]} is no line that means anything; expected {meant}?"


def _near(key: str) -> str | None:
    return next((k for k in KEYS if len(k) >= SHORTEST and _one_off(key.lower(), k.lower())), None)


def _one_off(a: str, b: str) -> bool:
    """Tell whether one letter more, less or other, or two in the other order, makes b of a."""
    short, long = sorted((a, b), key=len)
    start = next(
        (n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short)
    )
    if len(long) == len(short) + 1:
        return short[start:] == long[start + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[start + 1 : start + 2] + short[start : start + 1]
    return short[start + 1 :] == long[start + 1 :] or (
        swapped == long[start : start + 2] and short[start + 2 :] == long[start + 2 :]
    )


def _of_marks(line: str) -> Iterator[str]:
    """Take the good marks away, from the innermost; tell those that mean nothing, and the rest."""
    told: list[str] = []
    line = unmarked(line, told)
    yield from told
    if _SIGN.search(line) and (rest := _REST.search(line)):
        at = max(rest.start() - _SHOWN // 2, 0)
        yield (
            f"“{line[at : rest.end() + _SHOWN // 2].strip()}” looks like a mark and is none; is a "
            "bracket, a brace or a quotation mark missing?"
        )


def unmarked(line: str, told: list[str] | None = None) -> str:
    """Return a line without its marks; ``told`` takes what is said of those that mean nothing."""
    told = [] if told is None else told
    before = None
    while before != line:
        before = line
        if "](" in line:
            line = _LINK.sub(lambda mark: _without_link(mark, told), line)
        if "]{" in line:
            line = _SPAN.sub(lambda mark: _without_span(mark, told), line)
    return line


def _without_link(mark: re.Match[str], told: list[str]) -> str:
    scheme, colon, _ = mark["to"].partition(":")
    if colon and scheme.isalpha() and scheme not in SCHEMES:
        told.append(f"“{mark[0]}”: {scheme} is no kind; expected {', '.join(KINDS)} or date")
    elif scheme in KINDS and not is_entity(mark["to"]):
        told.append(f"“{mark[0]}”: {mark['to']} is no id; expected one such as person:leon-li")
    return mark["words"]


def _without_span(mark: re.Match[str], told: list[str]) -> str:
    if any(value[:1] in _CURLY for value in read_attributes(mark["said"]).values() if value):
        told.append(f'“{{{mark["said"]}}}”: expected straight quotation marks, by="…"')
    return mark["words"]
