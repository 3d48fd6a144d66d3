"""Scripts as they are published: without comments and indentation, half of what would be fetched.

Nothing else is touched, so that what is debugged on the site is what stands in the theme, line by
line. (Minifiers for Python lose blanks inside of nested template literals.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def lean(script: str) -> str:
    """Return a script without the lines that are comments, and without indentation.

    A script in which a template literal runs over lines is left as it is.
    """
    lines = script.splitlines()
    if any(line.count("`") % 2 for line in lines):
        return script
    return "\n".join(_code(line.strip() for line in lines)) + "\n"


def _code(lines: Iterable[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        if inside or (line.startswith("/*") and not line.startswith("/*!")):
            inside = not line.endswith("*/")
        elif line and not line.startswith("//"):
            yield line
