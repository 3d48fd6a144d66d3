"""How deep lists, quotations and callouts may stand in each other."""

from __future__ import annotations

import re

# Each block in a block is read by itself once more, and what is deeper than this nobody reads.
DEEPEST = 40

_SIGNS = re.compile(r"(?:[ \t]*+(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))++")
_SIGN = re.compile(r"[>.)*+-]")
_RULE = re.compile(r"[ \t]*+(?:[-*_][ \t]*+)++$")


def too_deep(text: str) -> int:
    """Return the first line that opens more blocks in each other than may be; 0 where none does."""
    for number, line in enumerate(text.split("\n"), 1):
        if depth_of(line) > DEEPEST:
            return number
    return 0


def deepest(text: str) -> int:
    """Return the line that stands deepest, by its indentation or by what opens before it."""
    lines = text.split("\n")
    depths = [max(depth_of(line), len(line) - len(line.lstrip())) for line in lines]
    return depths.index(max(depths)) + 1


def depth_of(line: str) -> int:
    """Return how many blocks a line opens: ``> - 1. a`` opens three."""
    signs = _SIGNS.match(line)
    if not signs or _RULE.match(line):
        return 0
    return len(_SIGN.findall(signs[0]))
