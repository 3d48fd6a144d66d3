"""What came of the seeds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """What came of the seeds.

    errors: seeds that could not be used; notices: what the editor should know; one line each.
    written: slugs of the articles that were written. kept: how many were left as they are.
    """

    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    kept: int = 0
