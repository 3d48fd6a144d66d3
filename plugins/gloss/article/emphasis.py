"""Emphasis: runs of ``*`` and ``_`` paired as CommonMark pairs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

# Elements nest no deeper than this; what would, is text.
MAX_DEPTH = 60


@dataclass
class Run:
    """A run of ``*`` or ``_`` that may open or close emphasis.

    length: as it is written; count: how much of it is not used yet.
    """

    sign: str
    count: int
    opens: bool
    closes: bool
    length: int

    def matches(self, closing: Run) -> bool:
        """Tell whether a later run closes this one (CommonMark 0.31, emphasis, rules 9 and 10)."""
        if self.sign != closing.sign:
            return False
        both = (self.opens and self.closes) or (closing.opens and closing.closes)
        threes = (self.length + closing.length) % 3 == 0
        return not (both and threes) or (self.length % 3 == 0 and closing.length % 3 == 0)


Inline = str | Element


@dataclass
class _Pairing:
    """What is done so far, and the runs that stand open with what was done before each."""

    done: list[Inline] = field(default_factory=list)
    open: list[tuple[Run, list[Inline]]] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Let a run close what it can, then open what comes behind it."""
        if run.closes:
            self._close(run)
        if run.count and run.opens and len(self.open) < MAX_DEPTH:
            self.open.append((run, self.done))
            self.done = []
        elif run.count:
            self.done.append(run.sign * run.count)

    def _close(self, closing: Run) -> None:
        while closing.count and any(run.matches(closing) for run, _ in self.open):
            while not self.open[-1][0].matches(closing):
                self.give_up()
            opening, before = self.open[-1]
            used = 2 if min(opening.count, closing.count) > 1 else 1
            element = Element("strong" if used == 2 else "em")
            fill(element, self.done)
            opening.count -= used
            closing.count -= used
            self.done = [element]
            if not opening.count:
                self.open.pop()
                self.done = before
                self.done.append(element)

    def give_up(self) -> None:
        """Make text of the last run that stands open."""
        run, before = self.open.pop()
        before.append(run.sign * run.count)
        before.extend(self.done)
        self.done = before


def emphasise(pieces: Iterable[Inline | Run]) -> list[Inline]:
    """Turn runs into emphasis; one without its other half is text."""
    pairing = _Pairing()
    for piece in pieces:
        if isinstance(piece, Run):
            pairing.add(piece)
        else:
            pairing.done.append(piece)
    while pairing.open:
        pairing.give_up()
    return pairing.done


def fill(parent: Element, pieces: Iterable[Inline]) -> None:
    """Put text and elements into an element, in order."""
    texts: list[str] = []
    last: Element | None = None
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            _put(parent, last, texts)
            texts = []
            parent.append(piece)
            last = piece
    _put(parent, last, texts)


def _put(parent: Element, last: Element | None, texts: list[str]) -> None:
    text = "".join(texts)
    if last is None:
        parent.text = text
    else:
        last.tail = text
