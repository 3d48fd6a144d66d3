"""Which mentions of organisations are one: short forms, acronyms, legal forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Generic

from gloss.gazetteer import well_known
from gloss.identity import short_forms as ways
from gloss.identity.nouns import Mentioned
from gloss.identity.roles import singular
from gloss.identity.short_forms import SHORTEST, Form, is_country
from gloss.naming.company_names import (
    Words,
    core,
    has_tail,
    initials,
    is_acronym,
    plain_name,
    turned,
    without_legal_form,
)
from gloss.naming.name_words import fold, words_of

# Where the longer name may stand before or behind the short one, and where it comes first.
ANYWHERE = (
    ways.differs_in_number,
    ways.leaves_out_trade,
    ways.leaves_out_country,
    ways.is_cut,
    ways.is_turned,
)
AFTERWARDS = (
    ways.is_first_of_two,
    ways.is_head_of,
    ways.is_before_of,
    ways.leaves_out_country_and_head,
    ways.leaves_out_initials,
    ways.is_first_hump,
    ways.is_before_head,
    ways.is_house,
)


def organisations(
    found: Sequence[Mentioned], body: int = 0, plain: Callable[[str], str] = str
) -> list[tuple[str, list[Mentioned]]]:
    """Gather mentions of organisations (and of events and laws, which shorten likewise).

    plain: leaves out of a name what tells it from no other.
    """
    names = _Names(found, body, plain)
    for short in sorted(names.uses, key=lambda words: (-len(words), words)):
        if full_form := names.full_form(short):
            names.join(full_form, short)
    return [
        (_name(same, plain), sorted(same, key=lambda m: m.start)) for same in names.uses.values()
    ]


class _Names(Generic[Mentioned]):
    """The mentions of a story by the words that tell their names apart."""

    def __init__(self, found: Sequence[Mentioned], body: int, plain: Callable[[str], str]) -> None:
        self.uses: dict[Words, list[Mentioned]] = defaultdict(list)
        self._body = body
        for mention in found:
            self.uses[_words(plain(mention.text))].append(mention)
        self._near: dict[str, set[Words]] = defaultdict(set)
        for words in self.uses:
            for key in (*map(singular, words), words[0][:SHORTEST]):
                self._near[key].add(words)

    def join(self, full: Words, short: Words) -> None:
        """Take a short name's mentions for the longer one's."""
        self.uses[full].extend(self.uses.pop(short))

    def full_form(self, short: Words) -> Words | None:
        """Return the longer name that a short one stands for, if there is exactly one."""
        if spelled := self._spelled_out(short):
            return spelled
        form, others = self._form(short), [self._form(words) for words in self._alike(short)]
        for way in (*ANYWHERE, *AFTERWARDS):
            full = [other.words for other in others if way(form, other)]
            full = [words for words in full if not self._are_two(short, words)]
            if len(full) == 1 and (way in ANYWHERE or self._is_given_first(full[0], short)):
                return full[0]
        return None

    def _alike(self, short: Words) -> list[Words]:
        """Return the names that hold a short one's first word, or begin with the same letters; or
        hold its second behind a country's, "Hungarian National Bank".
        """
        alike = self._near[singular(short[0])] | self._near[short[0][:SHORTEST]]
        if len(short) > 2 and is_country(short[:1]):
            alike |= self._near[singular(short[1])]
        return [words for words in alike if words in self.uses and words != short]

    def _are_two(self, short: Words, full: Words) -> bool:
        """Tell whether a longer name is two that the tagger took for one: "Boeing-Air Force"; or a
        part of what the short one is.
        """
        if ways.is_branch(short, full):
            return True
        rest = full[len(short) :] if full[: len(short)] == short else ()
        return len(rest) > 1 and any(
            words == rest or (words[-len(rest) :] == rest and is_country(words[: -len(rest)]))
            for words in self.uses
        )

    def _form(self, words: Words) -> Form:
        return Form(words, {mention.text for mention in self.uses[words]})

    def _spelled_out(self, short: Words) -> Words | None:
        """Return the nearest name that has an acronym's initials."""
        if len(short) > 1 or not any(is_acronym(m.text) for m in self.uses[short]):
            return None
        letters = short[0].replace("&", "")
        spelled = [w for w in self.uses if len(w) > 1 and letters in self._acronyms(w)]
        at = min(m.start for m in self.uses[short])
        return min(spelled, key=lambda words: (self._away(words, at), words), default=None)

    def _acronyms(self, words: Words) -> set[str]:
        found = set(initials(words))
        for text in {m.text for m in self.uses[words]}:
            written = tuple(fold(word) for word in words_of(text))
            found |= initials(written)
            if len(written) > 2 and is_country(written[:1]):
                found |= initials(written[1:])  # the HA of "UK Harbour Authority"
        return found

    def _is_given_first(self, full: Words, short: Words) -> bool:
        """Tell whether a story gives the longer name first, but for its headline; and the short
        one is none in full, as "Apple Inc." is beside Apple Corps.
        """
        if any(without_legal_form(m.text) != m.text for m in self.uses[short]):
            return False
        places = [m.start for m in self.uses[short] if m.start >= self._body]
        return not places or min(m.start for m in self.uses[full]) < min(places)

    def _away(self, words: Words, at: int) -> int:
        return min(abs(m.start - at) for m in self.uses[words])


def _words(name: str) -> Words:
    known = well_known(name)
    return turned(core(known.name if known else name))


def _name(mentions: Sequence[Mentioned], plain: Callable[[str], str]) -> str:
    """Return the fullest name, without a tail that the story itself leaves out."""
    forms = Counter(plain(m.text) for m in mentions)
    if known := well_known(next(iter(forms))):
        return known.name
    full = max(forms, key=lambda f: (len(core(f)), not has_tail(f), len(f), forms[f], f))
    short = [f for f in forms if core(f) == core(full) and not has_tail(f)]
    best = max(short, key=lambda f: (forms[f], f)) if short else plain_name(full)
    return best.removeprefix("The ") if best.count(" ") > 1 else best
