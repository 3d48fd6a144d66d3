"""What came into a seed with its story and is none of it: tags, menus, lines of the page around it.

Told, and never taken out: a story's words are its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

_TAGS = "p|div|br|span|a|h[1-6]|li|ul|ol|table|t[dr]|strong|em|img|section"
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|[lr][sd]quo|#\d+);")
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[|•·›»]\s+")
FEWEST_TAGS = 3
MENU = 3  # items, at least
WORDS = 3  # of an item of a menu, at most
SHORT = 15  # words of a line of a page's own, at most


def is_page(text: str) -> bool:
    """Tell whether a text is the source of a web page."""
    return _PAGE.match(text) is not None


def pasted(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what looks pasted: the line's number (from 0), and what to do."""
    found = [(at, _TAG.findall(line) + _ENTITY.findall(line)) for at, line in enumerate(lines)]
    tagged = [number for number, tags in found if tags]
    if sum(len(tags) for _, tags in found) >= FEWEST_TAGS:
        says = "HTML is shown as it stands: paste the page's text, or gloss add the page"
        yield tagged[0], f"“{_short(lines[tagged[0]])}”: {says}"
    for number in around(lines):
        says = "looks like the page around a story: take it out"
        yield number, f"“{_short(lines[number])}” {says}"


def around(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of lines that are no story's but the page's around it."""
    for number, line in enumerate(lines):
        beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
        if _is_menu(line, beside) or _is_the_pages(line):
            yield number


def own_lines(lines: Sequence[str]) -> list[str]:
    """Return a story's lines without those of the page around it."""
    gone = set(around(lines))
    return [line for number, line in enumerate(lines) if number not in gone]


def _is_menu(line: str, beside: Sequence[str]) -> bool:
    """Tell whether a line is a row of short items, and no row of a table."""
    items = _BETWEEN.split(line.strip().strip("|").strip())
    table = any(_BETWEEN.search(other) for other in beside)
    return len(items) >= MENU and not table and all(len(i.split()) <= WORDS for i in items)


def _is_the_pages(line: str) -> bool:
    text = " ".join(line.lower().split())
    if not text or len(text.split()) > SHORT:
        return False
    whole, begins = _words()
    return text.strip(".:…›» ") in whole or text.startswith((*begins, "©", "(c) "))


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    with files(__package__).joinpath("pasted.toml").open("rb") as file:
        said = tomllib.load(file).values()
    whole = frozenset(text for words in said for text in words["whole"])
    return whole, tuple(text for words in said for text in words["begins"])


def _short(line: str, most: int = 40) -> str:
    text = " ".join(line.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
