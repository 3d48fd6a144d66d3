"""Attributes of a mark: ``{.quote #q1 by=leon-li who="the minister"}``, written and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[^\s\"'{}\[\]\\<>=|]+")
_ITEM = re.compile(r"[.#](?P<name>[\w-]+)|(?P<key>[\w-]+)=(?P<value>\"(?:[^\"\\]|\\.)*\"|[^\s\"]+)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def write_attributes(attributes: Mapping[str, str]) -> str:
    """Write ``key=value`` pairs, the values in quotation marks where they need them."""
    return " ".join(f"{key}={_quoted(value)}" for key, value in attributes.items())


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    inner = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'


def read_attributes(text: str) -> dict[str, str]:
    """Read attributes; a class comes as ``.name`` and an id as ``#``, of equal empty values.

    >>> read_attributes('.quote #q1 who="the minister"')
    {'.quote': '', '#': 'q1', 'who': 'the minister'}
    """
    return dict(_items(text))


def _items(text: str) -> Iterable[tuple[str, str]]:
    for item in _ITEM.finditer(text):
        if item["key"]:
            yield item["key"], _unquoted(item["value"])
        elif item[0].startswith("#"):
            yield "#", item["name"]
        else:
            yield f".{item['name']}", ""


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    return _ESCAPED.sub(lambda m: "\n" if m[1] == "n" else m[1], value[1:-1])
