"""What a name is that is no person, organisation or place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from gloss.annotate.candidate import MAIN_KINDS, REST, Candidate
from gloss.annotate.entities.trim import NUMERAL
from gloss.annotate.reading import Around
from gloss.gazetteer import is_city, people_named, well_known
from gloss.lexicon import alternatives
from gloss.lexicon import words as lexicon
from gloss.naming.company_names import SMALL_WORDS
from gloss.naming.lexicon import (
    EVENT_HEADS,
    EVENT_TAILS,
    LAW_HEADS,
    NO_TITLE_CUES,
    NUMBERED_LAWS,
    PRODUCT_CUES,
    WORK_CUES,
)
from gloss.naming.words import words_of
from gloss.story import Kind

AROUND = 40  # characters in which a telling word may stand

_WORDS = lexicon("entities")
_WORD = re.compile(r"[^\W\d_]+")
_MODEL = re.compile(
    r"^Model [A-Z\d]|(?:^|[\s-])(?:[A-Z]{1,4}-?\d+\w*|\d{3,4}(?:-\d+\w*)?|[IVX]+|\d{1,2}[A-Za-z]?)$"
    r"|[a-z][A-Z]"
)
_CASE = re.compile(r" vs?\.? ")  # "Smith v. Jones"
_LAW_OF = re.compile(rf"^{alternatives(LAW_HEADS)} (?:of|on|for|to|against|between|[A-Z]\w*ing )")
_NUMBERED = re.compile(rf"^{alternatives(NUMBERED_LAWS)} {NUMERAL}$")
_YEAR = re.compile(r"^(?:19|20)\d\d\b")
_BELIEF = re.compile(rf"#\w|.*{alternatives(_WORDS['belief_endings'])}$")
_SHIP = re.compile(rf"{alternatives(_WORDS['ships'])} [A-Z]")
_WORK_TAIL = re.compile(rf"{alternatives(_WORDS['work_tails'])}\b")
_SENTENCE_END = re.compile(r"[.!?]")


def tell_rest(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, each with its kind."""
    return [n if n.kind else n._replace(kind=_kind(text, n)) for n in names]


def _kind(text: str, name: Candidate) -> Kind:
    return name.best if name.best in MAIN_KINDS else kind_of_rest(text, name)


def kind_of_rest(text: str, name: Candidate) -> Kind:
    """Return group, event, law, work, product or topic."""
    if known := well_known(name.text):
        return known.kind
    signs = _Signs(text, name)
    return next((kind for kind, speaks_for in _RULES if speaks_for(signs)), name.best)


@dataclass(frozen=True)
class _Signs:
    """What a name and the words around it say of its kind."""

    text: str
    candidate: Candidate

    @property
    def name(self) -> str:
        return self.candidate.text

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name)

    @cached_property
    def around(self) -> Around:
        return Around(self.text, self.candidate.start, self.candidate.end)

    @cached_property
    def near(self) -> set[str]:
        """The words close before and after, in the same sentence."""
        before = _SENTENCE_END.split(self.around.before[-AROUND:])[-1]
        behind = _SENTENCE_END.split(self.around.behind[:AROUND])[0]
        return {*_WORD.findall(before)[-4:], *_WORD.findall(behind)[:5]}

    def is_people(self) -> bool:
        """Tell whether it is a people's name, or ends with one."""
        return bool(people_named(self.name) or people_named(self._last))

    @property
    def _last(self) -> str:
        return re.split(r"[\s-]", self.name)[-1]

    def is_team(self) -> bool:
        """Tell "Cleveland Indians" from "London Muslims"."""
        people = people_named(self.name) or people_named(self._last)
        of_country = people is not None and bool(people.country)
        return of_country and self.name.endswith("s") and is_city(self.name.rpartition(" ")[0])

    def is_law_of(self) -> bool:
        """ "Convention on Cluster Munitions", "Rule 40", "Smith v. Jones"."""
        return any(form.search(self.name) for form in (_CASE, _LAW_OF, _NUMBERED))

    def is_event(self) -> bool:
        """Tell whether a word of it is what happens or is held."""
        ends = {*self.words[-2:], *self.words[:1]}
        return not EVENT_HEADS.isdisjoint(ends) or not EVENT_TAILS.isdisjoint(self.words[-1:])

    def is_law(self) -> bool:
        """Tell whether its last word is a law's."""
        return not LAW_HEADS.isdisjoint(self.words[-1:])

    def is_belief(self) -> bool:
        """Tell whether it is a hashtag or a belief."""
        return bool(_BELIEF.match(self.name))

    def is_work(self) -> bool:
        """Tell whether it is called a film or a song, or stands in quotation marks."""
        called = not self.near.isdisjoint(WORK_CUES) or bool(_WORK_TAIL.search(self.name))
        return called or self._is_title()

    def _is_title(self) -> bool:
        """Tell whether a name in quotation marks is the title of a work, rather than a motto."""
        is_motto = not self.near.isdisjoint(NO_TITLE_CUES)
        if is_motto or not self.around.in_marks or any(map(_is_small, self.name.split())):
            return False
        return " " in self.name or not WORK_CUES.isdisjoint(_WORD.findall(self._line))

    @property
    def _line(self) -> str:
        start = self.text.rfind("\n", 0, self.candidate.start) + 1
        return self.text[start : self.text.find("\n", self.candidate.end) % (len(self.text) + 1)]

    def is_product(self) -> bool:
        """Tell whether it is a ship, a model, or is called a product."""
        looks_so = _SHIP.match(self.name) or _MODEL.search(self.name)
        return bool(looks_so) or not self.near.isdisjoint(PRODUCT_CUES)

    def is_of_year(self) -> bool:
        """Tell "1948 Palestine exodus"."""
        return bool(_YEAR.match(self.name)) and len(self.words) > 1


def _is_small(word: str) -> bool:
    return word.islower() and word not in SMALL_WORDS


# The first that holds says what it is.
_RULES: tuple[tuple[Kind, Callable[[_Signs], bool]], ...] = (
    ("org", _Signs.is_team),
    ("group", _Signs.is_people),
    ("law", _Signs.is_law_of),
    ("event", _Signs.is_event),
    ("law", _Signs.is_law),
    (REST, _Signs.is_belief),
    ("work", _Signs.is_work),
    ("product", _Signs.is_product),
    ("event", _Signs.is_of_year),
)
