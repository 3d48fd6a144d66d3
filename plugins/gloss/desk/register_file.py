"""Write the register's file: whole or not at all, and while nobody else of Gloss does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.register import EntryChange, RegisterError, change_register, in_one_order, load_register
from gloss.store.lock import held
from gloss.store.writing import write_text


@dataclass(frozen=True)
class Rewritten:
    """What a register's file was, and what it is since, by which changes; None: no file."""

    before: str | None
    after: str
    changes: Sequence[EntryChange]


def rewrite_register(path: Path, changes: Sequence[EntryChange]) -> Rewritten:
    """Change some entries of a register's file; return what was written.

    Raises RegisterError where the file is wrong, before or then, or says something else of these
    entries than ``changes`` know: nothing is written.
    """
    with held(path):
        before = read_text(path)
        _check(path, changes)
        after = change_register(before or "", changes, str(path))
        write_text(path, after)
    return Rewritten(before, after, changes)


def take_back(path: Path, written: Rewritten) -> int:
    """Say again what a register's file said of some entries; return of how many.

    A file that is as it was left is again as it was before, to the letter. Raises RegisterError
    where it says something else of them since.
    """
    with held(path):
        if read_text(path) != written.after:
            back = [EntryChange(change.entry, change.was) for change in written.changes]
            _check(path, back)
            write_text(path, change_register(read_text(path) or "", back, str(path)))
        elif written.before is None:
            path.unlink()
        else:
            write_text(path, written.before)
    return len(written.changes)


def _check(path: Path, changes: Sequence[EntryChange]) -> None:
    """Raise RegisterError where a file is wrong, or no longer says what is to be changed."""
    entries = load_register(path).entries
    for change in changes:
        entry = change.was or change.entry
        now = entries.get(entry.id) if entry else None
        if entry and (now and in_one_order(now)) != (change.was and in_one_order(change.was)):
            raise RegisterError(
                [f"{path.name}: what it says of {entry.id} was changed meanwhile, and stays"]
            )


def read_text(path: Path) -> str | None:
    """Return a register's text, its line breaks as they are; None where there is no file.

    Raises RegisterError where it is no UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        load_register(path)  # it says in which line
        raise
