"""Guards of durations, repetitions and loose words."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.site import Site
from gloss.annotate.times.lexicon import words_of

_SUBJECTS = ("i", "he", "she", "we", "they", "who")
_PAY = re.compile(r"(?:['’]| of) (?:(?:base|basic|back|full) )?(\w{1,20})\b")
_SAYING_WHICH = ("compound", "amod", "poss", "det")
_COUNTABLE = ("NN", "NNS", "CD", "NNP", "$", "RB", "JJ")


def is_duration(site: Site) -> bool:
    """A length of time, not an age: "43-year-old", "aged 12 months", "3 years old"."""
    if site.words == ["one", "day"] and (loose(site) or _once(site)):
        return False  # "will one day be", which no rule of lengths means
    if _as_many(site) or _is_paid(site):
        return False
    if site.words[0] == "last" and site.first_tag.startswith("VB"):
        return False
    if site.written.lower().endswith("old") or site.before_any("ages"):
        return False
    if site.after_any("before_an_age") or (
        site.after == "-" and site.after_that in words_of("ages")
    ):
        return False
    if site.after in ("of", "'") and site.after_that in {"age", "time"} | words_of(
        "measured_in_time"
    ):
        return False
    if site.undergoes in words_of("done_with_material"):
        return False  # "150 hours can be stored"
    if len(site.words) > 1 and site.written.split()[-1].istitle():
        return False  # a title: "the Hundred Years' War", "60 Minutes"
    if site.words[-1] == "season" and site.words[0].isdigit():
        return False  # "the 2009 season"
    if site.words[-1] == "second":
        return "one" in site.words
    return not site.words[-1].endswith("quarter") or _counts_more(site)


def _once(site: Site) -> bool:
    """ "He one day follows her"."""
    return site.before in _SUBJECTS and site.next_tag.startswith("VB")


def _is_paid(site: Site) -> bool:
    """ "Six months of base pay", "two weeks' wages", which is how much."""
    pay = _PAY.match(site.text, site.match.end)
    return pay is not None and pay[1].lower() in words_of("paid_by_time")


def _as_many(site: Site) -> bool:
    """ "The second in as many days", which counts what was named before."""
    return site.words[0] == "many" and site.before == "as"


def _counts_more(site: Site) -> bool:
    """ "A four-quarter test", not "one-quarter of them"."""
    return site.value("number") not in ("", "1", "1.0")


def is_length(site: Site) -> bool:
    """ "It took a year"; not "15 a year", "a day when all shops shut", "a weekend trip"."""
    unit = site.value("unit")
    if unit in ("second", "quarter", "season") or _is_rate(site) or site.before == "wait":
        return False
    if unit not in ("day", "night", "weekend") or len(site.words) > 2:
        return True
    after = site.after_that if site.after in ("on", "in") else site.after
    nouns = ("NN", "JJ") if unit == "weekend" else ("NN",)
    return after not in words_of("of_a_kind") and not (
        site.spaced and site.next_tag.startswith(nouns)
    )


def is_rate(site: Site) -> bool:
    """ "15 a year", "$60 a day", "once a month"; not "per second", which is physics, nor "$55 a
    night", which is the price of a room."""
    unit = site.value("unit")
    if unit == "night" and site.before.startswith(("$", "£", "€")):
        return False
    return unit not in ("quarter", "second") and _is_rate(site)


def _is_rate(site: Site) -> bool:
    if site.words[0] == "per":
        return True
    if len(site.words) > 2:
        return False  # "no worker has a single day"
    if site.opens_sentence or site.before[-1] in ",;" or site.after_any("before_a_length"):
        return False
    return not site.before_any("after_a_length") and site.tag_before in _COUNTABLE


def throughout(site: Site) -> bool:
    """ "She waited all day", not "an all day event"."""
    return not site.next_tag.startswith("NN") and site.tag_before != "DT"


def has_half(site: Site) -> bool:
    """ "Half an hour", not "half a second"."""
    return site.value("unit") in words_of("lengths_with_halves")


def uncounted(site: Site) -> bool:
    """ "For years", "in months"; not "school days", "these days", "a matter of days"."""
    unit = site.value("units")
    if (
        site.words[0] in ("these", "those")
        or _as_many(site)
        or site.after in ("ago", "old", "'", "’")
        or (site.before_that, site.before) == ("matter", "of")
        or _is_paid(site)
    ):
        return False
    if site.after == "-" and site.after_that in words_of("ages"):
        return False
    if site.after in ("later", "earlier"):
        return True
    if unit not in words_of("calendar_lengths"):
        short = site.before in ("for", "within", "in") and len(site.words) == 1
        return short or (unit == "minute" and _before_or_after(site))
    if len(site.words) > 1:
        return not (unit == "day" and site.after == "of")  # "the days of the empire"
    if unit in ("day", "hour"):
        return site.after_any("before_bare_days") or _before_or_after(site)
    if site.before.endswith("-") or site.before[-1:].isdigit():
        return False
    return site.after_any("before_a_date") or not site.next_tag.startswith("NN")


def _before_or_after(site: Site) -> bool:
    """ "It came hours after the ban", "days before the vote"; not "office hours after the move"."""
    token = site.clauses.token_at(site.match.start)
    if site.after not in ("before", "after", "into") or token is None:
        return False
    return not any(child.i < token.i and child.dep_ in _SAYING_WHICH for child in token.children)


def up_to_a_month(site: Site) -> bool:
    """ "The year to March", not "the year to come"."""
    return site.after == "to" and site.after_that[:3] in words_of("months")


def not_ago(site: Site) -> bool:
    """ "For a long time", not "a long time ago"."""
    return site.after != "ago"


def not_newspaper(site: Site) -> bool:
    """ "Daily" as an adverb or adjective; not the "Daily News", nor a periodical."""
    title = site.capital or (site.capital_after and (site.written[0].isupper() or _named(site)))
    return not title and site.words != ["quarterly"]


def _named(site: Site) -> bool:
    """ "The party daily Granma"."""
    return site.tag_before in ("NN", "NNP", "JJ")


def loose(site: Site) -> bool:
    """ "Now" for the present; not "from now on", "Now, you said so" or "the future president"."""
    text = " ".join(site.words)
    if text == "one day":
        return _some_day(site)
    if site.after == "as":
        return False  # "as recently as Monday" says no more than Monday
    if text == "now":
        if site.after_any("before_no_now"):
            return site.before_any("after_from_now")
        return site.after != "-" and not (site.opens_sentence and site.after == ",")
    return not (site.words[0] == "the" and site.next_tag.startswith(("NN", "CD", "JJ")))


def _some_day(site: Site) -> bool:
    """ "Will one day be", "hopes one day to be"; not "will last one day"."""
    if site.clauses.direction(site.match.start) <= 0 or site.after_any("before_a_date"):
        return False
    return site.after_any("tense_future") or site.next_tag in ("VB", "TO", "MD")


GUARDS = {
    "a duration, not an age": is_duration,
    "a duration, not a rate": is_length,
    "a rate": is_rate,
    "a unit with halves": has_half,
    "throughout a unit": throughout,
    "an uncounted duration": uncounted,
    "up to a month": up_to_a_month,
    "not ago": not_ago,
    "not a newspaper": not_newspaper,
    "a time, not a manner": loose,
}
