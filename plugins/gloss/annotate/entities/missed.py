"""Names that the tagger missed in one sentence and found, or that a gazetteer knows, in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gloss.annotate.candidate import ORG, PER, Candidate, Probs
from gloss.gazetteer import country_named, people_named
from gloss.naming.company_names import without_legal_form
from gloss.naming.lexicon import NOT_NAMES
from gloss.naming.words import KEPT, words_of

CLEAR = 0.6  # the probability at which one mention of a name speaks for the others
PASSED_OVER = 2  # times as often untagged as tagged, and a name is not looked for
SO_OFTEN = 4  # tags of a name, for the same word in small letters to say nothing against it
SHARE = 0.9  # how much surer a name is where it was seen than where it is only repeated

_CAPITALISED = re.compile(r"(?<![\w.'’-])(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*\w)(?![\w$€£])")
_TWO = re.compile(r"[ ][A-Z][\w’'-]*\w")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD_BEFORE = re.compile(r"([\w’'&.-]+)[ ]$")
_WORD_AFTER = re.compile(r"[ ]([\w’'&-]+)")


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


def known_to_gazetteers(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield countries and peoples that no name holds."""
    taken = Taken(found)
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
def _known(name: str) -> Probs | None:
    if people_named(name):
        return (0.0, 0.0, 0.0, 0.9)
    return (0.0, 0.0, 0.9, 0.0) if country_named(name) else None


def repeated(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the places where a name that is clear elsewhere in the story stands untagged."""
    taken = Taken(found)
    lower = set(re.findall(r"\b[a-z][\w’'-]+", text))
    times = Counter(c.text for c in found)
    for name, model in _clear_forms(found):
        if name.lower() in lower and times[name] < SO_OFTEN:
            continue
        spans = [(start, start + len(name)) for start in _occurrences(text, name)]
        free = [s for s in spans if not taken.meets(*s) and not _in_longer_name(text, *s)]
        if name == model.text and len(free) > PASSED_OVER * times[name]:
            continue  # the tagger has good reason: "Milepost 3", "a KO"
        for start, end in free:
            taken.add(start, end)
            a, b, c, d = (SHARE * p for p in model.probs)
            probs = (a, b, c, d)
            yield model._replace(start=start, end=end, text=name, probs=probs, how="repeated")


def _clear_forms(found: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """The names to look for, the longest first: each clear one, and the surnames of people."""
    forms: dict[str, Candidate] = {}
    for name in found:
        if max(name.probs) < CLEAR or len(name.text) < 2:
            continue
        forms.setdefault(name.text, name)
        words = words_of(name.text)
        if name.best == ORG and len(words) > 1:
            forms.setdefault(without_legal_form(name.text), name)
        if name.best == PER and len(words) > 1 and len(words[-1]) > 2:
            forms.setdefault(words[-1], name)
    return sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        free = not text[at - 1 : at].isalnum() or at == 0
        if free and not text[end : end + 1].isalnum() and name not in NOT_NAMES:
            yield at
        at = text.find(name, end)


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Tell whether a capitalised word beside the name seems to belong to the same name."""
    after = _WORD_AFTER.match(text, end)
    if after and after.group(1)[0].isupper() and not text[end:].startswith((" I ", " I'", " I’")):
        return True
    if (start and text[start - 1] in "-@#/&") or text[end : end + 1] in ("@", "/", "&", "$"):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if not before or not before.group(1)[0].isupper():
        return False
    opener = text[: before.start()].rstrip(" “\"'‘(")
    starts_sentence = not opener or opener[-1] in ".!?:\n"
    return not starts_sentence and before.group(1).rstrip(".") not in NOT_NAMES
