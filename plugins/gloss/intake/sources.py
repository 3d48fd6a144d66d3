"""What is named on the command line, as bytes: a file, or what a web address answers."""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.error import HTTPError, URLError

from gloss import __version__
from gloss.intake.draft import IntakeError

MOST_BYTES = 20_000_000
SECONDS = 30
_PIECE = 65_536


@dataclass(frozen=True)
class Document:
    """Bytes, the name they have, and their address where they came from the web."""

    data: bytes
    name: str
    url: str | None = None


def is_address(name: str) -> bool:
    """Tell whether a name is a web address."""
    return name.lower().startswith(("http://", "https://"))


def fetch(name: str) -> Document:
    """Read a file, or ask a web address; raises IntakeError where that cannot be."""
    if is_address(name):
        return _ask(name)
    path = Path(name)
    if not path.is_file():
        raise IntakeError("is a folder" if path.is_dir() else "no such file")
    if path.stat().st_size > MOST_BYTES:
        raise IntakeError(f"{path.stat().st_size:,} bytes; expected at most {MOST_BYTES:,}")
    return Document(path.read_bytes(), path.name)


def _ask(address: str) -> Document:
    agent = f"gloss-digest/{__version__}"
    try:
        request = urllib.request.Request(address, headers={"User-Agent": agent})
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return Document(_read(answer), answer.url, answer.url)
    except HTTPError as problem:
        raise IntakeError(f"answered {problem.code} {problem.reason}") from None
    except URLError as problem:
        raise IntakeError(f"could not be reached: {problem.reason}") from None
    except (TimeoutError, HTTPException, ValueError, OSError) as problem:
        raise IntakeError(f"could not be read: {problem}") from None


def _read(answer: object) -> bytes:
    """Read an answer within the limits of size and of time."""
    pieces, size, began = list[bytes](), 0, monotonic()
    while piece := answer.read(_PIECE):  # type: ignore[attr-defined]
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise IntakeError(f"more than {MOST_BYTES:,} bytes")
        if monotonic() - began > SECONDS:
            raise IntakeError(f"took longer than {SECONDS} seconds")
    return b"".join(pieces)
