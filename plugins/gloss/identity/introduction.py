"""What stands before a name and says who is meant: a title, an office, whose wife somebody is."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from gloss.lexicon import words
from gloss.naming.lexicon import MAN, RELATIVES, WOMAN
from gloss.naming.person_names import Gender

_WORDS = words("introductions")
_KIN = RELATIVES | _WORDS["ladies"]
_BEFORE = 40  # characters before a name in which "his wife" may stand
_WORD = re.compile(r"[\w’'-]+")
_NEXT_SENTENCE = re.compile(r"[.!?]['’”\"]?\s+(?=[A-Z'‘“\"])")


@dataclass(frozen=True)
class Introduction:
    """The words around a name, as far as they bear on who it is.

    before, after: words, the latter of the same sentence only.
    close: whether nothing but a blank stands between a word and the name.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    close: bool

    @property
    def gender(self) -> Gender | None:
        """What a title right before the name says."""
        return gender_of_title(self.before[-1]) if self.before else None

    @property
    def is_relative(self) -> bool:
        """Whether somebody's wife, son and so on is introduced."""
        return not _KIN.isdisjoint(self.before[-3:])

    @property
    def regnal_title(self) -> str:
        """The "Pope" of "Pope Francis", without which nobody would know a Francis; or nothing."""
        return self.before[-1] if self.close and self.says(_WORDS["regnal"], 1) else ""

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


def introduction(text: str, start: int, end: int) -> Introduction:
    """Read the words around a name."""
    after = _NEXT_SENTENCE.split(text[end : end + _BEFORE])[0]
    return Introduction(
        before=tuple(_WORD.findall(text[max(0, start - _BEFORE) : start])),
        after=tuple(_WORD.findall(after)),
        close=text[start - 1 : start] == " " and text[start - 2 : start - 1].isalpha(),
    )


def gender_of_title(word: str) -> Gender | None:
    """Tell whose title a word is: "Mrs" a woman's, "Sir" a man's, "Dr" nobody's alone."""
    return "woman" if word in WOMAN else "man" if word in MAN else None
