"""What somebody does, and for whom, out of the words that stories have for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gloss.digest.model import Digest, Name
from gloss.lexicon import alternatives, words

_NOUNS = words("names")["offices"] | words("names")["role_nouns"]
_NO_WORK = words("names")["relatives"] | words("bylines")["no_work"]
_BEHIND = re.compile(rf",|\s{alternatives(words('roles')['further'])}\s")
_FOR = alternatives(words("bylines")["for"])
_THE = rf"(?:{alternatives(words('bylines')['articles'])}\s+)?"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_MORE = words("bylines")["no_more"]
_EX = words("bylines")["no_more_with_hyphen"]
# What is told of a name, at most.
ROLES = 4


@dataclass(frozen=True)
class Role:
    """A role in a story's words, the story, and the id of the organisation, empty if unknown."""

    title: str
    story: str
    organisation: str


def roles_of(name: Name, digest: Digest) -> tuple[Role, ...]:
    """Return what stories say that a person does now; what somebody was is no role."""
    if name.kind != "person":
        return ()
    return tuple(
        Role(told.text, told.story, next(_organisations(told.text, told.story, digest), ""))
        for told in name.descriptors
        if is_role(told.text) and told.story in digest.stories
    )[:ROLES]


def is_role(phrase: str) -> bool:
    """Tell whether a phrase says what somebody does.

    >>> is_role("spokesman for the Harbour Trust"), is_role("former mayor")
    (True, False)
    """
    every = [word.lower() for word in _WORD.findall(phrase)]
    before = {word.partition("-")[0] for word in every if "-" in word}
    head = _WORD.findall(_BEHIND.split(phrase)[0])
    if not head or _NO_MORE & set(every) or _EX & before:
        return False
    return head[-1].lower() in _NOUNS - _NO_WORK


def _organisations(phrase: str, slug: str, digest: Digest) -> Iterator[str]:
    """The organisations of a story for which a phrase of it says that somebody works.

    Behind a preposition ("of the Trust"), or, by the whole name, in front ("Harbour Trust head").
    """
    for named in digest.stories[slug].named:
        if not named.entity.startswith("org:") or named.entity not in digest.names:
            continue
        forms = sorted({named.name, *named.forms}, key=lambda form: (-len(form), form))
        behind = rf"\s{_FOR}\s+{_THE}{alternatives(forms)}(?!\w)"
        before = rf"{_THE}{re.escape(named.name)}(?:['’]s)?\s+[a-z]"
        if re.search(behind, phrase) or re.match(before, phrase):
            yield named.entity
