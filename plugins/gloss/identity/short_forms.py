"""How a story shortens the name of an organisation: each way a question about two names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from gloss import lexicon
from gloss.gazetteer import country_named, is_city, is_region, people_named
from gloss.identity.roles import singular
from gloss.naming.company_names import Words, is_generic
from gloss.naming.lexicon import ORG_HEADS

_WORDS = lexicon.words("organisations")
_HEADS = lexicon.words("names")["org_heads"]
SHORTEST, LONGEST = 3, 5  # letters of a word that is cut ("Lab")
LONG = 3  # words of a name of which some may be cut
_HUMP = re.compile(r"[A-Z][^A-Z\W]+|[A-Z]+(?![a-z])|[^A-Z\W]+")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,3}(?=[A-Z])")


@dataclass(frozen=True)
class Form:
    """A name by the words that tell it from others, and as it is written.

    texts: all ways in which it is.
    """

    words: Words
    texts: Collection[str] = ()

    def begins(self, longer: Form) -> bool:
        """Tell whether a longer name goes on from this one."""
        return len(self.words) < len(longer.words) and longer.words[: len(self.words)] == self.words

    def rest(self, longer: Form) -> Words:
        """Return the words with which a longer name goes on."""
        return longer.words[len(self.words) :]


Way = Callable[[Form, Form], bool]


def differs_in_number(short: Form, full: Form) -> bool:
    """ "UK e-University", "UK e-Universities"; "United Nation", "United Nations"."""
    return short.words != full.words and is_one(short.words, full.words)


def is_branch(short: Words, full: Words) -> bool:
    """Tell whether a longer name is a part of what the short one is: "BBC", "BBC News"."""
    rest = full[len(short) :]
    return (
        len(short) == 1
        and short[0] in _WORDS["broadcasters"]
        and full[0] == short[0]
        and (bool(rest) and _WORDS["branches"].issuperset(rest))
    )


def leaves_out_trade(short: Form, full: Form) -> bool:
    """ "Apple", "Apple Computer"; "Aggregates", "Aggregate Industries"."""
    if short.begins(full):
        return is_generic(short.rest(full))
    one = Form(tuple(map(singular, short.words)))
    return one.words != short.words and one.begins(full) and is_generic(one.rest(full))


def is_first_of_two(short: Form, full: Form) -> bool:
    """ "Lockheed", "Lockheed Martin"."""
    return short.begins(full) and len(full.words) == 2 and len(short.words) == 1


def is_before_head(short: Form, full: Form) -> bool:
    """ "Moody's", "Moody's Investors Service"; but a town is not its council."""
    if len(short.words) > 1 or not short.begins(full) or is_head(short.words[0]):
        return False
    rest = short.rest(full)
    told = rest[-1].title() in _HEADS or all(map(says_what, rest))
    return told and not any(map(is_place_name, short.texts))


def is_head_of(short: Form, full: Form) -> bool:
    """ "the Bank", "Bank of England"; "the Foundation", "Berg Foundation"; "City", "York City"."""
    word = short.words[0]
    if len(short.words) > 1 or word in _WORDS["houses"]:
        return False
    if not is_head(word):
        return word in _WORDS["clubs"] and full.words[1:] == short.words
    return full.words[-1:] == short.words or _is_of(word, full)


def is_before_of(short: Form, full: Form) -> bool:
    """ "the National Bank", "National Bank of Hungary"."""
    told = len(short.words) > 1 and short.begins(full) and is_head(short.words[-1])
    return told and not _WORDS["of"].isdisjoint(short.rest(full)[:1])


def is_house(short: Form, full: Form) -> bool:
    """ "the Commons", "House of Commons"."""
    house, of = full.words[:1], full.words[1:2]
    told = not _WORDS["houses"].isdisjoint(house) and not _WORDS["of"].isdisjoint(of)
    return told and full.words[2:] == short.words


def is_turned(short: Form, full: Form) -> bool:
    """ "the Hungarian National Bank", "National Bank of Hungary"."""
    people, *rest = short.words
    body, of = tuple(rest), full.words[len(rest) : len(rest) + 1]
    if len(body) < 2 or full.words[: len(body)] != body or _WORDS["of"].isdisjoint(of):
        return False
    nation = people_named(people.title())
    country = country_named(" ".join(full.words[len(short.words) :]).upper())
    return nation is not None and country is not None and nation.country == country.country


def leaves_out_country(short: Form, full: Form) -> bool:
    """ "the Treasury", "French Treasury"."""
    before, after = full.words[: -len(short.words)], full.words[-len(short.words) :]
    return bool(before) and is_one(short.words, after) and is_country(before)


def leaves_out_country_and_head(short: Form, full: Form) -> bool:
    """ "Customs", "U.S. Customs Service"."""
    *words, head = full.words
    return is_head(head) and leaves_out_country(short, Form(tuple(words)))


def leaves_out_initials(short: Form, full: Form) -> bool:
    """ "Reynolds", "R.J. Reynolds Tobacco"; "Dodge", "F.W. Dodge Division of McGraw-Hill"."""
    if not any(_INITIALS.match(text) for text in full.texts) or is_head(short.words[0]):
        return False
    bare = Form(full.words[1:])
    return short.words == bare.words or (short.begins(bare) and says_what(short.rest(bare)[0]))


def is_first_hump(short: Form, full: Form) -> bool:
    """ "Glaxo", "GlaxoSmithKline"."""
    if len(full.words) > 1 or len(short.words) > 1 or len(short.words[0]) < SHORTEST:
        return False
    return any(_opens_with(text, short.words[0]) for text in full.texts)


def is_cut(short: Form, full: Form) -> bool:
    """ "Bay Area Lab Cooperative", "Bay Area Laboratory Co-Operative"."""
    ours, theirs = (tuple(w.replace(" ", "") for w in form.words) for form in (short, full))
    if len(ours) != len(theirs) or len(ours) < LONG or short.words == full.words:
        return False
    return all(_may_be_cut(a, b) for a, b in zip(ours, theirs, strict=True))


def is_one(a: Words, b: Words) -> bool:
    """Tell whether words are the same, be it in the singular or plural."""
    return len(a) == len(b) and all(singular(x) == singular(y) for x, y in zip(a, b, strict=True))


def is_head(word: str) -> bool:
    """Tell whether a word says what an organisation is: "foundation", "united"."""
    return word.title() in ORG_HEADS


def is_place_name(name: str) -> bool:
    """Tell whether a name is a place's, too, or a people's."""
    return bool(is_city(name) or is_region(name) or people_named(name))


def is_country(words: Words) -> bool:
    """Tell whether words are a country's name, or its people's."""
    name = " ".join(words)
    people = people_named(name.title())
    return bool(country_named(name.upper()) or (people and people.country))


def _is_of(head: str, full: Form) -> bool:
    return full.words[:1] == (head,) and not _WORDS["of"].isdisjoint(full.words[1:2])


def says_what(word: str) -> bool:
    """Tell whether a word says what an organisation is or does, and not which."""
    return is_head(word) or is_generic((word,)) or word in _WORDS["clubs"]


def _opens_with(text: str, word: str) -> bool:
    humps = _HUMP.findall(text)
    return any("".join(humps[:n]).lower() == word for n in range(1, len(humps)))


def _may_be_cut(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long == short or (SHORTEST <= len(short) <= LONGEST and long.startswith(short))
