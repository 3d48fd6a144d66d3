"""Where a capital says nothing: the first word of a sentence, and every word of many headlines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.attrs import IDX, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.strings import get_string_id

from gloss.annotate.candidate import PER, Candidate
from gloss.annotate.reading import Reading
from gloss.gazetteer import is_city, is_region, people_named, well_known
from gloss.naming.words import words_of

# Words of these tags (Penn Treebank) are no names, whatever their first letter ...
_COMMON = frozenset(
    get_string_id(tag)
    for tag in [
        *["CC", "DT", "EX", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "PDT", "PRP", "PRP$"],
        *["RB", "RBR", "RBS", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP"],
        "WRB",
    ]
)
# ... though they may be somebody's first name, but for these.
_NO_FIRST_NAMES = frozenset(
    [
        *["After", "Although", "And", "As", "At", "Because", "Before", "Both", "But", "By", "Even"],
        *["For", "From", "Half", "If", "In", "Like", "Many", "Most", "On", "Or", "Since", "So"],
        *["Some", "That", "These", "This", "Those", "Though", "Top", "Unlike", "When", "While"],
        *["With", "Yet"],
    ]
)
_WORD = re.compile(r"\w+")

SURE = 0.9  # of a kind, for a tagger of names to know better than one of parts of speech


def without_openers(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names again, without common words that only begin a sentence or stand in a title.

    "Resolve means ..." names nothing; "Battleground Senate races" names the Senate, and the
    headline "Half Clinton's meetings" Clinton, where the story does so elsewhere.
    """
    opening = _opening(reading)
    title = _end_of_title(reading)
    elsewhere = {c.text for c in found if c.start >= title and c.start not in opening}
    elsewhere |= {w for c in found if c.best == PER and " " in c.text for w in words_of(c.text)}
    firsts = _first_names(c for c in found if c.start >= title and c.best == PER)
    for name in found:
        first, _, rest = name.text.partition(" ")
        if name.text in elsewhere and not (rest and name.start < title):
            yield name
        elif name.start < title:
            other = name.best == PER and firsts.get(rest, {first}).isdisjoint({first})
            yield _end(name, rest) if other else name
        elif opening.get(name.start) not in _COMMON or _is_known(first) or _is_known(name.text):
            yield name
        elif (name.best != PER or first in _NO_FIRST_NAMES) and (
            shorter := next((end for end in _ends(name.text) if end in elsewhere), "")
        ):
            yield _end(name, shorter)
        elif rest or "-" in name.text or max(name.probs) > SURE:
            yield name


def _end_of_title(reading: Reading) -> int:
    """Return where the headline ends, and where the text begins with it again, that line too."""
    if not reading.headline:
        return 0
    lines = [_WORD.findall(reading.text[p.start : p.end]) for p in reading.paragraphs[:2]]
    return reading.paragraphs[len(lines) > 1 and lines[0] == lines[1]].end


def _first_names(people: Iterable[Candidate]) -> Mapping[str, set[str]]:
    """Return the first names of the people of each surname."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        first, _, rest = person.text.partition(" ")
        if rest:
            found[rest.rpartition(" ")[2]].add(first)
    return found


def _opening(reading: Reading) -> Mapping[int, int]:
    """Return the tag of each word that opens a sentence, by where it stands."""
    rows = reading.doc.to_array([IDX, SENT_START, TAG])
    return {at: tag for at, _, tag in rows[rows[:, 1] == 1].tolist()}


def _is_known(name: str) -> bool:
    return bool(is_region(name) or is_city(name) or people_named(name) or well_known(name))


def _ends(name: str) -> Iterator[str]:
    """Yield what is left of a name without its first word, its first two ..."""
    while name := name.partition(" ")[2]:
        yield name


def _end(name: Candidate, end: str) -> Candidate:
    return name._replace(start=name.end - len(end), text=end)
