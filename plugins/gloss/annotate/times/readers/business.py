"""Read seasons, quarters, halves and fiscal years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from gloss.annotate.times.context import Parts, Sense, TimeContext, dated
from gloss.annotate.times.periods import (
    Period,
    a_half,
    a_quarter,
    a_season,
    a_year,
    in_words,
    period,
)
from gloss.annotate.times.readers.calendar import how_of_year, number, year_of
from gloss.annotate.times.readers.counted import a_year_before
from gloss.annotate.times.readers.relative import of_publication, unplaced
from gloss.annotate.times.readers.spoken import reaches


def read_season(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a season, of a year or as the text's tense places it."""
    season = str(parts["season"].value)
    if year := year_of(parts, context):
        return dated(a_season(year, season), *how_of_year(parts, context))
    if context.published is None:
        return Sense("DATE", f"XXXX-{season}")
    if context.last and _beside_last(parts, context):
        return _season_after(season, context.last)
    if shift := number(parts, "shift"):
        return dated(_season_beside(season, shift, context.published), context.counted)
    this = a_season(context.published.year, season)
    if "shift" not in parts and context.direction() < 0 and this.first > context.published:
        this = a_season(context.published.year - 1, season)
    return dated(this, context.counted, 0.7)


def _season_after(season: str, last: Period) -> Sense:
    after = [a_season(last.first.year + n, season) for n in (0, 1)]
    found = next(s for s in after if s.first > last.last)
    return dated(found, f"counted from {in_words(last)}", 0.8)


def _season_beside(season: str, shift: int, published: date) -> Period:
    """The last season of that name that is over, or the next that is to begin.

    In January the last winter is the one that began two years before.
    """
    around = [a_season(published.year + n, season) for n in (-2, -1, 0, 1)]
    if shift < 0:
        return [s for s in around if s.last < published][-1]
    return next(s for s in around if s.first > published)


def read_seasons_ago(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "two summers ago"."""
    season = str((parts.get("seasons") or parts["season"]).value)
    if context.published is None:
        return Sense("DATE", f"XXXX-{season}")
    return dated(
        a_season(context.published.year - number(parts, "number", 1), season), context.counted
    )


def _beside_last(parts: Parts, context: TimeContext) -> bool:
    """ "The following spring", and "the next spring" of what is past, follow the date before."""
    word = parts["shift"].text if "shift" in parts else ""
    return word == "following" or (word == "next" and context.direction() < 0)


def read_quarter(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a quarter, of a year or of the one that publication means."""
    count = _quarter_number(parts)
    if not 1 <= count <= 4:
        return None
    year = year_of(parts, context)
    if year:
        return dated(a_quarter(year, count), *how_of_year(parts, context))
    if context.fiscal_year:
        return _of_the_firm(a_quarter(context.fiscal_year, count), context)
    if context.published is None:
        return Sense("DATE", f"XXXX-Q{count}")
    return _without_year(a_quarter, count, context.published, context)


def _of_the_firm(quarter: Period, context: TimeContext) -> Sense:
    """A quarter as the firm counts them; what it would have to come another has behind it."""
    found = context.business(quarter, "counted from the quarter named before")
    published = context.published
    if published and quarter.last <= published and (found.edtf or "") > published.isoformat():
        context.fiscal_months = 0
        return dated(quarter, f"year from {context.source}", 0.9)
    return found


def _without_year(
    part: Callable[[int, int], Period], which: int, published: date, context: TimeContext
) -> Sense:
    """Place a part of a year: it is last year's where it is to come, and far or told as past."""
    found = part(published.year, which)
    ahead = (found.first - published).days
    if ahead > 200 or (ahead > 45 and context.direction() < 0):
        found = part(published.year - 1, which)
    return dated(found, f"year from {context.source}", 0.9)


def _quarter_number(parts: Parts) -> int:
    if "quarter" in parts:
        return int(re.sub(r"\D", "", str(parts["quarter"].value)))
    return number(parts, "ordinal")


def read_half(parts: Parts, context: TimeContext) -> Sense | None:
    """Read half of a year."""
    code = parts.get("halfyear")
    which = int(str(code.value)[1]) if code else number(parts, "half")
    year = year_of(parts, context)
    if year:
        return dated(a_half(year, which))
    if context.published is None:
        return Sense("DATE", f"XXXX-H{which}")
    return _without_year(a_half, which, context.published, context)


def read_year_earlier_quarter(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the year-earlier third quarter"."""
    found = read_quarter(parts, context)
    return a_year_before(found.period, context) if found and found.period else found


def read_a_year_before(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the year-ago period": the business period named last, a year before."""
    unit, named = _unit_named(parts, context)
    if unit:
        return a_year_before(named, context) if named else None
    if context.fiscal:
        return a_year_before(context.fiscal, context)
    return of_publication("year", -1, context)


def _unit_named(parts: Parts, context: TimeContext) -> tuple[str, Period | None]:
    """The unit of "the same month last year", and the month: the one named last, else the present.

    "The same day in 1963" wants a day that was named.
    """
    unit = str(parts["span"].value) if "span" in parts else ""
    if unit not in ("day", "week", "weekend", "month"):
        return "", None
    anchor = context.last if "year" in parts else context.anchor()[0]
    return unit, anchor.within(unit) if anchor and reaches(anchor, unit) else None


def read_same_period(parts: Parts, context: TimeContext) -> Sense | None:
    """Read "the same period last year": the business period named last, in that year."""
    year = year_of(parts, context)
    if year is None:
        return unplaced("year")
    unit, named = _unit_named(parts, context)
    if unit and named is None:
        return None
    anchor = named or context.fiscal
    if anchor is None and "qtr" in parts and context.published:
        anchor = period("quarter", context.published).shift(-1)
    if anchor is None or anchor.unit not in ("quarter", "half", "month", "week", "weekend", "day"):
        return dated(a_year(year), context.counted if "yearshift" in parts else "", 0.7)
    how = f"as {in_words(anchor)}, named before"
    return replace(context.business(anchor.of_year(year), how), anchors=False)


def read_fiscal(parts: Parts, context: TimeContext) -> Sense | None:
    """Read a fiscal year, which TIMEX3 writes as the year that it is named after."""
    year = year_of(parts, context)
    if year:
        return dated(a_year(year))
    if context.published is None:
        return unplaced("year")
    return dated(a_year(context.published.year + number(parts, "shift")), context.counted, 0.7)


READERS = {
    "season": read_season,
    "seasons ago": read_seasons_ago,
    "quarter": read_quarter,
    "half": read_half,
    "quarter a year before": read_year_earlier_quarter,
    "a year before": read_a_year_before,
    "same period": read_same_period,
    "fiscal": read_fiscal,
}
