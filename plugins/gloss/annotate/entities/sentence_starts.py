"""Where a capital says nothing: the first word of a sentence, and every word of many headlines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.attrs import IDX, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.strings import get_string_id

from gloss.annotate.candidate import Candidate
from gloss.annotate.reading import Reading
from gloss.gazetteer import famous, is_city, is_region, people_named, well_known
from gloss.lexicon import words
from gloss.naming.name_words import words_of

# Words of these tags (Penn Treebank) are no names, whatever their first letter ...
COMMON = frozenset(
    get_string_id(tag)
    for tag in [
        *["CC", "DT", "EX", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "PDT", "PRP", "PRP$"],
        *["RB", "RBR", "RBS", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP"],
        "WRB",
    ]
)
# ... though they may be somebody's first name, but for these.
_PLURAL = get_string_id("NNS")
_NO_FIRST_NAMES = words("entities")["no_first_names"]
_BODIES = words("entities")["any_body"]
_NAMES_BEGIN = words("entities")["names_begin"]
_WORD = re.compile(r"\w+")

SURE = 0.9  # of a kind, for a tagger of names to know better than one of parts of speech


def drop_sentence_starts(reading: Reading, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names without common words that only begin a sentence or stand in a title.

    "Resolve means ..." names nothing; "Battleground Senate races" names the Senate, and the
    headline "Half Clinton's meetings" Clinton, where the story does so elsewhere.
    """
    starts = _Starts.of(reading, names)
    return [left for name in names if (left := starts.without_start(name))]


@dataclass(frozen=True)
class _Starts:
    """What tells the first word of a sentence from a name.

    tags: the tag of each word that opens a sentence, by where it stands.
    title: where the headline ends.
    elsewhere: the names that stand where a capital tells, and the words of people's names.
    first_names: those of the people of each surname.
    """

    tags: Mapping[int, int]
    title: int
    elsewhere: frozenset[str]
    first_names: Mapping[str, set[str]]

    @classmethod
    def of(cls, reading: Reading, names: Sequence[Candidate]) -> _Starts:
        """Look at a story's names."""
        tags, title = opening(reading), _end_of_title(reading)
        below = [name for name in names if name.start >= title]
        people = (c.text for c in names if c.best == "person" and " " in c.text)
        return cls(
            tags=tags,
            title=title,
            elsewhere=frozenset(c.text for c in below if c.start not in tags)
            | {word for person in people for word in words_of(person)},
            first_names=_first_names(name for name in below if name.best == "person"),
        )

    def without_start(self, name: Candidate) -> Candidate | None:
        """Return what of a name is one: all of it, its end, or nothing."""
        in_title = name.start < self.title
        if name.text in self.elsewhere and not (in_title and " " in name.text):
            return name
        return self._in_title(name) if in_title else self._in_prose(name)

    def _in_title(self, name: Candidate) -> Candidate:
        first, _, rest = name.text.partition(" ")
        others = self.first_names.get(rest, {first}) if name.best == "person" else {first}
        return name if first in others else _end(name, rest)

    def _elsewhere(self, name: Candidate, first: str) -> str:
        """The end of a name that stands elsewhere without its first word."""
        if first in _NAMES_BEGIN or (name.best == "person" and first not in _NO_FIRST_NAMES):
            return ""
        return next((end for end in _ends(name.text) if end in self.elsewhere), "")

    def _in_prose(self, name: Candidate) -> Candidate | None:
        first = name.text.partition(" ")[0]
        if name.text in _BODIES and name.start in self.tags:
            return None  # "Hospital waiting times fell", whatever it is tagged
        if self.tags.get(name.start) not in COMMON or is_known(first) or is_known(name.text):
            return name
        if shorter := self._elsewhere(name, first):
            return _end(name, shorter)
        if self.tags[name.start] == _PLURAL and first == name.text:
            return None  # "Unions were angry"
        told = first != name.text or "-" in name.text or max(name.probs) > SURE
        return name if told else None


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


def opening(reading: Reading) -> Mapping[int, int]:
    """Return the tag of each word that opens a sentence, by where it stands."""
    rows = reading.doc.to_array([IDX, SENT_START, TAG])
    return {at: tag for at, _, tag in rows[rows[:, 1] == 1].tolist()}


def is_known(name: str) -> bool:
    """Tell whether a name is in a gazetteer, or every newsroom's."""
    is_place = is_region(name) or is_city(name)
    return bool(is_place or people_named(name) or well_known(name) or famous(name))


def _ends(name: str) -> Iterator[str]:
    """Yield what is left of a name without its first word, its first two ..."""
    while name := name.partition(" ")[2]:
        yield name


def _end(name: Candidate, end: str) -> Candidate:
    return name._replace(start=name.end - len(end), text=end)
