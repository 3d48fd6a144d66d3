"""The constructions by which a sentence reports what somebody says, thinks, wants or knows.

Each looks at one word of the parse and yields what is reported, the word that shows it, and whose
it is. They follow the attribution relations of PARC: a source, a cue and a content (S. Pareti,
Attribution: A Computational Approach, University of Edinburgh 2015).
"""

from gloss.annotate.reports.adjectives import mind
from gloss.annotate.reports.nouns import according, judgement, noun, view, voiced
from gloss.annotate.reports.reported import Construction
from gloss.annotate.reports.verbs import clause, infinitive, matter, said_as, thing

CONSTRUCTIONS: tuple[Construction, ...] = (
    clause,
    said_as,
    infinitive,
    thing,
    matter,
    according,
    view,
    noun,
    voiced,
    judgement,
    mind,
)
