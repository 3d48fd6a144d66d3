"""Names as one types: every word of a name leads to it, from the first letter on.

Where a beginning has few names under it they all stand in ``names``, ordered by word and cut into
files; for a beginning with many, ``top`` holds the few that most stories speak of. How many these
are is told roughly: a story more hardly ever changes what is offered for the names in it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gloss.digest.model import Name
from gloss.search.cut import as_json
from gloss.search.tokenizer import words_of

SHOWN = 8
MANY = 40
LONGEST_BEGINNING = 5


@dataclass(frozen=True)
class Suggestions:
    """Lists of rows ``[name, id, about how many stories]``, as JSON, those of most first.

    names: by each word of a name. top: by beginnings that more than ``MANY`` names share.
    """

    names: Mapping[str, str]
    top: Mapping[str, str]


def key_of(names: Iterable[Name]) -> str:
    """Return what stands for all that suggestions are made from."""
    rows = (f"{name.name}\0{name.id}\0{about(len(name.stories))}" for name in names)
    return hashlib.blake2b("\n".join(rows).encode("utf-8", "replace"), digest_size=16).hexdigest()


def about(count: int) -> int:
    """Return a number without what stands behind its first two binary digits.

    >>> [about(count) for count in (1, 3, 5, 7, 57, 1000)]
    [1, 3, 4, 6, 48, 768]
    """
    less = max(count.bit_length() - 2, 0)
    return count >> less << less


def suggest(names: Iterable[Name]) -> Suggestions:
    """Return what is offered for the words of names and for their beginnings."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    by_beginning: defaultdict[str, list[str]] = defaultdict(list)
    rows = ((-about(len(name.stories)), name.name, name.id) for name in names)
    for stories, name, id_ in sorted(rows):
        row = as_json([name, id_, -stories]).decode()
        words = dict.fromkeys(words_of(name))
        for word in words:
            by_word[word].append(row)
        for beginning in {beginning for word in words for beginning in _beginnings(word)}:
            by_beginning[beginning].append(row)
    top = {b: _list(rows[:SHOWN]) for b, rows in by_beginning.items() if len(rows) > MANY}
    return Suggestions({word: _list(rows) for word, rows in by_word.items()}, top)


def _list(rows: list[str]) -> str:
    return f"[{','.join(rows)}]"


def _beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(1, min(len(word), LONGEST_BEGINNING) + 1))
