"""The files of the search, from the counted words of all stories.

    search/index.json       the manifest: how words are told, fields, totals, which file holds what
    search/g/NAME.json      groups: which file of words, or of names, begins where
    search/w/NAME.json      words and their postings, in order, in files of even size: those of the
                            newest stories apart, so that one more changes few of them
    search/l/NAME.json      all words that begin alike, without postings: typos and wildcards
    search/p/NAME.json      names by their words, as one types; search/t/NAME.json the top of many
    search/f/NAME.json      filters, what the newest stories have of each apart
    search/d/NAME.json      days, counts and lengths of all stories
    search/x/NAME.json      words that no story is looked for by
    search/n/NAME.json      what is shown of names
    search/s/BLOCK-PLACE.json   what is shown of a story, by its number
    search/lunr.js          Lunr

A NAME is made of the content: such a file never changes, so no reader ever mixes two builds. What
is shown of a story says how long its text is, by which a reader knows it from another build's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from gloss.digest.marks import Marks, mark_of
from gloss.digest.model import Name
from gloss.lexicon import words
from gloss.objects import uncollected
from gloss.output import File
from gloss.search.content_files import Pieces, Rows, opened
from gloss.search.cut import as_json, in_order, name_of
from gloss.search.fields import APART, FIELDS, K1, SECTIONS, B
from gloss.search.filter_files import facet_files, story_table, taken
from gloss.search.gather import Searched, gather
from gloss.search.library import lunr_js
from gloss.search.numbering import PLACES, Numbered, NumberedBlock, number, numbers
from gloss.search.passages import NAMES_A_FILE, name_rows, story_files
from gloss.search.portions import Kept, Portions, PostingsPortion
from gloss.search.ranges import by_range
from gloss.search.suggestions import LONGEST_BEGINNING, key_of, suggest
from gloss.search.terms import StoryTerms
from gloss.search.tokenizer import SPEC
from gloss.search.word_files import word_files

FORMAT = 6
NAMES_CHUNK = 6_000
FILES_A_GROUP = 64


def index_files(
    terms: Mapping[str, StoryTerms],
    searched: Searched,
    kept: Kept | None = None,
    say: Callable[[str], str] = str,
) -> Iterator[File]:
    """Yield every file of the search.

    terms: of every story that the digest lists.
    kept: what may be kept from one build to the next, so that only what changed is made anew.
    say: puts an EDTF value in words, in the site's language.
    """
    with uncollected():
        kept = {} if kept is None else kept
        pieces = opened(kept)
        numbered = number(searched.digest, searched.pages)
        portions = gather(terms, searched, numbered, kept)
        manifest = _manifest(portions, numbered, searched, pieces, say)
        pieces.keep(kept)
    yield from pieces.files()
    content = as_json({**manifest, "version": name_of(as_json(manifest))})
    yield File("search/index.json", name_of(content), partial(bytes, content))
    yield File("search/lunr.js", name_of(lunr_js()), lunr_js)
    yield from story_files(numbered, terms, searched, say)


def _manifest(
    portions: Portions,
    numbered: Numbered,
    searched: Searched,
    pieces: Pieces,
    say: Callable[[str], str],
) -> dict[str, Any]:
    named = [name for _, name in numbers(numbered.names)]
    people = pieces.kept("people", key_of(named), partial(_people, named))
    in_files = word_files(portions, people["words"], pieces)
    facets = facet_files(portions, numbered, searched.digest.names, pieces, say)
    return {
        "format": FORMAT,
        "words": SPEC,
        "fields": FIELDS,
        "k1": K1,
        "b": B,
        "sections": [f"{section.kind}{section.field}" for section in SECTIONS],
        "block": PLACES,
        "blocks": [block.name for block in numbered.texts],
        **_totals(portions.now.values()),
        "texts": pieces.add("d", [taken(numbered.texts), _texts(portions.now.values())]),
        "apart": APART,
        "shown": _shown(numbered, searched.marks, pieces),
        "namesAFile": NAMES_A_FILE,
        "filesAGroup": FILES_A_GROUP,
        "groups": in_files.groups,
        "recent": in_files.recent,
        "lexicon": in_files.lexicon,
        "people": people["files"],
        "top": people["top"],
        "longestTop": LONGEST_BEGINNING,
        "facets": pieces.add("f", facets),
        "table": pieces.add("d", story_table(numbered)),
        "small": pieces.add("x", sorted(words("search")["function_words"])),
    }


def _totals(portions: Collection[PostingsPortion]) -> dict[str, Any]:
    lengths = zip(*(portion.lengths for portion in portions), strict=True)
    return {
        "documents": sum(portion.documents for portion in portions),
        "lengths": dict(zip(FIELDS, map(sum, lengths), strict=True)),
    }


def _texts(portions: Iterable[PostingsPortion]) -> str:
    """How many words each text has."""
    texts = {int(n): text for portion in portions for n, text in portion.texts.items()}
    return "".join(texts[number] for number in sorted(texts))


def _shown(numbered: Numbered, marks: Marks, pieces: Pieces) -> list[str]:
    """Put what is shown of names into files, and the list of these into groups, which are named."""
    files: list[str] = []
    for block in numbered.names:
        key = mark_of(f"{place} {marks.names[name.id]}" for place, name in block.things.items())
        files += pieces.kept(f"names-{block.name}", key, partial(_of_block, block))
    starts = range(0, len(files), FILES_A_GROUP)
    return [pieces.add("g", files[start : start + FILES_A_GROUP]) for start in starts]


def _of_block(block: NumberedBlock[Name], pieces: Pieces) -> list[str]:
    return [pieces.add("n", run) for run in name_rows(block)]


def _people(names: Sequence[Name], pieces: Pieces) -> dict[str, Any]:
    """Names as one types: their files, those of the best of many, and all words of names."""
    suggestions = suggest(names)
    by_word, top = suggestions.names, suggestions.top
    rows = Rows(in_order(by_word), by_word, quote="")
    return {
        "words": {name: " ".join(some) for name, some in by_range(by_word).items()},
        "files": pieces.groups(pieces.runs("p", rows, rows.runs(NAMES_CHUNK))),
        "top": pieces.by_first("t", Rows(in_order(top), top, quote="")),
    }
