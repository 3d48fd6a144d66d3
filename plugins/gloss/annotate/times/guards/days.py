"""Guards of days, months, years and holidays."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.surroundings import Surroundings
from gloss.annotate.times.named_days import NAMED_DAYS, event_on
from gloss.annotate.times.vocabulary import word_list

_CUT_OFF = 4  # letters: a month this short is cut off, and "Jan" without its dot a name
_LIKELY_YEARS = range(1900, 2061)
_SHORTEST_DAY = 6  # letters of "Monday": a shorter weekday is cut off and wants its dot
_DAY = re.compile(r"(?<![\w.,])(\d\d)(?:st|nd|rd|th)?(?: of)? $")
_FIRST_DECADE = 20  # "the 10s, 100s" are numbers
_LAST_DAY = 31
_WIDEST_DAY = len("32nd of ")
_DECADE_AND = re.compile(r"(?:the |[12]\d|['’‘])\d0['’]?s,? (?:and|or|to|,) $")
_WIDEST_DECADE = len("the 1990's, and ")
_AND_YEAR = re.compile(r" (?:and|or) \d{4} ([A-Z]\w+)")
_CLAUSE = 80  # characters
_CENTURY = re.compile(r"\b\d\d?(?:st|nd|rd|th)[- ]century\b[^.;\n]*$")


def day_of_month(around: Surroundings) -> bool:
    """ "In March 20 people died" counts people."""
    day = around.match.parts.get("day")
    last = day is not None and day.end == around.match.end
    return not (last and around.before == "in" and around.next_tag == "NNS")


def of_a_day_there_is(around: Surroundings) -> bool:
    """ "May 2021", not the one of "45 May 2021" and "the 32nd of May"."""
    figures = _DAY.search(around.text, max(0, around.match.start - _WIDEST_DAY), around.match.start)
    return figures is None or int(figures[1]) <= _LAST_DAY


def bare_month(around: Surroundings) -> bool:
    """A month by itself; "May", "March" and "April" are also names and verbs."""
    word = around.written.rstrip(".").lower()
    if not of_a_day_there_is(around):
        return False
    short = len(word) <= _CUT_OFF and not around.written.endswith(".")
    if short and word not in word_list("short_months"):
        return _is_cut_off(around)
    if word in word_list("months_that_are_names"):
        return not _is_name(around)
    return word not in word_list("months_that_are_verbs") or _is_no_verb(around, word)


def _is_cut_off(around: Surroundings) -> bool:
    """ "In Jan" without its dot; not "(DEC)"."""
    acronym = around.written.isupper() and not around.line.isupper()
    return around.preceded_by("before_a_year") and not (acronym or around.capital_after)


def _is_name(around: Surroundings) -> bool:
    """ "April Jones", "Elias August"."""
    dated = around.preceded_by("before_a_date") or around.preceded_by("before_a_noun")
    alone = around.capital_before or around.capital_after
    return around.is_first_name or (alone and not dated)


def _is_no_verb(around: Surroundings, word: str) -> bool:
    """ "In May", "the May vote", "began March with a win"; not "he may", "Mrs May"."""
    if around.tag_before == "JJS" or (around.after == "-" and not around.spaced):
        return True
    if around.preceded_by("before_a_date"):
        return around.next_tag != "NNP" or not around.capital_after
    if around.preceded_by("opens_a_month"):
        return not around.capital_after
    if around.preceded_by("before_a_noun"):
        return around.next_tag in ("NN", "NNS", "JJ")
    stands_alone = around.after in (",", ".", ";") and not around.capital_before
    return stands_alone and around.tag == "NNP" and word != "may"


def bare_weekday(around: Surroundings) -> bool:
    """A weekday by itself: not "Black Friday", "the Sunday Times", nor "Sun" and "Sat"."""
    word = around.written.split()[-1]
    if len(word) < _SHORTEST_DAY and (not word.endswith(".") or around.capital_before):
        return False  # "Sun" for short has its dot, and the Las Vegas Sun another
    if around.preceded_by("before_a_named_day") and around.capital_before:
        return False
    return not (around.followed_by("behind_a_named_day") and around.capital_after)


def not_past(around: Surroundings) -> bool:
    """ "Will sit a week on Tuesday", "burned a week yesterday"; not "lost two weeks on Friday"."""
    return (
        around.value("deictic").startswith("-") or around.clauses.direction(around.match.start) >= 0
    )


def no_weekday_in_particular(around: Surroundings) -> bool:
    """ "On a Monday", not "a Monday meeting"."""
    return not around.next_tag.startswith(("NN", "JJ", "VBG")) and bare_weekday(around)


def month_or_weekday(around: Surroundings) -> bool:
    """ "That March", "that Sunday"; not "said that Sunday", nor "that Sun"."""
    if around.first_tag == "IN":
        return False
    if "month" in around.match.parts:
        return not around.capital_after  # "that June Carter spoke"
    return bare_weekday(around)


def ordinal_in_figures(around: Surroundings) -> bool:
    """ "Monday the 17th", not "on Monday the first of them"."""
    return any(c.isdigit() for c in around.written)


def ordinal_day(around: Surroundings) -> bool:
    """ "On the 21st", not "the 21st century" or "the 2nd floor"."""
    ends = not around.after or around.after in ",.;:)—–and"
    if not (ends and ordinal_in_figures(around) and around.preceded_by("before_an_ordinal_day")):
        return False
    before = around.text[max(0, around.match.start - _CLAUSE) : around.match.start]
    return not _CENTURY.search(before)  # "in the 17th century, and at the end of the 19th"


def plain_deictic(around: Surroundings) -> bool:
    """ "Today", not "USA Today" or the "Today" show, nor "today's youth", which is no day's."""
    return not _of_an_age(around) and (not around.capital or around.before == "and")


def _of_an_age(around: Surroundings) -> bool:
    """ "Today's personal computers", "the leaders of tomorrow"."""
    day = around.clauses.token_at(around.match.start)
    if day is None:
        return False
    whose = day.head if day.dep_ == "poss" else day.head.head if around.before == "of" else day
    return whose.lower_ in word_list("of_an_age")


def is_year(around: Surroundings) -> bool:
    """A number of four figures that is a year: likely from 1900 on, else in a year's company; not
    "a 1987 Chevrolet", which is a model."""
    if _is_model(around) or around.preceded_by("months") or _is_glued(around):
        return False
    if around.preceded_by("before_a_count") or around.followed_by("counted"):
        return False
    part = next(iter(around.match.parts.values()))
    if int(str(part.value)[:4]) in _LIKELY_YEARS:
        return around.next_tag != "NNS" or _names_what_follows(around) or _after_prefix(around)
    if around.before == "the" and around.followed_by("of_its_year"):
        return True
    return around.next_tag not in ("NNS", "NN") and _has_company(around)


def _has_company(around: Surroundings) -> bool:
    """ "In 1066", "founded about 1650", "dating back to 1712"."""
    if around.preceded_by("before_a_year") or _is_listed(around):
        return True
    if around.before == "to" and around.before_that in word_list("dates_to"):
        return True
    about = word_list("before_a_year") | word_list("done_about_a_year")
    return around.preceded_by("about") and around.before_that in about


def _is_model(around: Surroundings) -> bool:
    """ "A 1987 Chevrolet", "1986 and 1987 Jeeps", "the Peugeot 2008"."""
    listed = _AND_YEAR.match(around.text, around.match.end)
    named = listed[1].lower() if listed else around.after
    if named in word_list("makers_of_cars"):
        return listed is not None or around.capital_after
    return around.preceded_by("makers_of_cars") and around.before_that in word_list("before_a_noun")


def _names_what_follows(around: Surroundings) -> bool:
    """ "The 1990 games", "a 2012 records request", "2004 and 2008 rules"; not "some 1990 games"."""
    if around.preceded_by("before_a_year") or around.preceded_by("before_a_noun"):
        return True
    return _is_listed(around) or around.before.endswith(("'s", "’s", "s'", "s’"))


def _is_listed(around: Surroundings) -> bool:
    """ "2004 and 2008", "in 476 AD and 1066"."""
    before = around.before_that
    year = (before.isdigit() and len(before) == 4) or before in word_list("eras")
    return around.before == "and" and year


def _after_prefix(around: Surroundings) -> bool:
    """ "Post-1959 politics"."""
    return around.before.startswith(tuple(word_list("glued_before_a_year")))


def is_fiscal_year(around: Surroundings) -> bool:
    """ "The fiscal year", not "from a fiscal year to a calendar year"."""
    return around.before not in ("a", "each", "every", "any", "per")


def is_event(around: Surroundings) -> bool:
    """ "The Sept. 11 attacks", which everybody writes without their year."""
    month, day = (int(around.match.parts[name].value) for name in ("month", "day"))
    event = event_on(month, day)
    return event is not None and around.after in NAMED_DAYS[event]["before"].split()


def _is_glued(around: Surroundings) -> bool:
    """Whether a number is a piece of a longer one, a price or a name: "$1990", "MD-1990"."""
    if (
        around.text[around.match.start - 1 : around.match.start] in tuple("-/+#$.€£")
        and around.match.start
    ):
        return not _after_prefix(around)
    if around.after == "-" and not around.spaced:
        return not (around.after_that.isdigit() and len(around.after_that) == 4)
    return False


def short_year(around: Surroundings) -> bool:
    """ "The class of '98", "in '98", "the '08 race"."""
    return around.preceded_by("before_a_year") or around.before in ("the", "and", "or")


def is_decade(around: Surroundings) -> bool:
    """ "The 1990s" and "the '90s"; "in his 90s" is an age, "the low 90s" a temperature."""
    figures = re.sub(r"\D", "", around.written)
    if len(figures) == 4:
        return True
    if around.before in ("his", "her", "their"):
        return False
    if figures and around.words[-1][0] not in "'’`‘":
        after = around.text[max(0, around.match.start - _WIDEST_DECADE) : around.match.start]
        heat = "degree" in around.line or "temperature" in around.line
        named = around.words[0] == "the" and int(figures) >= _FIRST_DECADE and not heat
        return named or bool(_DECADE_AND.search(after))
    if figures:
        return True
    return around.after not in ("and", "or")


def is_holiday(around: Surroundings) -> bool:
    """A holiday with its capital, not "Easter Island" nor "Christmas and New Year"."""
    season = around.after == "and" and around.after_that == "new"
    named = around.followed_by("behind_a_named_holiday") or season
    return not (around.written.split()[-1][0].islower() or named)


GUARDS = {
    "not told as past": not_past,
    "a month, not of no day": of_a_day_there_is,
    "the day of an event": is_event,
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
