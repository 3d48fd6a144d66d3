"""What an article says of its corrections: declared, retracted, hidden, apart, emended."""

from __future__ import annotations

from gloss.article.head import Head, check_day, own_lines, read_row
from gloss.edtf import is_day
from gloss.story import DeclaredCorrection, Status

# What corrections say of a whole story, the stronger first: a status; of which it is no copy.
DECIDED: tuple[Status, ...] = ("retracted", "hidden")
APART = "apart"


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
    if status_of(head) != "retracted":
        return None
    for status, day, why in (read_row(line, 3) for line in head.decided):
        if status == "retracted":
            return DeclaredCorrection(day if is_day(day) else head.date, why)
    line = next(iter(own_lines(head, "retracted")), "")
    return _declared("retracted", line or head.date, text, where)


def status_of(head: Head) -> Status:
    """Return the status of a story: what corrections say goes before the line ``Status``."""
    decided = [read_row(line, 2)[0] for line in head.decided]
    return next((status for status in DECIDED if status in decided), head.status)


def apart_of(head: Head) -> tuple[str, ...]:
    """Return the slugs of stories of which this one is no copy, whatever they share."""
    decided = (read_row(line, 2) for line in head.decided)
    return tuple(slug for about, slug in decided if about == APART)


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
