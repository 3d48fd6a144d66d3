"""Guards of days, months, years and holidays."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.site import Site
from gloss.annotate.times.lexicon import words_of

# Months that are also names or verbs, and how they are told apart.
_VERBS = ("may", "march", "mar")
_NAMES = ("april", "june", "august")
_SHORT = ("may", "june", "july")
_CUT_OFF = 4  # letters: a month this short is cut off, and "Jan" without its dot a name
_LIKELY_YEARS = range(1900, 2061)
_SHORTEST_DAY = 6  # letters of "Monday": a shorter weekday is cut off and wants its dot
_CLAUSE = 80  # characters
_CENTURY = re.compile(r"\b\d\d?(?:st|nd|rd|th)[- ]century\b[^.;\n]*$")


def day_of_month(site: Site) -> bool:
    """ "In March 20 people died" counts people."""
    day = site.match.parts.get("day")
    last = day is not None and day.end == site.match.end
    return not (last and site.before == "in" and site.next_tag == "NNS")


def bare_month(site: Site) -> bool:
    """A month by itself; "May", "March" and "April" are also names and verbs."""
    word = site.written.rstrip(".").lower()
    if len(word) <= _CUT_OFF and word not in _SHORT and not site.written.endswith("."):
        return site.after_any("before_a_date") and not site.capital_after
    if word in _NAMES:
        surname = site.capital_before and not site.after_any("before_a_date")
        return not surname and not (site.opens_sentence and site.capital_after)
    if word not in _VERBS or (site.after == "-" and not site.spaced) or site.tag_before == "JJS":
        return True
    if site.after_any("before_a_date"):
        return site.next_tag != "NNP" or not site.capital_after
    if site.after_any("opens_a_month"):
        return not site.capital_after
    if site.after_any("before_a_noun"):
        return site.next_tag in ("NN", "NNS", "JJ")
    stands_alone = site.after in (",", ".", ";") and not site.capital_before
    return stands_alone and site.tag == "NNP" and word != "may"


def bare_weekday(site: Site) -> bool:
    """A weekday by itself: not "Black Friday", "the Sunday Times", nor "Sun" and "Sat"."""
    word = site.written.split()[-1]
    if len(word) < _SHORTEST_DAY and (not word.endswith(".") or site.capital_before):
        return False  # "Sun" for short has its dot, and the Las Vegas Sun another
    if site.after_any("before_a_named_day") and site.capital_before:
        return False
    return not (site.before_any("after_a_named_day") and site.capital_after)


def no_weekday_in_particular(site: Site) -> bool:
    """ "On a Monday", not "a Monday meeting"."""
    return not site.next_tag.startswith(("NN", "JJ", "VBG")) and bare_weekday(site)


def month_or_weekday(site: Site) -> bool:
    """ "That March", "that Sunday"; not "said that Sunday", nor "that Sun"."""
    if site.first_tag == "IN":
        return False
    return "month" in site.match.parts or bare_weekday(site)


def ordinal_in_figures(site: Site) -> bool:
    """ "Monday the 17th", not "on Monday the first of them"."""
    return any(c.isdigit() for c in site.written)


def ordinal_day(site: Site) -> bool:
    """ "On the 21st", not "the 21st century" or "the 2nd floor"."""
    ends = not site.after or site.after in ",.;:)—–and"
    if not (ends and ordinal_in_figures(site) and site.after_any("before_an_ordinal_day")):
        return False
    before = site.text[max(0, site.match.start - _CLAUSE) : site.match.start]
    return not _CENTURY.search(before)  # "in the 17th century, and at the end of the 19th"


def plain_deictic(site: Site) -> bool:
    """ "Today", not "USA Today" or the "Today" show, nor "today's youth", which is no day's."""
    return not _of_an_age(site) and (not site.capital or site.before == "and")


def _of_an_age(site: Site) -> bool:
    """ "Today's personal computers", "the leaders of tomorrow"."""
    day = site.clauses.token_at(site.match.start)
    if day is None:
        return False
    whose = day.head if day.dep_ == "poss" else day.head.head if site.before == "of" else day
    return whose.lower_ in words_of("of_an_age")


def is_year(site: Site) -> bool:
    """A number of four figures that is a year: likely from 1900 on, else in a year's company; not
    "a 1987 Chevrolet", which is a model."""
    if site.before_any("makers_of_cars") and site.capital_after:
        return False
    if site.after_any("before_a_count") or site.before_any("counted") or _is_glued(site):
        return False
    part = next(iter(site.match.parts.values()))
    if int(str(part.value)[:4]) in _LIKELY_YEARS:
        return site.next_tag != "NNS" or _names_what_follows(site) or _after_prefix(site)
    about = site.after_any("about") and site.before_that in words_of("before_a_year")
    return (about or site.after_any("before_a_year")) and site.next_tag not in ("NNS", "NN")


def _names_what_follows(site: Site) -> bool:
    """ "The 1990 games", "a 2012 records request", "2004 and 2008 rules"; not "some 1990 games"."""
    if site.after_any("before_a_year") or site.after_any("before_a_noun"):
        return True
    listed = site.before == "and" and site.before_that.isdigit() and len(site.before_that) == 4
    return listed or site.before.endswith(("'s", "’s", "s'", "s’"))


def _after_prefix(site: Site) -> bool:
    """ "Post-1959 politics"."""
    return site.before.startswith(tuple(words_of("glued_before_a_year")))


def is_fiscal_year(site: Site) -> bool:
    """ "The fiscal year", not "from a fiscal year to a calendar year"."""
    return site.before not in ("a", "each", "every", "any", "per")


def is_of_2001(site: Site) -> bool:
    """ "The Sept. 11 attacks", which everybody writes without their year."""
    if "nineeleven" in site.match.parts:
        return True
    day = (site.match.parts["month"].value, site.match.parts["day"].value)
    return day == (9, 11) and site.before_any("attacks_of_2001")


def _is_glued(site: Site) -> bool:
    """Whether a number is a piece of a longer one, a price or a name: "$1990", "MD-1990"."""
    if site.text[site.match.start - 1 : site.match.start] in tuple("-/+#$.€£") and site.match.start:
        return not _after_prefix(site)
    if site.after == "-" and not site.spaced:
        return not (site.after_that.isdigit() and len(site.after_that) == 4)
    return False


def short_year(site: Site) -> bool:
    """ "The class of '98", "in '98", "the '08 race"."""
    return site.after_any("before_a_year") or site.before in ("the", "and", "or")


def is_decade(site: Site) -> bool:
    """ "The 1990s" and "the '90s"; "in his 90s" is an age, "the low 90s" a temperature."""
    figures = re.sub(r"\D", "", site.written)
    if len(figures) == 4:
        return True
    if site.before in ("his", "her", "their"):
        return False
    if figures:
        return site.words[-1][0] in "'’`‘"
    return site.after not in ("and", "or")


def is_holiday(site: Site) -> bool:
    """A holiday with its capital, not "Easter Island"."""
    return site.written.split()[-1][0].isupper() and not site.before_any("after_a_named_holiday")


GUARDS = {
    "the attacks of 2001": is_of_2001,
    "day of a month": day_of_month,
    "a month, not a name": bare_month,
    "a weekday, not a name": bare_weekday,
    "no day in particular": no_weekday_in_particular,
    "a month or weekday by name": month_or_weekday,
    "a day in figures": ordinal_in_figures,
    "a day, not a place in a row": ordinal_day,
    "a day, not a title": plain_deictic,
    "a year, not a count": is_year,
    "a short year": short_year,
    "a certain fiscal year": is_fiscal_year,
    "a decade, not ages": is_decade,
    "a holiday, not a name": is_holiday,
}
