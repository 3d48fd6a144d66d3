"""One number for what something shows: the same for equal values, in any process, on any day."""

from __future__ import annotations

import hashlib
import io
import marshal
import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]

# The last version of ``marshal`` that writes values, not which of them happen to be one object.
OF_VALUES = 2


def fingerprint(*values: Any) -> str:
    """Return 32 hexadecimal digits that stand for plain data (str, int, tuple, dict, dataclass …).

    Sets have no order, so a value must not hold one.
    """
    try:
        data = marshal.dumps(values, OF_VALUES)
    except ValueError:
        data = _pickled(values)
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _pickled(values: Any) -> bytes:
    """What holds a dataclass, or another type that is no part of Python's own, in bytes."""
    buffer = io.BytesIO()
    _Pickler(buffer).dump(values)
    return buffer.getvalue()


class _Pickler(pickle.Pickler):
    """Writes a dataclass as its name and what its fields hold.

    Pickle itself looks each class up by its name each time, which takes longer than all the rest.
    What is written is never read.
    """

    def __init__(self, buffer: io.BytesIO) -> None:
        super().__init__(buffer, protocol=5)
        # Without its memo pickle writes values, not which of them happen to be one object.
        self.fast = True
        self.memo = {id(_dataclass): (0, _dataclass)}

    def reducer_override(self, value: Any) -> Any:
        """Return how a value is written that is not of pickle's own types."""
        written = _written(type(value))  # type: ignore[arg-type] # a class can be hashed
        return (_dataclass, (written[0], written[1](value))) if written else NotImplemented


def _dataclass() -> None:
    """Stand for any dataclass in what is pickled."""


@cache
def _written(kind: type) -> tuple[str, Callable[[Any], Any]] | None:
    """A dataclass's name, and what returns the values of its fields; None where it is another."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    name = f"{kind.__module__}.{kind.__qualname__}"
    return name, attrgetter(*names) if names else lambda _: ()


def digest_of_files(paths: Iterable[Path], root: Path) -> str:
    """Return a digest of files' names (relative to ``root``) and content, in the order of names."""
    return _digest_of(((path, _digest_of_file(path)) for path in sorted(paths)), root)


def _digest_of(files: Iterable[tuple[Path, str]], root: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path, content in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _digest_of_file(path: Path) -> str:
    return hashlib.blake2b(_content(path), digest_size=16).hexdigest()


# Several digests are made of one file of Gloss itself, which stays as it is while it runs.
_digest_of_own = cache(_digest_of_file)


@cache
def code_digest(*parts: str) -> str:
    """Return a digest of Gloss's own code and data in the named parts.

    Comments and blank lines of code say nothing of what it does, and do not count; the model's
    weights count by their checksums.
    """
    paths = [path for part in parts for path in _files_of(PACKAGE / part)]
    return _digest_of(((path, _digest_of_own(path)) for path in sorted(paths)), PACKAGE)


def _content(path: Path) -> bytes:
    """A file's bytes; those of code without the lines that do nothing."""
    content = path.read_bytes()
    if path.suffix != ".py":
        return content
    lines = (line for line in content.splitlines() if line.strip())
    return b"\n".join(line for line in lines if not line.lstrip().startswith(b"#"))


def _files_of(part: Path) -> list[Path]:
    if not part.is_dir():
        return [part.with_suffix(".py")]
    files = (p for p in part.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return [p for p in files if p.suffix != ".onnx"]  # SHA256SUMS beside it speaks for it


def described(value: Any) -> str:
    """Return what a setting's value is, without the address it happens to have in memory.

    A function is its code.
    """
    code = getattr(value, "__code__", None)
    if code is not None:
        return f"{value.__module__}.{value.__qualname__} {_digest_of_code(code)}"
    text = repr(value)
    return type(value).__qualname__ if " at 0x" in text else text


def _digest_of_code(code: Any) -> str:
    constants = [c for c in code.co_consts if not hasattr(c, "co_code")]
    return hashlib.blake2b(code.co_code + repr(constants).encode(), digest_size=8).hexdigest()
