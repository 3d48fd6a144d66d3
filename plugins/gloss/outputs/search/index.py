"""The files of the search, from the counted words of all stories.

    search/index.json       the manifest: how words are told, fields, totals, which file holds what
    search/g/NAME.json      groups: which file of words, or of names, begins where
    search/w/NAME.json      words and their postings, in order, in files of even size
    search/l/NAME.json      all words that begin alike, without postings: typos and wildcards
    search/p/NAME.json      names by their words, as one types; search/t/NAME.json the top of many
    search/f/NAME.json      filters; search/d/NAME.json days and counts of all stories
    search/s/, search/n/    what is shown of stories and of names
    search/lunr.js          Lunr

A NAME is made of the content: such a file never changes, so no reader ever mixes two builds.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from gloss.digest.model import Digest
from gloss.outputs.file import File
from gloss.outputs.search.cut import as_json, cut, in_order, name_of, units
from gloss.outputs.search.facets import VALUES_A_FILE, facet_rows, facets_of, story_table
from gloss.outputs.search.fields import FIELDS, K1, SECTIONS, B
from gloss.outputs.search.gather import Kept, gather
from gloss.outputs.search.library import lunr_js
from gloss.outputs.search.numbering import Numbered, number
from gloss.outputs.search.passages import NAMES_A_FILE, name_files, story_files
from gloss.outputs.search.postings import BLOCK, Whole
from gloss.outputs.search.suggestions import LONGEST_BEGINNING, Suggestions, suggest
from gloss.outputs.search.terms import StoryTerms
from gloss.outputs.search.words import SPEC
from gloss.site import Site

FORMAT = 1
CHUNK = 7_000
GROUP = 3_000
NAMES_CHUNK = 6_000


def index_files(
    terms: Mapping[str, StoryTerms], digest: Digest, site: Site, kept: Kept | None = None
) -> Iterator[File]:
    """Yield every file of the search.

    terms: of every story that the digest lists.
    kept: what may be kept from one build to the next, so that a story more costs its block only.
    """
    del site
    pieces = _Pieces()
    with _without_collecting():
        numbered = number(digest)
        whole = gather(terms, digest, numbered, {} if kept is None else kept)
        manifest = _manifest(whole, numbered, digest, pieces)
    yield from pieces.files()
    content = as_json({**manifest, "version": name_of(as_json(manifest))})
    yield File("search/index.json", name_of(content), partial(bytes, content))
    yield File("search/lunr.js", name_of(lunr_js()), lunr_js)
    yield from story_files(numbered, terms, digest)
    yield from name_files(numbered)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave reference cycles for later.

    An index is millions of small objects and no cycle; to look through them over and over for one
    takes a third of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Pieces:
    """Files named by their content."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def add(self, folder: str, value: Any) -> str:
        """Take a piece in, and return its name."""
        content = as_json(value)
        name = name_of(content)
        self._held[f"search/{folder}/{name}.json"] = content
        return name

    def files(self) -> Iterator[File]:
        for path, content in self._held.items():
            yield File(path, path, partial(bytes, content))


def _manifest(whole: Whole, numbered: Numbered, digest: Digest, pieces: _Pieces) -> dict[str, Any]:
    suggestions = suggest(numbered.names)
    return {
        "format": FORMAT,
        "words": SPEC,
        "fields": FIELDS,
        "k1": K1,
        "b": B,
        "sections": [f"{section.kind}{section.field}" for section in SECTIONS],
        "block": BLOCK,
        "documents": whole.documents,
        "lengths": whole.lengths,
        "stories": len(numbered.stories),
        "names": len(numbered.names),
        "namesAFile": NAMES_A_FILE,
        "groups": _groups("w", whole.runs, CHUNK, pieces),
        "lexicon": _by_first("l", _lexicon(whole, suggestions), pieces),
        "people": _groups("p", suggestions.names, NAMES_CHUNK, pieces),
        "top": _by_first("t", suggestions.top, pieces),
        "longestTop": LONGEST_BEGINNING,
        "facets": _facets(numbered, digest, pieces),
        "table": pieces.add("d", story_table(numbered.stories)),
    }


def _groups(folder: str, rows: Mapping[str, Any], size: int, pieces: _Pieces) -> list[str]:
    """Cut ordered rows into files, and the list of files into groups; return what each begins with.

    The list holds in turn where a group begins and its name; so does a group, of its files.
    """
    files: dict[str, str] = {}
    last = ""
    for run in _cut(rows, size):
        files[_border(last, run[0])] = _piece(folder, run, rows, pieces)
        last = run[-1]
    # A group begins where its first file does, to the letter: words before belong to the last.
    groups = ((run[0], _piece("g", run, files, pieces)) for run in _cut(files, GROUP))
    return [item for pair in groups for item in pair]


def _cut(rows: Mapping[str, Any], size: int) -> Iterator[list[str]]:
    keys = in_order(rows)
    return cut(((key, len(key) + 6 + _size(rows[key])) for key in keys), size)


def _piece(folder: str, run: list[str], rows: Mapping[str, Any], pieces: _Pieces) -> str:
    return pieces.add(folder, [item for key in run for item in (key, rows[key])])


def _size(row: Any) -> int:
    return len(row) if isinstance(row, str) else len(as_json(row))


def _border(before: str, word: str) -> str:
    """The shortest beginning of a word that comes after the word before it."""
    for length in range(len(word)):
        if units(word[:length]) > units(before):
            return word[:length]
    return word


def _lexicon(whole: Whole, suggestions: Suggestions) -> dict[str, str]:
    """Every word with a mark: ``n`` for a word of a name, then in how many places it stands."""
    names = suggestions.names
    return {w: f"{'n' if w in names else ''}{n}" for w, n in whole.spread.items()}


def _by_first(folder: str, rows: Mapping[str, Any], pieces: _Pieces) -> dict[str, str]:
    """Put rows whose keys begin with the same letter into one file; other scripts share one."""
    files: defaultdict[str, list[Any]] = defaultdict(list)
    for word in in_order(rows):
        files[word[0] if word.isascii() else ""] += (word, rows[word])
    return {first: pieces.add(folder, flat) for first, flat in files.items()}


def _facets(numbered: Numbered, digest: Digest, pieces: _Pieces) -> dict[str, list[str]]:
    facets = facets_of(numbered)
    return {
        facet: [pieces.add("f", run) for run in _every(facet_rows(facet, values, digest))]
        for facet, values in facets.items()
    }


def _every(rows: list[list[str]]) -> Iterable[list[list[str]]]:
    return (rows[at : at + VALUES_A_FILE] for at in range(0, len(rows), VALUES_A_FILE))
