"""Tell times from words that look like them, by what stands around them.

A guard takes the site of a match and says whether it can be what its rule says. Rules name guards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gloss.annotate.times.clause import Clauses
from gloss.annotate.times.finder import Match

_BEFORE = re.compile(r"(?:(\S+)\s+)?(\S+?)(\s*)$")
_AFTER = re.compile(r"(\s*)([^\w\s]|[\w'’]+)(?:[\s]*([\w'’]+|[^\w\s]))?")

_IN_TIME = frozenset(
    """in on by since until till before after during from through throughout of for to around
    about between at and or than as circa late early mid mid- last next this every each that
    past previous following (""".split()
)
_FOR_YEARS = _IN_TIME - {"for", "to", "than", "and", "or", "at", "as", "about", "around"}


@dataclass(frozen=True)
class Site:
    """Where a match stands. Words are in lower case, empty at an edge of the text.

    before, before_that: the words before it. after, after_that: those behind it.
    """

    text: str
    match: Match
    clauses: Clauses
    before: str
    before_that: str
    after: str
    after_that: str
    spaced: bool

    @property
    def words(self) -> str:
        """The expression itself, as written."""
        return self.text[self.match.start : self.match.end]

    @property
    def tag(self) -> str:
        """The part of speech of its last word, as the Penn Treebank names it."""
        token = self.clauses.token_at(self.match.run[self.match.last - 1].start)
        return token.tag_ if token is not None else ""

    @property
    def next_tag(self) -> str:
        """The part of speech of the word behind it."""
        token = self.clauses.token_at(self.match.end + (1 if self.spaced else 0))
        return token.tag_ if token is not None else ""

    @property
    def opens_sentence(self) -> bool:
        return not self.before or self.before[-1] in ".!?:\"“”'‘)—-"


def site_of(text: str, match: Match, clauses: Clauses) -> Site:
    """Look around a match."""
    window = text[max(0, match.start - 60) : match.start]
    window = window[window.rfind("\n") + 1 :]
    before = _BEFORE.search(window)
    after = _AFTER.match(text, match.end, match.end + 60)
    if after and "\n" in after[0]:
        after = None
    return Site(
        text,
        match,
        clauses,
        before[2].lower() if before else "",
        (before[1] or "").lower() if before else "",
        after[2].lower() if after else "",
        (after[3] or "").lower() if after else "",
        bool(after and after[1]),
    )


def day_of_month(site: Site) -> bool:
    """ "In March 20 people died" counts people; "$5 May" is not seen here."""
    return not (site.before == "in" and site.next_tag == "NNS" and "day" in site.match.parts
                and site.match.parts["day"].end == site.match.end)  # fmt: skip


def bare_month(site: Site) -> bool:
    """A month by itself; "May" and "March" are also names and verbs."""
    if _followed_by_hyphen(site) and site.after_that not in ("end",):
        return True
    word = site.words.rstrip(".").lower()
    if word not in ("may", "march", "april", "june", "august", "mar", "jan", "dec"):
        return True
    if word in ("april", "june", "august"):
        return not (site.after and _capital_after(site) and site.opens_sentence)
    if site.before in _IN_TIME:
        return not (_capital_after(site) and site.next_tag in ("NNP",))
    return site.tag == "NNP" and word == "march" and not _capital_before(site) and site.after != "on"


def _followed_by_hyphen(site: Site) -> bool:
    return site.after == "-" and not site.spaced


def _capital_after(site: Site) -> bool:
    rest = site.text[site.match.end : site.match.end + 3].lstrip(" ")
    return rest[:1].isupper()


def _capital_before(site: Site) -> bool:
    match = re.search(r"(\w+)\s*$", site.text[max(0, site.match.start - 30) : site.match.start])
    return bool(match and match[1][0].isupper())


_NAMED_DAYS = frozenset(
    "black bloody super ruby sheffield ash good fat cyber casual shrove palm easter holy".split()
)
_AFTER_NAMED_DAYS = frozenset(
    "times telegraph mail mirror express herald post tribune globe independent".split()
)


def bare_weekday(site: Site) -> bool:
    """A weekday by itself: not "Black Friday", "the Sunday Times", nor "Sun" and "Sat"."""
    if len(site.words) < 6 and not site.words.endswith(".") and site.after not in (",", "."):
        return False
    if site.before in _NAMED_DAYS and _capital_before(site):
        return False
    return not (site.after in _AFTER_NAMED_DAYS and _capital_after(site))


def day_in_row(site: Site) -> bool:
    """ "On the 21st", not "the 21st century" or "the 2nd floor"."""
    figures = any(c.isdigit() for c in site.words)
    ends = not site.after or site.after in ",.;:)—–and"
    return figures and site.before in ("on", "to", "by", "until", "from", "of", "since") and ends


def plain_deictic(site: Site) -> bool:
    """ "Today", not "USA Today" or the "Today" show."""
    return not (site.words[0].isupper() and not site.opens_sentence and site.before != "and")


_COUNTED = re.compile(
    r"(?:people|men|women|workers|jobs|troops|soldiers|dollars|euros|pounds|points|miles|feet"
    r"|meters|metres|years?|days|hours|kilometers|kilometres|km|tons|tonnes|employees|votes|shares"
    r"|others|units|members|students|homes|cars|acres|mph|kg|euro|yen|million|billion|rpm|hp|cc)$"
)
_NUMBERED = frozenset("no no. number flight route highway room section page vol. volume windows "
                      "article resolution boeing airbus bill act act. psalm 's lot".split())  # fmt: skip


def is_year(site: Site) -> bool:
    """A number of four figures that is a year: likely from 1900 on, and in a year's company."""
    part = next(iter(site.match.parts.values()))
    year = int(str(part.value)[:4])
    if site.before in _NUMBERED or _COUNTED.match(site.after):
        return False
    if site.text[site.match.start - 1 : site.match.start] in ("-", "/", "+", "#", "$", ".", "€", "£"):
        return site.before.startswith(("mid-", "post-", "pre-", "late-", "early-", "then-"))
    if site.after == "-" and not site.spaced and site.after_that.isdigit():
        return len(site.after_that) == 4
    if site.after == "-" and not site.spaced:
        return False
    if 1900 <= year <= 2060:
        return not (site.next_tag == "NNS" and site.before not in _FOR_YEARS | {"the"})
    return site.before in _FOR_YEARS and site.next_tag not in ("NNS", "NN")


def short_year(site: Site) -> bool:
    """ "The class of '98", "in '98"."""
    return site.before in _FOR_YEARS


def is_decade(site: Site) -> bool:
    """ "The 1990s" and "the '90s"; "in his 90s" is an age, "the low 90s" a temperature."""
    words = site.words.lower()
    figures = re.sub(r"\D", "", words)
    if len(figures) == 4:
        return True
    if len(figures) == 2:
        return words.lstrip("the ")[:1] in "'’`‘" and site.before not in ("his", "her", "their")
    return site.before not in ("his", "her", "their") and site.after not in ("and", "or")


def is_season(site: Site) -> bool:
    """ "In the spring", not "to spring", "a fall in prices", "spring water", "Summer Olympics"."""
    if site.tag.startswith("VB") or site.after in ("of", "from", "in", "olympics", "games"):
        return site.after == "of" and site.match.first > 0 and False
    if site.words.lower().startswith("the "):
        bare = site.words.split()[-1].lower()
        return bare not in ("fall", "spring") or site.before in _IN_TIME
    words = site.words.split()
    if len(words) > 1:
        return True
    return site.before in ("in", "since", "until", "by", "during", "through") and not _capital_after(
        site
    )


def is_quarter(site: Site) -> bool:
    """A quarter of a year, not of a game, a mile or a sum."""
    return site.after not in ("mile", "touchdown", "goal", "lead", "hour", "century", "note") and not (
        site.after == "of" and site.after_that not in ("the", "this", "last", "next")
    )


def end_of_year(site: Site) -> bool:
    """Always: the words say it."""
    del site
    return True


def is_period(site: Site) -> bool:
    """ "Last week", not "the last week of the fair" or "the last day to apply"."""
    words = site.words.lower()
    if site.after == "of" or site.after == "'":
        return False
    if words.startswith(("the past", "the last", "past", "prior", "present", "the present", "last day")):
        return False
    if words in ("this season", "this second", "following day"):
        return False
    return not (words.endswith("day") and ("last" in words or words.startswith("this day")))


_OF_THE_YEAR = frozenset("end rest part half quarter quarters months month start beginning weeks "
                         "remainder most much course days time middle close portion".split())  # fmt: skip


def spoken_period(site: Site) -> bool:
    """ "The quarter" and "the year" of a business story; not "man of the year", "the day"."""
    unit = str(site.match.parts["span"].value)
    if site.words.lower() == f"the {unit}":
        if unit in ("day", "weekend", "decade", "century"):
            return False
        if site.before == "of":
            return site.before_that in _OF_THE_YEAR
        if site.after in ("of", "that", "when", "before", "after", "-", "ended", "ending"):
            return site.after in ("ended", "ending", "of") and unit == "quarter"
    return True


def neighbour(site: Site) -> bool:
    """ "The next day", "the previous year"; "the last day" and "the past year" are read elsewhere."""
    words = site.words.lower().split()
    if site.after == "of":
        return False
    return not set(words) & {"last", "past", "this", "present", "coming", "current"}


def ends_there(site: Site) -> bool:
    """ "The day before.", not "the day before he left"."""
    return not site.after or site.after in ".,;:!?—)"


def the_weekend(site: Site) -> bool:
    return "the" in site.words.lower().split()


_NOT_HOLIDAYS = frozenset("island islands parade rising rebellion carol story tree seals "
                          "bowl".split())  # fmt: skip


def is_holiday(site: Site) -> bool:
    """A holiday with its capital, not "Easter Island"."""
    if not site.words.split()[-1][0].isupper():
        return False
    return site.after not in _NOT_HOLIDAYS


def named_hour(site: Site) -> bool:
    """ "At noon", "by midnight", "before dawn"; not "High Noon" or "midnight blue"."""
    if site.words[0].isupper() and not site.opens_sentence:
        return False
    word = site.words.lower()
    if word in ("noon", "midday", "midnight", "noontime"):
        return site.before != "high" and not site.next_tag.startswith("NN")
    return site.before in ("at", "by", "until", "before", "after", "since", "around", "about",
                           "from", "till") or word.startswith("mid")  # fmt: skip


def adverb(site: Site) -> bool:
    return site.tag == "RB"


def part_spoken_of(site: Site) -> bool:
    return site.before in ("in", "during", "through", "later", "until") and site.after != "of"


def is_clock(site: Site) -> bool:
    """A time of the day, not a score, a ratio or a verse: with a.m., a zone, or "at" before it."""
    parts = site.match.parts
    if "ampm" in parts or "zone" in parts or "hours" in site.words:
        return True
    if "clock" not in parts:
        return False
    return site.before in ("at", "by", "until", "till", "from", "around", "about", "before",
                           "after", "since", "between", "to", "and") and site.after != "-"  # fmt: skip


def is_duration(site: Site) -> bool:
    """A length of time, not an age: "43-year-old", "aged 12 months", "3 years old"."""
    words = site.words.lower()
    if words.endswith("old") or site.after in ("old", "olds") or site.before in ("aged", "age"):
        return False
    if site.after == "-" and site.after_that in ("old", "olds"):
        return False
    if words.endswith(("second", "quarter")) and "-" not in words and "one" not in words:
        return False
    if site.after == "'" and site.after_that == "time":
        return False
    return not (site.after == "of" and site.after_that == "age")


_AFTER_RATE = frozenset(
    """for in after within than about over of nearly almost as just only least take takes took lasted last
    to that spend spent is was and or but from once had has have be once's until by during with
    through not another on per into at more less half""".split()
)


def not_rate(site: Site) -> bool:
    """ "It took a year", not "15 a year"."""
    unit = str(site.match.parts["unit"].value)
    return unit not in ("second", "quarter", "season") and not _is_rate(site)


def is_rate(site: Site) -> bool:
    """ "15 a year", "$60 a day", "once a month"."""
    return str(site.match.parts["unit"].value) != "quarter" and _is_rate(site)


def _is_rate(site: Site) -> bool:
    if site.words.lower().startswith("per"):
        return True
    if site.before in _AFTER_RATE or not site.before or site.before[-1] in ".,;:!?\"”“(—-":
        return False
    token = site.clauses.token_at(site.match.start - 2) if site.match.start > 1 else None
    if token is None or site.after in ("ago", "earlier", "later", "before", "after"):
        return False
    return token.tag_ in ("NN", "NNS", "CD", "NNP", "$", "RB", "JJ")


def not_half_of(site: Site) -> bool:
    return str(site.match.parts["unit"].value) in ("hour", "year", "century", "day", "minute",
                                                   "month", "decade", "millennium")  # fmt: skip


def placed_duration(site: Site) -> bool:
    """ "The past three months", "the first two quarters"."""
    return is_duration(site)


_LONG = frozenset({"year", "month", "week", "decade", "century", "day", "hour"})


def uncounted(site: Site) -> bool:
    """ "For years", "in months"; not "school days", "office hours"."""
    unit = str(site.match.parts["units"].value)
    words = site.words.lower()
    if site.after in ("old", "-") and site.after_that in ("old", "olds", ""):
        return False
    if site.after == "ago" or site.after in ("'", "’") or site.before in ("these", "those"):
        return False
    if unit not in _LONG:
        return site.before in ("for", "within") and " " not in words
    if " " in words:
        return True
    if unit in ("day", "hour"):
        return site.before in ("for", "in", "within", "after", "of", "over", "than", "took", "and")
    if site.before.endswith("-") or (site.before and site.before[-1].isdigit()):
        return False
    return not (site.next_tag.startswith("NN") and site.before not in _IN_TIME)


def how_long(site: Site) -> bool:
    return site.after not in ("ago",)


def weekdays(site: Site) -> bool:
    return True


def not_newspaper(site: Site) -> bool:
    """ "Daily" as an adverb or adjective; not the "Daily News", nor a periodical."""
    if site.words[0].isupper() and not site.opens_sentence:
        return False
    return site.words.lower() != "quarterly" and not (site.words[0].isupper() and _capital_after(site))


_REJECTED_LOOSE = frozenset({"soon", "recent", "previously", "formerly", "presently", "at the time",
                             "lately", "one day", "a later time"})  # fmt: skip


def loose(site: Site) -> bool:
    """ "Now" for the present, not "now that", "by now" for a while, or a word of manner."""
    words = site.words.lower()
    if words in _REJECTED_LOOSE:
        return False
    if words.startswith("the") and site.after and site.next_tag.startswith(("NN", "CD", "JJ")):
        return False
    return not (words == "now" and site.after == "that")


GUARDS: dict[str, Callable[[Site], bool]] = {
    "day of a month": day_of_month,
    "not counted things": day_of_month,
    "a month, not a name": bare_month,
    "a weekday, not a name": bare_weekday,
    "a day, not a place in a row": day_in_row,
    "not a possessive title": plain_deictic,
    "a year, not a count": is_year,
    "a short year": short_year,
    "a decade, not ages": is_decade,
    "a season, not a verb or a sport": is_season,
    "a quarter of a year": is_quarter,
    "an end of a year": end_of_year,
    "a period, not an adverb": is_period,
    "the same time, not a kind": end_of_year,
    "a period spoken of": spoken_period,
    "a neighbouring period": neighbour,
    "nothing follows it": ends_there,
    "the weekend": the_weekend,
    "a holiday, not a name": is_holiday,
    "an hour, not a thing": named_hour,
    "an adverb": adverb,
    "a part of a day spoken of": part_spoken_of,
    "a clock, not a score": is_clock,
    "a duration, not an age": is_duration,
    "a duration, not a rate": not_rate,
    "a rate": is_rate,
    "not a half of something": not_half_of,
    "a duration with a place": placed_duration,
    "an uncounted duration": uncounted,
    "how long": how_long,
    "weekdays": weekdays,
    "not a newspaper": not_newspaper,
    "a time, not a manner": loose,
}
