"""What went wrong with one article, page or file, as one line that an editor can act on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Something that could not be used or written, and why.

    path: the article's file, or the path under the output folder.
    """

    path: str
    says: str

    def __str__(self) -> str:
        return self.says if self.path in self.says else f"{self.path}: {self.says}"
