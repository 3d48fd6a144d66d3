"""Which names are one thing, in a story and in the whole digest, and who somebody is.

within      mentions of one story -> its things, each with an id
across      things of all stories -> ids that mean one thing in the whole digest
introduction, profile   what stands about a name, and who somebody is: gender, roles
short_forms how organisations are shortened
roles       fields of work and offices, as descriptors tell them
name_index  people by surname, first name and handle, for both
nouns       what is compared, and what comes of it
"""

from __future__ import annotations

from gloss.identity.across.bearing import bearing_on, keys_of
from gloss.identity.across.link import link
from gloss.identity.across.relabel import relabel
from gloss.identity.nouns import (
    Cluster,
    Known,
    KnownThing,
    Link,
    NamedThing,
    StoryNames,
    known_from,
    known_thing,
    story_names,
)
from gloss.identity.within import identify

__all__ = [
    "Cluster",
    "Known",
    "KnownThing",
    "Link",
    "NamedThing",
    "StoryNames",
    "bearing_on",
    "identify",
    "keys_of",
    "known_from",
    "known_thing",
    "link",
    "relabel",
    "story_names",
]
