"""One build at a time: whoever comes second waits, and is told for whom."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# How often to look, in seconds, where a system cannot wake who waits.
PAUSE = 0.2


@contextmanager
def locked(path: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold a lock file; it is let go of when this process ends, however it ends.

    waiting: called once with the number of the process that holds it, where one does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        if not _taken(file):
            waiting(path.read_text(encoding="ascii").strip())
            while not _taken(file):
                time.sleep(PAUSE)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        try:
            yield
        finally:
            _let_go(file)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep a file of the editor's from being changed by two processes of Gloss at once.

    The lock is no file of the editor's folder.
    """
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    user = os.getuid() if hasattr(os, "getuid") else 0
    lock = Path(tempfile.gettempdir()) / f"gloss-{user}-{name}.lock"
    with locked(lock, waiting=lambda process: None):  # noqa: ARG005 - it takes no time
        yield


def _taken(file: IO[str]) -> bool:
    with suppress(OSError):
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _let_go(file: IO[str]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_UN)
