"""What a story shows of those it names: whether a woman or a man, and in which role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field

from gloss import lexicon
from gloss.identity.introduction import Introduction, gender_of_title, own_phrase
from gloss.identity.roles import BODIES, roles_in
from gloss.naming.lexicon import TITLE_PARTS
from gloss.naming.person_names import GENDERS, Gender, gender_of_first_name
from gloss.story import Entity, Mention

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BRACKETS = re.compile(r"\s*\(([^()\n]{2,40})\)")
_PARTS = re.compile(r"[^\W\d_]+")
_WORDS = lexicon.words("roles")
_ROLES_OF: dict[Gender, frozenset[str]] = {g: _WORDS[f"{g}_roles"] for g in GENDERS}
BY_FIRST_NAME, BY_ROLE = 3, 4  # votes for a gender


@dataclass
class Profile:
    """What the text shows of one thing that it names.

    roles: nouns of what it is, in lower case. words: all words of the phrases that say so.
    """

    entity: str
    kind: str
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    votes: Counter[Gender] = field(default_factory=Counter)

    @property
    def gender(self) -> Gender | None:
        """Woman or man, where the text or the first name shows it, and shows one only."""
        best = self.votes.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    def holds(self, role: str, narrowed: Collection[str]) -> bool:
        """Tell whether somebody has a role, and all the words that narrow it: "prime" minister."""
        words = {word.lower() for word in self.words}
        return role in self.roles and all(word.lower() in words for word in narrowed)


def narrows(word: str) -> bool:
    """Tell whether a word before a role says which of it: "foreign", "deputy", "Lima"."""
    return word[:1].isupper() or word.title() in TITLE_PARTS


def profiles_of(
    text: str,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    reporting: Collection[str],
) -> dict[str, Profile]:
    """Read from each mention's surroundings who it is.

    reporting: words that report, in small letters: what holds one is no apposition.
    """
    names = {entity.id: entity.name for entity in entities}
    found: dict[str, Profile] = {}
    for mention in mentions:
        profile = found.get(mention.entity)
        if profile is None:
            profile = found[mention.entity] = Profile(mention.entity, mention.kind)
            _read_name(profile, names.get(mention.entity) or text[mention.start : mention.end])
        if profile.kind in ("person", "org", "group"):
            _read_surroundings(profile, text, mention, reporting)
    return found


def _read_name(profile: Profile, name: str) -> None:
    words = _WORD.findall(name)
    if profile.kind == "person" and len(words) > 1 and (gender := gender_of_first_name(words[0])):
        profile.votes[gender] += BY_FIRST_NAME
    if profile.kind == "org":
        profile.roles |= {w.lower() for w in words if w.lower() in BODIES}


def _read_surroundings(
    profile: Profile, text: str, mention: Mention, reporting: Collection[str]
) -> None:
    about = Introduction(text, mention.start, mention.end)
    roles = roles_in(about.ahead)
    if not any(word.lower() in reporting for word in about.behind):
        roles |= roles_in(own_phrase(about.behind))
        profile.words |= {*about.ahead, *about.behind}
    profile.roles |= roles
    brackets = _BRACKETS.match(text, mention.end)
    if brackets:
        profile.words |= set(_PARTS.findall(brackets.group(1)))
    if gender := _gender_of(about.ahead, roles):
        profile.votes[gender] += BY_ROLE


def _gender_of(ahead: Sequence[str], roles: Set[str]) -> Gender | None:
    """Tell a gender by the title before a name, or the roles about it; a woman's says more."""
    told = {gender_of_title(ahead[-1])} if ahead else set()
    told |= {gender for gender in GENDERS if roles & _ROLES_OF[gender]}
    return next((gender for gender in GENDERS if gender in told), None)
