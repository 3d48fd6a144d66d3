"""Candidates before a quotation: ``Leon Li said, “…”``, ``LEON LI: “…”``, and their relatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.asides import according
from gloss.annotate.quotes.labels import labels_before
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.sayings import sayings
from gloss.annotate.sources.candidate import SourceCandidate, features
from gloss.annotate.sources.phrases import PAUSES, antecedent
from gloss.annotate.sources.reporting import WORDS, Verb, can_speak, names, verb_of
from gloss.annotate.sources.speakers import is_reported, main_subject, speaker_of

# A verb stands near a quotation within so many words.
NEAR = 4
_CUTS = frozenset((":", ";"))
_OPENING = frozenset(("ADP", "SCONJ", "ADV"))


def before(layout: Layout, scene: Scene) -> Iterator[SourceCandidate]:
    """Yield whom the words before a quotation show as its source."""
    yield from labels_before(layout, scene)
    yield from _verbs(scene)
    yield from sayings(scene)
    yield from _taken_as(scene)
    yield from according(scene.before, scene)


def _taken_as(scene: Scene) -> Iterator[SourceCandidate]:
    """``Li admires her as a “born teacher”``: any verb that has a person for its object."""
    tokens = list(scene.before)
    while tokens and tokens[-1].pos_ in ("DET", "ADJ", "ADV", "CCONJ", "PUNCT"):
        tokens.pop()
    if [t.lower_ for t in tokens[-1:]] != ["as"] or not _is_object(tokens[-2:-1]):
        return
    verb = next((t for t in tokens[-1].ancestors if t.tag_[0] == "V"), None)
    head = speaker_of(verb, scene.outside) if verb and verb_of(verb) is None else None
    if head is not None and _speaks(head):
        yield SourceCandidate(head, "as", features("taken as", {}), verb)


def _is_object(tokens: Sequence[Token]) -> bool:
    return any(t.dep_ in ("dobj", "pobj") and t.pos_ in ("PROPN", "PRON") for t in tokens)


def _verbs(scene: Scene) -> Iterator[SourceCandidate]:
    """``Leon Li said “…”``, ``Leon Li called it “…”``, ``Leon Li said: “…”``"""
    tokens = scene.before
    how = "colon" if tokens and tokens[-1].text == ":" else "before"
    for k, token in enumerate(tokens):
        verb = verb_of(token)
        if verb is None or (verb.kind == "as" and not any(t.lower_ == "as" for t in tokens[k:])):
            continue
        head = _subject(token, tokens[:k], scene)
        if head is not None:
            facts = _facts(token, verb, head, scene, k)
            yield SourceCandidate(head, how, features("before", facts), token, verb, k)


def _subject(verb: Token, tokens: Sequence[Token], scene: Scene) -> Token | None:
    """Return whose a verb before a quotation is. tokens: those before it."""
    head = speaker_of(verb, scene.outside)
    if _opens(verb, tokens):
        head = main_subject(scene.tail) or head
    if head is None:
        return None
    return _whose_what(head, tokens) or _who_beside(head, verb, tokens) or head


def _opens(verb: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a participle opens a sentence: ``After calling it “…,” Li left``"""
    first = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return verb.tag_ == "VBG" and first is None and all(t.pos_ in _OPENING for t in tokens[-3:])


def _whose_what(head: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the main subject for the pronoun of ``Li condemned what he calls “…”``."""
    if head.tag_ != "PRP" or head.i == 0 or head.nbor(-1).lower_ != "what":
        return None
    subject = main_subject([t for t in tokens if t.i < head.i])
    if subject is None or _speaks(subject):
        return subject
    # "Li's main point was what she called “…”"
    return next((c for c in subject.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)


def _who_beside(head: Token, verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the nearest subject that speaks, for a participle that a parse gives to a thing.

    ``He left, at one point calling it “…”``
    """
    if verb.tag_ != "VBG" or head.pos_ != "NOUN" or can_speak(head.lower_):
        return None
    return next((t for t in reversed(tokens) if t.dep_ == "nsubj" and _speaks(t)), None)


def _speaks(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.tag_ == "PRP" or can_speak(noun.lower_)


def _facts(token: Token, verb: Verb, head: Token, scene: Scene, k: int) -> dict[str, bool]:
    """Return what is so of a verb, the k-th word before a quotation, and of its subject."""
    between = scene.before[k + 1 :]
    naming = verb.kind in ("label", "as") and names(between)
    governs = naming or token.i in scene.above or _answers(head, between)
    noun = antecedent(head)
    return {
        verb.kind: True,
        "governs": governs,
        "near": len(between) < NEAR,
        "between commas": verb.kind == "say" and _is_aside(head, scene.before, k),
        "leads up": scene.whole and _leads_up(between),
        "unreal": _is_unreal(token),
        "busy": not governs and _has_object(token, verb),
        "mute": noun.pos_ == "NOUN" and not can_speak(noun.lower_),
        "pronoun": noun.pos_ == "PRON" and verb.kind != "say",
        "is reported": is_reported(token),
        "relative": token.dep_ == "relcl" and not governs,
        "cut off": _is_cut(between),
    }


def _is_cut(between: Sequence[Token]) -> bool:
    """Say whether another speaker is named behind a colon: ``What they said: Leon Li: “…”``"""
    labelled = bool(between) and between[-1].text == ":"
    return labelled and any(t.text in _CUTS and t.whitespace_ for t in between[:-1])


def _answers(head: Token, between: Sequence[Token]) -> bool:
    """``…, who responded with a grin: “…”``"""
    last = bool(between) and between[-1].text == ":" and head.lower_ == "who"
    return last and not any(verb_of(t) for t in between)


def _is_aside(head: Token, tokens: Sequence[Token], k: int) -> bool:
    """Say whether a clause stands between commas, and so speaks of the whole: ``, Li said,``"""
    start = next((n for n, t in enumerate(tokens) if t.i == head.left_edge.i), 0)
    opens = start == 0 or tokens[start - 1].text in PAUSES
    return opens and k + 1 < len(tokens) and tokens[k + 1].text in PAUSES - {":"}


def _leads_up(between: Sequence[Token]) -> bool:
    """Say whether nothing but when, where or to whom stands before a pause: ``Li said at a meeting
    on Monday in Oslo, “…”``"""
    ends = bool(between) and between[-1].text in PAUSES
    return ends and not any(t.tag_[0] in "VM" for t in between)


def _is_unreal(verb: Token) -> bool:
    """Say whether a verb tells what may be or is not, rather than what was said."""
    return verb.head.lower_ not in WORDS["real"] and any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in WORDS["uncertain"]) for c in verb.lefts
    )


def _has_object(token: Token, verb: Verb) -> bool:
    """Say whether a verb says something else than the quotation: "announced a plan"."""
    return verb.lemma not in WORDS["to_somebody"] and any(
        c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in token.rights
    )
