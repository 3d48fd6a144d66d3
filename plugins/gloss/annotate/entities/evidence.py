"""What speaks for a name's kind besides the tagger: gazetteers, titles, forms, the words around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from gloss.annotate.candidate import KINDS, NOTHING, REST, Candidate, Row, of_kind
from gloss.annotate.entities.announced import announced
from gloss.annotate.entities.appositions import kind_said
from gloss.annotate.entities.clubs import is_club
from gloss.annotate.reading import Around
from gloss.gazetteer import (
    company_address,
    famous,
    is_city,
    is_region,
    people_named,
    state_named,
    well_known,
)
from gloss.lexicon import alternatives
from gloss.lexicon import words as lexicon
from gloss.naming.company_names import core, initials
from gloss.naming.lexicon import (
    COMPANY_TAILS,
    FIRST_NAMES,
    LEGAL_FORMS,
    ORG_HEADS,
    SIDES,
    TRADES,
)
from gloss.naming.name_words import KEPT, words_of
from gloss.story import Kind

# Added to the logarithm of a kind's probability; found by hand on the development stories.
PEOPLE = 4.0  # a nationality, another people, a faith
REGION = 4.0  # a country, a continent, a state of the United States
WELL_KNOWN = 6.0  # "ISIS", "the White House"
FAMOUS = 5.0  # "Sesame Street"
LEGAL_FORM = 4.0  # "Velora Inc."
CITY = 0.7  # many cities lend their name to people and teams
FIRST_NAME = 1.5  # "Laura Ingraham"
COMPANY_ROLE = 3.0  # "Huobi's founder", "the CEO of Huobi"
CERTIFIED = 5.0  # "Halberd (PG)"
SAID = 3.0  # "Halberd, a women's choir"
STARRED = 8.0  # "Halberd star Ann Lowe"
CLUB = 4.0  # "a win over Parma", which is a club
ONE_OF_THEM = 5.0  # "a Petro": an article before what would be a place, and nothing behind
IN_STATE = 3.0  # "Brick, N.J."
FAMILY = 6.0  # "the Clintons"
SPEAKER = 6.0  # the same where it says something, as no town of the name does
SURNAME = 4.0  # the last word of a person's full name in the story
SAME_WORDS = 5.0  # "R.J. Pohl Steel Co" speaks for "R.J. Pohl"
LONGER = 2.0  # "Huobi Group" speaks for "Huobi"

SPOKEN = 3  # letters of an acronym, at least, for it to be no other name
MOST_WORDS = 4  # of a person's name whose last word is a surname

_COMPANY_ENDS = COMPANY_TAILS | TRADES
_WORDS = lexicon("entities")
_FIRST = FIRST_NAMES["woman"] | FIRST_NAMES["man"]
_STATE = re.compile(r", ((?:[A-Z]\w*\.)+|[A-Z]\w+(?: [A-Z]\w+)?)")
_COMPANY_NOUN = rf"{alternatives(_WORDS['company_nouns'])}\b"
_COMPANY_BEHIND = re.compile(rf"(?:['’]s?)? (?:\w+ (?:and )?)?{_COMPANY_NOUN}")
_COMPANY_BEFORE = re.compile(rf"{_COMPANY_NOUN} (?:of|for|at) (?:the )?$")
_SAYS = re.compile(rf" (?:[a-z]+ )?{alternatives(_WORDS['says'])}\b")
_ITS_STAR = re.compile(rf" {alternatives(_WORDS['in_a_cast'])} [A-Z][\w'’-]+ [A-Z]")
_CERTIFICATE = re.compile(r" \((?:cert )?(?:PG(?:-13)?|12A|NC-17)\)")
_ONE = re.compile(r"\ban? $")
_NOTHING = re.compile(rf"[,.;:!?)]|\s+{alternatives(_WORDS['nothing_follows'])}\b")

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
    if known := well_known(name):
        return of_kind(known.kind, WELL_KNOWN)
    if kind := famous(name):
        return of_kind(kind, FAMOUS)
    return _of_gazetteers(name) or _of_words(words_of(name), name)


def _of_gazetteers(name: str) -> Row | None:
    if people_named(name) or people_named(name.replace("-", " ").rpartition(" ")[2]):
        return of_kind("group", PEOPLE)
    if is_region(name) or is_side(name):
        return of_kind("place", REGION)
    if is_city(name):
        return of_kind("place", CITY)
    return None


def _of_words(words: Sequence[str], name: str) -> Row:
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        return of_kind("org", LEGAL_FORM)
    is_persons = len(words) == 2 and words[0] in _FIRST and company_address(name) is None
    return of_kind("person", FIRST_NAME) if is_persons else NOTHING


def says(text: str, name: Candidate) -> bool:
    """Tell whether what a name means speaks: "Salisbury also said"."""
    return _SAYS.match(text, name.end) is not None


def is_side(name: str) -> bool:
    """Tell whether a name is a part of a known place: "Northern Virginia", "North Philadelphia"."""
    side, _, place = name.partition(" ")
    return side in SIDES and bool(place) and (is_region(place) or is_city(place))


def of_place(text: str, name: Candidate) -> Row:
    """Return what stands beside the name in the text says, one weight a kind."""
    around = Around(text, name.start, name.end)
    club: list[Weight] = [("org", CLUB)] if is_club(text, name) else []
    return _row(
        chain(_of_company(around, name.text), club, _of_form(around, name), _against(around, name))
    )


def _of_company(around: Around, name: str) -> Iterator[Weight]:
    """Yield what is said of what only a company has; a town may be where it has it."""
    owned = _COMPANY_BEHIND.match(around.behind) or _COMPANY_BEFORE.search(around.before)
    if owned and not is_city(name):
        yield "org", COMPANY_ROLE


def _of_form(around: Around, name: Candidate) -> Iterator[Weight]:
    """Yield what the form of the text around it says."""
    yield from announced(around, name)
    if said := kind_said(around):
        yield said, SAID
    if _CERTIFICATE.match(around.behind):
        yield "work", CERTIFIED
    state = _STATE.match(around.behind)
    if state and state_named(state.group(1)) and not _is_org(name):
        yield "place", IN_STATE


def _against(around: Around, name: Candidate) -> Iterator[Weight]:
    """Yield what a name is where it cannot be what the tagger takes it for."""
    if name.best == "person" and _ITS_STAR.match(around.behind):
        yield "work", STARRED
    if name.best == "place" and _ONE.search(around.before) and _NOTHING.match(around.behind):
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
        self._acronyms = _acronyms(name for name, _ in several)
        self._surnames = {
            words[-1]
            for name, words in several
            if name.best == "person"
            and len(words) <= MOST_WORDS
            and _plain(words) not in self._companies
        }

    def of(self, name: str, says: bool = False) -> Row:
        """Return what the longer names say of this one; says: what it names speaks."""
        if name in self._surnames:
            return of_kind("person", SPEAKER if says else SURNAME)
        if self.is_family(name):
            return of_kind("group", FAMILY)
        if name.lower() in self._acronyms:
            return of_kind("org", SAME_WORDS)
        if name in self._companies:
            return of_kind("org", SAME_WORDS if " " in name else LONGER)
        if name in self._begin and not is_region(name):
            return of_kind("org", LONGER)
        return NOTHING

    def is_family(self, name: str) -> bool:
        """Tell whether a name is a surname in the plural: "the Clintons", "the Bushes"."""
        one = name.removesuffix("es") if name.endswith(("shes", "ches", "xes")) else name[:-1]
        return name.endswith("s") and one in self._surnames and name not in self._surnames


def _acronyms(names: Iterable[Candidate]) -> set[str]:
    """Return the acronyms that only one organisation of some names could have."""
    kinds = {core(name.text): name.best for name in names}
    of = Counter(short for words in kinds for short in initials(words) if len(short) >= SPOKEN)
    of_orgs = (initials(words) for words, kind in kinds.items() if kind == "org")
    return {short for some in of_orgs for short in some if of[short] == 1}


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
