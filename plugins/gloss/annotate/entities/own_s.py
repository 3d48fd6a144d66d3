"""Names that end in 's themselves: "Moody's cut it", not "Marten's plan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gloss.annotate.tagger import Tagged
from gloss.gazetteer import company_address, is_city, is_region, people_named
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import OWN_S

_POSSESSIVE = re.compile(r"['’]s?$")
_SAINT = re.compile(r"St\.? ")
_ALONE = re.compile(r"[.,;:!?)\"”]|$")  # nothing follows that could be its
_WORDS = words("entities")
_DOES = re.compile(
    rf" {alternatives(_WORDS['companies_do'])}\b"
    rf"| {alternatives(_WORDS['companies_may_do'])} {alternatives(_WORDS['behind_what_is_done'])}\b"
)


def find_own_s(text: str, tagged: Iterable[Tagged], surnames: frozenset[str]) -> frozenset[str]:
    """Return the names of a story that end in 's of their own, without it: "Moody".

    It is known to be, or does what companies do, or something is done at it; and the story never
    calls it by the rest alone.
    """
    names = [text[t.start : t.end].partition("\n")[0] for t in tagged]
    parts = (part for name in names for part in (name, *name.split(". ")))
    stems = {_POSSESSIVE.sub("", part) for part in parts}
    return frozenset(stem for stem in stems if stem and _has_own_s(text, stem, surnames))


def _has_own_s(text: str, stem: str, surnames: frozenset[str]) -> bool:
    last = stem.rpartition(" ")[2]
    places = _with_an_s(text, stem)
    if not places or last in surnames:
        return False
    if f"{last}'s" in OWN_S or company_address(f"{stem}'s"):
        return True
    does = any(_DOES.match(text, place.end()) or _is_where(text, place) for place in places)
    if _SAINT.match(stem):
        return does or any(_ALONE.match(text, place.end()) for place in places)
    return does and not (stem.isupper() or is_region(stem) or is_city(stem) or people_named(stem))


def _is_where(text: str, place: re.Match[str]) -> bool:
    """Tell whether something is done at a name to which nothing belongs: "played at Lord's."."""
    at = text.endswith(" at ", 0, place.start())
    return at and _ALONE.match(text, place.end()) is not None


def _with_an_s(text: str, stem: str) -> Sequence[re.Match[str]]:
    """Return where a name stands with an 's, if it never stands without."""
    if f"{stem}'s" not in text and f"{stem}’s" not in text:
        return ()
    written = re.escape(stem)
    if re.search(rf"(?<!\w){written}(?!\w|['’]s\b| [A-Z]|-\w)", text):
        return ()
    return list(re.finditer(rf"(?<!\w){written}['’]s\b", text))
