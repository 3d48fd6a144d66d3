"""Rows by words, put into files named by their content: of even size, or one for each letter."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.output import File
from gloss.search.cut import as_json, cut, name_of, units
from gloss.search.portions import Kept

GROUP = 3_000


@dataclass(frozen=True)
class Rows:
    """What is known of words: by word a text.

    words: in order, as ``in_order`` puts them.
    quote: what stands around a text to make it JSON. Nothing where it is JSON already; a quotation
        mark where it is plain, as words, numbers and packed numbers are: no character of these
        needs to be escaped, and to look for one in each takes longer than all the rest.
    """

    words: Sequence[str]
    texts: Mapping[str, str]
    quote: str = '"'

    def as_json(self, words: Iterable[str]) -> bytes:
        """Return some of the rows as one flat list, word and text in turn."""
        texts, quote = self.texts, self.quote
        rows = [f'"{word}",{quote}{texts[word]}{quote}' for word in words]
        return f"[{','.join(rows)}]".encode()

    def runs(self, size: int) -> Iterator[Sequence[str]]:
        """Yield the words of one file after another."""
        texts = self.texts
        return cut(self.words, [len(word) + 6 + _octets(texts[word]) for word in self.words], size)


def _octets(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


class Pieces:
    """Files named by their content."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}
        self._made_again: dict[str, Callable[[], bytes]] = {}

    def add(self, folder: str, value: Any) -> str:
        """Take a value in as a file, and return its name."""
        return self._add(folder, as_json(value))

    def runs(self, folder: str, rows: Rows, size: int) -> dict[str, str]:
        """Cut ordered rows into files. Return the files' names by what each begins with."""
        files: dict[str, str] = {}
        last = ""
        for run in rows.runs(size):
            files[_border(last, run[0])] = self._add(folder, rows.as_json(run))
            last = run[-1]
        return files

    def groups(self, folder: str, rows: Rows, size: int) -> list[str]:
        """Cut ordered rows into files, and the list of files into groups.

        Return in turn what a group begins with and its name; so does a group hold its files.
        """
        files = self.runs(folder, rows, size)
        # A group begins where its first file does, to the letter: words before belong to the last.
        listed = Rows(tuple(files), files)
        groups = ((run[0], self._add("g", listed.as_json(run))) for run in listed.runs(GROUP))
        return [item for pair in groups for item in pair]

    def by_first(self, folder: str, rows: Rows) -> dict[str, str]:
        """Put rows whose words begin with the same letter into one file; other scripts share one.

        Return the files' names by letter.
        """
        files: defaultdict[str, list[str]] = defaultdict(list)
        for word in rows.words:
            files[word[0] if word.isascii() else ""].append(word)
        return {first: self._add(folder, rows.as_json(words)) for first, words in files.items()}

    def kept(self, name: str, key: str, kept: Kept, make: Callable[[Pieces], Any]) -> Any:
        """Return what ``make`` does, which may add files; made anew only where the key is another.

        name: under which it is kept. make: pure; what it returns is plain JSON.
        """
        try:
            before, value, paths = json.loads(kept[name])
        except (KeyError, ValueError):
            before, value, paths = "", None, ()
        if before == key:
            self._made_again |= {path: partial(_again, make, path) for path in paths}
            return value
        added = Pieces()
        value = make(added)
        self._held |= added._held
        kept[name] = as_json([key, value, list(added._held)])
        return value

    def _add(self, folder: str, content: bytes) -> str:
        name = name_of(content)
        self._held[f"search/{folder}/{name}.json"] = content
        return name

    def files(self) -> Iterator[File]:
        """Yield the files taken in."""
        for path, content in self._held.items():
            yield File(path, path, partial(bytes, content))
        for path, make in self._made_again.items():
            if path not in self._held:
                yield File(path, path, make)


def _again(make: Callable[[Pieces], Any], path: str) -> bytes:
    """The content of a file that has to be made again, with all that were made with it."""
    added = Pieces()
    make(added)
    return added._held[path]


def _border(before: str, word: str) -> str:
    """The shortest beginning of a word that comes after the word before it."""
    for length in range(len(word)):
        if units(word[:length]) > units(before):
            return word[:length]
    return word
