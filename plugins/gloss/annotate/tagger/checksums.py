"""The model's files are those that were trained: their checksums stand beside them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gloss.annotate import ToolError

FILE = "SHA256SUMS"  # as sha256sum writes it and ``sha256sum --check`` reads it


def checksum(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verify(folder: Path) -> None:
    """Raise ToolError where a file of the model is not the one that its checksum speaks of."""
    for line in (folder / FILE).read_text(encoding="ascii").splitlines():
        expected, name = line.split()
        if checksum(folder / name) != expected:
            raise ToolError(
                f"{folder / name} is damaged (not the file that {FILE} names): install Gloss anew"
            )


def write_checksums(folder: Path, names: tuple[str, ...] = ("model.onnx", "vocab.txt")) -> None:
    """Write the checksums of a model's files, once they are as they shall be."""
    lines = [f"{checksum(folder / name)}  {name}\n" for name in names]
    (folder / FILE).write_text("".join(lines), encoding="ascii")
