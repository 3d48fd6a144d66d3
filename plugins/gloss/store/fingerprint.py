"""One number for what something shows: the same for equal values, in any process, on any day."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]


def fingerprint(*values: Any) -> str:
    """Return 32 hexadecimal digits that stand for plain data (str, int, tuple, dict, dataclass …).

    Sets have no order, so a value must not hold one.
    """
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    # Without its memo pickle writes values, not which of them happen to be one object in memory.
    pickler.fast = True
    pickler.dump(values)
    return hashlib.blake2b(buffer.getbuffer(), digest_size=16).hexdigest()


def digest_of_files(paths: Iterable[Path], root: Path) -> str:
    """Return a digest of files' names (relative to ``root``) and content, in the order of names."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(paths):
        content = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


@cache
def code_digest(*parts: str) -> str:
    """Return a digest of Gloss's own code in the named parts: its version, to the letter."""
    paths = [path for part in parts for path in _files_of(PACKAGE / part)]
    return digest_of_files(paths, PACKAGE)


def _files_of(part: Path) -> list[Path]:
    if not part.is_dir():
        return [part.with_suffix(".py")]
    return [p for p in part.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
