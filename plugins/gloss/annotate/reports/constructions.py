"""The constructions by which a sentence reports what somebody says, thinks, wants or knows.

Each looks at one word of the parse and yields what is reported, the word that shows it, and whose
it is. They follow the attribution relations of PARC: a source, a cue and a content (S. Pareti,
Attribution: A Computational Approach, University of Edinburgh 2015).
"""

from collections.abc import Mapping

from spacy.tokens import Token

from gloss.annotate.reports.adjectives import mind
from gloss.annotate.reports.nouns import according, judgement, noun, view, voiced
from gloss.annotate.reports.reported import Construction
from gloss.annotate.reports.verbs import clause, infinitive, matter, said_as, thing
from gloss.annotate.sources.reporting import reporting_verbs

_OF_VERBS: tuple[Construction, ...] = (clause, said_as, infinitive)

# What a word of each part of speech may report by (Universal POS tags), cheapest to ask first.
BY_POS: Mapping[str, tuple[Construction, ...]] = {
    "VERB": (*_OF_VERBS, thing, matter, according, mind),
    "AUX": _OF_VERBS,
    "NOUN": (view, noun, voiced, judgement),
    "ADJ": (mind,),
    "ADP": (according,),
    "SCONJ": (according,),
}


def constructions_of(token: Token) -> tuple[Construction, ...]:
    """Return the constructions by which a word may report; a tagger takes some verbs for others."""
    own = BY_POS.get(token.pos_, ())
    return (
        own if own[:1] == (clause,) or token.lower_ not in reporting_verbs() else (*_OF_VERBS, *own)
    )
