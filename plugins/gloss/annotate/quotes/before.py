"""Reports before a quotation: ``Leon Li said, “…”``, and its relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.asides import according
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.phrases import FINITE, PAUSES, antecedent
from gloss.annotate.quotes.report import Report, names, verb_of
from gloss.annotate.quotes.sayings import sayings
from gloss.annotate.quotes.speakers import main_subject, speaker_of
from gloss.annotate.quotes.verbs import Verb
from gloss.annotate.quotes.words import TO_SOMEBODY, UNCERTAIN, can_speak

# How much a verb before a quotation weighs: what is said goes before what somebody calls
# something, that before what somebody thinks or wants ...
KINDS = {"say": 7.0, "label": 6.0, "as": 6.0, "think": 3.5}
# ... and more where it governs the quoted words, or stands within so many words of them ...
GOVERNS, ADJACENT, NEAR, IMMEDIATE, ASIDE_SAID, NAMED = 1.5, 1.0, 4, 1.0, 1.5, 2.5
# ... and less where it tells what may be, has another object, has a subject that cannot speak or
# is a pronoun, is itself part of what somebody says, or stands in a relative clause.
UNREAL, BUSY, MUTE, PRONOUN, WITHIN, ASIDE = -3.0, -2.0, -2.0, -0.8, -2.5, -1.5

# Any verb that takes somebody as something.
TAKEN = 4.5
_SPEAKING = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s")
_STOPS = frozenset((".", "!", "?", ";", "-", "–", "—", "--"))
_PLACING = frozenset(("on", "in", "at", "to", "with", "during", "via"))
_OPENING = frozenset(("ADP", "SCONJ", "ADV"))
_REAL = frozenset(("went", "goes", "go", "going", "quoted"))


def before(layout: Layout, scene: Scene) -> Iterator[Report]:
    """Yield what the words before a quotation report of it."""
    yield from _transcribed(layout, scene)
    yield from _labelled(scene)
    yield from _verbs(scene, layout.text[scene.quoted.start : scene.quoted.start + 1].isupper())
    yield from sayings(scene)
    yield from _taken_as(scene)
    yield from according(scene.before, scene)


def _transcribed(layout: Layout, scene: Scene) -> Iterator[Report]:
    """``“LI: …”``, in a transcript that stands between marks"""
    match = _SPEAKING.match(layout.text, scene.quoted.start, scene.quoted.end)
    if match:
        span = layout.doc.char_span(*match.span(1), alignment_mode="expand")
        if span is not None and len(span):
            yield Report(span[-1], None, None, "transcript", 10.0)


def _labelled(scene: Scene) -> Iterator[Report]:
    """``LEON LI: “…”``"""
    tokens = scene.before
    if len(tokens) < 2 or tokens[-1].text != ":":
        return
    head = tokens[-2]
    if head.text == ")":
        head = next((tokens[k - 1] for k, t in enumerate(tokens) if t.text == "(" and k), head)
    if head.pos_ != "PROPN" or _is_place(tokens[:-1]):
        return
    stops = [k for k, t in enumerate(tokens[:-1]) if t.text in _STOPS]
    clause = tokens[stops[-1] + 1 :] if stops else tokens
    plain = not any(t.tag_[0] in "VM" for t in clause)
    yield Report(head, None, None, "label", 8.0 if plain else 3.0)


def _is_place(tokens: Sequence[Token]) -> bool:
    """Say whether a name only tells where or to whom: ``Later, on Radio Lima: “…”``"""
    k = len(tokens) - 1
    while k >= 0 and (tokens[k].pos_ in ("PROPN", "DET", "ADJ") or tokens[k].tag_ == "POS"):
        k -= 1
    return k >= 0 and tokens[k].lower_ in _PLACING


def _verbs(scene: Scene, whole: bool) -> Iterator[Report]:
    """``Leon Li said “…”``, ``Leon Li called it “…”``, ``Leon Li said: “…”``

    whole: whether the quoted words begin a sentence of their own.
    """
    tokens = scene.before
    how = "colon" if tokens and tokens[-1].text == ":" else "before"
    for k, token in enumerate(tokens):
        verb = verb_of(token)
        if verb is not None and verb.kind == "as" and not any(t.lower_ == "as" for t in tokens[k:]):
            continue
        head = speaker_of(token, scene.outside) if verb else None
        if verb is not None and _opens(token, tokens[:k]):
            head = main_subject(scene.tail) or head
        if verb is not None and head is not None:
            head = _whose_what(head, tokens) or _who_beside(head, token, tokens[:k]) or head
            between = tokens[k + 1 :]
            weight = _weight(token, verb, head, scene, between) + k / 1000
            weight += ASIDE_SAID * (verb.kind == "say" and _is_aside(head, tokens, k))
            weight += IMMEDIATE * (verb.kind == "say" and _only_pause(between))
            yield Report(head, token, verb, how, weight, leads_up=whole and _leads_up(between))


def _taken_as(scene: Scene) -> Iterator[Report]:
    """``Li admires her as a “born teacher”``: any verb that has a person for its object."""
    tokens = scene.before
    k = len(tokens) - 1
    while k > 0 and tokens[k].pos_ in ("DET", "ADJ", "ADV", "CCONJ", "PUNCT"):
        k -= 1
    if k < 2 or tokens[k].lower_ != "as" or tokens[k - 1].pos_ not in ("PROPN", "PRON"):
        return
    if tokens[k - 1].dep_ not in ("dobj", "pobj"):
        return
    verb = next((t for t in tokens[k].ancestors if t.tag_[0] == "V"), None)
    if verb is None or verb.i > tokens[k].i or verb_of(verb) is not None:
        return
    head = speaker_of(verb, scene.outside)
    if head is not None and head.i < verb.i and _speaks(head):
        yield Report(head, verb, None, "as", TAKEN)


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


def _is_aside(head: Token, tokens: Sequence[Token], k: int) -> bool:
    """Say whether a clause stands between commas, and so speaks of the whole: ``, Li said,``"""
    start = next((n for n, t in enumerate(tokens) if t.i == head.left_edge.i), 0)
    opens = start == 0 or tokens[start - 1].text in PAUSES
    return opens and k + 1 < len(tokens) and tokens[k + 1].text in PAUSES - {":"}


def _who_beside(head: Token, verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the nearest subject that speaks, for a participle that a parse gives to a thing.

    ``He left, at one point calling it “…”``
    """
    if verb.tag_ != "VBG" or head.pos_ != "NOUN" or can_speak(head.lower_):
        return None
    return next((t for t in reversed(tokens) if t.dep_ == "nsubj" and _speaks(t)), None)


def _speaks(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.tag_ == "PRP" or can_speak(noun.lower_)


def _stands_at(head: Token, verb: Token) -> bool:
    """Say whether a name stands right at a verb: ``no worse than Li calling it “…”``

    Or a noun between it and a relative: ``Li proposed a plan, which critics called “…”``.
    """
    if not 0 < verb.i - head.i <= 2:
        return False
    before = head.left_edge
    relative = before.i > 0 and before.nbor(-1).tag_ in ("WDT", "WP")
    return head.pos_ == "PROPN" or (relative and head.pos_ == "NOUN")


def _only_pause(tokens: Sequence[Token]) -> bool:
    return not tokens or (len(tokens) == 1 and tokens[0].text in ",:")


def _leads_up(between: Sequence[Token]) -> bool:
    """Say whether nothing but when, where or to whom stands before a pause: ``Li said at a meeting
    on Monday in Oslo, “…”``"""
    ends = bool(between) and between[-1].text in PAUSES
    return ends and not any(t.tag_[0] in "VM" for t in between)


def _weight(token: Token, verb: Verb, head: Token, scene: Scene, between: Sequence[Token]) -> float:
    naming = verb.kind in ("label", "as") and names(between)
    # "…, who responded with a grin: “…”"
    last = bool(between) and between[-1].text == ":" and not any(verb_of(t) for t in between)
    governs = naming or token.i in scene.above or (last and head.lower_ == "who")
    weight = KINDS[verb.kind] + GOVERNS * governs + ADJACENT * (len(between) < NEAR)
    weight += NAMED * (verb.kind == "label" and naming and _stands_at(head, token))
    weight += UNREAL * _is_unreal(token)
    weight += BUSY * (not governs and _has_object(token, verb))
    noun = antecedent(head)
    weight += MUTE * (noun.pos_ == "NOUN" and not can_speak(noun.lower_))
    weight += PRONOUN * (noun.pos_ == "PRON" and verb.kind != "say")
    weight += WITHIN * _is_said(token)
    return weight + ASIDE * (token.dep_ == "relcl" and not governs)


def _is_unreal(verb: Token) -> bool:
    """Say whether a verb tells what may be or is not, rather than what was said."""
    return verb.head.lower_ not in _REAL and any(
        c.dep_ == "neg" or (c.dep_ == "aux" and (c.lower_ in UNCERTAIN or c.lower_ == "to"))
        for c in verb.lefts
    )


def _has_object(token: Token, verb: Verb) -> bool:
    """Say whether a verb says something else than the quotation: "announced a plan"."""
    return verb.lemma not in TO_SOMEBODY and any(
        c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in token.rights
    )


def _is_said(token: Token) -> bool:
    """Say whether a reporting verb stands in what another reports: "Li says he told them".

    "Li suggested …, while Doe said …" are two reports.
    """
    if token.dep_ == "advcl" and token.tag_ in FINITE:
        return False
    for _ in range(8):
        above = token.head
        if above == token:
            return False
        if token.dep_ == "ccomp":
            verb = verb_of(above)
            if verb is not None and verb.kind == "say":
                return above.i < token.i
        elif token.dep_ not in ("conj", "advcl", "relcl", "xcomp"):
            return False
        token = above
    return False
