"""What stands about a name and says who is meant: a title, a role, whose wife somebody is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from gloss import lexicon
from gloss.identity.roles import fields_of
from gloss.naming.lexicon import MAN, RELATIVES, TITLES, WOMAN
from gloss.naming.person_names import GENDERS, Gender

_WORDS = lexicon.words("introductions")
_KIN = RELATIVES | _WORDS["ladies"]
_PRONOUNS: dict[Gender, frozenset[str]] = {g: _WORDS[f"{g}_pronouns"] for g in GENDERS}
NEAR = 40  # characters about a name in which "his wife" may stand
_WORD = re.compile(r"[\w’'-]+")
_NEXT_SENTENCE = re.compile(r"[.!?]['’”\"]?\s+(?=[A-Z'‘“\"])")

_OWN_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OWN_PHRASE = re.compile(r"[^.!?;:\n“”\"()]{0,60}$")
_SHORT_TITLE = re.compile(r"\b([A-Z][a-z]{1,5})\.\s$")
_APPOSITION = re.compile(
    rf"\s*(?:,|\()\s*(?:\d\d?,\s*)?(?:(?:{lexicon.either(_WORDS['who_is'])}) )?"
    rf"((?:{lexicon.either(_WORDS['appositive'])})\s[^,.;:()\n“”\"]{{3,70}}"
    r"|[a-z][^,.;:()\n“”\"]{3,60})(?=[,.;)\n—–]|$)"
)


@dataclass(frozen=True)
class Introduction:
    """The words about a name, as far as they bear on who it is; start and end are the name's."""

    text: str
    start: int
    end: int

    @cached_property
    def before(self) -> list[str]:
        """The words before the name."""
        return _WORD.findall(self.text[max(0, self.start - NEAR) : self.start])

    @cached_property
    def after(self) -> list[str]:
        """The words behind the name, of the same sentence."""
        return _WORD.findall(_NEXT_SENTENCE.split(self.text[self.end : self.end + NEAR])[0])

    @cached_property
    def ahead(self) -> list[str]:
        """The words of the name's own phrase before it: titles, "Huobi's founder, Leon Li"."""
        title = _SHORT_TITLE.search(self.text, max(0, self.start - 8), self.start)
        match = _OWN_PHRASE.search(self.text, max(0, self.start - 60), self.start)
        before = title.group(1) if title else match.group() if match else ""
        *earlier, last = before.split(",")
        words = _OWN_WORD.findall(last if last.strip() or not earlier else earlier[-1])
        ahead = own_phrase(words[::-1])[::-1]
        if last.strip() or not earlier:
            return ahead
        role = own_phrase(words)
        if role and role[-1][0].isupper() and role[-1] not in TITLES:
            return []  # "To Professor Jo Doe, Ann Doe is": another one's role
        return [*role, *ahead]  # "the mayor of Lima, Ann Doe", "with his wife, Ann Doe"

    @cached_property
    def behind(self) -> list[str]:
        """The words of an apposition: "Leon Li, the founder of Huobi,"."""
        apposition = _APPOSITION.match(self.text, self.end)
        return _OWN_WORD.findall(apposition.group(1)) if apposition else []

    @cached_property
    def fields(self) -> set[str]:
        """The fields of work that a role about the name speaks of."""
        return fields_of([" ".join(self.ahead), " ".join(own_phrase(self.behind))])

    @property
    def gender(self) -> Gender | None:
        """What a title right before the name says."""
        return gender_of_title(self.before[-1]) if self.before else None

    @property
    def pronoun(self) -> Gender | None:
        """What a pronoun says that comes next but one: "Berg said she", "Berg, who said he"."""
        near = {word.lower() for word in self.after[1:3]}
        return next((gender for gender in GENDERS if near & _PRONOUNS[gender]), None)

    @property
    def is_relative(self) -> bool:
        """Whether somebody's wife, son and so on is introduced."""
        return self.says(_KIN, 3)

    @property
    def regnal_title(self) -> str:
        """The "Pope" of "Pope Francis", without which nobody would know a Francis; or nothing."""
        close = self.text[self.start - 1 : self.start] == " "
        close = close and self.text[self.start - 2 : self.start - 1].isalpha()
        return self.before[-1] if close and self.says(_WORDS["regnal"], 1) else ""

    @property
    def is_knightly(self) -> bool:
        """Whether "Sir" or "Dame" stands before the name."""
        return self.says(_WORDS["knightly"], 1)

    @property
    def is_untitled(self) -> bool:
        """Whether "Mr" or the like stands before the name, as before no knight's."""
        return self.says(_WORDS["untitled"], 1)

    @property
    def presides(self) -> bool:
        """Whether the name is a president's: not in "a President Clinton could hope"."""
        return self.says(_WORDS["president"], 1) and not self.says(_WORDS["not_yet"], 2)

    @property
    def speaks_of_president(self) -> bool:
        """Whether a president is spoken of beside the name."""
        return self.says(_WORDS["presidents"], 3) or not _WORDS["presidents"].isdisjoint(self.after)

    def says(self, some: Collection[str], within: int) -> bool:
        """Tell whether one of some words is among the last ones before the name."""
        return any(word in some for word in self.before[-within:])


def own_phrase(words: Sequence[str]) -> list[str]:
    """Cut words at the first that ends a noun phrase: "mayor | of Paris"."""
    for n, word in enumerate(words):
        verb = word.islower() and len(word) > 4 and word.endswith(("ed", "ing"))
        if verb or word.lower() in _WORDS["phrase_ends"] or _opens(n, word):
            return list(words[:n])
    return list(words)


def _opens(at: int, word: str) -> bool:
    """Tell whether another phrase begins with a word that is not the first."""
    return at > 0 and word.lower() in _WORDS["determiners"]


def gender_of_title(word: str) -> Gender | None:
    """Tell whose title a word is: "Mrs" a woman's, "Sir" a man's, "Dr" nobody's alone."""
    return "woman" if word in WOMAN else "man" if word in MAN else None
