"""The files of the search, from the counted words of all stories.

    search/index.json       the manifest: how words are told, fields, totals, which file holds what
    search/g/NAME.json      groups: which file of words, or of names, begins where
    search/w/NAME.json      words and their postings, in order, in files of even size
    search/l/NAME.json      all words that begin alike, without postings: typos and wildcards
    search/p/NAME.json      names by their words, as one types; search/t/NAME.json the top of many
    search/f/NAME.json      filters; search/d/NAME.json days, counts and lengths of all stories
    search/x/NAME.json      words that no story is looked for by
    search/s/, search/n/    what is shown of stories and of names
    search/lunr.js          Lunr

A NAME is made of the content: such a file never changes, so no reader ever mixes two builds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from gloss.digest.model import Digest
from gloss.lexicon import words
from gloss.objects import uncollected
from gloss.output import File
from gloss.search.content_files import Pieces, Rows
from gloss.search.cut import as_json, in_order, name_of
from gloss.search.facets import VALUES_A_FILE, facet_rows, facets_of, story_table
from gloss.search.fields import APART, FIELDS, K1, SECTIONS, B
from gloss.search.gather import Blocks, gather
from gloss.search.library import lunr_js
from gloss.search.numbering import Numbered, number
from gloss.search.passages import NAMES_A_FILE, name_files, story_files
from gloss.search.postings import BLOCK, Whole
from gloss.search.suggestions import LONGEST_BEGINNING, Suggestions, suggest
from gloss.search.terms import StoryTerms
from gloss.search.tokenizer import SPEC
from gloss.site import OwnPage

FORMAT = 4
CHUNK = 7_000
NAMES_CHUNK = 6_000
# Characters of a posting: few words have shorter ones, many longer.
A_POSTING = 4


def index_files(
    terms: Mapping[str, StoryTerms],
    digest: Digest,
    kept: Blocks | None = None,
    say: Callable[[str], str] = str,
    pages: tuple[OwnPage, ...] = (),
) -> Iterator[File]:
    """Yield every file of the search.

    terms: of every story that the digest lists.
    kept: what may be kept from one build to the next, so that a story more costs its block only.
    say: puts an EDTF value in words, in the site's language.
    pages: the editor's own.
    """
    pieces = Pieces()
    with uncollected():
        numbered = number(digest, pages)
        whole = gather(terms, digest, numbered, {} if kept is None else kept)
        manifest = _manifest(whole, numbered, digest, pieces, say)
    yield from pieces.files()
    content = as_json({**manifest, "version": name_of(as_json(manifest))})
    yield File("search/index.json", name_of(content), partial(bytes, content))
    yield File("search/lunr.js", name_of(lunr_js()), lunr_js)
    yield from story_files(numbered, terms, digest, say)
    yield from name_files(numbered)


def _manifest(
    whole: Whole, numbered: Numbered, digest: Digest, pieces: Pieces, say: Callable[[str], str]
) -> dict[str, Any]:
    suggestions = suggest(numbered.names)
    names, top = suggestions.names, suggestions.top
    every = in_order(whole.runs)
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
        "texts": pieces.add("d", whole.texts),
        "apart": APART,
        "stories": len(numbered.stories) + len(numbered.pages),
        "names": len(numbered.names),
        "namesAFile": NAMES_A_FILE,
        "groups": pieces.groups("w", Rows(every, whole.runs), CHUNK),
        "lexicon": pieces.add("l", pieces.by_first("l", Rows(every, _lexicon(whole, suggestions)))),
        "people": pieces.groups("p", Rows(in_order(names), names, quote=""), NAMES_CHUNK),
        "top": pieces.by_first("t", Rows(in_order(top), top, quote="")),
        "longestTop": LONGEST_BEGINNING,
        "facets": pieces.add("f", _facets(numbered, digest, pieces, say)),
        "table": pieces.add("d", story_table(numbered.stories, len(numbered.pages))),
        "small": pieces.add("x", sorted(words("search")["function_words"])),
    }


def _lexicon(whole: Whole, suggestions: Suggestions) -> dict[str, str]:
    """Every word with a mark: ``n`` for a word of a name, then about how often it stands."""
    marks = {word: str(len(runs) // A_POSTING) for word, runs in whole.runs.items()}
    for word in suggestions.names:
        marks[word] = f"n{marks[word]}"
    return marks


def _facets(
    numbered: Numbered, digest: Digest, pieces: Pieces, say: Callable[[str], str]
) -> dict[str, list[str]]:
    facets = facets_of(numbered)
    return {
        facet: [pieces.add("f", run) for run in _every(facet_rows(facet, values, digest, say))]
        for facet, values in facets.items()
    }


def _every(rows: list[list[str]]) -> Iterable[list[list[str]]]:
    return (rows[at : at + VALUES_A_FILE] for at in range(0, len(rows), VALUES_A_FILE))
