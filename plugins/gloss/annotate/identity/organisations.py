"""Which mentions of organisations are one: short forms, acronyms, legal forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from gloss.annotate.candidate import Candidate, words_of
from gloss.annotate.lexicon import COMPANY_TAILS, LEGAL_FORMS, TRADES
from gloss.gazetteer import country_named, people_named
from gloss.gazetteer.place import fold

Words = tuple[str, ...]

_SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "&", "a"}
_TAILS = {fold(w) for w in COMPANY_TAILS}
_LEGAL = {fold(w) for w in LEGAL_FORMS}
_TRADES = {fold(w) for w in TRADES}
_ACRONYM = re.compile(r"^[A-Z][A-Z&.]{1,6}s?$")


def organisations(found: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """Gather mentions of organisations (and of events and laws, which shorten likewise)."""
    clusters: dict[Words, list[Candidate]] = defaultdict(list)
    for candidate in found:
        clusters[core(candidate.text)].append(candidate)
    for short in sorted(clusters, key=lambda words: (-len(words), words)):
        full = _full_form(short, clusters)
        if full:
            clusters[full].extend(clusters.pop(short))
    return [(_name(same), sorted(same, key=lambda c: c.start)) for same in clusters.values()]


def core(name: str) -> Words:
    """Return the folded words that tell a company from others: no "The", "Inc." or "Group"."""
    words = [fold(w) for w in words_of(name)]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in _TAILS:
        del words[-1]
    return tuple(w for w in words if w)


def initials(words: Sequence[str]) -> set[str]:
    """Return the acronyms that these words could have."""
    full = "".join(w[0] for w in words if w)
    large = "".join(w[0] for w in words if w and w not in _SMALL)
    parts = "".join(p[0] for w in words if w not in _SMALL for p in w.split("-") if p)
    return {full, large, parts}


def _full_form(short: Words, clusters: dict[Words, list[Candidate]]) -> Words | None:
    """Return the longer name that a short one stands for, if there is exactly one."""
    mentions = clusters[short]
    first = min(c.start for c in mentions)
    longer = [words for words in clusters if len(words) > len(short)]
    if len(short) == 1 and any(_ACRONYM.match(c.text) for c in mentions):
        spelled = [w for w in longer if short[0] in _spellings(w, clusters[w])]
        if spelled:
            return _nearest(spelled, first, clusters)
    begin = [w for w in longer if w[: len(short)] == short]
    generic = [w for w in begin if set(w[len(short) :]) <= _TRADES | _TAILS]
    if len(generic) == 1:
        return generic[0]
    before = [w for w in begin if min(c.start for c in clusters[w]) < first]
    if len(begin) == 1 and before:
        return before[0]
    national = [w for w in longer if w[-len(short) :] == short and _is_country(w[: -len(short)])]
    return national[0] if len(national) == 1 and len(begin) == 0 else None


def _spellings(words: Words, mentions: Sequence[Candidate]) -> set[str]:
    found = initials(words)
    for candidate in mentions:
        found |= initials([fold(w) for w in words_of(candidate.text)])
    return found


def _nearest(spelled: Sequence[Words], at: int, clusters: dict[Words, list[Candidate]]) -> Words:
    return min(spelled, key=lambda w: (min(abs(c.start - at) for c in clusters[w]), w))


def _is_country(words: Words) -> bool:
    name = " ".join(words)
    return bool(country_named(name.upper()) or people_named(name.title()))


def _name(mentions: Sequence[Candidate]) -> str:
    """Return the fullest name, without a tail that the story itself leaves out."""
    forms = Counter(c.text for c in mentions)
    shown = {core(f): f for f in forms if not _ends_in(f, _TAILS)}
    full = max(forms, key=lambda f: (len(core(f)), not _ends_in(f, _TAILS), len(f), forms[f], f))
    if core(full) in shown:
        return max(
            (f for f in forms if core(f) == core(full) and not _ends_in(f, _TAILS)),
            key=lambda f: (forms[f], f),
        )
    while _ends_in(full, _LEGAL):
        full = full.rpartition(" ")[0].rstrip(",")
    return full.removeprefix("The ") if full.count(" ") > 1 else full


def _ends_in(name: str, tails: set[str]) -> bool:
    head, _, last = name.rpartition(" ")
    return bool(head) and fold(last) in tails
