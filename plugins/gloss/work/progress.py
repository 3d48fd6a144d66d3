"""An honest bar on work that takes a while: how much, how fast, how long yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

T = TypeVar("T")


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """Return such as ``120/s``."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")


class Progress:
    """Bars on a terminal; silent anywhere else.

    console: where to draw; standard error unless given.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)

    def over(self, pieces: Iterable[Sequence[T]], total: int, doing: str) -> Iterator[Sequence[T]]:
        """Yield the pieces as they come, and count what is in them towards ``total``."""
        if not self._console.is_terminal or not total:
            yield from pieces
            return
        with self._bars() as bars:
            task = bars.add_task(doing, total=total)
            for piece in pieces:
                bars.update(task, advance=len(piece), refresh=True)
                yield piece

    def _bars(self) -> Bars:
        return Bars(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            auto_refresh=False,  # a thread that draws must not be there when processes are forked
        )


def chunks_of(things: Sequence[T], size: int) -> list[Sequence[T]]:
    """Cut things into pieces of a size, in order; the last may be shorter."""
    return [things[start : start + size] for start in range(0, len(things), size)]
