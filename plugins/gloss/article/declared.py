"""What an article says to readers of its corrections: declared, retracted, emended."""

from __future__ import annotations

from gloss.article.head import Head, check_day, own_lines, read_row
from gloss.story import DeclaredCorrection


def declared_in(head: Head, text: str, where: str) -> tuple[DeclaredCorrection, ...]:
    """Return the corrections that readers are told of, the latest first.

    They are those of the file of corrections, and those that the editor wrote into the head
    (``Correction: 2026-03-05 | …``). Raises ArticleError where one has no day.
    """
    lines = [*head.declared, *own_lines(head, "correction")]
    found = [_declared("correction", line, text, where) for line in lines if line]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.day, reverse=True))


def retraction_of(head: Head, text: str, where: str) -> DeclaredCorrection | None:
    """Return when and why a story was retracted (``Retracted: 2026-03-05 | …``)."""
    if head.status != "retracted":
        return None
    line = next(iter(own_lines(head, "retracted")), "")
    return _declared("retracted", line or head.date, text, where)


def corrected_on(head: Head, text: str, where: str) -> str | None:
    """Return the day of the last correction that an editor declared; None: there was none.

    Raises ArticleError where the line ``Corrected`` has no day.
    """
    given = [day for day in own_lines(head, "corrected") if day][:1]
    for day in given:
        check_day("corrected", day, text, where)
    told = [*declared_in(head, text, where), retraction_of(head, text, where)]
    return max([*given, *(one.day for one in told if one)], default=None)


def emended_in(head: Head) -> tuple[tuple[str, str], ...]:
    """Return the words that are read, and those of the seed in whose place they stand."""
    rows = (read_row(line, 2) for line in head.emended)
    return tuple((read, seed) for read, seed in rows)


def _declared(key: str, line: str, text: str, where: str) -> DeclaredCorrection:
    day, says = read_row(line, 2)
    check_day(key, day, text, where)
    return DeclaredCorrection(day, says)
