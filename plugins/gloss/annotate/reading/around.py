"""What stands before and behind a place in a text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

REACH = 60  # characters to look at on either side
OPENING_MARKS = frozenset("\"“'‘`")
CLOSING_MARKS = frozenset("\"”'’")
SENTENCE_ENDS = frozenset(".!?:")
_LEADING = " “\"'‘("  # what may stand between the end of a sentence and the next one's first word
_WORD = re.compile(r"[\w'’]+|[^\w\s]")


@dataclass(frozen=True)
class Around:
    """The surroundings of a stretch of text, as far as its line and REACH go.

    start, end: code points into ``text``.
    """

    text: str
    start: int
    end: int

    @cached_property
    def before(self) -> str:
        """The text before it, in its line."""
        window = self.text[max(0, self.start - REACH) : self.start]
        return window[window.rfind("\n") + 1 :]

    @cached_property
    def behind(self) -> str:
        """The text behind it, in its line."""
        return self.text[self.end : self.end + REACH].partition("\n")[0]

    @cached_property
    def words_before(self) -> tuple[str, ...]:
        """The words before it as written, the nearest first; their punctuation is part of them."""
        return tuple(reversed(self.before.split()))

    @cached_property
    def words_behind(self) -> tuple[str, ...]:
        """The words and the marks of punctuation behind it as written, the nearest first."""
        return tuple(_WORD.findall(self.behind))

    @property
    def word_before(self) -> str:
        """The nearest word before it as written, empty at the beginning of its line."""
        return next(iter(self.words_before), "")

    @property
    def word_behind(self) -> str:
        """The nearest word or mark behind it as written, empty at the end of its line."""
        return next(iter(self.words_behind), "")

    @property
    def character_before(self) -> str:
        """The character right before it, whatever it is; empty at the beginning of the text."""
        return self.text[self.start - 1 : self.start] if self.start else ""

    @property
    def character_behind(self) -> str:
        """The character right behind it, whatever it is; empty at the end of the text."""
        return self.text[self.end : self.end + 1]

    def preceded_by(self, words: Collection[str]) -> bool:
        """Tell whether the word before it, in small letters, is one of these."""
        return self.word_before.lower() in words

    def followed_by(self, words: Collection[str]) -> bool:
        """Tell whether the word or mark behind it, in small letters, is one of these."""
        return self.word_behind.lower() in words

    @property
    def opens_sentence(self) -> bool:
        """Whether a sentence begins with it, inside a quotation or outside."""
        before = self.before.rstrip(_LEADING)
        return not before or before[-1] in SENTENCE_ENDS

    @property
    def in_marks(self) -> bool:
        """Whether it is all that stands between quotation marks, an article aside."""
        before = self.before.removesuffix("The ")[-1:]
        return before in OPENING_MARKS and self.behind.lstrip(",.")[:1] in CLOSING_MARKS
