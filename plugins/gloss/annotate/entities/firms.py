"""Names taken apart by the tagger: firms of several partners, "Stone & Co", and famous titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gloss.annotate.candidate import Candidate, meet, of_kind
from gloss.gazetteer import company_address, famous, famous_titles, is_region
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import LEGAL_FORMS

SURE = 0.95  # of a firm that everybody knows
MOST_WORDS = 2  # of a partner's name

_WORDS = words("entities")
_FORM = rf"{alternatives(LEGAL_FORMS)}\b"
_FIRMS = alternatives(_WORDS["known_firms"]).replace("'", "['’]")
_KNOWN = re.compile(rf"(?<!\w){_FIRMS}(?: {_FORM})?(?!\w)")
_TITLES = alternatives(famous_titles()).replace("'", "['’]")
_FAMOUS = re.compile(rf"(?<![\w-])(?=[A-Z\d]){_TITLES}(?!\w|[ -][A-Z\d])")
_AND_CO = re.compile(
    rf" (?:and|&) {alternatives(_WORDS['partners'])}\b(?:\.? {_FORM})?(?:\.(?=,|['’]s| [a-z]))?"
)
_AND = re.compile(r" (?:and|&) ")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def known_firms(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Put firms that everybody knows in the place of their parts: "Standard and Poor's"."""
    firms = [
        Candidate(m.start(), m.end(), m.group(), of_kind("org", SURE), "well known")
        for m in _KNOWN.finditer(text)
    ]
    kept = [n for n in names if not any(n.start < f.end and f.start < n.end for f in firms)]
    return sorted([*kept, *firms], key=lambda name: name.start) if firms else list(names)


def famous_names(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Put famous names in the place of their parts, "Match of the Day", inside no longer one."""
    found = [m for m in _FAMOUS.finditer(text) if _is_whole(m, names)]
    whole = [
        Candidate(*m.span(), m.group(), of_kind(kind, SURE), "well known")
        for m in found
        if (kind := famous(m.group()))
    ]
    kept = [n for n in names if not any(meet(n, w) for w in whole)]
    return sorted([*kept, *whole], key=lambda name: name.start) if whole else list(names)


def _is_whole(found: re.Match[str], names: Sequence[Candidate]) -> bool:
    """Tell whether no name goes beyond a stretch that it meets, or holds just that."""
    start, end = found.span()
    met = [n for n in names if n.start < end and start < n.end]
    return all(start <= n.start and n.end <= end and n.end - n.start < end - start for n in met)


def whole_firm(text: str, name: Candidate, following: Sequence[Candidate]) -> Candidate:
    """Return a firm whole of which a name is the beginning, or the name."""
    end = next(_ends(text, name, following), name.end)
    if end == name.end:
        return name
    return name._replace(end=end, text=text[name.start : end], probs=of_kind("org", SURE))


def _ends(text: str, name: Candidate, following: Sequence[Candidate]) -> Iterator[int]:
    """Yield where a firm may end."""
    if found := _AND_CO.match(text, name.end):  # "Pohl and Co."
        yield found.end()
    if not following:
        return
    second = following[0]
    between = text[name.end : second.start]
    if between == ". " and name.text in _WORDS["short_first_names"]:
        yield second.end
    if between == " " and _INITIALS.fullmatch(name.text):  # "J.P." and "Stone and Co"
        yield next(_ends(text, second, following[1:]), second.end if _is_org(second) else name.end)
    if _AND.fullmatch(between) and _are_partners(text, name, second):
        yield second.end


def _is_org(name: Candidate) -> bool:
    return name.best == "org"


def _are_partners(text: str, name: Candidate, second: Candidate) -> bool:
    """Tell "Berg and Lund Ltd" from "Velora and Marten Steel Corp", which are two firms."""
    parts = second.text.rstrip(".").split(" ")
    if parts[-1] in _WORDS["railways"]:
        return " " not in name.text and len(parts) <= MOST_WORDS + 1
    if second.best != "org" or len(parts) != MOST_WORDS or parts[1] not in LEGAL_FORMS:
        return False
    if " " in name.text or is_region(name.text) or company_address(name.text):
        return False
    return text.count(name.text) == 1 + text.count(f"{name.text} and {parts[0]}", name.end)
