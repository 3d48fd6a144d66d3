"""Editions: what the stories of a day, a week or a month tell together.

editions_of(digest, every)     the digest's editions, newest first
most_named(edition, digest)      what most of its stories name, against the edition before
newly_named(edition, digest)     what the digest had no story of before
who_spoke(edition, digest)       one quotation of everybody quoted by name
dates_ahead(edition)             what its stories say will be

An edition that is over stays as it is: it changes when one of its stories, or of the edition
before, is corrected or added later. What is new in it counts by the day of entry, so that an older
story that comes in later takes nothing away from it.
"""

from gloss.digest.editions.ahead import dates_ahead
from gloss.digest.editions.corrected import CorrectedStory
from gloss.digest.editions.days import edition_day
from gloss.digest.editions.leads import is_cut_off, lead_sentence
from gloss.digest.editions.make import editions_of
from gloss.digest.editions.model import Edition
from gloss.digest.editions.named import Tally, most_named, newly_named
from gloss.digest.editions.periods import days_of, period_of
from gloss.digest.editions.spoken import most_telling, who_spoke

__all__ = [
    "CorrectedStory",
    "Edition",
    "Tally",
    "dates_ahead",
    "days_of",
    "edition_day",
    "editions_of",
    "is_cut_off",
    "lead_sentence",
    "most_named",
    "most_telling",
    "newly_named",
    "period_of",
    "who_spoke",
]
