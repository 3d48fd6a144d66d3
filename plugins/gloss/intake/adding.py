"""``gloss add``: documents into the folder of seeds; one that is bad costs no other."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from glob import glob
from itertools import chain
from pathlib import Path
from typing import Any

from gloss.errors import in_a_line
from gloss.intake.draft import Draft, IntakeError, counted, name_of, seed_of
from gloss.intake.kinds import drafts_of
from gloss.intake.sources import fetch, is_address
from gloss.seed import SeedError, parse_seed

EXTRA = "pip install 'gloss-digest[import]'"


@dataclass
class Seeds:
    """A folder of seeds, and where each web address in it stands."""

    folder: Path
    addresses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.folder.glob("*.txt")):
            beginning = path.read_bytes()[:4000].decode("utf-8", "replace").partition("\n\n")[0]
            for address in re.findall(r"^URL: (\S+)", beginning, re.MULTILINE):
                self.addresses[address] = path.name

    def keep(self, draft: Draft) -> str:
        """Write a draft's seed and return its name.

        Raises IntakeError where the story is there already, or makes no seed.
        """
        if draft.url in self.addresses:
            raise IntakeError(f"is there already: {self.addresses[draft.url]} has the same address")
        text = seed_of(draft)
        name = self._free_name(name_of(draft), text)
        try:
            parse_seed(text.encode(), name)
        except SeedError as problem:
            raise IntakeError(str(problem)) from None
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")
        if draft.url:
            self.addresses[draft.url] = name
        return name

    def _free_name(self, stem: str, text: str) -> str:
        number = 1
        while True:
            name = f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt"
            path = self.folder / name
            if not path.exists():
                return name
            if path.read_text(encoding="utf-8", errors="replace") == text:
                raise IntakeError(f"is there already: {name}")
            number += 1


def add_command(commands: Any) -> None:
    """Add the command to those of ``gloss``."""
    add = commands.add_parser("add", help="make seeds of web pages, feeds, mails and documents")
    add.add_argument("sources", metavar="FILE|URL", nargs="+", help="what to make seeds of")
    add.add_argument("--seeds", metavar="FOLDER", type=Path, default=Path("seeds"), help="where to")
    add.set_defaults(run=run_add)


def run_add(options: argparse.Namespace) -> int:
    """Add what is named; return 0, 1 where something could not be added, 2 where nothing could."""
    outcomes = list(add_all(options.sources, Seeds(options.seeds)))
    good = sum(outcomes)
    print(f"{counted(good, 'seed')} in {options.seeds}/", flush=True)
    return 0 if all(outcomes) else 1 if good else 2


def add_all(sources: Iterable[str], seeds: Seeds) -> Iterator[bool]:
    """Add what is named, and say what came of it; yield for each story whether it went well."""
    for source in chain.from_iterable(map(_named, sources)):
        try:
            for draft in _drafts(source):
                yield _add(source, draft, seeds)
        except IntakeError as problem:
            yield _tell(source, str(problem))
        except ImportError as problem:
            yield _tell(source, f"{problem.name} is not installed, which reads it: {EXTRA}")
        except Exception as problem:  # whatever it is costs no other
            yield _tell(source, f"cannot be read: {in_a_line(problem)}")


def _named(source: str) -> list[str]:
    """Return the files that a pattern means, where no shell has told them (Windows has none)."""
    if is_address(source) or not re.search(r"[*?\[]", source) or Path(source).exists():
        return [source]
    return sorted(glob(source)) or [source]  # noqa: PTH207 - a pattern may be absolute


def _drafts(source: str) -> Iterator[Draft | IntakeError]:
    document = fetch(source)
    accessed = date.today().isoformat() if is_address(source) else None
    for draft in drafts_of(document.data, document.name, document.url):
        yield draft if isinstance(draft, IntakeError) else replace(draft, accessed=accessed)


def _add(source: str, draft: Draft | IntakeError, seeds: Seeds) -> bool:
    if isinstance(draft, IntakeError):
        return _tell(source, str(draft))
    try:
        name = seeds.keep(draft)
    except IntakeError as problem:
        return _tell(source, f"“{draft.headline}” {problem}")
    print(f"{seeds.folder / name}: {counted(draft.words, 'word')} from {source}")
    for notice in draft.notices:
        print(f"    {notice}")
    return True


def _tell(source: str, says: str) -> bool:
    print(f"{source}: {says}", file=sys.stderr)
    return False
