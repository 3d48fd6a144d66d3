"""Guards of seasons, quarters, and periods named by their unit."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.surroundings import Surroundings
from gloss.annotate.times.vocabulary import word_list

_WHOLE = 40  # characters that "of the fiscal year" can take
_ONE_OF_THEM = re.compile(r"\b(?i:first|second|third|last|final|most|\w{3,}est)\b[^.,;:]* of\s$")


def is_season(around: Surroundings) -> bool:
    """ "In the spring", not "to spring", "a fall in prices", "Summer Olympics"."""
    if around.tag.startswith("VB") or around.followed_by("behind_no_season"):
        return False
    verb = around.words[-1] in word_list("seasons_that_are_verbs")
    if len(around.words) == 1:
        if verb and around.next_tag.startswith("NN"):
            return False
        return around.preceded_by("before_a_season") and not around.capital_after
    if verb and around.words[0] == "the":
        return around.preceded_by("before_a_date")
    return True


def is_quarter(around: Surroundings) -> bool:
    """A quarter of a year, not of a game, a mile or a sum; "a second quarter of $2 million"."""
    if around.after == "of" and not _is_sum(around.after_that):
        whole = around.text[around.match.end :][:_WHOLE].lower().split()[1:4]
        return any(word.strip(".,;") in word_list("of_a_year") for word in whole)
    return not around.followed_by("behind_no_quarter")


def is_half_year(around: Surroundings) -> bool:
    """ "First-half profit"; not the first half of a match, nor of anything but a year."""
    return around.followed_by("figures_of_a_business")


def is_period(around: Surroundings) -> bool:
    """ "Last week"; not "the last week of the fair", "the last day", "the following year"."""
    if around.after == "of" or set(around.words) & word_list("neighbours"):
        return False
    if around.written.istitle() and len(around.words) == 2 and (around.capital or around.quoted):
        return False  # "This Week", which is a programme
    if _from_now_on(around):
        return False
    if {around.words[0], " ".join(around.words[:2])} & word_list("begin_no_period"):
        return False
    told = around.words[:2] == ["the", "next"] and around.clauses.direction(around.match.start) < 0
    return not told


def spoken_period(around: Surroundings) -> bool:
    """ "The quarter" and "the year" of a business story; not "man of the year", "the day"."""
    unit = around.value("span")
    if around.words != ["the", unit]:
        return True
    if unit in ("day", "weekend", "decade", "century"):
        return unit == "day" and around.preceded_by("before_the_day")
    if around.before == "of":
        return around.before_that in word_list("before_a_part_of_a_year") or _first_or_most(around)
    if around.after == "of":
        return not around.after_that[:1].isalpha()
    if around.after == "to" and _is_sum(around.after_that):
        return True
    return not around.followed_by("behind_no_spoken_period")


def _first_or_most(around: Surroundings) -> bool:
    """ "The first fire of the year", "the largest of the month"; not "man of the year"."""
    return (
        _ONE_OF_THEM.search(around.text[max(0, around.match.start - _WHOLE) : around.match.start])
        is not None
    )


def _is_sum(word: str) -> bool:
    """Whether a word begins a sum of money or a number."""
    return word[:1] in tuple("$£€¥#") or word[:1].isdigit()


def neighbour(around: Surroundings) -> bool:
    """ "The next day", "the previous year"; "the last day" and "the past year" are others'."""
    if around.after == "of" or _from_now_on(around):
        return False
    return not set(around.words) & word_list("not_neighbours")


def ends_there(around: Surroundings) -> bool:
    """ "The day before.", not "the day before he left"."""
    return not around.after or around.after in ".,;:!?—)"


def no_apposition(around: Surroundings) -> bool:
    """ "Two years later it burned"; not "two years later, on 3 May 2015", "later than planned"."""
    if around.after == "than":
        return False
    return not (around.after == "," and around.after_that in ("on", "in"))


def not_of_another_year(around: Surroundings) -> bool:
    """ "The same day"; not "the same day in 1963", nor "the same day as the vote"."""
    if "same" in around.words and around.after in ("of", "as"):
        return False
    return not (around.after in ("in", "of") and around.after_that[:1].isdigit())


def the_weekend(around: Surroundings) -> bool:
    """ "The weekend", not "a weekend"."""
    return "the" in around.words


def up_to_now(around: Surroundings) -> bool:
    """ "The past year", "over the last week"; not "the last day" or "the last week of May"."""
    if around.after == "of" or around.value("unit") == "season":
        return False
    return around.value("span") != "day"


def _from_now_on(around: Surroundings) -> bool:
    """ "Over the next week", "the next decade"; not "the next week they met", a week by name."""
    if around.words[:2] != ["the", "next"]:
        return False
    unit = around.words[-1]
    named = around.after == "of" or not around.preceded_by("before_a_stretch")
    if unit in ("decade", "century"):  # "early in the next decade" is one of the calendar
        return not (around.before == "in" and around.before_that in ("early", "late"))
    return unit in ("week", "month") and not named


GUARDS = {
    "a season, not a verb or a sport": is_season,
    "a quarter of a year": is_quarter,
    "a business half-year": is_half_year,
    "a period, not a neighbour": is_period,
    "a period spoken of": spoken_period,
    "a neighbouring period": neighbour,
    "nothing follows it": ends_there,
    "no date in apposition": no_apposition,
    "not of another year": not_of_another_year,
    "the weekend": the_weekend,
    "a stretch up to now": up_to_now,
}
