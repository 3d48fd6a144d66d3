"""From the names of a story to what they name."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from spacy.attrs import IDX  # type: ignore[import-not-found]

from gloss.annotate.candidate import Candidate
from gloss.annotate.entities.confidence import asks_for_kind
from gloss.annotate.entities.describe import describe
from gloss.annotate.entities.own_words import displayed, quoted
from gloss.annotate.entities.phrases import NamedTokens
from gloss.annotate.reading import Reading
from gloss.gazetteer import company_address, place_named
from gloss.identity import Cluster, identify
from gloss.register import Register
from gloss.story import Doubt, Entity, Mention, Span, kind_of

Thing = Cluster[Candidate]


def identify_things(
    reading: Reading, names: Sequence[Candidate], register: Register
) -> list[Thing]:
    """Gather the names that mean one thing."""
    known = {e.id: e.name for e in register.entries.values()}
    body = reading.headline.end if reading.headline else 0
    return identify(reading.text, names, known, body)


def list_mentions(things: Sequence[Thing]) -> list[Mention]:
    """Return where things are named, in order."""
    found = (
        Mention(name.start, name.end, thing.id, name.how, name.sure)
        for thing in things
        for name in thing.mentions
    )
    return sorted(found, key=lambda mention: mention.start)


def describe_entities(
    reading: Reading, things: Sequence[Thing], register: Register
) -> list[Entity]:
    """Say of each thing what the story, the register and the gazetteers say."""
    spans = _tokens(reading, [name for thing in things for name in thing.mentions])
    named = frozenset(n for span in spans.values() for n in range(span.start, span.end))
    tokens = NamedTokens(
        reading.text, list(reading.doc), named, quoted(reading), displayed(reading)
    )
    return [_entity(tokens, spans, thing, register) for thing in things]


def _tokens(reading: Reading, names: Sequence[Candidate]) -> Mapping[Candidate, Span]:
    """Return the tokens of each name in the story's own text: its first and the one after."""
    starts = reading.doc.to_array([IDX]).tolist()
    body = reading.body or (reading.headline.end if reading.headline else 0)
    return {
        name: Span(max(0, bisect_right(starts, name.start) - 1), bisect_left(starts, name.end))
        for name in names
        if name.start >= body
    }


def _entity(
    tokens: NamedTokens,
    spans: Mapping[Candidate, Span],
    thing: Thing,
    register: Register,
) -> Entity:
    entry = register.entries.get(thing.id)
    same_as = (entry.same_as if entry else ()) or _same_as(thing)
    mentions = [spans[name] for name in thing.mentions if name in spans]
    said = describe(tokens, kind_of(thing.id), mentions)
    return Entity(thing.id, thing.name, tuple(d for d in said if d not in thing.name), same_as)


def _same_as(thing: Thing) -> tuple[str, ...]:
    """Return where others speak of a place, or of a company: what a gazetteer is sure of."""
    kind, address = kind_of(thing.id), None
    if kind == "place" and (place := place_named(thing.name)):
        address = place.same_as
    elif kind == "org":
        address = company_address(thing.name)
    return (address,) if address else ()


def list_doubts(doubtful: Sequence[Candidate], things: Sequence[Thing]) -> list[Doubt]:
    """Say of each name that is not shown how it could be, and ask of what kind the others are."""
    unsure = (thing.mentions[0] for thing in things if asks_for_kind(thing.mentions))
    return [*map(_doubt, doubtful), *map(_question, unsure)]


def _question(name: Candidate) -> Doubt:
    entry = json.dumps({"name": name.text, "type": name.kind}, ensure_ascii=False)
    says = (
        f"“{name.text}” is shown as {name.kind}, which is not sure ({name.sure:.0%}). "
        f"With its right type, for the register: {entry}"
    )
    return Doubt("kind", name.start, name.end, says)


def _doubt(name: Candidate) -> Doubt:
    entry = json.dumps({"name": name.text, "type": name.kind}, ensure_ascii=False)
    says = (
        f"“{name.text}” may be a name ({name.kind}, {name.sure:.0%} sure) "
        f"and is not marked. If it is one, for the register: {entry}"
    )
    return Doubt("name", name.start, name.end, says)
