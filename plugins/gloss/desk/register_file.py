"""Write the register's file: whole or not at all, and while nobody else of Gloss does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.register import EntryChange, RegisterError, change_register, load_register
from gloss.store.lock import held
from gloss.store.writing import write_text


@dataclass(frozen=True)
class Rewritten:
    """What a register's file was, and what it is since; None: there was no file."""

    before: str | None
    after: str


def rewrite_register(path: Path, changes: Sequence[EntryChange]) -> Rewritten:
    """Change some entries of a register's file; return what was written.

    Raises RegisterError where the file is wrong, before or then: nothing is written.
    """
    with held(path):
        load_register(path)
        before = read_text(path)
        after = change_register(before or "", changes, str(path))
        write_text(path, after)
    return Rewritten(before, after)


def take_back(path: Path, written: Rewritten) -> None:
    """Put a register's file back as it was. Raises RegisterError where it was changed since."""
    with held(path):
        if read_text(path) != written.after:
            raise RegisterError([f"{path.name}: was changed since, and stays as it is"])
        if written.before is None:
            path.unlink()
        else:
            write_text(path, written.before)


def read_text(path: Path) -> str | None:
    """Return a file's text, its line breaks as they are; None where there is no file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
