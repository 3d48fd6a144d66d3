"""Names: what is one, of which kind, and which are one thing.

spans         the tagger's stretches, trimmed to names
editor        what the register knows
missed        names that the tagger missed here and found there
kinds         one kind for one name, weighed from all its mentions and gazetteers (evidence)
misc          groups, events, works, products and laws
identity      which names are one thing (gloss.identity)
descriptors   what the story says of it (phrases), in its own voice (voice)
confidence    how sure all this is, and what is not shown
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.attrs import IDX  # type: ignore[import-not-found]

from gloss.annotate.candidate import KIND_OF, MISC, Candidate, meet
from gloss.annotate.entities.confidence import rate, too_doubtful
from gloss.annotate.entities.descriptors import describe
from gloss.annotate.entities.editor import registered
from gloss.annotate.entities.joins import join
from gloss.annotate.entities.kinds import decide_kinds
from gloss.annotate.entities.misc import kind_of_rest
from gloss.annotate.entities.missed import known_to_gazetteers, repeated
from gloss.annotate.entities.openers import without_openers
from gloss.annotate.entities.parts import part
from gloss.annotate.entities.phrases import Words
from gloss.annotate.entities.spans import clean
from gloss.annotate.entities.titles import surnames
from gloss.annotate.entities.voice import displayed, quoted
from gloss.annotate.reading import Reading
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import company_address, place_named
from gloss.identity import Cluster, identify
from gloss.register import Register
from gloss.story import Doubt, Entity, Kind, Mention, Span, kind_of


def find_names(
    reading: Reading, tagged: Sequence[Tagged], register: Register
) -> tuple[list[Mention], list[Entity], list[Doubt]]:
    """Find the names of a text.

    tagged: what the tagger says of ``reading.text``.

    Returns the mentions in the order of the text, disjoint; the entities in order of first mention;
    and what was found but is too doubtful to show.
    """
    text = reading.text
    known = surnames(text, tagged)
    trimmed = sorted((c for t in tagged for c in clean(text, t, known)), key=lambda c: c.start)
    candidates = list(without_openers(reading, list(join(text, trimmed))))
    candidates = list(part(text, candidates))
    candidates = _after_editor(text, candidates, register)
    candidates += known_to_gazetteers(text, candidates)
    candidates += repeated(text, candidates)
    candidates = decide_kinds(text, candidates)
    candidates = [rate(_with_kind(text, c)) for c in candidates]
    doubtful = [c for c in candidates if too_doubtful(c)]
    shown = sorted((c for c in candidates if not too_doubtful(c)), key=lambda c: c.start)
    things = identify(text, shown, {e.id: e.name for e in register.entries.values()})
    mentions = sorted(
        (_mention(c, thing) for thing in things for c in thing.mentions), key=lambda m: m.start
    )
    tokens = _tokens(reading, shown)
    named = frozenset(n for span in tokens.values() for n in range(*span))
    words = Words(text, list(reading.doc), named, quoted(reading), displayed(reading))
    entities = [_entity(words, tokens, thing, register) for thing in things]
    return mentions, entities, [_doubt(c) for c in doubtful]


def _tokens(reading: Reading, names: Sequence[Candidate]) -> dict[Candidate, tuple[int, int]]:
    """Return the tokens of each name in the story's own text: its first and the one after."""
    starts = reading.doc.to_array([IDX]).tolist()
    body = reading.body or (reading.headline.end if reading.headline else 0)
    return {
        name: (max(0, bisect_right(starts, name.start) - 1), bisect_left(starts, name.end))
        for name in names
        if name.start >= body
    }


def _after_editor(
    text: str, candidates: Sequence[Candidate], register: Register
) -> list[Candidate]:
    """Put what the register knows in the place of what it meets, unless that is a longer name."""
    kept = [c for c in candidates if c.text not in register.not_a_name]
    for known in registered(text, register):
        meets = [c for c in kept if meet(c, known)]
        if any(c.end - c.start > known.end - known.start for c in meets):
            continue
        kept = [c for c in kept if c not in meets] + [known]
    return kept


def _with_kind(text: str, candidate: Candidate) -> Candidate:
    if candidate.kind:
        return candidate
    best = candidate.best
    kind: Kind = kind_of_rest(text, candidate) if best == MISC else KIND_OF[best]
    return candidate._replace(kind=kind)


def _mention(candidate: Candidate, thing: Cluster[Candidate]) -> Mention:
    return Mention(candidate.start, candidate.end, thing.id, candidate.how, candidate.sure)


def _entity(
    words: Words,
    tokens: dict[Candidate, tuple[int, int]],
    thing: Cluster[Candidate],
    register: Register,
) -> Entity:
    entry = register.entries.get(thing.id)
    same_as = (entry.same_as if entry else ()) or _same_as(thing)
    spans = [Span(*tokens[c]) for c in thing.mentions if c in tokens]
    said = describe(words, kind_of(thing.id), spans)
    return Entity(thing.id, thing.name, tuple(d for d in said if d not in thing.name), same_as)


def _same_as(thing: Cluster[Candidate]) -> tuple[str, ...]:
    """Return where others speak of a place, or of a company: what a gazetteer is sure of."""
    kind, address = kind_of(thing.id), None
    if kind == "place" and (place := place_named(thing.name)):
        address = place.same_as
    elif kind == "org":
        address = company_address(thing.name)
    return (address,) if address else ()


def _doubt(candidate: Candidate) -> Doubt:
    entry = json.dumps({"name": candidate.text, "type": candidate.kind}, ensure_ascii=False)
    says = (
        f"“{candidate.text}” may be a name ({candidate.kind}, {candidate.sure:.0%} sure) "
        f"and is not marked. If it is one, for the register: {entry}"
    )
    return Doubt("name", candidate.start, candidate.end, says)
