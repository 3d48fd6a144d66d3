"""What a text shows of those it names: whether a woman or a man, and in which role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from gloss.annotate.quotes.verbs import reporting_verbs
from gloss.annotate.quotes.words import (
    BODIES,
    MAN_ROLES,
    PEOPLE,
    PHRASE_ENDS,
    WOMAN_ROLES,
    singular,
)
from gloss.naming.lexicon import FIRST_NAMES, MAN, TITLES, WOMAN
from gloss.story import Entity, Mention

Gender = Literal["woman", "man"]

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE = re.compile(r"[^.!?;:\n“”\"()]{0,60}$")
_APPOSITION = re.compile(
    r"\s*(?:,|\()\s*(?:\d\d?,\s*)?(?:who (?:is|was) )?"
    r"((?:an?|the|its|his|her|their|former|then|now)\s[^,.;:()\n“”\"]{3,70}|[a-z][^,.;:()\n“”\"]{3,60})"
    r"(?=[,.;)\n—–]|$)"
)
_TITLE = re.compile(r"\b([A-Z][a-z]{1,5})\.\s$")
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "this", "that"))
_BRACKETS = re.compile(r"\s*\(([^()\n]{2,40})\)")
_PARTS = re.compile(r"[^\W\d_]+")
_ROLE_OF_TITLE = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "rev": "reverend",
    "cmdr": "commander",
    "adm": "admiral",
}
_SAME_ROLE = {
    "representative": ("congressman", "congresswoman", "lawmaker"),
    "congressman": ("representative", "lawmaker"),
    "congresswoman": ("representative", "lawmaker"),
    "senator": ("lawmaker",),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "professor": ("academic", "scholar"),
    "billionaire": ("businessman", "mogul", "tycoon"),
}


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


def profiles_of(
    text: str, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Mapping[str, Profile]:
    """Read from each mention's surroundings who it is."""
    names = {entity.id: entity.name for entity in entities}
    found: dict[str, Profile] = {}
    for mention in mentions:
        profile = found.get(mention.entity)
        if profile is None:
            profile = found[mention.entity] = Profile(mention.entity, mention.kind)
            _read_name(profile, names.get(mention.entity) or text[mention.start : mention.end])
        if profile.kind in ("person", "org", "group"):
            _read_surroundings(profile, text, mention)
    return found


def _read_name(profile: Profile, name: str) -> None:
    words = _WORD.findall(name)
    if profile.kind == "person" and len(words) > 1:
        for gender in ("woman", "man"):
            if words[0] in FIRST_NAMES[gender]:
                profile.votes[gender] += 3
    if profile.kind == "org":
        profile.roles |= {w.lower() for w in words if w.lower() in BODIES}


def _read_surroundings(profile: Profile, text: str, mention: Mention) -> None:
    ahead = _words_before(text, mention)
    roles = _roles(ahead)
    apposition = _APPOSITION.match(text, mention.end)
    behind = _WORD.findall(apposition.group(1)) if apposition else []
    if not reporting_verbs().keys() & {word.lower() for word in behind}:
        roles |= _roles(_until_small(behind))
        profile.words |= {*ahead, *behind}
    profile.roles |= roles
    brackets = _BRACKETS.match(text, mention.end)
    if brackets:
        profile.words |= set(_PARTS.findall(brackets.group(1)))
    title = ahead[-1] if ahead else ""
    if title in WOMAN or roles & WOMAN_ROLES:
        profile.votes["woman"] += 4
    elif title in MAN or roles & MAN_ROLES:
        profile.votes["man"] += 4


def _words_before(text: str, mention: Mention) -> list[str]:
    """Return the words of a name's own phrase before it: titles, and "Huobi's founder, Leon Li"."""
    title = _TITLE.search(text, max(0, mention.start - 8), mention.start)
    match = _BEFORE.search(text, max(0, mention.start - 60), mention.start)
    before = title.group(1) if title else match.group() if match else ""
    *earlier, last = before.split(",")
    words = _WORD.findall(last if last.strip() or not earlier else earlier[-1])
    ahead = _until_small(words[::-1])[::-1]
    if last.strip() or not earlier:
        return ahead
    role = _until_small(words)
    if role and role[-1][0].isupper() and role[-1] not in TITLES:
        return []  # "To Professor Jo Doe, Ann Doe is": another one's role
    return [*role, *ahead]  # "the mayor of Lima, Ann Doe", "with his wife, Ann Doe"


def _until_small(words: Sequence[str]) -> list[str]:
    """Cut words at the first that ends a noun phrase: "mayor | of Paris"."""
    for n, word in enumerate(words):
        verb = word.islower() and len(word) > 4 and word.endswith(("ed", "ing"))
        if verb or word.lower() in PHRASE_ENDS or (n and word.lower() in _DETERMINERS):
            return list(words[:n])
    return list(words)


def _roles(words: Sequence[str]) -> set[str]:
    """Return the roles among words, those right before a name or in an apposition."""
    found: set[str] = set()
    for word in words:
        role = _ROLE_OF_TITLE.get(word.lower(), word.lower())
        if word in TITLES or role in PEOPLE or role in BODIES:
            found |= {role, singular(role), *_SAME_ROLE.get(role, ())}
    return found
