"""The files of the search, from the counted words of all stories.

    search/index.json       the manifest: how words are told, fields, totals, which file holds what
    search/g/NAME.json      groups: which file of words, or of names, begins where
    search/w/NAME.json      words and their postings, in order, in files of even size: those of the
                            newest stories apart, so that one more changes few of them
    search/l/NAME.json      all words that begin alike, without postings: typos and wildcards
    search/p/NAME.json      names by their words, as one types; search/t/NAME.json the top of many
    search/f/NAME.json      filters; search/d/NAME.json days, counts and lengths of all stories
    search/x/NAME.json      words that no story is looked for by
    search/n/NAME.json      what is shown of names
    search/s/BLOCK-PLACE.json   what is shown of a story, by its number
    search/lunr.js          Lunr

A NAME is made of the content: such a file never changes, so no reader ever mixes two builds. What
is shown of a story says how long its text is, by which a reader knows it from another build's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from gloss.digest.model import Digest, Name
from gloss.lexicon import words
from gloss.objects import uncollected
from gloss.output import File
from gloss.search.content_files import Pieces, Rows
from gloss.search.cut import as_json, in_order, name_of
from gloss.search.facets import VALUES_A_FILE, facet_rows, facets_of, story_table, taken
from gloss.search.fields import APART, FIELDS, K1, SECTIONS, B
from gloss.search.gather import Gathered, gather
from gloss.search.library import lunr_js
from gloss.search.numbering import PLACES, Numbered, number, numbers
from gloss.search.passages import NAMES_A_FILE, name_rows, story_files
from gloss.search.portions import Kept, Whole
from gloss.search.suggestions import LONGEST_BEGINNING, key_of, suggest
from gloss.search.terms import StoryTerms
from gloss.search.tokenizer import SPEC
from gloss.site import OwnPage

FORMAT = 5
CHUNK = 7_000
RECENT_CHUNK = 4_000
NAMES_CHUNK = 6_000
FILES_A_GROUP = 64
# In the place of a first letter.
RECENT = "recent"
# Characters of a posting: few words have shorter ones, many longer.
A_POSTING = 4


def index_files(
    terms: Mapping[str, StoryTerms],
    digest: Digest,
    kept: Kept | None = None,
    say: Callable[[str], str] = str,
    pages: tuple[OwnPage, ...] = (),
) -> Iterator[File]:
    """Yield every file of the search.

    terms: of every story that the digest lists.
    kept: what may be kept from one build to the next, so that only what changed is counted anew.
    say: puts an EDTF value in words, in the site's language.
    pages: the editor's own.
    """
    pieces = Pieces()
    with uncollected():
        numbered = number(digest, pages)
        kept = {} if kept is None else kept
        gathered = gather(terms, digest, numbered, kept)
        named = [name for _, name in numbers(numbered.names)]
        people = pieces.kept("people", key_of(named), kept, partial(_people, named))
        facets = _facets(gathered, digest, pieces, say)
        manifest = _manifest(gathered, numbered, people, facets, pieces)
    yield from pieces.files()
    content = as_json({**manifest, "version": name_of(as_json(manifest))})
    yield File("search/index.json", name_of(content), partial(bytes, content))
    yield File("search/lunr.js", name_of(lunr_js()), lunr_js)
    yield from story_files(numbered, terms, digest, say)


def _manifest(
    gathered: Gathered,
    numbered: Numbered,
    people: dict[str, Any],
    facets: dict[str, list[str]],
    pieces: Pieces,
) -> dict[str, Any]:
    old, recent = gathered.old, gathered.recent
    return {
        "format": FORMAT,
        "words": SPEC,
        "fields": FIELDS,
        "k1": K1,
        "b": B,
        "sections": [f"{section.kind}{section.field}" for section in SECTIONS],
        "block": PLACES,
        "blocks": [block.name for block in numbered.texts],
        "documents": old.documents + recent.documents,
        "lengths": {field: old.lengths[field] + recent.lengths[field] for field in FIELDS},
        "texts": pieces.add("d", [taken(numbered.texts), _texts(gathered)]),
        "apart": APART,
        "shown": _shown(numbered, pieces),
        "namesAFile": NAMES_A_FILE,
        "filesAGroup": FILES_A_GROUP,
        "groups": pieces.groups("w", Rows(in_order(old.runs), old.runs), CHUNK),
        "recent": _flat(pieces.runs("w", Rows(in_order(recent.runs), recent.runs), RECENT_CHUNK)),
        "lexicon": pieces.add("l", _lexicon(gathered, frozenset(people["words"]), pieces)),
        "people": people["files"],
        "top": people["top"],
        "longestTop": LONGEST_BEGINNING,
        "facets": pieces.add("f", facets),
        "table": pieces.add("d", story_table(numbered)),
        "small": pieces.add("x", sorted(words("search")["function_words"])),
    }


def _shown(numbered: Numbered, pieces: Pieces) -> list[str]:
    """Put what is shown of names into files, and the list of these into groups, which are named."""
    files = [pieces.add("n", run) for run in name_rows(numbered)]
    starts = range(0, len(files), FILES_A_GROUP)
    return [pieces.add("g", files[start : start + FILES_A_GROUP]) for start in starts]


def _flat(rows: Mapping[str, str]) -> list[str]:
    return [item for pair in rows.items() for item in pair]


def _texts(gathered: Gathered) -> str:
    """How many words each text has."""
    texts = gathered.old.texts | gathered.recent.texts
    return "".join(texts[number] for number in sorted(texts))


def _people(names: Sequence[Name], pieces: Pieces) -> dict[str, Any]:
    """Names as one types: their files, those of the best of many, and all words of names."""
    suggestions = suggest(names)
    by_word, top = suggestions.names, suggestions.top
    return {
        "words": list(by_word),
        "files": pieces.groups("p", Rows(in_order(by_word), by_word, quote=""), NAMES_CHUNK),
        "top": pieces.by_first("t", Rows(in_order(top), top, quote="")),
    }


def _lexicon(gathered: Gathered, named: frozenset[str], pieces: Pieces) -> dict[str, str]:
    """Every word with a mark, in files by first letter; words of recent stories alone in one.

    A mark is ``n`` for a word of a name, then about how often it stands in older stories.
    """
    old = _marks(gathered.old, named)
    recent = {w: m for w, m in _marks(gathered.recent, named).items() if w not in old}
    return {
        **pieces.by_first("l", Rows(in_order(old), old)),
        RECENT: pieces.add("l", _flat({word: recent[word] for word in in_order(recent)})),
    }


def _marks(whole: Whole, named: frozenset[str]) -> dict[str, str]:
    counts = ((word, len(runs) // A_POSTING) for word, runs in whole.runs.items())
    return {word: f"n{count}" if word in named else str(count) for word, count in counts}


def _facets(
    gathered: Gathered, digest: Digest, pieces: Pieces, say: Callable[[str], str]
) -> dict[str, list[str]]:
    facets = facets_of((gathered.old.values, gathered.recent.values))
    return {
        facet: [pieces.add("f", run) for run in _every(facet_rows(facet, values, digest, say))]
        for facet, values in facets.items()
    }


def _every(rows: list[list[str]]) -> Iterable[list[list[str]]]:
    return (rows[at : at + VALUES_A_FILE] for at in range(0, len(rows), VALUES_A_FILE))
