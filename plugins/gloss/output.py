"""What a site is planned of: single files, and files that can only be made together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol


class Output(Protocol):
    """Something planned: where it goes, what it depends on, and the files that it is.

    path: under the output folder; a folder, with a slash at its end, for files made together.
    source: the story or name that asks for it (its slug or id), empty where every site has it.
    whole: it holds the whole digest, so that making it takes as long as making many others.
    """

    @property
    def path(self) -> str: ...

    @property
    def source(self) -> str: ...

    @property
    def whole(self) -> bool: ...

    def key(self) -> Any:
        """Return plain data that the files depend on entirely."""

    def files(self) -> Iterable[File]:
        """Return the files, to be made only where the key changed."""


@dataclass(frozen=True, slots=True)
class File:
    """One file under the output folder.

    path: such as ``people/leon-li/timeline.ics``.
    depends: plain data that the content depends on entirely, or a pure function that makes it: the
        content is made again only when that (or Gloss's version) changed.
    make: makes the content; pure.
    """

    path: str
    depends: Any
    make: Callable[[], bytes]
    source: str = ""
    whole: bool = False

    def key(self) -> Any:
        """Return what the content depends on."""
        return self.depends() if callable(self.depends) else self.depends

    def files(self) -> Iterable[File]:
        """Return itself."""
        return (self,)


@dataclass(frozen=True)
class Bundle:
    """Files that can only be made together, such as those of the search.

    path: their folder, such as ``search/``; nothing but the bundle and single pages stands there.
    depends: plain data that all of the files depend on entirely, or a pure function that makes it.
    make: makes the files; pure, and called by one process while others make pages.
    """

    path: str
    depends: Any
    make: Callable[[], Iterable[File]]
    source: str = ""
    whole: bool = True

    def key(self) -> Any:
        """Return what the files depend on."""
        return self.depends() if callable(self.depends) else self.depends

    def files(self) -> Iterable[File]:
        """Make the files."""
        return self.make()
