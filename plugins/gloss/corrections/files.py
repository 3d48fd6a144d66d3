"""The files of corrections: ``content/corrections/SLUG.yaml``, one for each story that has any."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from gloss.corrections.emend import READ
from gloss.corrections.nouns import Correction
from gloss.corrections.yaml_text import (
    TOP,
    CorrectionsError,
    WrittenCorrection,
    read_entries,
    without,
    write_correction,
)
from gloss.store.lock import held
from gloss.store.writing import write_text

FOLDER, SUFFIX = "corrections", ".yaml"

# Of the same words only one of each is said.
_ONE_OF = (
    ("name", "date", "duration", "set"),
    ("quotation",),
    ("speaker",),
    ("report",),
    ("note",),
)


def corrections_path(stories: Path, slug: str) -> Path:
    """Return where the corrections of a story are, beside the folder of articles."""
    return stories.parent / FOLDER / f"{slug}{SUFFIX}"


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file, in order; none where there is no file.

    Raises CorrectionsError, one line with file and line, where it cannot be used.
    """
    return tuple(entry.correction for entry in read_entries(_read(path), str(path)))


def digest_of_file(path: Path) -> str:
    """Return sixteen digits of the SHA-256 of a file of corrections; empty where there is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    return hashlib.sha256(data).hexdigest()[:16] if data.strip() else ""


def add_corrections(
    path: Path, new: Iterable[Correction], laid: Sequence[Correction] = ()
) -> tuple[Correction, ...]:
    """Put corrections at the end of a file, and write it whole or not at all; return what is new.

    What the file says already is not said twice; what it said otherwise of the same words gives
    way. All else in it, comments included, stays to the letter.

    laid: what was laid over the text that ``new`` speaks of. To read something there is another
    thing than an equal one before it: of three equal paragraphs two, one after the other.
    """
    added: list[Correction] = []
    wanted = [correction for correction in laid if correction.about == READ]

    def change(text: str, entries: list[WrittenCorrection]) -> str:
        known = [entry.correction for entry in entries]
        for correction in new:
            wanted.append(correction)
            most = wanted.count(correction) if correction.about == READ else 1
            if [*known, *added].count(correction) < most:
                added.append(correction)
        old = [e for e in entries if any(_replaces(c, e.correction) for c in added)]
        kept = without(text, old) or TOP
        kept = kept if kept.endswith("\n") else f"{kept}\n"
        return kept + "".join(map(write_correction, added))

    _change(path, change)
    return tuple(added)


def remove_corrections(path: Path, gone: Iterable[Correction]) -> int:
    """Take corrections out of a file; return how many. All else in it stays to the letter.

    Of equal ones as many are taken as are named, the last first.
    """
    taken: list[WrittenCorrection] = []
    said = list(gone)

    def change(text: str, entries: list[WrittenCorrection]) -> str:
        for entry in reversed(entries):
            if entry.correction in said:
                said.remove(entry.correction)
                taken.append(entry)
        return without(text, taken)

    _change(path, change)
    return len(taken)


def _change(path: Path, change: Callable[[str, list[WrittenCorrection]], str]) -> None:
    """Change a file's text while nobody else does."""
    with held(path):
        text = _read(path)
        changed = change(text, read_entries(text, str(path)))
        if changed.strip() in ("", TOP.strip()):
            path.unlink(missing_ok=True)  # nothing is said any more
        elif changed != text:
            write_text(path, changed)


def _replaces(new: Correction, old: Correction) -> bool:
    """Tell whether a correction says otherwise what another says of the same."""
    if new.about == "status":
        return old.about == "status"
    if new.about == "head" or new.about == "timeline":
        return (new.about, new.value) == (old.about, old.value)
    if new.about == "names":
        return old.about == "names" and _id(new) == _id(old)
    alike = next((group for group in _ONE_OF if new.about in group), ())
    return old.about in alike and new.at == old.at


def _id(correction: Correction) -> str:
    return correction.value.partition(" = ")[0].strip()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise CorrectionsError(f"{path}:1: not UTF-8; expected UTF-8") from None
