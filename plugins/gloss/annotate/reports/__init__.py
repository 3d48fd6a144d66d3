"""Reported speech: what somebody is reported to say, think, want or know, not in their own words.

constructions  how a sentence reports: clauses, infinitives, objects, "according to", nouns
extent         where what is reported begins and ends
confidence     how sure it is
find           from a text that was read to its statements, with who is the source of each

Direct quotations are ``gloss.annotate.quotes``'; both ask ``gloss.annotate.sources`` whose.
"""

from gloss.annotate.reports.find import find_reports

__all__ = ["find_reports"]
