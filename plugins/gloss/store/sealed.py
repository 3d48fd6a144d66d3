"""What is kept, with its digest: what is not as it was written, to the bit, is not there."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

from gloss.store.codec import decode, encode
from gloss.store.writing import write_atomically

SIZE = 16


def seal(content: bytes, about: str) -> bytes:
    """Return content with its digest before it; ``about`` says what it is, and of what."""
    return _digest(content, about) + content


def unseal(data: bytes, about: str) -> bytes:
    """Return content that was sealed as that; raises KeyError where it is other than it was."""
    content = data[SIZE:]
    if data[:SIZE] != _digest(content, about):
        raise KeyError(about)
    return content


def _digest(content: bytes, about: str) -> bytes:
    digest = blake2b(about.encode(), digest_size=SIZE)
    digest.update(content)
    return digest.digest()


def load_sealed(path: Path, kind: Any, about: str) -> Any:
    """Return the value in a file, None where there is none, or not as it was written."""
    try:
        return decode(unseal(path.read_bytes(), about), kind)
    except (OSError, KeyError, ValueError):
        return None


def save_sealed(path: Path, value: Any, kind: Any, about: str) -> None:
    """Write a value to a file, whole or not at all."""
    write_atomically(path, seal(encode(value, kind), about))
