"""Which things of different stories are one: ids that mean one thing in the whole digest.

    people          surnames, first names, initials; two people of one name
    organisations   acronyms, legal forms, short forms
    relabel         new ids in a story's annotations

Known stories come first and keep their ids; new stories are read in order. The same stories in the
same order always give the same ids.
"""

from __future__ import annotations

from gloss.linking.link import Link, Linked, link
from gloss.linking.nouns import Known, KnownThing, StoryNames, story_names
from gloss.linking.relabel import relabel

__all__ = ["Known", "KnownThing", "Link", "Linked", "StoryNames", "link", "relabel", "story_names"]
