"""Recall names that the tagger missed here, and found elsewhere, or that a gazetteer knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gloss.annotate.candidate import Candidate, Row, of_kind, scaled
from gloss.annotate.reading import Around
from gloss.gazetteer import country_named, people_named, state_named
from gloss.naming.company_names import without_legal_form
from gloss.naming.lexicon import NOT_NAMES
from gloss.naming.name_words import KEPT, words_of

CLEAR = 0.6  # the probability at which one mention of a name speaks for the others
SURE = 0.9  # of what a gazetteer knows
PASSED_OVER = 2  # times as often untagged as tagged, and a name is not looked for
SO_OFTEN = 4  # tags of a name, for the same word in small letters to say nothing against it
SHARE = 0.9  # how much surer a name is where it was seen than where it is only repeated

_CAPITALISED = re.compile(r"(?<![\w.'’-])(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*\w)(?![\w$€£])")
_STATE = re.compile(r"(?<=\w), ([A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2})(?!\w)")
_TWO = re.compile(r"[ ][A-Z][\w’'-]*\w")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD_BEFORE = re.compile(r"([\w’'&.-]+)[ ]$")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z.]{1,7})\)")
_GLUED_BEFORE = re.compile(r"[-@#/&]$")
_GLUED_BEHIND = re.compile(r"[@/&$]")
_CAPITAL_BEHIND = re.compile(r"[ ](?!I[ '’])(?=[\w’'&-])[^\W\d_a-z]")
_NEXT_WORD = re.compile(r"[ ]([\w’'&-]+)")


class Taken:
    """The stretches of a text that a name holds already."""

    def __init__(self, names: Iterable[Candidate]) -> None:
        self._spans = sorted((c.start, c.end) for c in names)

    def meets(self, start: int, end: int) -> bool:
        """Tell whether a stretch overlaps any of them."""
        at = bisect_left(self._spans, (end, end))
        return at > 0 and self._spans[at - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Take a stretch that meets no other."""
        self._spans.insert(bisect_left(self._spans, (start, end)), (start, end))


def recall_known(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Add the countries, peoples and states' abbreviations that no name holds."""
    taken = Taken(names)
    return [*names, *_known_to_gazetteers(text, taken), *_states(text, taken)]


def _states(text: str, taken: Taken) -> Iterator[Candidate]:
    """Yield the state behind a town: "NASHVILLE, Tenn."."""
    for match in _STATE.finditer(text):
        if state_named(match.group(1)) and not taken.meets(*match.span(1)):
            yield Candidate(*match.span(1), match.group(1), of_kind("place", SURE), "gazetteer")


def _known_to_gazetteers(text: str, taken: Taken) -> Iterator[Candidate]:
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        if taken.meets(start, end):
            continue
        two = _TWO.match(text, end)
        for stop in (two.end(), end) if two else (end,):
            stop -= len(m.group()) if (m := _POSSESSIVE.search(text[start:stop])) else 0
            if not taken.meets(start, stop) and (probs := _known(text[start:stop])):
                if not _in_longer_name(text, start, stop):
                    taken.add(start, stop)
                    yield Candidate(start, stop, text[start:stop], probs, "gazetteer")
                break


@lru_cache(maxsize=KEPT)
def _known(name: str) -> Row | None:
    if people_named(name):
        return of_kind("group", SURE)
    return of_kind("place", SURE) if country_named(name) else None


def recall_repeated(text: str, body: int, names: Sequence[Candidate]) -> list[Candidate]:
    """Add the places where a name that is clear elsewhere in the story stands untagged.

    body: where the story's own text begins; what the headline names is looked for nowhere else.
    """
    taken = Taken(names)
    recalled = [*names, *_acronyms(text, names, taken)]
    names = [name for name in recalled if name.start >= body]
    small = set(re.findall(r"\b[a-z][\w’'-]+", text))
    times = Counter(name.text for name in names)
    for form, model in _clear_forms(names):
        if form.lower() in small and times[form] < SO_OFTEN:
            continue
        free = [s for s in _occurrences(text, form) if _is_free(text, s, taken)]
        if form == model.text and len(free) > PASSED_OVER * times[form]:
            continue  # the tagger has good reason: "Milepost 3", "a KO"
        for start, end in free:
            taken.add(start, end)
            probs = scaled(model.probs, SHARE)
            again = model._replace(start=start, end=end, text=form, probs=probs, how="repeated")
            recalled.append(again)
    return recalled


def _acronyms(text: str, names: Sequence[Candidate], taken: Taken) -> Iterator[Candidate]:
    """Yield the acronym that stands in brackets behind the name that it is made of."""
    for name in names:
        found = _ACRONYM.match(text, name.end)
        if found and not taken.meets(*found.span(1)) and _stands_for(found.group(1), name.text):
            taken.add(*found.span(1))
            start, end = found.span(1)
            yield name._replace(start=start, end=end, text=found.group(1), how="acronym")


def _stands_for(acronym: str, name: str) -> bool:
    initials = "".join(word[0] for word in words_of(name) if word[0].isupper())
    return len(initials) > 1 and acronym.replace(".", "").upper() == initials


def _is_free(text: str, span: tuple[int, int], taken: Taken) -> bool:
    if taken.meets(*span):
        return False
    start, end = span
    word = _NEXT_WORD.match(text, end)
    is_others = word is not None and taken.meets(*word.span(1))  # "In Long Night Willis sings"
    before = _WORD_BEFORE.search(Around(text, start, end).before)
    if before and _known(before.group(1)) and taken.meets(start - 2, start - 1):  # "the UK RAF"
        return is_others or not _CAPITAL_BEHIND.match(text, end)
    return not _in_longer_name(text, *span, alone_behind=is_others)


def _clear_forms(found: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """The names to look for, the longest first: each clear one, and the surnames of people."""
    forms: dict[str, Candidate] = {}
    for name in found:
        if max(name.probs) < CLEAR or len(name.text) < 2:
            continue
        forms.setdefault(name.text, name)
        words = words_of(name.text)
        if name.best == "org" and len(words) > 1:
            forms.setdefault(without_legal_form(name.text), name)
        if name.best == "person" and len(words) > 1 and len(words[-1]) > 2:
            forms.setdefault(words[-1], name)
    return sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        free = not text[at - 1 : at].isalnum() or at == 0
        if free and not text[end : end + 1].isalnum() and name not in NOT_NAMES:
            yield at, end
        at = text.find(name, end)


def _in_longer_name(text: str, start: int, end: int, alone_behind: bool = False) -> bool:
    """Tell whether a capitalised word beside the name seems to belong to the same name.

    alone_behind: whether the word behind is known to belong to another.
    """
    place = Around(text, start, end)
    if _GLUED_BEFORE.search(place.before) or _GLUED_BEHIND.match(place.behind):
        return True
    if _CAPITAL_BEHIND.match(place.behind) and not alone_behind:
        return True
    before = _WORD_BEFORE.search(place.before)
    if not before or not before.group(1)[0].isupper():
        return False
    opens_sentence = Around(text, start - len(before.group()), start).opens_sentence
    return not opens_sentence and before.group(1).rstrip(".") not in NOT_NAMES
