"""The files of words: all words with their postings, and all words by first letter.

Words are gone through range by range. Where a file ends depends on its first word and what follows,
so all that a range takes over from the one before are the words that are in no file yet; where
these and its own are as they were last, so are its files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.digest.marks import mark_of
from gloss.search.content_files import Pieces, Rows, flat, letter_of
from gloss.search.cut import in_order
from gloss.search.facets import is_value
from gloss.search.portions import WHOLE, Portions, Runs

CHUNK = 7_000
RECENT_CHUNK = 4_000
# In the place of a first letter.
RECENT = "recent"
# Characters of a posting: few words have shorter ones, many longer.
A_POSTING = 4


@dataclass(frozen=True)
class WordFiles:
    """Names of files.

    groups: of those of older stories' words, what each begins with and its name in turn. recent:
    the same of the files themselves, of the stories that came in last. lexicon: of all words.
    """

    groups: list[str]
    recent: list[str]
    lexicon: str


@dataclass(frozen=True)
class _Range:
    """What is made of a range of words.

    files: names by what each begins with. rest: the last word that is in a file, then those behind
    it, as flat rows. listed: by letter, all words with marks, as flat rows in JSON.
    """

    files: dict[str, str]
    rest: tuple[str, list[str]]
    listed: dict[str, str]


def word_files(portions: Portions, named: Mapping[str, str], pieces: Pieces) -> WordFiles:
    """Put all words into files.

    named: by range the words of names, a blank between.
    """
    files: dict[str, str] = {}
    listed: dict[str, list[str]] = {}
    rest = "", list[str]()
    for name in portions.ranges():
        make = partial(_of_range, portions, name, named.get(name, ""), rest)
        key = mark_of((portions.key(name), named.get(name, ""), rest[0], *rest[1]))
        made = _Range(*pieces.kept(f"words-{name}", key, make))
        files |= made.files
        rest = made.rest
        for letter, text in made.listed.items():
            listed.setdefault(letter, []).append(text)
    before, left = rest
    rows = Rows(left[::2], dict(zip(left[::2], left[1::2], strict=True)))
    files |= pieces.runs("w", rows, [rows.words] if left else [], before)
    lists = {letter: f"[{','.join(listed[letter])}]" for letter in sorted(listed)}
    make_recent = partial(_recent, portions, named, lists)
    key = mark_of((portions.key(WHOLE), *named.values(), *lists.values()))
    recent, alone = pieces.kept(RECENT, key, make_recent)
    by_letter = {letter: pieces.put("l", text.encode()) for letter, text in lists.items()}
    return WordFiles(pieces.groups(files), recent, pieces.add("l", {**by_letter, RECENT: alone}))


def _of_range(
    portions: Portions, name: str, named: str, rest: tuple[str, list[str]], pieces: Pieces
) -> list[Any]:
    """The fields of a range, as plain JSON."""
    before, left = rest
    runs = portions.runs(name)
    ordered = in_order(runs)
    listed: dict[str, list[str]] = {}
    for word, text in _marks(ordered, runs, named).items():
        listed.setdefault(letter_of(word), []).append(f'"{word}","{text}"')
    texts = dict(zip(left[::2], left[1::2], strict=True)) | runs
    rows = Rows([*left[::2], *ordered], texts)
    *full, last = rows.runs(CHUNK)
    files = pieces.runs("w", rows, full, before)
    behind = [full[-1][-1] if full else before, flat({word: texts[word] for word in last})]
    return [files, behind, {letter: ",".join(some) for letter, some in listed.items()}]


def _recent(
    portions: Portions, named: Mapping[str, str], lists: Mapping[str, str], pieces: Pieces
) -> list[Any]:
    """The files of the newest stories' words, and that of those that no older story has."""
    runs = {word: run for word, run in portions.runs(WHOLE).items() if not is_value(word)}
    rows = Rows(in_order(runs), runs)
    files = pieces.runs("w", rows, rows.runs(RECENT_CHUNK))
    old = {word for text in lists.values() for word in json.loads(text)[::2]}
    alone = [word for word in rows.words if word not in old]
    marks = _marks(alone, runs, " ".join(named.values()))
    return [flat(files), pieces.add("l", flat(marks))]


def _marks(words: Iterable[str], runs: Runs, named: str) -> dict[str, str]:
    """What the list of all words says of each.

    That is ``n`` for a word of a name, then about how often it stands in older stories.
    """
    of_names = frozenset(named.split())
    counts = {word: str(len(runs[word]) // A_POSTING) for word in words}
    return {word: f"n{count}" if word in of_names else count for word, count in counts.items()}
