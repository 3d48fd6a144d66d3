"""Where what is written comes from: the article, and line, that an editor would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.assembly.paths import Refused
from gloss.assembly.problems import Problem
from gloss.assembly.site_writer import Unwritten
from gloss.digest.model import Digest


@dataclass(frozen=True)
class Origins:
    """Where what is written comes from: the digest, and the file of each article by its slug."""

    digest: Digest
    paths: Mapping[str, str]

    def told(self, source: str) -> str:
        """Return the file and line behind an output: a story's, or one that gives it the name."""
        if source in self.paths:
            return self.paths[source]
        name = self.digest.names.get(source)
        stories = [*name.stories, *(said.story for said in name.said)] if name else []
        places = (self._place(slug, source) for slug in stories)
        return f"{source}, {next(places, 'in the register')}" if source else "every site"

    def _place(self, slug: str, entity: str) -> str:
        path = self.paths[slug]
        lines = Path(path).read_text(encoding="utf-8", errors="replace").split("\n")
        short = entity.partition(":")[2]
        at = next((number for number, line in enumerate(lines, 1) if short in line), 1)
        return f"{path}:{at}"


def told(refused: Iterable[Refused], origins: Origins) -> list[Problem]:
    """Say of each path that cannot be written who asks for it, and who else."""
    return [_told(one, origins) for one in refused]


def _told(refused: Refused, origins: Origins) -> Problem:
    path, source = refused.output.path, origins.told(refused.output.source)
    if refused.other is None:
        return Problem(path, f"no path that every system can write (asked for by {source})")
    other = f"{refused.other.path} (asked for by {origins.told(refused.other.source)})"
    return Problem(path, f"asked for by {source}, stands in the way of {other}: change one")


def unwritten(outcome: Unwritten, origins: Origins) -> Problem:
    """Say of what could not be written what it was made of."""
    says = f"cannot be made of {origins.told(outcome.source)}: {outcome.says}"
    return Problem(outcome.output, says)
