"""Where a match stands: the words around it, and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gloss.annotate.times.clause import Clauses
from gloss.annotate.times.finder import Match
from gloss.annotate.times.vocabulary import word_list

_AFTER = re.compile(r"(\s*)([^\w\s]|[\w'’]+)(?:\s*([\w'’]+|[^\w\s]))?")
_HOUR = re.compile(r"\d\d[:.]\d\d(?:\s|$)")
_WINDOW = 60  # characters to look at on either side
_QUOTES = "\"“”'‘’`"
_OPENERS = ".!?:\"“”'‘`)—-"


@dataclass(frozen=True)
class Surroundings:
    """Where a match stands. Words are in lower case, empty at an edge of the paragraph.

    before, before_that: the words before it. after, after_that: those behind it.
    spaced: whether space parts it from what is behind it.
    after_day: whether only a comma parts it from a day that is named before it.
    """

    text: str
    match: Match
    clauses: Clauses
    before: str
    before_that: str
    after: str
    after_that: str
    spaced: bool
    after_day: bool

    @property
    def written(self) -> str:
        """The expression as written."""
        return self.text[self.match.start : self.match.end]

    @property
    def line(self) -> str:
        """The paragraph that it stands in."""
        first = self.text.rfind("\n", 0, self.match.start) + 1
        return self.text[first : self.match.end] + self.text[self.match.end :].partition("\n")[0]

    @property
    def heads_its_line(self) -> bool:
        """Whether an hour of two figures begins its paragraph, as in a live report."""
        return not self.before and bool(_HOUR.match(self.text, self.match.start))

    @property
    def words(self) -> list[str]:
        """The expression's words, in lower case."""
        return self.written.lower().split()

    @property
    def tag(self) -> str:
        """The part of speech of its last word, as the Penn Treebank names it."""
        token = self.clauses.token_at(self.match.run[self.match.last - 1].start)
        return token.tag_ if token is not None else ""

    @property
    def undergoes(self) -> str:
        """What is done to it: the participle of which it is the passive subject, or empty."""
        token = self.clauses.token_at(self.match.run[self.match.last - 1].start)
        return token.head.lower_ if token is not None and token.dep_ == "nsubjpass" else ""

    @property
    def first_tag(self) -> str:
        """The part of speech of its first word."""
        token = self.clauses.token_at(self.match.start)
        return token.tag_ if token is not None else ""

    @property
    def is_first_name(self) -> bool:
        """Whether it and the word behind it are one name: "April Jones"."""
        token = self.clauses.token_at(self.match.start)
        if token is None or token.dep_ != "compound" or not self.capital_after:
            return False
        return token.head.i == token.i + 1 and token.head.tag_ == "NNP"

    @property
    def next_tag(self) -> str:
        """The part of speech of the word behind it."""
        token = self.clauses.token_at(self.match.end + self.spaced) if self.after else None
        return token.tag_ if token is not None else ""

    @property
    def tag_before(self) -> str:
        """The part of speech of the word before it."""
        token = self.clauses.token_at(self.match.start - 2) if self.match.start > 1 else None
        return token.tag_ if token is not None else ""

    @property
    def opens_sentence(self) -> bool:
        return not self.before or self.before[-1] in _OPENERS

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter that no sentence's beginning explains."""
        return self.written[0].isupper() and not self.opens_sentence

    @property
    def quoted(self) -> bool:
        """Whether it is all that stands in quotation marks."""
        before = self.text[self.match.start - 1 : self.match.start] if self.match.start else ""
        after = self.text[self.match.end : self.match.end + 2].lstrip(",.")
        return bool(before) and before in _QUOTES and after[:1] in tuple(_QUOTES)

    @property
    def capital_after(self) -> bool:
        return self.text[self.match.end : self.match.end + 3].lstrip(" ")[:1].isupper()

    @property
    def capital_before(self) -> bool:
        match = re.search(
            r"(\w)\w*\s*$", self.text[max(0, self.match.start - 30) : self.match.start]
        )
        return bool(match and match[1].isupper())

    def preceded_by(self, name: str) -> bool:
        """Whether the word before it is in a list of ``surroundings.toml``."""
        return self.before.lstrip(_QUOTES) in word_list(name)

    def followed_by(self, name: str) -> bool:
        """Whether the word behind it is in a list of ``surroundings.toml``."""
        return self.after in word_list(name)

    def value(self, part: str) -> str:
        """The value of a part of the expression, empty where it has no such part."""
        found = self.match.parts.get(part)
        return str(found.value) if found else ""


def surroundings_of(text: str, match: Match, clauses: Clauses, day_end: int = -1) -> Surroundings:
    """Look around a match, no further than its paragraph. day_end: where a day before it ends."""
    window = text[max(0, match.start - _WINDOW) : match.start]
    before = window[window.rfind("\n") + 1 :].lower().split()
    after = _AFTER.match(text, match.end, match.end + _WINDOW)
    if after and "\n" in after[0]:
        after = None
    return Surroundings(
        text=text,
        match=match,
        clauses=clauses,
        before=before[-1] if before else "",
        before_that=before[-2] if len(before) > 1 else "",
        after=after[2].lower() if after else "",
        after_that=(after[3] or "").lower() if after else "",
        spaced=bool(after and after[1]),
        after_day=day_end >= 0 and not text[day_end : match.start].strip(" ,"),
    )
