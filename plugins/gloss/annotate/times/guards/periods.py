"""Guards of seasons, quarters, and periods named by their unit."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.site import Site
from gloss.annotate.times.lexicon import words_of

_WHOLE = 40  # characters that "of the fiscal year" can take
_ONE_OF_THEM = re.compile(r"\b(?i:first|second|third|last|final|most|\w{3,}est)\b[^.,;:]* of\s$")


def is_season(site: Site) -> bool:
    """ "In the spring", not "to spring", "a fall in prices", "Summer Olympics"."""
    if site.tag.startswith("VB") or site.before_any("after_no_season"):
        return False
    verb = site.words[-1] in words_of("seasons_that_are_verbs")
    if len(site.words) == 1:
        if verb and site.next_tag.startswith("NN"):
            return False
        return site.after_any("before_a_season") and not site.capital_after
    if verb and site.words[0] == "the":
        return site.after_any("before_a_date")
    return True


def is_quarter(site: Site) -> bool:
    """A quarter of a year, not of a game, a mile or a sum; "a second quarter of $2 million"."""
    if site.after == "of" and not _is_sum(site.after_that):
        whole = site.text[site.match.end :][:_WHOLE].lower().split()[1:4]
        return any(word.strip(".,;") in words_of("of_a_year") for word in whole)
    return not site.before_any("after_no_quarter")


def is_half_year(site: Site) -> bool:
    """ "First-half profit"; not the first half of a match, nor of anything but a year."""
    return site.before_any("figures_of_a_business")


def is_period(site: Site) -> bool:
    """ "Last week"; not "the last week of the fair", "the last day", "the following year"."""
    if site.after == "of" or set(site.words) & words_of("neighbours"):
        return False
    if site.written.istitle() and len(site.words) == 2 and (site.capital or site.quoted):
        return False  # "This Week", which is a programme
    if from_now_on(site):
        return False
    text = " ".join(site.words)
    if text.startswith(("the past", "the last", "past", "present", "the present")):
        return False
    if text in ("last day", "this day", "this season"):
        return False
    return not (text.startswith("the next") and site.clauses.direction(site.match.start) < 0)


def spoken_period(site: Site) -> bool:
    """ "The quarter" and "the year" of a business story; not "man of the year", "the day"."""
    unit = site.value("span")
    if site.words != ["the", unit]:
        return True
    if unit in ("day", "weekend", "decade", "century"):
        return False
    if site.before == "of":
        return site.before_that in words_of("before_a_part_of_a_year") or _first_or_most(site)
    if site.after == "of":
        return not site.after_that[:1].isalpha()
    if site.after == "to" and _is_sum(site.after_that):
        return True
    return not site.before_any("after_no_spoken_period")


def _first_or_most(site: Site) -> bool:
    """ "The first fire of the year", "the largest of the month"; not "man of the year"."""
    return (
        _ONE_OF_THEM.search(site.text[max(0, site.match.start - _WHOLE) : site.match.start])
        is not None
    )


def _is_sum(word: str) -> bool:
    """Whether a word begins a sum of money or a number."""
    return word[:1] in tuple("$£€¥#") or word[:1].isdigit()


def neighbour(site: Site) -> bool:
    """ "The next day", "the previous year"; "the last day" and "the past year" are others'."""
    if site.after == "of" or from_now_on(site):
        return False
    return not set(site.words) & words_of("not_neighbours")


def counted_units(site: Site) -> bool:
    """ "Two years ago", "two years back"; not the "days back" of "they gave the days back"."""
    counts = site.match.parts.keys() & {"number", "one", "vague"}
    return bool(counts) or site.words[-1] != "back"


def ends_there(site: Site) -> bool:
    """ "The day before.", not "the day before he left"."""
    return not site.after or site.after in ".,;:!?—)"


def no_apposition(site: Site) -> bool:
    """ "Two years later it burned"; not "two years later, on 3 May 2015", "later than planned"."""
    if site.after == "than":
        return False
    return not (site.after == "," and site.after_that in ("on", "in"))


def not_of_another_year(site: Site) -> bool:
    """ "The same day"; not "the same day in 1963", nor "the same day as the vote"."""
    if "same" in site.words and site.after in ("of", "as"):
        return False
    return not (site.after in ("in", "of") and site.after_that[:1].isdigit())


def the_weekend(site: Site) -> bool:
    """ "The weekend", not "a weekend"."""
    return "the" in site.words


def up_to_now(site: Site) -> bool:
    """ "The past year", "over the last week"; not "the last day" or "the last week of May"."""
    if site.after == "of" or site.value("unit") == "season":
        return False
    return site.value("span") != "day"


def from_now_on(site: Site) -> bool:
    """ "Over the next week", "the next decade"; not "the next week they met", a week by name."""
    if site.words[:2] != ["the", "next"]:
        return False
    unit = site.words[-1]
    named = site.after == "of" or not site.after_any("before_a_stretch")
    return unit in ("decade", "century") or (unit in ("week", "month") and not named)


GUARDS = {
    "a season, not a verb or a sport": is_season,
    "a quarter of a year": is_quarter,
    "a business half-year": is_half_year,
    "a period, not a neighbour": is_period,
    "a period spoken of": spoken_period,
    "a neighbouring period": neighbour,
    "a count of units": counted_units,
    "nothing follows it": ends_there,
    "no date in apposition": no_apposition,
    "not of another year": not_of_another_year,
    "the weekend": the_weekend,
    "a stretch up to now": up_to_now,
    "a stretch from now on": from_now_on,
}
