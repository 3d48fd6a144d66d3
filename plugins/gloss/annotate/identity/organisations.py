"""Which mentions of organisations are one: short forms, acronyms, legal forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gloss.annotate.candidate import Candidate
from gloss.gazetteer import country_named, people_named, well_known
from gloss.naming.companies import (
    Words,
    core,
    has_tail,
    initials,
    is_acronym,
    is_generic,
    plain_name,
    turned,
)
from gloss.naming.lexicon import ORG_HEADS
from gloss.naming.words import fold, words_of

# Names by themselves, whoever holds the house: "the Republican Congress".
HOUSES = {"congress", "senate", "parliament", "assembly", "house", "cabinet"}

Clusters = dict[Words, list[Candidate]]


_DEFINES = re.compile(r"\s*[(\[][\"“‘']?$|,? or $|, (?:also|better) known as $")


def organisations(text: str, found: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """Gather mentions of organisations (and of events and laws, which shorten likewise)."""
    clusters: Clusters = defaultdict(list)
    for candidate in found:
        clusters[_words(candidate.text)].append(candidate)
    for full, short in _defined(text, found):
        if full != short and full in clusters and short in clusters:
            clusters[full].extend(clusters.pop(short))
    for short in sorted(clusters, key=lambda words: (-len(words), words)):
        if longer := _full_form(short, clusters):
            clusters[longer].extend(clusters.pop(short))
    return [(_name(same), sorted(same, key=lambda c: c.start)) for same in clusters.values()]


def _defined(text: str, found: Sequence[Candidate]) -> Iterator[tuple[Words, Words]]:
    """Yield what the story itself explains: "Singapore Airlines (SIA)", "SIA (Singapore ...)"."""
    for a, b in pairwise(found):
        if a.end < b.start <= a.end + 20 and _DEFINES.match(text[a.end : b.start]):
            full, short = (b, a) if len(a.text) < len(b.text) else (a, b)
            if is_acronym(short.text) and _spells(short.text, full.text):
                yield _words(full.text), _words(short.text)


def _words(name: str) -> Words:
    known = well_known(name)
    return turned(core(known.name if known else name))


def _spells(short: str, full: str) -> bool:
    """Tell whether the letters of an acronym come in order in a name, the first one first."""
    letters = iter(full.lower())
    first = full[:1].lower() == short[:1].lower()
    return first and all(c in letters for c in short.lower() if c.isalnum())


def _full_form(short: Words, clusters: Clusters) -> Words | None:
    """Return the longer name that a short one stands for, if there is exactly one."""
    mentions = clusters[short]
    first = min(c.start for c in mentions)
    longer = [words for words in clusters if len(words) > len(short)]
    if len(short) == 1 and any(is_acronym(c.text) for c in mentions):
        spelled = [w for w in longer if short[0] in _spellings(w, clusters[w])]
        if spelled:
            return _nearest(spelled, first, clusters)
    begin = [w for w in longer if w[: len(short)] == short]
    generic = [w for w in begin if is_generic(w[len(short) :])]
    if len(generic) == 1:
        return generic[0]
    if len(begin) == 1 and len(short) == 1 and len(begin[0]) == 2:
        earlier = min(c.start for c in clusters[begin[0]]) < first
        return begin[0] if earlier and short[0].title() not in ORG_HEADS else None
    heads = short[0].title() in ORG_HEADS and short[0] not in HOUSES
    end = [w for w in longer if heads and w[-1:] == short]
    if len(end) == 1 and min(c.start for c in clusters[end[0]]) < first:
        return end[0]  # "the Foundation", "United"
    national = [w for w in longer if w[-len(short) :] == short and _is_country(w[: -len(short)])]
    return national[0] if len(national) == 1 and not begin else None


def _spellings(words: Words, mentions: Sequence[Candidate]) -> set[str]:
    found = set(initials(words))
    for text in {c.text for c in mentions}:
        found |= initials(tuple(fold(w) for w in words_of(text)))
    return found


def _nearest(spelled: Sequence[Words], at: int, clusters: Clusters) -> Words:
    return min(spelled, key=lambda w: (min(abs(c.start - at) for c in clusters[w]), w))


def _is_country(words: Words) -> bool:
    name = " ".join(words)
    people = people_named(name.title())
    return bool(country_named(name.upper()) or (people and people.country))


def _name(mentions: Sequence[Candidate]) -> str:
    """Return the fullest name, without a tail that the story itself leaves out."""
    if known := well_known(mentions[0].text):
        return known.name
    forms = Counter(c.text for c in mentions)
    full = max(forms, key=lambda f: (len(core(f)), not has_tail(f), len(f), forms[f], f))
    short = [f for f in forms if core(f) == core(full) and not has_tail(f)]
    best = max(short, key=lambda f: (forms[f], f)) if short else plain_name(full)
    return best.removeprefix("The ") if best.count(" ") > 1 else best
