"""Lines on the terminal, where Pelican prints too."""

from __future__ import annotations

from pelican.log import console


def say(line: str, style: str | None = None) -> None:
    """Print a line to the letter: ids and names are no markup, and ``:house:`` no picture."""
    console.print(line, style=style, highlight=False, markup=False, emoji=False, soft_wrap=True)
