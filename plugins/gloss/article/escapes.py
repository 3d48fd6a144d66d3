"""Write plain text so that Markdown shows it as it is, with as few backslashes as that takes."""

from __future__ import annotations

import re

# An underscore between letters or digits opens nothing, and an ampersand alone is one.
_INLINE = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)")
# What would make a block of another kind out of a paragraph.
_BLOCK = re.compile(r"[#>]|[-+](?=\s|$)|[-=](?=[-=\s]*$)|~(?=~~)|(?P<number>\d+)(?=[.)](?:\s|$))")


def escape(text: str) -> str:
    """Escape what would be inline markup."""
    return _INLINE.sub(r"\\\g<0>", text)


def escape_start(text: str) -> str:
    """Escape what begins a paragraph: inline markup, and what would begin another block."""
    match = _BLOCK.match(text)
    if not match:
        return escape(text)
    if match["number"]:
        return match["number"] + "\\" + escape(text[match.end() :])
    return "\\" + match[0] + escape(text[match.end() :])
