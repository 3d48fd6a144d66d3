"""Write the files of the site that changed, and leave the others alone."""

from __future__ import annotations

import errno
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from gloss.assembly.manifest import Written, stamp_of
from gloss.errors import in_a_line
from gloss.output import File, Output
from gloss.store.fingerprint import fingerprint
from gloss.store.writing import same_content, write_atomically

# What may be wrong with one path, whatever the state of the disk.
OF_A_PATH = frozenset(
    {
        *(errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST),
        *(errno.EINVAL, errno.EILSEQ, errno.ELOOP, errno.ENOTEMPTY),
    }
)


class Outcome(NamedTuple):
    """One file of the site as it now is, and whether it was written."""

    path: str
    written: Written
    changed: bool


@dataclass(frozen=True)
class Unwritten:
    """An output that could not be made, and why; what it was before stays."""

    output: str
    source: str
    says: str


@dataclass(frozen=True)
class SiteWriter:
    """What is planned, and what is known of it; inherited by the processes that write.

    before: the files as they were last written. version: what every output depends on beside its
    own key.
    """

    folder: Path
    planned: Sequence[Output]
    before: Mapping[str, Written]
    version: str

    def write(self, output: Output) -> list[Outcome | Unwritten]:
        """Make an output if its key changed, write what differs, and return what became of it.

        Raises OSError where the fault is the disk's, as when it is full: no file could be written.
        """
        try:
            return list(self._write(output))
        except Exception as problem:
            if isinstance(problem, OSError) and problem.errno not in OF_A_PATH:
                raise
            kept = map(self._as_before, self._files_before(output))
            return [*kept, Unwritten(output.path, output.source, in_a_line(problem))]

    def kept(self, output: Output) -> list[Outcome]:
        """Return the files of an output whose key is as it was, as they stand; else nothing."""
        files = self._files_before(output)
        if not files:
            return []
        key = self._key(output)
        return [*map(self._as_before, files)] if all(self._is_kept(f, key) for f in files) else []

    def _key(self, output: Output) -> str:
        return fingerprint(self.version, output.path, output.key())

    def _write(self, output: Output) -> Iterator[Outcome]:
        if kept := self.kept(output):
            yield from kept
            return
        key = self._key(output)
        for file in output.files():
            if file is output:
                yield self._file(file, Written(key))
            else:
                mark = fingerprint(self.version, file.path, file.key())
                yield self._file(file, Written(mark, key=key, output=output.path))

    def _files_before(self, output: Output) -> Sequence[str]:
        """The files that an output was last time."""
        if output.path.endswith("/"):
            return self._of_bundles.get(output.path, ())
        return (output.path,) if output.path in self.before else ()

    @cached_property
    def _of_bundles(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path, written in self.before.items():
            if written.output.endswith("/"):
                found[written.output].append(path)
        return found

    def _as_before(self, path: str) -> Outcome:
        return Outcome(path, self.before[path], changed=False)

    def _is_kept(self, path: str, key: str) -> bool:
        """Tell whether a file of an output was made from the same, and stands as it was left."""
        before = self.before[path]
        return (before.key or before.mark) == key and self._stands(path, before)

    def _file(self, file: File, shown: Written) -> Outcome:
        before = self.before.get(file.path)
        if before and before.mark == shown.mark and self._stands(file.path, before):
            return Outcome(file.path, replace(shown, stamp=before.stamp), changed=False)
        path, content = self.folder / file.path, file.make()
        changed = not same_content(path, content)
        if changed:
            write_atomically(path, content)
        stamp = stamp_of(str(path))
        assert stamp, f"{path} was just written"
        return Outcome(file.path, replace(shown, stamp=stamp), changed)

    def _stands(self, path: str, before: Written) -> bool:
        return stamp_of(f"{self._root}/{path}") == before.stamp

    @cached_property
    def _root(self) -> str:
        return str(self.folder)
