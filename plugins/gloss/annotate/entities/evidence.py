"""What speaks for a name's kind besides the tagger: gazetteers, titles, forms, the words around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from gloss.annotate.candidate import PER, Candidate, of_kind
from gloss.gazetteer import (
    company_address,
    is_city,
    is_region,
    people_named,
    state_named,
    well_known,
)
from gloss.naming.lexicon import (
    COMPANY_TAILS,
    EVENT_HEADS,
    FIRST_NAMES,
    LAW_HEADS,
    LEGAL_FORMS,
    ORG_HEADS,
    PLACE_FIRST,
    PLACE_HEADS,
    SIDES,
    TITLES,
    TRADES,
)
from gloss.naming.words import KEPT, words_of

Weights = tuple[float, float, float, float]
NONE: Weights = (0.0, 0.0, 0.0, 0.0)

# Added to the logarithm of a kind's probability; found by hand on the development stories.
PEOPLE = 6.0  # a nationality, another people, a faith
REGION = 6.0  # a country, a continent, a state of the United States
WELL_KNOWN = 6.0  # "ISIS", "the White House"
COMPANY = 3.0  # "Lockheed Martin", listed on a stock exchange
CITY = 0.7  # many cities lend their name to people and teams
HEAD = 2.5  # "University", "River", "War": the word that carries a name's sense
TITLE = 2.5  # "Mr", "Senator" before a name
IN_PLACE = 0.7  # "in Geneva" rather than "in Apple"
FIRST_NAME = 1.5  # "Laura Ingraham"
CAMPAIGN = 2.0  # "the Ford administration"
COMPANY_ROLE = 3.0  # "Huobi's founder", "the CEO of Huobi"
IN_STATE = 3.0  # "Brick, N.J."
ONE_OF_THEM = 5.0  # "a Petro": an article before a name that nothing follows
SURNAME = 4.0  # the last word of a person's full name in the story
LONGER = 3.0  # "Huobi Group" speaks for "Huobi"

_FIRST = FIRST_NAMES["woman"] | FIRST_NAMES["man"]
_STATE = re.compile(r", ((?:[A-Z]\w*\.)+|[A-Z]\w+(?: [A-Z]\w+)?)")
_CAMPAIGN = re.compile(r"['’]?s? (?:administration|campaign|presidency|candidacy)\b")
_CASE = re.compile(r" vs?\.? ")  # "Smith v. Jones"
_BEFORE = re.compile(r"([\w’'-]+)\.?\s+$")
_OF = re.compile(r" (?:of|for|on|to|against) ")
_COMPANY_WORDS = (
    r"(?:co-?founder|founder|CEO|CFO|chief executive|chairman|shares|stock|shareholders|subsidiary"
    r"|headquarters|spokesman|spokeswoman|spokesperson|employees|customers|products)\b"
)
_COMPANY_AFTER = re.compile(rf"(?:['’]s?)? (?:\w+ (?:and )?)?{_COMPANY_WORDS}")
_COMPANY_BEFORE = re.compile(rf"{_COMPANY_WORDS} (?:of|for|at) (?:the )?$")
_FOUNDED = re.compile(r",? (?:which was |was )?(?:established|founded|headquartered|incorporated) ")
_ONE = re.compile(r"\ban? $")
_NOTHING_FOLLOWS = re.compile(
    r"[,.;:!?)]|\s+(?:is|was|as|that|which|in|on|to|and|or|for|with|at)\b"
)


@lru_cache(maxsize=KEPT)
def of_name(name: str) -> Weights:
    """Return what the name itself says, one weight a kind."""
    words = words_of(name)
    if not words:
        return NONE
    if known := well_known(name):
        return of_kind(known.kind, WELL_KNOWN)
    per = org = loc = misc = 0.0
    if people_named(name) or people_named(name.replace("-", " ").rpartition(" ")[2]):
        misc += PEOPLE
    elif is_region(name) or is_side(name):
        loc += REGION
    elif is_city(name):
        loc += CITY
    if _CASE.search(name):
        misc += PEOPLE
    if len(words) > 1:
        org += COMPANY * (company_address(name) is not None)
        head = words_of(_OF.split(name, maxsplit=1)[0] or name)[-1:] or words[-1:]
        org += HEAD * (head[0] in ORG_HEADS or words[0] in COMPANY_TAILS)
        org += HEAD * (words[-1] in LEGAL_FORMS)
        loc += HEAD * (head[0] in PLACE_HEADS or words[0] in PLACE_FIRST)
        misc += HEAD * (head[0] in EVENT_HEADS or head[0] in LAW_HEADS)
        per += FIRST_NAME * (len(words) == 2 and not org + loc + misc and words[0] in _FIRST)
    return (per, org, loc, misc)


def is_side(name: str) -> bool:
    """Tell whether a name is a part of a known place: "Northern Virginia", "North Philadelphia"."""
    side, _, place = name.partition(" ")
    return side in SIDES and bool(place) and (is_region(place) or is_city(place))


def of_place(text: str, name: Candidate) -> Weights:
    """Return what stands beside the name in the text says, one weight a kind."""
    per = org = loc = misc = 0.0
    before = text[max(0, name.start - 30) : name.start]
    if found := _BEFORE.search(before):
        per += TITLE * (found.group(1) in TITLES)
        loc += IN_PLACE * (found.group(1) == "in")
    after = _COMPANY_AFTER.match(text, name.end)
    if after and after.group().endswith(" headquarters") and is_city(name.text):
        loc += IN_PLACE  # "its Oslo headquarters"
    elif after or _COMPANY_BEFORE.search(before):
        org += COMPANY_ROLE
    elif _FOUNDED.match(text, name.end):
        org += COMPANY_ROLE / 2
    elif _CAMPAIGN.match(text, name.end):
        per += CAMPAIGN
    if (
        (state := _STATE.match(text, name.end))
        and state_named(state.group(1))
        and not _is_org(name)
    ):
        loc += IN_STATE
    if _ONE.search(before) and _NOTHING_FOLLOWS.match(text, name.end):
        misc += ONE_OF_THEM
    return (per, org, loc, misc)


def _is_org(name: Candidate) -> bool:
    return " of " in name.text or not ORG_HEADS.isdisjoint(words_of(name.text)[1:])


class Kin:
    """The longer names of a story, and what they say of the shorter ones in it."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        self._surnames: set[str] = set()
        self._companies: set[str] = set()
        self._begin: set[str] = set()
        for name in found:
            words = words_of(name.text)
            if len(words) < 2:
                continue
            if name.best == PER and len(words) < 5:
                self._surnames.add(words[-1])
            elif words[-1] in COMPANY_TAILS | TRADES:
                self._companies.add(_without_tails(words))
                self._begin.add(words[0])

    def of(self, name: str) -> Weights:
        """Return what the longer names say of this one."""
        if name in self._surnames:
            return (SURNAME, 0.0, 0.0, 0.0)
        if self.is_family(name):
            return (0.0, 0.0, 0.0, PEOPLE)
        if name in self._companies or (name in self._begin and not is_region(name)):
            return (0.0, LONGER, 0.0, 0.0)
        return NONE

    def is_family(self, name: str) -> bool:
        """Tell whether a name is a surname in the plural: "the Clintons", "the Bushes"."""
        one = name.removesuffix("es") if name.endswith(("shes", "ches", "xes")) else name[:-1]
        return name.endswith("s") and one in self._surnames and name not in self._surnames


def _without_tails(words: Sequence[str]) -> str:
    end = len(words)
    while end > 1 and words[end - 1] in COMPANY_TAILS | TRADES:
        end -= 1
    return " ".join(words[:end])


def add(*weights: Weights) -> Weights:
    """Add weights kind by kind."""
    a, b, c, d = (sum(column) for column in zip(*weights, strict=True))
    return (a, b, c, d)
