"""Rows by words, put into files named by their content: of even size, or one for each letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.output import File
from gloss.search.cut import as_json, cut, name_of, units
from gloss.search.portions import Kept
from gloss.store.codec import decode, encode

GROUP = 3_000
_KEPT = "pieces"


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


# The key of what was made, the value, and the paths of the files that were made with it.
_Made = tuple[str, Any, tuple[str, ...]]
_KIND = Mapping[str, _Made]


class Pieces:
    """Files named by their content.

    before: the values that ``keep`` kept of the last build, by name: each with its key and its
        files' paths.
    """

    def __init__(self, before: Mapping[str, _Made] | None = None) -> None:
        self._held: dict[str, bytes] = {}
        self._made_again: dict[str, Callable[[], bytes]] = {}
        self._before, self._now = before or {}, dict[str, _Made]()

    def add(self, folder: str, value: Any) -> str:
        """Take a value in as a file, and return its name."""
        return self.put(folder, as_json(value))

    def runs(
        self, folder: str, rows: Rows, runs: Iterable[Sequence[str]], before: str = ""
    ) -> dict[str, str]:
        """Put runs of ordered rows into files. Return the files' names by what each begins with.

        before: the word before the first.
        """
        files: dict[str, str] = {}
        for run in runs:
            files[_border(before, run[0])] = self.put(folder, rows.as_json(run))
            before = run[-1]
        return files

    def groups(self, files: Mapping[str, str]) -> list[str]:
        """Cut the list of files, each with what it begins with, into groups.

        Return in turn what a group begins with and its name; so does a group hold its files.
        """
        # A group begins where its first file does, to the letter: words before belong to the last.
        listed = Rows(tuple(files), files)
        groups = ((run[0], self.put("g", listed.as_json(run))) for run in listed.runs(GROUP))
        return [item for pair in groups for item in pair]

    def by_first(self, folder: str, rows: Rows) -> dict[str, str]:
        """Put rows whose words begin with the same letter into one file; other scripts share one.

        Return the files' names by letter.
        """
        files: defaultdict[str, list[str]] = defaultdict(list)
        for word in rows.words:
            files[letter_of(word)].append(word)
        return {first: self.put(folder, rows.as_json(words)) for first, words in files.items()}

    def kept(self, name: str, key: str, make: Callable[[Pieces], Any]) -> Any:
        """Return what ``make`` does, which may add files; made anew only where the key is another.

        name: under which it is kept. make: pure; what it returns is plain JSON.
        """
        made = self._before.get(name)
        if made and made[0] == key:
            self._made_again |= {path: partial(_again, make, path) for path in made[2]}
        else:
            added = Pieces()
            made = key, make(added), tuple(added._held)
            self._held |= added._held
        self._now[name] = made
        return made[1]

    def keep(self, kept: Kept) -> None:
        """Keep what ``kept`` was asked for until the next build."""
        if self._now != self._before:
            kept[_KEPT] = encode(self._now, _KIND)

    def put(self, folder: str, content: bytes) -> str:
        """Take JSON in as a file, and return its name."""
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


def letter_of(word: str) -> str:
    """Return what words are put together by: nothing for words that are not plain ASCII."""
    return word[0] if word.isascii() else ""


def flat(rows: Mapping[str, str]) -> list[str]:
    """Return words and texts in turn."""
    return [item for pair in rows.items() for item in pair]


def opened(kept: Kept) -> Pieces:
    """Return pieces of which some were made in the last build."""
    try:
        return Pieces(decode(kept[_KEPT], _KIND))
    except (KeyError, ValueError):
        return Pieces()


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
