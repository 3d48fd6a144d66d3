"""Companies that were taken for people or products, as the rest of the story shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gloss.identity.introduction import Introduction
from gloss.identity.nouns import Mentioned
from gloss.identity.short_forms import Form, is_first_hump, leaves_out_initials, leaves_out_trade
from gloss.naming.company_names import core
from gloss.naming.name_words import KEPT
from gloss.naming.person_names import name_parts, surnames
from gloss.story import Kind


def firms(text: str, found: Sequence[Mentioned]) -> set[Mentioned]:
    """Return the mentions of companies that were taken for something else.

    "Ford" is Ford Motor, where nobody else was spoken of: a surname alone, without a title, is the
    company's where that stands last before it, or first of all, and not a person of the name.
    "GlaxoSmithKline" is what the story calls Glaxo, an organisation.
    """
    people = [m for m in found if m.kind == "person"]
    companies = _of_kinds(found, "org")
    alone = {m for m in people if _is_alone(text, m) and _nearest(m, companies, people)}
    others = _of_kinds(found, "product", "topic")
    return alone | {m for m in others if any(_is_first_hump(c, m) for c in companies)}


def _of_kinds(found: Sequence[Mentioned], *kinds: Kind) -> list[Mentioned]:
    """Return the mentions of some kinds that the register does not know."""
    return [m for m in found if m.kind in kinds and not m.entity]


def _is_alone(text: str, mention: Mentioned) -> bool:
    """Tell whether a name is of one word, without a title, and the register does not know it."""
    if " " in mention.text or mention.entity:
        return False
    return Introduction(text, mention.start, mention.end).gender is None


def _nearest(
    mention: Mentioned, companies: Sequence[Mentioned], people: Sequence[Mentioned]
) -> bool:
    """Tell whether a company stands nearer than somebody whose surname a word is."""
    ours = [m for m in companies if _shortens(mention.text, m.text)]
    theirs = [m for m in people if _is_surname(mention.text, m.text)]
    both = [m for m in (*ours, *theirs) if m.start < mention.start]
    nearest = max(both, key=lambda m: m.start, default=None)
    nearest = nearest or min((*ours, *theirs), key=lambda m: m.start, default=None)
    return nearest in ours


@lru_cache(maxsize=KEPT)
def _shortens(name: str, company: str) -> bool:
    short, full = Form(core(name)), Form(core(company), (company,))
    return leaves_out_trade(short, full) or leaves_out_initials(short, full)


def _is_first_hump(short: Mentioned, full: Mentioned) -> bool:
    return is_first_hump(Form(core(short.text)), Form(core(full.text), (full.text,)))


def _is_surname(name: str, person: str) -> bool:
    parts = name_parts(person)
    return len(parts) > 1 and " ".join(name_parts(name)) in surnames(parts)
