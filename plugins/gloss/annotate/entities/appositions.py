"""What a story calls a thing right behind its name: "Halberd, a women's choir"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gloss.annotate.reading import Around
from gloss.lexicon import alternatives
from gloss.lexicon import words as lexicon
from gloss.naming.lexicon import ORG_NOUNS, PLACE_NOUNS, PRODUCT_CUES, ROLE_NOUNS, WORK_CUES
from gloss.story import Kind

_WORDS = lexicon("entities")
_LISTS: Mapping[Kind, frozenset[str]] = {
    "person": ROLE_NOUNS,
    "org": ORG_NOUNS,
    "place": PLACE_NOUNS,
    "work": WORK_CUES,
    "product": PRODUCT_CUES,
}


def _nouns() -> dict[str, Kind]:
    """Return the nouns that say of one kind only what a thing is."""
    several = [noun for nouns in _LISTS.values() for noun in nouns]
    return {
        noun: kind
        for kind, nouns in _LISTS.items()
        for noun in nouns
        if several.count(noun) == 1 and noun not in _WORDS["any_kind"]
    }


_KINDS = _nouns()
# The first noun that no other follows: "a company | director", "a band's | singer".
_APPOSITION = re.compile(
    rf", (?:an?|the) (?:[\w’'-]+ ){{0,4}}?({alternatives(_KINDS)})"
    rf"(?=[,.;:)]| {alternatives(_WORDS['behind_nouns'])}\b)"
)


def kind_said(around: Around) -> Kind | None:
    """Return the kind of which the phrase behind a name says that it is, if it does."""
    found = _APPOSITION.match(around.behind)
    return _KINDS[found.group(1)] if found else None
