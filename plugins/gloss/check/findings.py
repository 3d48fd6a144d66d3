"""Findings, and how they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Group = Literal[
    "articles that cannot be read",
    "marks that are none",
    "corrections whose words are gone",
    "broken links",
    "names that collide",
    "who is who",
    "speakers whom no story names",
    "quotations without a speaker",
    "quotations given to several people",
    "dates without a year",
    "dates that cannot be read",
    "dates far from all others",
    "stories without a publication date",
    "stories that say again what another says",
    "stories in another language",
    "text that came broken",
    "addresses that are none of the web",
    "names whose kind is not sure",
    "left unmarked, to be looked at",
    "articles edited by hand",
    "articles without a seed",
    "files that are no story",
]
GROUPS: tuple[Group, ...] = get_args(Group)
# Of a group no more findings than this are told, unless all are asked for.
MOST = 40
# Of the places of one finding, so many are told.
PLACES = 3


@dataclass(frozen=True)
class Finding:
    """Something for the editor to look at.

    where: a file, with a paragraph or fragment where it has one; line: in that file, where known.
    says: one line in plain words. paste: lines for content/entities.yaml that would settle it.
    """

    group: Group
    where: str
    says: str
    paste: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Where it is, as an editor opens it."""
        file = self.where.partition("#")[0]
        return f"{file}:{self.line}" if self.line else self.where


def report(findings: Iterable[Finding], most: int | None = MOST, indent: str = "") -> Iterator[str]:
    """Tell findings in groups, what matters most first; equal ones are told once, with places.

    most: how many of a group are told; None: all. indent: of the entries of the register, so that
    lines to paste stand there as they are told.
    """
    groups: dict[str, dict[tuple[str, str], list[Finding]]] = defaultdict(dict)
    for finding in findings:
        groups[finding.group].setdefault((finding.says, finding.paste), []).append(finding)
    for group in GROUPS:
        told = sorted(groups[group].values(), key=len, reverse=True)
        if told:
            yield f"{group.capitalize()} ({len(told)})"
            for alike in told[:most]:
                yield f"  {_places(alike)}: {alike[0].says}"
                yield from (f"{indent}{line}" for line in alike[0].paste.splitlines())
            if most is not None and len(told) > most:
                yield f"  … and {len(told) - most} more (invoke check --all tells them)"


def _places(alike: list[Finding]) -> str:
    places = list(dict.fromkeys(finding.place for finding in alike))
    more = len(places) - PLACES
    return ", ".join(places[:PLACES]) + (f" and {more} more" if more > 0 else "")
