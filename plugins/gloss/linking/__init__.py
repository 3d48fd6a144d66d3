"""Which things of different stories are one: ids that mean one thing in the whole digest.

    nouns           what a story names, what is known, what comes of it
    book            all things by id, and which of them are one
    organisations   acronyms, legal forms, short forms
    full_names      full names of one person
    surnames        whom a surname alone means, by office, company and fame
    company         what is named with whom
    kinds           one kind for one name
    namesakes       two people of one name
    roles           what people do, by what stories call them
    relabel         the new ids in a story's annotations

Stories are read in order; what is known keeps its ids.
"""

from __future__ import annotations

from gloss.linking.link import link
from gloss.linking.nouns import Known, KnownThing, Link, StoryNames, known_from, story_names
from gloss.linking.relabel import relabel

__all__ = [
    "Known",
    "KnownThing",
    "Link",
    "StoryNames",
    "known_from",
    "link",
    "relabel",
    "story_names",
]
