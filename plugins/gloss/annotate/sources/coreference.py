"""Who a speaker's phrase stands for: names, pronouns, roles.

A wrong name is worse than none, so each answer carries how sure it is, and where two people could
be meant about equally well the answer is sure of neither.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Token

from gloss.annotate.reading import Reading
from gloss.annotate.sources.candidate import WEIGHTS
from gloss.annotate.sources.named import NamesInText
from gloss.annotate.sources.phrases import antecedent, is_several
from gloss.annotate.sources.reporting import WORDS, can_speak, reporting_verbs, verb_of
from gloss.identity.profile import Profile, narrows, profiles_of
from gloss.identity.roles import BODIES, ROLES, singular
from gloss.naming.lexicon import OFFICES
from gloss.naming.person_names import Gender
from gloss.story import Entity, Mention, Span

# What a text shows of each thing that it names, by id.
Profiles = Callable[[], Mapping[str, Profile]]

_SPEAKING_KINDS = frozenset(("person", "org", "place"))
_NARROWING = frozenset(("prep", "relcl", "acl"))
_GENDERS: tuple[Gender, Gender] = ("woman", "man")
# A pronoun this sure of its name tells whether a woman or a man is meant by the name.
_TELLING = 0.88
# How far back a pronoun looks, and a body, in sentences.
REACH, BODY_REACH = 6, 3
# A headline's subject is among its first words.
_OPENING = 3


@dataclass(frozen=True)
class Identity:
    """The entity that a phrase stands for, how that was found, and how sure it is (0 to 1)."""

    entity: str
    how: str
    sure: float


class Identities:
    """Finds who is meant in one text. Phrases are asked about in the order of the text.

    profiles: reads what the text shows of those it names, which is done where it is asked for.
    pronouns: whether the text shows whom one means; where speakers take turns it hardly does.
    """

    def __init__(
        self,
        named: NamesInText,
        profiles: Profiles,
        pronouns: bool = True,
    ) -> None:
        self._pronouns = pronouns
        self.named = named
        self._read_profiles = profiles
        self._last: tuple[int, str] | None = None  # where and who spoke last

    @cached_property
    def _profiles(self) -> Mapping[str, Profile]:
        return self._read_profiles()

    def of(self, head: Token, words: Span) -> Identity | None:
        """Return who a phrase with this head stands for, or None where the text does not show.

        words: what is said. Who is named in it is hardly who says it.
        """
        if is_several(head):
            return None
        noun = antecedent(head)
        found = self._name_of(head) or self._name_of(noun)
        if found is None and head.lower_ in WORDS["pronouns"] and self._pronouns:
            found = self._pronoun(head, words)
        if found is None and noun.text.islower():
            found = self._body(noun) if noun.lower_ == "it" else self._role(noun)
        if found is not None and found.sure >= 0.5:
            self._last = (head.idx, found.entity)
        return found

    def _name_of(self, head: Token) -> Identity | None:
        """The name that a head is part of, or has beside it: ``the mayor, Leon Li, said``."""
        mention = self.named.at(head)
        if mention is not None and _speaks(mention, head):
            return Identity(mention.entity, "name", 0.99)
        for child in head.rights:
            beside = self.named.at(child) if child.dep_ == "appos" else None
            if beside is not None and child.pos_ == "PROPN" and beside.kind == "person":
                return Identity(beside.entity, "apposition", 0.95)
        return None

    def _pronoun(self, head: Token, words: Span) -> Identity | None:
        """The person that stands out most before a pronoun."""
        if _follows_somebody_new(head):
            return None
        gender = next(g for g in _GENDERS if head.lower_ in WORDS[f"{g}_pronouns"])
        salience: dict[str, float] = {}
        here = self.named.sentence_at(head.idx)
        for mention in self.named.before(head.idx):
            away = here - self.named.sentence_at(mention.start)
            if away > REACH:
                break
            if self._may_be(mention.entity, gender):
                weight = self.named.salience(mention, away)
                weight += WEIGHTS["pronoun: gender"] * (
                    self._profiles[mention.entity].gender == gender
                )
                salience[mention.entity] = max(weight, salience.get(mention.entity, -9.0))
        if self._last is not None and self._may_be(self._last[1], gender):
            at, entity = self._last
            spoken = WEIGHTS["pronoun: spoke last"]
            spoken += WEIGHTS["pronoun: since it spoke"] * (here - self.named.sentence_at(at))
            salience[entity] = max(spoken, salience.get(entity, -9.0))
        for entity in self.named.named_in(words) & salience.keys():
            salience[entity] += WEIGHTS["pronoun: named in the words"]
        found = _most_salient(salience)
        if found is not None and found.sure >= _TELLING:
            # Who was "she" is not "he" further on, even where no first name tells.
            self._profiles[found.entity].votes[gender] += 1
        return found

    def _may_be(self, entity: str, gender: Gender) -> bool:
        profile = self._profiles.get(entity)
        if profile is None or profile.kind != "person":
            return False
        return profile.gender in (None, gender)

    def _role(self, head: Token) -> Identity | None:
        """``the senator``: the one person, or body, that the text gives this role."""
        wanted = "person" if head.lower_ in ROLES else "org"
        if head.lower_ not in ROLES | BODIES or not _is_definite(head):
            return None
        told = _named_in_phrase(head)
        before = self.named.before(head.idx, inside=True)
        # in the order of the text backwards, each once
        near = [*dict.fromkeys(m.entity for m in before if self._has_role(m, head, wanted, told))]
        if not near:
            return None if told else self._only_one(head)
        sure = 0.9 if near[1:] == [] and self._is_near(near[0], head, wanted) else 0.6
        return Identity(near[0], "role", sure)

    def _has_role(self, mention: Mention, head: Token, kind: str, told: set[str]) -> bool:
        profile = self._profiles[mention.entity]
        return profile.kind == kind and profile.holds(head.lower_, told)

    def _is_near(self, entity: str, head: Token, kind: str) -> bool:
        """Say whether something was named lately enough for a role alone to mean it."""
        last = next(m for m in self.named.before(head.idx, inside=True) if m.entity == entity)
        away = self.named.sentence_at(head.idx) - self.named.sentence_at(last.start)
        return away <= (REACH if kind == "person" else BODY_REACH)

    def _only_one(self, head: Token) -> Identity | None:
        """The one body that the last sentences speak of: ``the company``."""
        here = self.named.sentence_at(head.idx)
        recent = {
            m.entity
            for m in self.named.before(head.idx)
            if m.kind == "org" and here - self.named.sentence_at(m.start) <= BODY_REACH
        }
        if head.lower_ not in WORDS["companies"] or len(recent) != 1:
            return None
        entity = recent.pop()
        # "the company" is no university, nor any other body that says what it is
        return None if self._profiles[entity].roles else Identity(entity, "role", 0.75)

    def _body(self, head: Token) -> Identity | None:
        """``it said``: the body that spoke last, or that is the subject before."""
        if self._last is None or self._profiles[self._last[1]].kind not in ("org", "group"):
            return None
        away = self.named.sentence_at(head.idx) - self.named.sentence_at(self._last[0])
        return Identity(self._last[1], "pronoun", 0.85) if away <= BODY_REACH else None


def profiled(reading: Reading, mentions: Sequence[Mention], entities: Sequence[Entity]) -> Profiles:
    """Return a function that reads, once and where it is first asked, what the text shows of each.

    Most steps ask only where a pronoun or a role has to be told; quotations and reports share it.
    """

    @cache
    def profiles() -> Mapping[str, Profile]:
        found = profiles_of(reading.text, mentions, entities, reporting_verbs())
        _office_of_headline(reading, mentions, found)
        return found

    return profiles


def _office_of_headline(
    reading: Reading, mentions: Sequence[Mention], profiles: Mapping[str, Profile]
) -> None:
    """Give an office that a headline names without its holder to whom the story names first.

    Over "Prime minister visits Lima" the first sentence tells who that is.
    """
    if reading.headline is None:
        return
    end = reading.headline.end
    people = [m for m in mentions if m.kind == "person"]
    first = next((m for m in people if m.start >= end), None)
    if first is not None and people[0] is first:
        words = reading.text[reading.headline.start : end].lower().split()[:_OPENING]
        held = {role for profile in profiles.values() for role in profile.roles}
        if offices := OFFICES.intersection(words) - held:
            profiles[first.entity].roles.update(offices)
            profiles[first.entity].words.update(words)


def _follows_somebody_new(pronoun: Token) -> bool:
    """Say whether a pronoun goes on from who has no name: ``A spokesman said no. He told``"""
    start = pronoun.sent.start
    while start:
        before = pronoun.doc[start - 1].sent
        subject = next((t for t in before.root.lefts if t.dep_ == "nsubj"), None)
        if subject is None:
            return False
        if subject.lower_ != pronoun.lower_:
            new = any(t.lower_ in WORDS["new"] for t in subject.lefts)
            return new and can_speak(subject.lower_) and verb_of(before.root) is not None
        start = before.start
    return False


def _named_in_phrase(head: Token) -> set[str]:
    """Return the names in a role's phrase: ``the Lima senator``"""
    return {t.text for t in head.lefts if t.dep_ != "det" and narrows(t.text)}


def _speaks(mention: Mention, head: Token) -> bool:
    plural = head.tag_ in ("NNPS", "NNS") and not list(head.lefts)
    return mention.kind in _SPEAKING_KINDS or (mention.kind == "group" and plural)


def _is_definite(head: Token) -> bool:
    """Say whether a role is said of one who is known: ``the senator``, not ``the Lima senator``."""
    noun = head.lower_
    if singular(noun) != noun and noun not in BODIES:
        return False
    if any(t.dep_ in _NARROWING for t in head.rights) or any(t.dep_ == "poss" for t in head.lefts):
        return False
    determiner = next((t.lower_ for t in head.lefts if t.dep_ == "det"), "")
    return determiner in WORDS["definite"]


def _most_salient(salience: Mapping[str, float]) -> Identity | None:
    """The one that stands out, as surely as it does so."""
    if not salience:
        return None
    (entity, best), *others = sorted(salience.items(), key=lambda item: -item[1])
    margin = best - others[0][1] if others else 1.0
    sure = next(sure for least, sure in _MARGINS if margin >= least)
    return Identity(entity, "pronoun", sure if best > 0 else sure - 0.2)


# How sure a pronoun is of who stands out, by how far that one does so.
_MARGINS: Sequence[tuple[float, float]] = ((0.6, 0.95), (0.35, 0.88), (0.2, 0.8), (-9.0, 0.6))
