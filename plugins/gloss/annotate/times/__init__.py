"""Time expressions: found, read as TIMEX3, and put on the calendar as EDTF.

    tokens     text -> runs of words that the grammar knows
    finder     runs -> matches of the grammar's rules
    guards     is it a time at all, by what stands around it
    readers    match + context -> what it means
    context      what is known when it is reached: publication, the dates named before

The grammar is data: ``lexicon/en/times/*.toml``. Finding takes time in proportion to the text.

What was decided, where TIMEX3 (TimeML 1.2.1) or EDTF (ISO 8601-2:2019) leave a choice:

- No publication date, no guess: ``XXXX-09-17`` and ``XXXX-WXX-1``; a date alone at the top of the
  story stands in for publication.
- Quarters, halves and seasons are EDTF's ``2012-35``, ``2012-40``, ``2012-21``; without a year they
  have no EDTF. Weeks and weekends, which EDTF has no form for, are intervals of days.
- Decades are ``199`` in TIMEX3, as in TIMEX2 before it, and ``199X`` in EDTF; centuries ``19XX``.
- "About 2015" is ``2015~``; a date in figures whose order nothing shows is ``2017-03-04?``.
  "Early", "mid-" and "late" keep the period that they lie in.
- A time of day has an EDTF value with seconds where its day is known, with the zone where one is
  named; "Tuesday morning" has the EDTF of its day.
- The range "3-5 May" is one interval; "from 3 to 5 May" is two dates.
- "The past year" is the year before in TIMEX3, and in EDTF the twelve months up to publication.
- A fiscal year is the year that it is named after.
- "Now" and "recently" have TIMEX3's ``PRESENT_REF`` and the like, and no EDTF.
"""

from __future__ import annotations

from gloss.annotate.times.expressions import find_times

__all__ = ["find_times"]
