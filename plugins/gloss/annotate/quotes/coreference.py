"""Who a speaker's phrase stands for: names, pronouns, roles.

A wrong name is worse than none, so each answer carries how sure it is, and where two people could
be meant about equally well the answer is sure of neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from gloss.annotate.quotes.phrases import antecedent, is_several
from gloss.annotate.quotes.stretches import Stretches
from gloss.identity.profile import Profile
from gloss.identity.roles import BODIES, ROLES, singular
from gloss.naming.person_names import Gender
from gloss.story import Mention, Span

_GENDER: dict[str, Gender] = {
    "he": "man",
    "him": "man",
    "his": "man",
    "himself": "man",
    "she": "woman",
    "her": "woman",
    "hers": "woman",
    "herself": "woman",
}
_COMPANIES = frozenset(
    ("company", "firm", "corporation", "carmaker", "automaker", "airline", "bank")
)
_DEFINITE = frozenset(("the", "this", "that"))
_SPEAKING_KINDS = frozenset(("person", "org", "place"))
_ASKING = frozenset(("asked", "asks", "asking", "questioned", "pressed", "challenged", "quizzed"))
# A pronoun this sure of its name tells whether a woman or a man is meant by the name.
_TELLING = 0.88
# How far back a pronoun looks, in sentences.
REACH = 6


@dataclass(frozen=True)
class Identity:
    """The entity that a phrase stands for, how that was found, and how sure it is (0 to 1)."""

    entity: str
    how: str
    sure: float


class Identities:
    """Finds who is meant in one text. Phrases are asked about in the order of the text.

    quoted: the stretches between marks; names in them are not candidates for a pronoun outside.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        profiles: Mapping[str, Profile],
        quoted: Sequence[Span],
    ) -> None:
        self._doc = doc
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]
        self._profiles = profiles
        self._sentences = [token.idx for token in doc if token.is_sent_start]
        self._subjects: dict[int, bool] = {}
        self._quoted = Stretches(quoted)
        self._last: tuple[int, str] | None = None  # where and who spoke last

    def of(self, head: Token, words: Span) -> Identity | None:
        """Return who a phrase with this head stands for, or None where the text does not show.

        words: what is said. Who is named in it is hardly who says it.
        """
        if is_several(head):
            return None
        found = self._named(head) or self._in_apposition(head)
        noun = antecedent(head)
        if found is None and noun != head:
            found = self._named(noun) or self._in_apposition(noun) or self._role(noun)
        if found is None and head.lower_ in _GENDER:
            found = self._pronoun(head, _GENDER[head.lower_], words)
            if found is not None and found.sure >= _TELLING:
                # Who was "she" is not "he" further on, even where no first name tells.
                self._profiles[found.entity].votes[_GENDER[head.lower_]] += 1
        if found is None and head.lower_ == "it":
            found = self._body(head)
        if found is None and head.text.islower():
            found = self._role(head)
        if found is not None and found.sure >= 0.5:
            self._last = (head.idx, found.entity)
        return found

    def _named(self, head: Token) -> Identity | None:
        """The name that the head is part of."""
        n = bisect_left(self._starts, head.idx + len(head)) - 1
        if n < 0 or self._mentions[n].end <= head.idx:
            return None
        mention = self._mentions[n]
        speaks = mention.kind in _SPEAKING_KINDS or (
            mention.kind == "group" and head.tag_ in ("NNPS", "NNS") and not list(head.lefts)
        )
        return Identity(mention.entity, "name", 0.99) if speaks else None

    def _in_apposition(self, head: Token) -> Identity | None:
        """``the mayor, Leon Li, said``; ``Leon Li, the mayor`` has its name for a head."""
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                found = self._named(child)
                if found is not None and found.entity.startswith("person:"):
                    return Identity(found.entity, "apposition", 0.95)
        return None

    def _pronoun(self, head: Token, gender: Gender, words: Span) -> Identity | None:
        """The person that stands out most before a pronoun."""
        salience: dict[str, float] = {}
        here = self._sentence_at(head.idx)
        for mention in self._before(head.idx):
            profile = self._profiles[mention.entity]
            if mention.kind != "person" or profile.gender not in (None, gender):
                continue
            away = here - self._sentence_at(mention.start)
            if away > REACH:
                break
            weight = self._weight(mention, away, head)
            weight += 0.15 * (profile.gender == gender)
            salience[mention.entity] = max(weight, salience.get(mention.entity, -9.0))
        if self._last is not None:
            at, entity = self._last
            speaker = self._profiles.get(entity)
            if speaker and speaker.kind == "person" and speaker.gender in (None, gender):
                away = here - self._sentence_at(at)
                spoken = 1.35 - 0.2 * away
                salience[entity] = max(spoken, salience.get(entity, -9.0))
        for entity in self.named_in(words) & salience.keys():
            salience[entity] -= 0.7
        return _most_salient(salience, "pronoun")

    def _weight(self, mention: Mention, away: int, head: Token) -> float:
        weight = 1.0 - 0.25 * away
        token = self._token_at(mention.end - 1)
        while token is not None and token.dep_ in ("conj", "appos") and token.head.i < token.i:
            token = token.head
        if token is not None:
            weight += 0.35 * (token.dep_ in ("nsubj", "nsubjpass"))
            weight -= 0.35 * (
                token.dep_ == "poss"
                or (token.i + 1 < len(self._doc) and token.nbor().tag_ == "POS")
            )
            weight -= 0.15 * (token.dep_ in ("pobj", "compound"))
            weight -= 0.6 * (away == 0 and token.head.i == head.head.i and token.dep_ == "dobj")
            if token.head.lower_ in _ASKING:  # who is asked answers
                weight += 0.7 * (token.dep_ in ("dobj", "dative", "nsubjpass"))
                weight -= 0.5 * (token.dep_ == "nsubj")
        return weight

    def _role(self, head: Token) -> Identity | None:
        """``the senator``: the one person, or body, that the text gives this role."""
        noun = head.lower_
        determiner = next((t for t in head.lefts if t.dep_ == "det"), None)
        if (
            determiner is None
            or determiner.lower_ not in _DEFINITE
            or (singular(noun) != noun and noun not in BODIES)
        ):
            return None
        if any(t.dep_ in ("prep", "relcl", "acl") for t in head.rights):
            return None
        if any(t.dep_ == "poss" or t.ent_type_ for t in head.lefts):
            return None
        wanted = "person" if noun in ROLES else "org" if noun in BODIES else None
        if wanted is None:
            return None
        near: list[str] = []
        named = {t.text for t in head.lefts if t.text[0].isupper() and t.dep_ != "det"}
        for mention in self._before(head.idx, inside=True):
            profile = self._profiles[mention.entity]
            fits = noun in profile.roles and profile.kind == wanted and named <= profile.words
            if fits and mention.entity not in near:
                near.append(mention.entity)
        if len(near) == 1:
            return Identity(near[0], "role", 0.9 if self._is_near(near[0], head, wanted) else 0.6)
        if near or named:
            return Identity(near[0], "role", 0.6) if near else None
        return self._only_one(head, wanted)

    def _is_near(self, entity: str, head: Token, kind: str) -> bool:
        """Say whether something was named lately enough for a role alone to mean it."""
        last = next(m.start for m in self._before(head.idx, inside=True) if m.entity == entity)
        away = self._sentence_at(head.idx) - self._sentence_at(last)
        return away <= (REACH if kind == "person" else REACH // 2)

    def _only_one(self, head: Token, kind: str) -> Identity | None:
        """The one thing of a kind that the last sentences speak of, for a body: ``the company``."""
        if kind != "org" or head.lower_ not in _COMPANIES:
            return None
        here = self._sentence_at(head.idx)
        recent = {
            m.entity
            for m in self._before(head.idx)
            if m.kind == "org" and here - self._sentence_at(m.start) <= 3
        }
        if len(recent) != 1 or self._profiles[next(iter(recent))].roles:
            return None  # "the company" is no university, nor any other body that says what it is
        return Identity(recent.pop(), "role", 0.75)

    def _body(self, head: Token) -> Identity | None:
        """``it said``: the body that spoke last, or that is the subject before."""
        if self._last is not None and self._profiles[self._last[1]].kind in ("org", "group"):
            away = self._sentence_at(head.idx) - self._sentence_at(self._last[0])
            if away <= 3:
                return Identity(self._last[1], "pronoun", 0.85)
        return None

    def _before(self, offset: int, inside: bool = False) -> list[Mention]:
        """The names before an offset, the nearest first, at most forty."""
        n = bisect_left(self._starts, offset)
        near = self._mentions[max(0, n - 40) : n]
        return [m for m in reversed(near) if inside or m.start not in self._quoted]

    def named_in(self, words: Span) -> set[str]:
        """Return the entities that words name."""
        first = bisect_left(self._starts, words.start)
        last = bisect_left(self._starts, words.end)
        return {mention.entity for mention in self._mentions[first:last]}

    def _sentence_at(self, offset: int) -> int:
        return bisect_left(self._sentences, offset + 1)

    def _token_at(self, offset: int) -> Token | None:
        span = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[-1] if span is not None and len(span) else None


def _most_salient(salience: Mapping[str, float], how: str) -> Identity | None:
    """The one that stands out, as surely as it does so."""
    if not salience:
        return None
    (entity, best), *others = sorted(salience.items(), key=lambda item: -item[1])
    margin = best - others[0][1] if others else 1.0
    sure = 0.95 if margin >= 0.6 else 0.88 if margin >= 0.35 else 0.8 if margin >= 0.2 else 0.6
    return Identity(entity, how, sure if best > 0 else sure - 0.2)
