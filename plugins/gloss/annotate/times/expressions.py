"""Find the time expressions of a text and say what each one means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gloss.annotate.reading import Reading
from gloss.annotate.times.clause import Clauses
from gloss.annotate.times.context import MatchedPart, Sense, TimeContext
from gloss.annotate.times.dateline import dateline
from gloss.annotate.times.finder import Match, codes_of, matches_at, modifier_before, places
from gloss.annotate.times.guards import GUARDS, Surroundings, surroundings_of
from gloss.annotate.times.readers import READERS
from gloss.annotate.times.rules import Grammar, Rule, load_grammar
from gloss.annotate.times.tokens import Run
from gloss.edtf import iso_date, with_doubt
from gloss.story import Doubt, Moment

_DOUBTFUL = 0.5


def find_times(reading: Reading) -> tuple[list[Moment], list[Doubt]]:
    """Return the time expressions of a text in order; offsets are into ``reading.text``.

    No two overlap. The second list holds what an editor should look at: dates in figures whose
    order nothing in the story shows.
    """
    moments = [moment for _, moment in read_matches(reading)]
    doubts = [_doubt(reading.text, m) for m in moments if m.sure <= _DOUBTFUL]
    return moments, doubts


def read_matches(reading: Reading) -> list[tuple[Rule, Moment]]:
    """Return the time expressions of a text in order, each with the rule that found it."""
    clauses = Clauses(reading)
    return _Reader(load_grammar(), clauses, _context(reading, clauses)).read()


def _doubt(text: str, moment: Moment) -> Doubt:
    says = f"{text[moment.start : moment.end]} is {moment.how}: it may be another day"
    return Doubt("time", moment.start, moment.end, says)


def _context(reading: Reading, clauses: Clauses) -> TimeContext:
    """Return what is known before the first word: the day of the dateline, or of publication."""
    given = iso_date(reading.published) or ""
    published = date.fromisoformat(given[:10]) if len(given) >= len("2018-09-17") else None

    def moments(context: TimeContext) -> list[Moment]:
        return [moment for _, moment in _Reader(load_grammar(), clauses, context).read()]

    day = dateline(reading, published, moments)
    source = "publication" if day in (None, published) else "the dateline"
    return TimeContext(day or published, source, latest=published, text=reading.text)


@dataclass
class _Reader:
    """Reads the expressions of one text in order, since each may count from those before it."""

    grammar: Grammar
    clauses: Clauses
    context: TimeContext

    def read(self) -> list[tuple[Rule, Moment]]:
        self.context.direction_at = self.clauses.direction
        runs = self.grammar.scanner.runs(self.context.text, places)
        return [found for run in runs for found in self.read_run(run)]

    def read_run(self, run: Run) -> Iterator[tuple[Rule, Moment]]:
        codes = codes_of(run)
        floor = 0
        for place in places(codes):
            if place < floor:
                continue
            match, senses = self.first_sense(run, codes, place, floor)
            if match is None:
                continue
            found = [self.moment(match, sense, floor) for sense in senses]
            for moment in sorted(found, key=lambda moment: moment.start):
                yield match.rule, moment
            for sense, moment in zip(senses, found, strict=True):
                self.context.note(sense, moment.end)
            floor = match.last

    def first_sense(
        self, run: Run, codes: str, place: int, floor: int
    ) -> tuple[Match | None, tuple[Sense, ...]]:
        """Return the longest match at a place that its guard lets pass and that means a time."""
        for match in matches_at(self.grammar, run, codes, place):
            guard = match.rule.guard
            if guard and not GUARDS[guard](self.around(match)):
                continue
            self.context.start = self.start_of(match, floor)
            self.context.end = match.end
            try:
                found = self.sense(match)
            except (ValueError, OverflowError):  # the calendar has no such day, nor is a part one
                return match, ()
            if found:
                return match, found if isinstance(found, tuple) else (found,)
        return None, ()

    def around(self, match: Match) -> Surroundings:
        """Return what stands around a match."""
        context = self.context
        return surroundings_of(context.text, match, self.clauses, context.day_end)

    def sense(self, match: Match) -> Sense | tuple[Sense, ...] | None:
        """Return what a match means: what its reader says, or the value that its rule states."""
        rule, parts = match.rule, match.parts
        if rule.means:
            values = {name: part.value for name, part in parts.items()}
            return Sense(rule.type or "DATE", rule.means.format_map(values))
        for name, value in rule.given.items():
            parts = {**parts, name: MatchedPart(name.upper(), value, match.start, match.start)}
        found = READERS[rule.read](parts, self.context)
        return replace(found, type=rule.type) if rule.type and isinstance(found, Sense) else found

    def start_of(self, match: Match, floor: int) -> int:
        """Where an expression begins with the words before it that belong to it."""
        modifier = modifier_before(self.grammar, match, floor)
        return match.run[modifier.first].start if modifier else match.start

    def moment(self, match: Match, sense: Sense, floor: int) -> Moment:
        """Say where a sense stands, with the words before it that belong to it."""
        start, end = _stretch(match, sense)
        modifier = modifier_before(self.grammar, match, floor)
        about = False
        if modifier and start == match.start:
            start = match.run[modifier.first].start
            about = modifier.value == "~"
        edtf = _qualified(sense, about)
        how = sense.how if edtf else ""  # what is on no timeline is not explained there
        return Moment(start, end, sense.type, sense.value, edtf, how, sense.sure)


def _qualified(sense: Sense, about: bool) -> str | None:
    """Return the EDTF value, marked approximate or uncertain where it is and where EDTF can."""
    if sense.type != "DATE" or not sense.edtf:
        return sense.edtf
    return with_doubt(sense.edtf, "~" if about else "?" if sense.sure <= _DOUBTFUL else "")


def _stretch(match: Match, sense: Sense) -> tuple[int, int]:
    """Return where a sense begins and ends: the whole match, or the parts that it names."""
    if sense.between is None:
        return match.start, match.end
    first, last = sense.between
    return (
        match.start if first == "start" else match.parts[first].start,
        match.end if last == "end" else match.parts[last].end,
    )
