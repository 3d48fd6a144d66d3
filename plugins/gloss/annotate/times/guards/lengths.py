"""Guards of durations, repetitions and loose words."""

from __future__ import annotations

import re

from gloss.annotate.times.guards.surroundings import Surroundings
from gloss.annotate.times.numbers import number_words
from gloss.annotate.times.vocabulary import word_list

_OF = re.compile(r"(?:['’]| of) (\w{1,20}) ?(\w{0,20})")
_SAYING_WHICH = ("compound", "amod", "poss", "det")
_VERB_TAGS = ("VB", "TO", "MD")
_COUNTABLE = ("NN", "NNS", "CD", "NNP", "$", "RB", "JJ")


def is_duration(around: Surroundings) -> bool:
    """A length of time: not an age ("43-year-old", "aged 12 months"), a title, a fraction."""
    return not any(it_is(around) for it_is in _NO_DURATION)


def _is_some_day(around: Surroundings) -> bool:
    """ "Will one day be", which no rule of lengths means."""
    return around.words == ["one", "day"] and (loose(around) or _once(around))


def _is_verb(around: Surroundings) -> bool:
    """ "It will last two hours"."""
    return around.words[0] == "last" and around.first_tag.startswith("VB")


def _is_age(around: Surroundings) -> bool:
    """ "A 43-year-old", "aged 12 months", "3 years old"."""
    if around.words[-1].endswith("old") or around.preceded_by("before_an_age"):
        return True
    return around.followed_by("ages") or _hyphen_and_age(around)


def _hyphen_and_age(around: Surroundings) -> bool:
    return around.after == "-" and around.after_that in word_list("ages")


def _is_measure(around: Surroundings) -> bool:
    """ "Two years of age", "75 hours of video", "150 hours can be stored"."""
    if around.undergoes in word_list("done_with_material"):
        return True
    return around.after in ("of", "'") and around.after_that in word_list("measured_in_time")


def _is_title(around: Surroundings) -> bool:
    """ "The Hundred Years' War", "60 Minutes", "the 2009 season"."""
    if around.words[-1] == "season" and around.words[0].isdigit():
        return True
    return len(around.words) > 1 and around.written.split()[-1].istitle()


def _is_fraction(around: Surroundings) -> bool:
    """ "A second", "one-quarter of them"; not "one second", "a four-quarter test"."""
    if around.words[-1] == "second":
        return "one" not in around.words
    return around.words[-1].endswith("quarter") and around.value("number") in ("", "1", "1.0")


def _once(around: Surroundings) -> bool:
    """ "He one day follows her"."""
    return around.preceded_by("subjects") and around.next_tag.startswith("VB")


def _is_paid(around: Surroundings) -> bool:
    """ "Six months of base pay", "two weeks' wages", which is how much."""
    paid = _OF.match(around.text, around.match.end)
    if paid is None:
        return False
    word = paid[2] if paid[1].lower() in word_list("before_pay") else paid[1]
    return word.lower() in word_list("paid_by_time")


def _as_many(around: Surroundings) -> bool:
    """ "The second in as many days", which counts what was named before."""
    return around.words[0] == "many" and around.before == "as"


def is_length(around: Surroundings) -> bool:
    """ "It took a year"; not "15 a year", "a day when all shops shut", "a weekend trip"."""
    unit = around.value("unit")
    if unit in ("second", "quarter", "season") or _is_rate(around) or around.before == "wait":
        return False
    if unit not in ("day", "night", "weekend") or len(around.words) > 2:
        return True
    after = around.after_that if around.after in ("on", "in") else around.after
    nouns = ("NN", "JJ") if unit == "weekend" else ("NN",)
    return after not in word_list("of_a_kind") and not (
        around.spaced and around.next_tag.startswith(nouns)
    )


def is_rate(around: Surroundings) -> bool:
    """ "15 a year", "$60 a day", "once a month"; not "per second", which is physics, nor "$55 a
    night", which is the price of a room."""
    unit = around.value("unit")
    if unit == "night" and around.before.startswith(("$", "£", "€")):
        return False
    return unit not in ("quarter", "second") and _is_rate(around)


def _is_rate(around: Surroundings) -> bool:
    if around.words[0] == "per":
        return True
    if len(around.words) > 2:
        return False  # "no worker has a single day"
    if around.opens_sentence or around.before[-1] in ",;" or around.preceded_by("before_a_length"):
        return False
    return not around.followed_by("behind_a_length") and around.tag_before in _COUNTABLE


def throughout(around: Surroundings) -> bool:
    """ "She waited all day", not "an all day event"."""
    return not around.next_tag.startswith("NN") and around.tag_before != "DT"


def uncounted(around: Surroundings) -> bool:
    """ "For years", "in months"; not "school days", "these days", "a matter of days"."""
    if _are_counted(around):
        return False
    if around.after in ("later", "earlier"):
        return True
    if around.value("units") not in word_list("calendar_lengths"):
        return _short_units(around)
    if len(around.words) > 1:  # "the days of the empire" are none
        return not (around.value("units") == "day" and around.after == "of")
    if around.value("units") in ("day", "hour"):
        return around.preceded_by("before_bare_days") or _before_or_after(around)
    if around.before.endswith("-") or around.before[-1:].isdigit():
        return False
    return around.preceded_by("before_a_date") or not around.next_tag.startswith("NN")


def _are_counted(around: Surroundings) -> bool:
    """ "As many days", "two weeks of pay", "these days", "years ago", "a matter of days"."""
    if around.words[0] in ("these", "those") or around.followed_by("behind_a_count"):
        return True
    if around.before in number_words().scales:
        return True  # "not in a million years"
    if (around.before_that, around.before) == ("matter", "of") or _hyphen_and_age(around):
        return True
    return _as_many(around) or _is_paid(around)


def _short_units(around: Surroundings) -> bool:
    """ "For minutes", "minutes before the vote"."""
    if around.preceded_by("before_short_units") and len(around.words) == 1:
        return True
    return around.value("units") == "minute" and _before_or_after(around)


def _before_or_after(around: Surroundings) -> bool:
    """ "It came hours after the ban", "days before the vote"; not "office hours after the move"."""
    token = around.clauses.token_at(around.match.start)
    if around.after not in ("before", "after", "into") or token is None:
        return False
    return not any(child.i < token.i and child.dep_ in _SAYING_WHICH for child in token.children)


def up_to_a_month(around: Surroundings) -> bool:
    """ "The year to March", not "the year to come"."""
    return around.after == "to" and around.after_that[:3] in word_list("months")


def not_ago(around: Surroundings) -> bool:
    """ "For a long time", not "a long time ago"."""
    return around.after != "ago"


def not_newspaper(around: Surroundings) -> bool:
    """ "Daily" as an adverb or adjective; not the "Daily News", nor a periodical."""
    title = around.capital or (
        around.capital_after and (around.written[0].isupper() or _named(around))
    )
    return not title and around.words != ["quarterly"]


def _named(around: Surroundings) -> bool:
    """ "The party daily Granma"."""
    return around.tag_before in ("NN", "NNP", "JJ")


def loose(around: Surroundings) -> bool:
    """ "Recently", "the future": not "as recently as Monday", "the future president", a song."""
    if around.after == "as" or (around.capital and not around.line.isupper()):
        return False
    if special := _LOOSE.get(" ".join(around.words)):
        return special(around)
    if around.words[0] != "the":
        return True
    # "the future of the airline" is its fate, "the past two years" a length
    return around.after != "of" and not around.next_tag.startswith(("NN", "CD", "JJ"))


def _is_now(around: Surroundings) -> bool:
    """ "Now" for the present; not "from now on" nor "Now, you said so"."""
    if around.preceded_by("before_no_now"):
        return around.followed_by("behind_from_now")
    return around.after != "-" and not (around.opens_sentence and around.after == ",")


def _is_present(around: Surroundings) -> bool:
    """ "The present plan"."""
    return around.preceded_by("before_a_noun") and around.next_tag.startswith("NN")


def _some_day(around: Surroundings) -> bool:
    """ "Will one day be", "hopes one day to be"; not "will last one day"."""
    if around.preceded_by("tense_future"):
        return True
    ahead = around.clauses.direction(around.match.start) > 0
    return ahead and not around.preceded_by("before_a_date") and around.next_tag in _VERB_TAGS


_NO_DURATION = (
    _is_some_day,
    _as_many,
    _is_paid,
    _is_verb,
    _is_age,
    _is_measure,
    _is_title,
    _is_fraction,
)
_LOOSE = {"one day": _some_day, "present": _is_present, "now": _is_now}
GUARDS = {
    "a duration, not an age": is_duration,
    "a duration, not a rate": is_length,
    "a rate": is_rate,
    "throughout a unit": throughout,
    "an uncounted duration": uncounted,
    "up to a month": up_to_a_month,
    "not ago": not_ago,
    "not a newspaper": not_newspaper,
    "a time, not a manner": loose,
}
