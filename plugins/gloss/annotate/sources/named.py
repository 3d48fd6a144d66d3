"""The names of a text by their place, and how much each stands out before a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.attrs import IDX, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from gloss.annotate.sources.candidate import WEIGHTS
from gloss.annotate.sources.reporting import WORDS
from gloss.story import Mention, Span

# How many names to look back on.
_NAMES = 40


class NamesInText:
    """The names of one text.

    quoted: the stretches between marks; names in them are not meant by a pronoun outside.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention], quoted: Sequence[Span]) -> None:
        self._doc = doc
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]
        places = doc.to_array([IDX, SENT_START])
        self._sentences: list[int] = places[places[:, 1] == 1, 0].tolist()
        self._quoted = sorted(quoted)

    def at(self, token: Token) -> Mention | None:
        """Return the name that a token is part of."""
        n = bisect_left(self._starts, token.idx + len(token)) - 1
        return self._mentions[n] if n >= 0 and self._mentions[n].end > token.idx else None

    def before(self, offset: int, inside: bool = False) -> list[Mention]:
        """Return the names before an offset, the nearest first; those in quotations if wanted."""
        n = bisect_left(self._starts, offset)
        near = self._mentions[max(0, n - _NAMES) : n]
        return [m for m in reversed(near) if inside or not self._is_quoted(m.start)]

    def named_in(self, words: Span) -> set[str]:
        """Return the entities that words name."""
        first = bisect_left(self._starts, words.start)
        last = bisect_left(self._starts, words.end)
        return {mention.entity for mention in self._mentions[first:last]}

    def sentence_at(self, offset: int) -> int:
        """Return which sentence an offset lies in."""
        return bisect_left(self._sentences, offset + 1)

    def salience(self, mention: Mention, away: int) -> float:
        """Return how much a name stands out before a pronoun.

        away: how many sentences before it.
        """
        found = WEIGHTS["pronoun: is"] + WEIGHTS["pronoun: away"] * away
        token = self._token_at(mention.end - 1)
        while token is not None and token.dep_ in ("conj", "appos") and token.head.i < token.i:
            token = token.head
        if token is None:
            return found
        asking = token.head.lower_ in WORDS["asking"]
        facts = {
            "subject": token.dep_ in ("nsubj", "nsubjpass"),
            "owner": token.dep_ == "poss" or _has_clitic(token),
            "part": token.dep_ in ("pobj", "compound"),
            "is asked": asking and token.dep_ in ("dobj", "dative", "nsubjpass"),
            "asks": asking and token.dep_ == "nsubj",
        }
        return found + sum(WEIGHTS[f"pronoun: {name}"] for name, so in facts.items() if so)

    def _is_quoted(self, offset: int) -> bool:
        n = bisect_left(self._quoted, Span(offset + 1, 0)) - 1
        return n >= 0 and offset < self._quoted[n].end

    def _token_at(self, offset: int) -> Token | None:
        span = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[-1] if span is not None and len(span) else None


def _has_clitic(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"


def tell_names(doc: Doc, mentions: Sequence[Mention]) -> dict[int, int]:
    """Tell the tokens of a person's name that they are one, whatever a tagger takes them for.

    "May said", "said Young", "Pike agreed": a tagger knows a helping verb, an adjective, a fish.
    Return where each name starts, and its last token.
    """
    people: dict[int, int] = {}
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if mention.kind == "person" and span is not None and len(span):
            people[span.start] = span.end - 1
            for token in span:
                if token.text.istitle() and token.pos_ not in ("PROPN", "PUNCT"):
                    token.tag_, token.pos_ = "NNP", "PROPN"
    return people
