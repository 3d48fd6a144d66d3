"""Verbs that begin a sentence and look like first names: "Mark Berg's words"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from spacy.attrs import IDX, TAG  # type: ignore[import-not-found]
from spacy.strings import get_string_id

from gloss.annotate.candidate import Candidate, Row
from gloss.annotate.entities.sentence_starts import opening
from gloss.annotate.reading import Reading
from gloss.lexicon import words
from gloss.naming.name_words import words_of

_COMMANDS = words("entities")["commands"]
_FINITE = frozenset(get_string_id(tag) for tag in ["MD", "VBD", "VBP", "VBZ"])


def drop_commands(reading: Reading, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, without the verb of a command or a headline before them.

    The rest is a place, or somebody of another first name, and the story never calls it so in the
    midst of a sentence; nor is it what a sentence tells of: "Mark Berg left".
    """
    opens = opening(reading)
    told = [name for name in names if name.start not in opens]
    written = {name.text for name in told}
    known = dict(_known(names, opens))
    tells = _tellers(reading)

    def is_command(name: Candidate) -> bool:
        first, _, rest = name.text.partition(" ")
        if first not in _COMMANDS or rest not in known.keys() & written or name.start not in opens:
            return False
        return written.isdisjoint((first, name.text)) and name.end not in tells

    return [_object(name, known) if is_command(name) else name for name in names]


def _known(names: Sequence[Candidate], opens: Container[int]) -> Iterator[tuple[str, Row]]:
    """Yield what stands without such a verb, as what: places, full names and their surnames."""
    for name in names:
        first = words_of(name.text)[0]
        if name.start in opens and first in _COMMANDS:
            continue
        if name.best != "person":
            yield name.text, name.probs
        elif first != name.text:
            yield from ((name.text, name.probs), (words_of(name.text)[-1], name.probs))


def _tellers(reading: Reading) -> set[int]:
    """Return where a name would end before a finite verb, or before a comma."""
    rows = reading.doc.to_array([IDX, TAG]).tolist()
    commas = {at for at, letter in enumerate(reading.text) if letter == ","}
    return {at - 1 for at, tag in rows if tag in _FINITE} | commas


def _object(name: Candidate, known: Mapping[str, Row]) -> Candidate:
    rest = name.text.partition(" ")[2]
    return name._replace(start=name.end - len(rest), text=rest, probs=known[rest])
