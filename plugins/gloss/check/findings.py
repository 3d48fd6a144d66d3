"""Findings, and how they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Group = Literal[
    "articles that cannot be read",
    "broken links",
    "names that collide",
    "who is who",
    "speakers whom no story names",
    "quotations without a speaker",
    "dates without a year",
    "dates that cannot be read",
    "dates far from all others",
    "stories without a publication date",
    "stories that say again what another says",
    "stories in another language",
    "text that came broken",
    "names whose kind is not sure",
    "left unmarked, to be looked at",
    "articles edited by hand",
    "articles without a seed",
    "files that are no story",
]
GROUPS: tuple[Group, ...] = get_args(Group)
# A group of more findings than this is cut, but for what only the editor can put right.
MOST = 40


@dataclass(frozen=True)
class Finding:
    """Something for the editor to look at.

    where: a file, with a paragraph or fragment where it has one.
    says: one line in plain words. paste: lines for content/entities.yaml that would settle it.
    """

    group: Group
    where: str
    says: str
    paste: str = ""


def report(findings: Iterable[Finding], most: int = MOST) -> Iterator[str]:
    """Tell findings in groups, each with its number; ``most`` is how many of a group are told."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.group].append(finding)
    for group in GROUPS:
        told = groups[group]
        if told:
            yield f"{group.capitalize()} ({len(told)})"
            for finding in told[:most]:
                yield f"  {finding.where}: {finding.says}"
                yield from (f"      {line}" for line in finding.paste.splitlines())
            if len(told) > most:
                yield f"  … and {len(told) - most} more"
