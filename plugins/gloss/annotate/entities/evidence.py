"""What speaks for a name's kind besides the tagger: gazetteers, titles, forms, the words around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from gloss.annotate.candidate import KINDS, NOTHING, REST, Candidate, Row, of_kind
from gloss.annotate.reading import Around
from gloss.gazetteer import (
    company_address,
    is_city,
    is_region,
    people_named,
    state_named,
    well_known,
)
from gloss.lexicon import alternatives
from gloss.lexicon import words as lexicon
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
from gloss.story import Kind

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
FOUNDED = 1.5  # "Huobi, established in 2013"
CLUB = 4.0  # "a win over Parma", which is a club
IN_STATE = 3.0  # "Brick, N.J."
ONE_OF_THEM = 5.0  # "a Petro": an article before a name that nothing follows
SURNAME = 4.0  # the last word of a person's full name in the story
SAME_WORDS = 5.0  # "R.J. Pohl Steel Co" speaks for "R.J. Pohl"
LONGER = 3.0  # "Huobi Group" speaks for "Huobi"

MOST_WORDS = 4  # of a person's name whose last word is a surname

_COMPANY_ENDS = COMPANY_TAILS | TRADES
_WORDS = lexicon("entities")
_FIRST = FIRST_NAMES["woman"] | FIRST_NAMES["man"]
_STATE = re.compile(r", ((?:[A-Z]\w*\.)+|[A-Z]\w+(?: [A-Z]\w+)?)")
_CAMPAIGN = re.compile(rf"['’]?s? {alternatives(_WORDS['terms_of_office'])}\b")
_CASE = re.compile(r" vs?\.? ")  # "Smith v. Jones"
_BEFORE = re.compile(r"([\w’'-]+)\.?\s+$")
_OF = re.compile(r" (?:of|for|on|to|against) ")
_COMPANY_NOUN = rf"{alternatives(_WORDS['company_nouns'])}\b"
_COMPANY_BEHIND = re.compile(rf"(?:['’]s?)? (?:\w+ (?:and )?)?{_COMPANY_NOUN}")
_COMPANY_BEFORE = re.compile(rf"{_COMPANY_NOUN} (?:of|for|at) (?:the )?$")
_FOUNDED = re.compile(rf",? (?:which was |was )?{alternatives(_WORDS['foundings'])} ")
_PLAYER = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}{alternatives(_WORDS['players'])}\b")
_OVER_A_CLUB = re.compile(
    rf"\b{alternatives(_WORDS['over_a_club'])} (?:{alternatives(_WORDS['between_clubs'])} )?$"
)
_ONE = re.compile(r"\ban? $")
_NOTHING_FOLLOWS = re.compile(rf"[,.;:!?)]|\s+{alternatives(_WORDS['nothing_follows'])}\b")

Weight = tuple[Kind, float]


def _row(weights: Iterable[Weight]) -> Row:
    """Gather weights; what no tagger tells apart speaks for the rest."""
    sums = dict.fromkeys(KINDS, 0.0)
    for kind, weight in weights:
        sums[kind if kind in sums else REST] += weight
    return tuple(sums.values())


@lru_cache(maxsize=KEPT)
def of_name(name: str) -> Row:
    """Return what the name itself says, one weight a kind."""
    words = words_of(name)
    if not words:
        return NOTHING
    if known := well_known(name):
        return of_kind(known.kind, WELL_KNOWN)
    row = _row([*_of_gazetteers(name, words), *_of_heads(name, words)])
    is_persons = len(words) == 2 and words[0] in _FIRST and not any(row)
    return of_kind("person", FIRST_NAME) if is_persons else row


def _of_gazetteers(name: str, words: Sequence[str]) -> Iterator[Weight]:
    """Yield what is known by its name."""
    if people_named(name) or people_named(name.replace("-", " ").rpartition(" ")[2]):
        yield "group", PEOPLE
    elif is_region(name) or is_side(name):
        yield "place", REGION
    elif is_city(name):
        yield "place", CITY
    if len(words) > 1 and company_address(name) is not None:
        yield "org", COMPANY


def _of_heads(name: str, words: Sequence[str]) -> Iterator[Weight]:
    """Yield what the words say that carry a name's sense: the last, or that before "of"."""
    if _CASE.search(name):
        yield "law", PEOPLE
    if len(words) == 1:
        return
    head = (words_of(_OF.split(name, maxsplit=1)[0] or name)[-1:] or words[-1:])[0]
    if head in ORG_HEADS or words[0] in COMPANY_TAILS:
        yield "org", HEAD
    if words[-1] in LEGAL_FORMS:
        yield "org", HEAD
    if head in PLACE_HEADS or words[0] in PLACE_FIRST:
        yield "place", HEAD
    if head in EVENT_HEADS:
        yield "event", HEAD
    elif head in LAW_HEADS:
        yield "law", HEAD


def is_side(name: str) -> bool:
    """Tell whether a name is a part of a known place: "Northern Virginia", "North Philadelphia"."""
    side, _, place = name.partition(" ")
    return side in SIDES and bool(place) and (is_region(place) or is_city(place))


def of_place(text: str, name: Candidate) -> Row:
    """Return what stands beside the name in the text says, one weight a kind."""
    around = Around(text, name.start, name.end)
    said = (
        _of_word_before(around),
        _of_owned(around, name.text),
        _of_sport(around, name.text),
        _of_form(around, name),
    )
    return _row(chain(*said))


def _of_word_before(around: Around) -> Iterator[Weight]:
    """Yield what a title says, or "in"."""
    found = _BEFORE.search(around.before)
    if found and found.group(1) in TITLES:
        yield "person", TITLE
    if found and found.group(1) == "in":
        yield "place", IN_PLACE


def _of_owned(around: Around, name: str) -> Iterator[Weight]:
    """Yield what is said of whom or what belongs to it."""
    owned = _COMPANY_BEHIND.match(around.behind)
    if owned and owned.group().endswith(" headquarters") and is_city(name):
        yield "place", IN_PLACE  # "its Oslo headquarters"
    elif owned or _COMPANY_BEFORE.search(around.before):
        yield "org", COMPANY_ROLE
    elif _FOUNDED.match(around.behind):
        yield "org", FOUNDED
    elif _CAMPAIGN.match(around.behind):
        yield "person", CAMPAIGN


def _of_sport(around: Around, name: str) -> Iterator[Weight]:
    """Yield what a match says of a town: "a win over Parma", "Parma's French midfielder"."""
    in_match = _PLAYER.match(around.behind) or _OVER_A_CLUB.search(around.before)
    if in_match and is_city(name) and not is_region(name):
        yield "org", CLUB


def _of_form(around: Around, name: Candidate) -> Iterator[Weight]:
    """Yield what the form of the text around it says."""
    state = _STATE.match(around.behind)
    if state and state_named(state.group(1)) and not _is_org(name):
        yield "place", IN_STATE
    if _ONE.search(around.before) and _NOTHING_FOLLOWS.match(around.behind):
        yield "product", ONE_OF_THEM


def _is_org(name: Candidate) -> bool:
    return " of " in name.text or not ORG_HEADS.isdisjoint(words_of(name.text)[1:])


class Kin:
    """The longer names of a story, and what they say of the shorter ones in it."""

    def __init__(self, names: Iterable[Candidate]) -> None:
        several = [(n, words) for n in names if len(words := words_of(n.text)) > 1]
        companies = [w for n, w in several if n.best != "person" and w[-1] in _COMPANY_ENDS]
        self._companies = {_plain(w[:n]) for w in companies for n in _beginnings(w)}
        self._begin = {words[0] for words in companies}
        self._surnames = {
            words[-1]
            for name, words in several
            if name.best == "person"
            and len(words) <= MOST_WORDS
            and _plain(words) not in self._companies
        }

    def of(self, name: str) -> Row:
        """Return what the longer names say of this one."""
        if name in self._surnames:
            return of_kind("person", SURNAME)
        if self.is_family(name):
            return of_kind("group", PEOPLE)
        if name in self._companies:
            return of_kind("org", SAME_WORDS if " " in name else LONGER)
        if name in self._begin and not is_region(name):
            return of_kind("org", LONGER)
        return NOTHING

    def is_family(self, name: str) -> bool:
        """Tell whether a name is a surname in the plural: "the Clintons", "the Bushes"."""
        one = name.removesuffix("es") if name.endswith(("shes", "ches", "xes")) else name[:-1]
        return name.endswith("s") and one in self._surnames and name not in self._surnames


def _plain(words: Sequence[str]) -> str:
    return " ".join(words).replace("’", "'").replace(".", "")


def _beginnings(words: Sequence[str]) -> range:
    """Return how many of its words a company's short form may have: not its first alone."""
    least = len(words)
    while least > 1 and words[least - 1] in _COMPANY_ENDS:
        least -= 1
    return range(min(2, least), len(words))


def add(*rows: Row) -> Row:
    """Add weights kind by kind."""
    return tuple(sum(column) for column in zip(*rows, strict=True))
