"""Cut a tagged stretch where it runs over the end of a sentence, a line, a column or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gloss.annotate.candidate import Candidate, Row, of_kind, row_of, row_of_tags
from gloss.annotate.entities.titles import is_short_title
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import is_city, is_region
from gloss.lexicon import words
from gloss.naming.lexicon import LEGAL_FORMS, POINTED, TITLES
from gloss.naming.name_words import fold
from gloss.naming.person_names import GENERATIONS

_BEFORE_A_POINT = words("entities")["before_a_point"]
_LINE = re.compile(r"\s*\n\s*")
_APART = re.compile(r"[ \u00a0]{2,}|\t+|\s?[<>]\s?")  # columns of a table; "Velora Co <VLR.L>"
_SLASH = re.compile(r" / ")  # "Velora / Marten", but in a title
_DASH = re.compile(r"\s[-–—]+\s")
_POINT = re.compile(r"([^\s.“\"(]+(?:\.[^\s.]+)*)\.['’”\"]?\s+(?=([^\W\d_a-z][\w’'&-]*))")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")  # "J", "J.K", "U.S"
_SHORTEST = 3  # letters: a shorter word before a point is an abbreviation
# What follows a company and a full stop: somebody, more likely than not.
_NEXT: Row = row_of({"person": 0.6, "org": 0.3})
_PLACE = of_kind("place", 1.0)


@dataclass(frozen=True)
class _Break:
    """Where one name ends and the next begins; of which kind they are, where that is known."""

    end: int
    start: int
    before: Row | None = None
    behind: Row | None = None


def pieces(text: str, tagged: Tagged, surnames: frozenset[str]) -> Iterator[Candidate]:
    """Yield what a tagged stretch holds, cut at what stands inside no name.

    surnames: those of the story.
    """
    start, end = tagged.start, tagged.end
    probs = seen = row_of_tags(tagged.probs)
    if (line := _LINE.search(text, start, end)) and line.start() > start:
        end = line.start()
    for found in _breaks(text, start, end, tagged, surnames):
        if found.end > start:
            yield Candidate(start, found.end, text[start : found.end], found.before or probs)
        start, probs = found.start, found.behind or seen
    yield Candidate(start, end, text[start:end], probs)


def _breaks(
    text: str, start: int, end: int, tagged: Tagged, surnames: frozenset[str]
) -> list[_Break]:
    found = [_Break(*m.span()) for m in _APART.finditer(text, start, end)]
    if tagged.kind != "work":
        found += [_Break(*m.span()) for m in _SLASH.finditer(text, start, end)]
    for dash in _DASH.finditer(text, start, end):
        is_dateline = _is_dateline(text[start : dash.start()])
        if tagged.kind == "place" or is_dateline:
            found.append(_Break(*dash.span(), before=_PLACE if is_dateline else None))
    for point in _POINT.finditer(text, start, end):
        if _ends_sentence(point, text[point.end() : end], surnames):
            again = text.startswith(point.group(2), start)  # "Volex Inc. Volex"
            behind = None if again or tagged.kind == "person" else _NEXT
            found.append(_Break(point.end(1), point.end(), behind=behind))
    return sorted(found, key=lambda each: each.start)


def _is_dateline(name: str) -> bool:
    return name.isupper() and (is_region(name.title()) or is_city(name.title()))


def _ends_sentence(point: re.Match[str], rest: str, surnames: frozenset[str]) -> bool:
    """Tell "Mr. Ross. Ross", "Volex Inc. Volex" and "the U.S. Silas" from "Mr. Ross", "J. Ross"."""
    word, following = point.groups()
    if word == following or _dotless(word) in LEGAL_FORMS:  # "Mr. Li. Li", "Nestle S.A. Nestle"
        return word == following or following not in LEGAL_FORMS
    if _LETTERS.fullmatch(word):
        return is_region(word) and rest in surnames
    if fold(word) in GENERATIONS:
        return True
    abbreviates = word in TITLES or word in POINTED or word in _BEFORE_A_POINT
    return len(word) >= _SHORTEST and not abbreviates and not is_short_title(word)


def _dotless(word: str) -> str:
    return word.replace(".", "")
