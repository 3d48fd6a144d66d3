"""Guards of times of day."""

from __future__ import annotations

from gloss.annotate.times.guards.surroundings import Surroundings
from gloss.annotate.times.vocabulary import word_list


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
    return around.tag == "RB"


def part_spoken_of(around: Surroundings) -> bool:
    """ "In the morning", not "the morning of the trial"."""
    return around.preceded_by("before_a_part_of_a_day") and around.after != "of"


def is_clock(around: Surroundings) -> bool:
    """A time of the day, not a score, a ratio or a verse: with a.m., a zone, or "at" before it."""
    parts = around.match.parts
    if parts.keys() & {"ampm", "glued", "zone"} or "hours" in around.words:
        return True
    return "clock" in parts and around.preceded_by("before_a_clock") and around.after != "-"


def are_hours(around: Surroundings) -> bool:
    """ "From 2 to 4 p.m.", "from 14:00 to 16:00"; not "4:2 and 3:1"."""
    if around.match.parts.keys() & {"ampm", "glued", "fromampm", "fromglued", "zone"}:
        return True
    return (
        around.before in ("from", "between") and {"fromclock", "clock"} <= around.match.parts.keys()
    )


GUARDS = {
    "an hour, not a thing": named_hour,
    "an hour, not a fraction": no_fraction,
    "an adverb": adverb,
    "a part of a day spoken of": part_spoken_of,
    "a clock, not a score": is_clock,
    "hours, not scores": are_hours,
}
