"""Split what is two names: "Iowa Republicans", "Bush and Powell", "EU-Turkey"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from gloss.annotate.candidate import Candidate, Row, of_kind
from gloss.annotate.entities.titles import IS_COUNTRY, IS_PEOPLE
from gloss.annotate.entities.trim import HEADS
from gloss.gazetteer import is_city, is_region, people_named, well_known
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import COMPANY_TAILS, EVENT_TAILS, NOT_NAMES, ORG_HEADS
from gloss.naming.name_words import words_of

SURE = 0.9  # of a name that everybody knows
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_NEXT_WORD = re.compile(r" [A-Z]\w+")
_OWNER = re.compile(r"(\w+(?: \w+)*)['’]s? ([A-Z].*)|(U[KS]) ([A-Z]{2,})")
_HYPHEN = re.compile(r"[-‐‑–]")
_IS_ORG = of_kind("org", 1.0)
_UNIT = re.compile(rf"([A-Z].* {alternatives(words('entities')['company_units'])}) of (.+)")
_HOUSES = words("entities")["chambers"]
_SHARED = re.compile(rf"\s+{alternatives(words('entities')['shared_nouns'])}\b")


def split(text: str, body: int, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names, those that are two as two.

    body: where the story's own text begins; another headline moves no mark in it.
    """
    alone = {name.text: name for name in names if name.start >= body}
    parts: list[Candidate] = []
    for place, name in enumerate(names):
        name = _without_tail(_whole(text, name, names[place + 1 : place + 2]), alone)
        two = (
            _people_of_place(name)
            or _joined(text, name, alone)
            or _owned(name, alone)
            or _unit(name)
        )
        parts += two or [name]
    return parts


def _whole(text: str, name: Candidate, following: Sequence[Candidate]) -> Candidate:
    """Lengthen a name that was cut before its end: "pro-Islamic" in "pro-Islamic State"."""
    more = _NEXT_WORD.match(text, name.end)
    if not more or (following and following[0].start < more.end()):
        return name
    end = more.end()
    known = well_known(text[name.start : end])
    if known is None:
        return name
    return name._replace(end=end, text=text[name.start : end], probs=of_kind(known.kind, SURE))


def _without_tail(name: Candidate, alone: Mapping[str, Candidate]) -> Candidate:
    """Cut small words off a name that the story also has without: "Black Lives Matter movement"."""
    head = name.text
    while (parts := head.rpartition(" "))[2].islower() and parts[2].isalpha():
        head = parts[0]
        if parts[2] in EVENT_TAILS or parts[2].title() in HEADS:
            return name
        if known := alone.get(head):
            return known._replace(start=name.start, end=name.start + len(head))
    return name


def _people_of_place(name: Candidate) -> Sequence[Candidate]:
    """ "Iowa Republicans", "New York Democratic", "Republican Iowa": a place and a party."""
    head, _, last = name.text.rpartition(" ")
    if head and _is_of_party(last) and (is_region(head) or is_city(head)):
        return _cut(name, [(head, IS_COUNTRY), (last, IS_PEOPLE)])
    if last.endswith("s") and _is_of_party(last) and head.rpartition(" ")[2] in ORG_HEADS:
        return _cut(name, [(head, _IS_ORG), (last, IS_PEOPLE)])  # "London Assembly Liberals"
    first, _, tail = name.text.partition(" ")
    if _is_of_party(first) and (is_region(tail) or tail in _HOUSES):
        return _cut(name, [(first, IS_PEOPLE), (tail, None if tail in _HOUSES else IS_COUNTRY)])
    return ()


def _is_of_party(word: str) -> bool:
    people = people_named(word)
    return people is not None and people.party


def _joined(text: str, name: Candidate, alone: Mapping[str, Candidate]) -> Sequence[Candidate]:
    """Return the two names around "and" or a hyphen; nothing where they may be one."""
    for joint in (_AND, _HYPHEN):
        halves = joint.split(name.text)
        if len(halves) == 2 and all(_is_name(half) for half in halves):
            by_and = joint is _AND and _are_joined_by_and(text, name, halves)
            if by_and or _are_both_known(name, halves, alone):
                return _cut(name, [(half, None) for half in halves])
    return ()


def _are_joined_by_and(text: str, name: Candidate, halves: Sequence[str]) -> bool:
    """Tell "Bush and Powell" and "Brown and Racine counties" from "Bosnia and Herzegovina"."""
    if name.best == "person" and not any(" " in half for half in halves):
        return True
    if " and the " in name.text and _are_bodies(halves):
        return True  # "Liberty and the Refugee Council"
    return bool(_SHARED.match(text, name.end)) and not _is_one(name, halves)


def _are_bodies(halves: Sequence[str]) -> bool:
    """Tell "Liberty" and "Refugee Council" from the halves of a Centre for Art and the City."""
    first, second = (words_of(half) for half in halves)
    return second[-1] in ORG_HEADS and (len(first) == 1 or first[-1] in ORG_HEADS)


def _are_both_known(name: Candidate, halves: Sequence[str], alone: Mapping[str, Candidate]) -> bool:
    """Tell whether each half is a name by itself."""
    known = all(half in alone or is_region(half) for half in halves)
    return known and not _is_one(name, halves)


def _is_one(name: Candidate, halves: Sequence[str]) -> bool:
    """Tell whether both halves are one name: "Trinidad and Tobago", "Mexican-American"."""
    return bool(people_named(halves[1]) or is_region(name.text))


def _owned(name: Candidate, alone: Mapping[str, Candidate]) -> Sequence[Candidate]:
    """ "Marten's Velora Works", "UK RAF": an owner, and what the story also calls without it."""
    found = _OWNER.fullmatch(name.text)
    owner, thing = filter(None, found.groups()) if found else ("", "")
    in_state = is_region(owner) and name.best == "place"  # "Washington's Capitol Hill"
    if thing not in alone and not in_state:
        return ()
    there = (IS_COUNTRY if is_region(owner) else None, alone.get(thing, name).probs)
    return _cut(name, list(zip((owner, thing), there, strict=True)))


def _unit(name: Candidate) -> Sequence[Candidate]:
    """ "Berg Division of Velora Steel Co": a part of a company, and the company."""
    found = _UNIT.fullmatch(name.text)
    if not found or words_of(found.group(2))[-1] not in COMPANY_TAILS:
        return ()
    return _cut(name, [(found.group(1), _IS_ORG), (found.group(2), _IS_ORG)])


def _is_name(half: str) -> bool:
    return half[:1].isupper() and half not in NOT_NAMES


def _cut(name: Candidate, parts: Iterable[tuple[str, Row | None]]) -> list[Candidate]:
    cut, at = [], 0
    for part, probs in parts:
        at = name.text.index(part, at)
        start = name.start + at
        at += len(part)
        probs = probs or name.probs
        cut.append(name._replace(start=start, end=name.start + at, text=part, probs=probs))
    return cut
