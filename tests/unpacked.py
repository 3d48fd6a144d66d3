"""Files as a program reads them: what is packed by gzip is unpacked, under its name without .gz."""

from __future__ import annotations

import gzip
from collections.abc import Mapping


def unpacked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files by their paths."""
    return {
        path.removesuffix(".gz"): gzip.decompress(content) if path.endswith(".gz") else content
        for path, content in files.items()
    }
