"""Find the time expressions of a text and say what each one means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gloss.annotate.language import Reading
from gloss.annotate.times.clause import Clauses
from gloss.annotate.times.finder import Match, codes_of, matches_at, modifier_before
from gloss.annotate.times.grammar_rules import Grammar, load_grammar
from gloss.annotate.times.guards import GUARDS, site_of
from gloss.annotate.times.readers import READERS
from gloss.annotate.times.scene import Parts, Scene, Sense
from gloss.annotate.times.tokens import Run
from gloss.story import Doubt, Moment

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?![\d/.-])")


def find_times(reading: Reading) -> tuple[list[Moment], list[Doubt]]:
    """Return the time expressions of a text in order; offsets are into ``reading.text``."""
    grammar = load_grammar()
    clauses = Clauses(reading.doc)
    scene = Scene(_published(reading.published), text=reading.text)
    scene.direction_at = clauses.direction
    scene.day_first = day_first(reading.text)
    moments: list[Moment] = []
    for run in grammar.scanner.runs(reading.text):
        moments.extend(_read_run(grammar, run, scene, clauses))
    return moments, []


def _published(published: str | None) -> date | None:
    match = _DAY.match(published or "")
    return date.fromisoformat(match[0]) if match else None


def day_first(text: str) -> bool | None:
    """Return whether a text's dates in figures put the day first; None where they do not show."""
    firsts, seconds = 0, 0
    for match in _FIGURES.finditer(text):
        firsts += int(match[1]) > 12
        seconds += int(match[2]) > 12
    return None if firsts == seconds else firsts > seconds


def _read_run(
    grammar: Grammar, run: Run, scene: Scene, clauses: Clauses
) -> Iterator[Moment]:
    codes = codes_of(run)
    place, floor = 0, 0
    while place < len(run):
        match, senses = _first_sense(grammar, run, codes, place, scene, clauses)
        if match is None:
            place += 1
            continue
        for sense in senses:
            yield _moment(grammar, match, sense, floor)
            scene.note(sense)
        place = floor = match.last


def _first_sense(
    grammar: Grammar, run: Run, codes: str, place: int, scene: Scene, clauses: Clauses
) -> tuple[Match | None, tuple[Sense, ...]]:
    for match in matches_at(grammar, run, codes, place):
        if match.rule.guard:
            guard = GUARDS[match.rule.guard]
            if not guard(site_of(scene.text, match, clauses)):
                continue
        scene.start = match.start
        try:
            found = READERS[match.rule.read](match.parts, scene)
        except (ValueError, OverflowError):  # the calendar has no such day
            continue
        if found:
            return match, found if isinstance(found, tuple) else (found,)
    return None, ()


def _moment(grammar: Grammar, match: Match, sense: Sense, floor: int) -> Moment:
    start, end = match.start, match.end
    if sense.between:
        start, end = _between(match.parts, sense.between, match.end)
    approximate = False
    if start == match.start:
        modifier = modifier_before(grammar, match.run, match.first, floor)
        if modifier:
            start = match.run[modifier.first].start
            approximate = modifier.value == "~"
    moment = Moment(start, end, sense.type, sense.value, sense.edtf, sense.how, sense.sure)
    return replace(moment, edtf=moment.edtf + "~") if approximate and _bare(moment) else moment


def _between(parts: Parts, names: tuple[str, str], end: int) -> tuple[int, int]:
    return parts[names[0]].start, end if names[1] == "end" else parts[names[1]].end


def _bare(moment: Moment) -> bool:
    return bool(moment.edtf and re.fullmatch(r"\d{4}(-\d\d){0,2}", moment.edtf))
