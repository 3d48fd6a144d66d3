"""Guards of times of day."""

from __future__ import annotations

from gloss.annotate.times.guards.surroundings import Surroundings
from gloss.annotate.times.vocabulary import word_list

_DAYS = ("weekday", "deictic", "month", "day")


def named_hour(around: Surroundings) -> bool:
    """ "At noon", "by midnight", "before dawn"; not "High Noon" or "midnight blue"."""
    if around.capital:
        return False
    if around.words[-1] in word_list("hours_by_name"):
        return around.before != "high" and not around.next_tag.startswith("NN")
    return around.preceded_by("before_an_hour") or around.words[0].startswith("mid")


def no_fraction(around: Surroundings) -> bool:
    """ "A quarter to one", not "one-quarter to one-third"."""
    return around.after != "-" and not around.before.endswith("-")


def adverb(around: Surroundings) -> bool:
    """ "It froze overnight", not "an overnight train"."""
    return around.tag == "RB" and not around.preceded_by("before_a_noun")


def part_spoken_of(around: Surroundings) -> bool:
    """ "In the morning", not "the morning of the trial"."""
    return around.preceded_by("before_a_part_of_a_day") and around.after != "of"


def is_clock(around: Surroundings) -> bool:
    """A time of the day, not a score, a ratio or a verse: with a.m., a zone, or "at" before it."""
    parts = around.match.parts
    if _has_anothers_day(around):
        return False
    if parts.keys() & {"ampm", "glued", "zone"} or "hours" in around.words:
        return True
    if "clock" not in parts or around.after == "-":
        return False
    return around.preceded_by("before_a_clock") or around.heads_its_line


def _has_anothers_day(around: Surroundings) -> bool:
    """ "Mon., March 11, 9 p.m., Tue., March 12": the hour is of the day before it."""
    parts = around.match.parts
    clock = max((parts[n].end for n in ("glued", "clock", "hour") if n in parts), default=0)
    day = min((parts[n].start for n in _DAYS if n in parts), default=0)
    return around.after_day and 0 < clock < day and "," in around.text[clock:day]


def is_running_time(around: Surroundings) -> bool:
    """ "She won the race in 3:07:35", which is no hour of the day."""
    return around.written.count(":") == 2 and around.preceded_by("before_a_running_time")


def are_hours(around: Surroundings) -> bool:
    """ "From 2 to 4 p.m.", "from 14:00 to 16:00"; not "4:2 and 3:1"."""
    parts = around.match.parts.keys()
    if _has_anothers_day(around):
        return False
    if parts & {"ampm", "glued", "fromampm", "fromglued", "zone"}:
        return True
    return around.before in ("from", "between") and {"fromclock", "clock"} <= parts


GUARDS = {
    "a running time": is_running_time,
    "an hour, not a thing": named_hour,
    "an hour, not a fraction": no_fraction,
    "an adverb": adverb,
    "a part of a day spoken of": part_spoken_of,
    "a clock, not a score": is_clock,
    "hours, not scores": are_hours,
}
