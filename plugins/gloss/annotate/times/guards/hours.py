"""Guards of times of day."""

from __future__ import annotations

from gloss.annotate.times.guards.site import Site
from gloss.annotate.times.lexicon import words_of


def named_hour(site: Site) -> bool:
    """ "At noon", "by midnight", "before dawn"; not "High Noon" or "midnight blue"."""
    if site.capital:
        return False
    if site.words[0] in words_of("hours_by_name"):
        return site.before != "high" and not site.next_tag.startswith("NN")
    return site.after_any("before_an_hour") or site.words[0].startswith("mid")


def no_fraction(site: Site) -> bool:
    """ "A quarter to one", not "one-quarter to one-third"."""
    return site.after != "-" and not site.before.endswith("-")


def adverb(site: Site) -> bool:
    """ "It froze overnight", not "an overnight train"."""
    return site.tag == "RB"


def part_spoken_of(site: Site) -> bool:
    """ "In the morning", not "the morning of the trial"."""
    return site.after_any("before_a_part_of_a_day") and site.after != "of"


def is_clock(site: Site) -> bool:
    """A time of the day, not a score, a ratio or a verse: with a.m., a zone, or "at" before it."""
    parts = site.match.parts
    if parts.keys() & {"ampm", "glued", "zone"} or "hours" in site.words:
        return True
    return "clock" in parts and site.after_any("before_a_clock") and site.after != "-"


def are_hours(site: Site) -> bool:
    """ "From 2 to 4 p.m.", "from 14:00 to 16:00"; not "4:2 and 3:1"."""
    if site.match.parts.keys() & {"ampm", "glued", "fromampm", "fromglued", "zone"}:
        return True
    return site.before in ("from", "between") and {"fromclock", "clock"} <= site.match.parts.keys()


GUARDS = {
    "an hour, not a thing": named_hour,
    "an hour, not a fraction": no_fraction,
    "an adverb": adverb,
    "a part of a day spoken of": part_spoken_of,
    "a clock, not a score": is_clock,
    "hours, not scores": are_hours,
}
