"""What a story calls a thing right before its name: "the film studio Pinecrest"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gloss.annotate.candidate import Candidate
from gloss.annotate.reading import Around
from gloss.gazetteer import is_city, is_region
from gloss.lexicon import alternatives
from gloss.lexicon import words as lexicon
from gloss.naming.lexicon import ROLE_NOUNS
from gloss.story import Kind

# Added to the logarithm of a kind's probability, as what else is evidence.
ANNOUNCED = 3.3  # "the film studio Pinecrest": "in the film Hanks plays" is surer of its person
TITLED = 5.0  # "the comedy Ann Lowe was": no word behind could be what she did
NOBODY = -3.0  # and her first name says nothing
ROLE = 5.0  # "the judge, Rowan Castle, said"

_WORDS = lexicon("entities")
_GIANTS = rf"{alternatives(_WORDS['giants_of'])} giant"
_WORK = alternatives(_WORDS["announcing_work"])
_ANNOUNCED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("org", re.compile(rf"\b(?:{alternatives(_WORDS['announcing_org'])}|(?i:{_GIANTS})) $")),
    ("work", re.compile(rf"\b{_WORK},? [\"'“‘]?$")),
    ("product", re.compile(rf"\b{alternatives(_WORDS['announcing_product'])} $")),
    ("place", re.compile(rf"\b{alternatives(_WORDS['announcing_place'])} $")),
)
_OF_A_WORK = re.compile(rf"(?<!\bin the )(?<!\bin a )\b(?:[a-z-]+ )?{_WORK} $")
# Behind a title: no verb of somebody whose film it could be, as in "the film Lowe is making".
_NOT_DOING = re.compile(
    rf"[.,;:!?)]|$| {alternatives(_WORDS['behind_titles'])}\b(?! (?:[a-z]+ )?\w+(?:ing|ed)\b)"
)
_ROLE = re.compile(rf"\b[Tt]he (?:[a-z-]+ ){{0,2}}{alternatives(ROLE_NOUNS)}, $")


def announced(around: Around, name: Candidate) -> Iterator[tuple[Kind, float]]:
    """Yield the kinds of which the words before a name speak, with their weights."""
    for kind, noun in _ANNOUNCED:
        if noun.search(around.before):
            yield kind, ANNOUNCED
    if name.best == "person" and _is_title(around):
        yield from (("work", TITLED), ("person", NOBODY))
    if name.best != "org" and _is_of_role(around, name.text):
        yield "person", ROLE


def _is_title(around: Around) -> bool:
    return bool(_OF_A_WORK.search(around.before) and _NOT_DOING.match(around.behind))


def _is_of_role(around: Around, name: str) -> bool:
    """Tell whether commas set off who has a role: "The judge, Rowan Castle, said"."""
    if " " not in name or is_region(name) or is_city(name):
        return False
    return around.behind.startswith(",") and _ROLE.search(around.before) is not None
