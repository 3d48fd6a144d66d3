"""Write the files of the site that changed, and leave the others alone."""

from __future__ import annotations

import errno
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

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


@dataclass(frozen=True)
class Outcome:
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
            before = self._before_of.get(output.path, ())
            kept = [Outcome(path, self.before[path], changed=False) for path in before]
            return [*kept, Unwritten(output.path, output.source, in_a_line(problem))]

    def kept(self, output: Output) -> list[Outcome]:
        """Return the files of an output whose key is as it was, as they stand; else nothing."""
        before = self._before_of.get(output.path, ())
        if not before:
            return []
        key = self._key(output)
        kept = [self._kept(path, key) for path in before]
        return [one for one in kept if one] if all(kept) else []

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

    @cached_property
    def _before_of(self) -> Mapping[str, Sequence[str]]:
        """The files that each output was last time."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path, written in self.before.items():
            found[written.output or path].append(path)
        return found

    def _kept(self, path: str, key: str) -> Outcome | None:
        """A file of an output that was made from the same, as it stands."""
        before = self.before[path]
        if (before.key or before.mark) == key and self._stands(path, before):
            return Outcome(path, before, changed=False)
        return None

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
        return stamp_of(f"{self.folder}/{path}") == before.stamp
