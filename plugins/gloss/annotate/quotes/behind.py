"""Reports behind a quotation: ``“…,” Leon Li said``, and its relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.asides import according, as_said, given_by
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.passive import is_passive
from gloss.annotate.quotes.phrases import FINITE, noun_phrase_at
from gloss.annotate.quotes.report import Report, verb_of
from gloss.annotate.quotes.speakers import by_place, speaker_of
from gloss.annotate.quotes.verbs import Verb, reporting_verbs
from gloss.annotate.quotes.words import BE, SAYINGS, TO_SOMEBODY, can_speak

# A word that begins another clause than a reporting one.
_CLAUSE = frozenset(("CC", "IN", "WDT", "WP", "WRB", "TO", "VBG"))
_SIGNATURE = re.compile(r"\s{0,4}[-–—―]{1,2}\s?([^\W\d_a-z][^\n“”\"]{2,60})(?=\n|$)")
_SIGNED_WORDS = 8
# A name has at most so many words.
_NAME = 4


def behind(layout: Layout, scene: Scene) -> Iterator[Report]:
    """Yield what the words behind a quotation report of it."""
    yield from _inverted(scene)
    yield from _plain(scene)
    yield from _direct(scene)
    yield from given_by(scene)
    yield from as_said(scene)
    yield from _in_tail(scene)
    yield from _signed(layout, scene)
    yield from according(scene.behind, scene)


def _inverted(scene: Scene) -> Iterator[Report]:
    """``“…,” said Leon Li``; any verb may do it behind a whole utterance: ``beamed Leon Li``."""
    tokens = _from_word(scene.behind)
    for k, token in enumerate(tokens[:3]):
        verb = verb_of(token)
        if verb is not None and verb.kind not in ("say", "think"):
            return  # "…,” Will described Jo Li as": who stands behind is whom the verb is about
        other = token.tag_ in ("VBD", "VBZ") and not scene.before and scene.ends_open
        other = other and token.lower_ not in BE
        if token.tag_ != "VBG" and (verb is not None or other):
            rest = tokens[k + 1 :]
            head = noun_phrase_at(rest[1:] if rest and rest[0].pos_ == "ADV" else rest)
            if head is None or head.i not in scene.outside:
                return
            head = _who_shouts(head)
            if _is_manner(head):
                continue
            named = head.pos_ in ("PROPN", "PRON")
            if not scene.before or named or (verb is not None and verb.kind == "say"):
                weight = (9.0 if scene.leads else 6.5) - (0 if verb else 2)
                if verb is not None and named and k == 0 and scene.ends_open:
                    weight = max(weight, 9.6)  # "… — “why not?” asked Jo Li"
                yield Report(head, token, verb, "inverted", weight)
            return
        if token.pos_ not in ("ADV", "AUX", "PART"):
            return


def _plain(scene: Scene) -> Iterator[Report]:
    """``“Nobody,” Leon Li interrupts,``: name, verb, pause, whatever a tagger takes them for."""
    tokens = _from_word(scene.behind)
    k = 0
    while k < len(tokens) and tokens[k].pos_ == "PROPN" and tokens[k].text[0].isupper():
        k += 1
    if not 0 < k < len(tokens) or k > _NAME or not scene.ends_open:
        return
    verb = reporting_verbs().get(tokens[k].lower_)
    pause = k + 1 == len(tokens) or tokens[k + 1].text in (",", ".")
    if verb is not None and verb.kind == "say" and pause and tokens[k].text != verb.lemma:
        yield Report(tokens[k - 1], tokens[k], verb, "after", 8.8)


def _is_manner(noun: Token) -> bool:
    """Say whether a bare noun tells how: ``Li, in a red cape, said matter-of-factly``."""
    return noun.tag_ == "NN" and not (can_speak(noun.lower_) or list(noun.lefts))


def _who_shouts(noun: Token) -> Token:
    """Return the crowd of ``“…,” came shouts from the crowd``, else the noun itself."""
    if noun.lower_ not in SAYINGS:
        return noun
    for child in noun.rights:
        if child.lower_ == "from":
            return next((c for c in child.children if c.dep_ == "pobj"), noun)
    return noun


def _direct(scene: Scene) -> Iterator[Report]:
    """``“…,” Leon Li said``; any verb may do it behind a whole utterance: ``Leon Li went on``."""
    tokens = _from_word(scene.behind)
    if not tokens or tokens[0].tag_ in _CLAUSE:
        return
    here = {t.i for t in scene.behind}
    whole = not scene.before and scene.ends_open
    other: Report | None = None
    for k, token in enumerate(tokens[1:], 1):
        verb = verb_of(token)
        verb = None if verb is not None and verb.kind == "as" else verb
        if token.tag_ == "VBG" and not _speaks_itself(token):
            continue
        if verb is None and not token.tag_.startswith("VB"):
            continue
        head = speaker_of(token, here)
        passive = tokens[0].lower_ in BE
        if passive and head is not None and verb is not None and _is_agent(head, token):
            yield Report(head, token, verb, "after", 7.5)
            return
        if head is None and whole and verb is not None and verb.kind == "say":
            head = noun_phrase_at(tokens[:k])  # a parse gone wrong: what a clause starts with
        if head is None or head.i >= token.i or head.tag_ in ("WP", "WDT"):
            continue
        near = head.i - tokens[0].i <= 4 and other is None
        weight = (8.5 if scene.before else 9.0) if scene.leads else 4.0
        if scene.before and not near:
            weight = 4.0
        if verb is not None:
            weight -= 1.5 * (verb.kind != "say")
            own = scene.quoted.last == "," and not (scene.before and scene.before[-1].text == ":")
            weight += 3.0 * (near and own and _closes(head, token))
            weight += 5.0 * (k == 1 and own and _calls_them(token, verb))
            weight -= 0.6 * (bool(scene.before) and head.pos_ == "PRON")
            yield Report(head, token, verb, "after", weight)
            return
        if other is None and whole and token.tag_ in ("VBD", "VBZ"):
            other = Report(head, token, None, "after", weight - 2)
    if other is not None:
        yield other


def _closes(head: Token, verb: Token) -> bool:
    """Say whether nothing but ``Li said.`` stands behind a quotation."""
    plain = head.pos_ != "PRON" and verb.i - head.i == 1 and verb.i + 1 < len(verb.doc)
    return plain and verb.nbor().text in (".", ",")


def _speaks_itself(participle: Token) -> bool:
    """``Li was saying``, ``Li is heard saying``, ``quoted Li as saying``; not ``a book telling``"""
    helped = participle.dep_ == "xcomp" or any(c.dep_ == "aux" for c in participle.lefts)
    return helped or (participle.i > 0 and participle.nbor(-1).lower_ == "as")


def _is_agent(head: Token, verb: Token) -> bool:
    """``The word “reform” was uttered once, by Li.``"""
    return head.i > verb.i and head.head.dep_ == "agent" and head.head.head == verb


def _calls_them(token: Token, verb: Verb) -> bool:
    """``their “friends,” he called them,``"""
    them = [c for c in token.rights if c.dep_ in ("dobj", "nsubj", "oprd") and c.pos_ == "PRON"]
    return verb.kind == "label" and any(c.i == token.i + 1 for c in them)


def _in_tail(scene: Scene) -> Iterator[Report]:
    """``“…” in the end, Leon Li said``: a clause of its own, behind a comma."""
    tail = scene.tail
    here = {t.i for t in tail}
    for k, token in enumerate(tail):
        verb = verb_of(token)
        if verb is None or verb.kind != "say" or token.tag_ not in FINITE | {"VBN"}:
            continue
        paused = (k and tail[k - 1].text == ",") or token.i - 1 not in scene.outside
        if paused and verb.lemma not in TO_SOMEBODY:
            head = noun_phrase_at(tail[k + 1 :])
            mine = speaker_of(token, here)
            if head is not None and _is_manner(head):
                head = None
                mine = mine or noun_phrase_at(tail)
                if scene.leads and mine is not None and mine.i < token.i:
                    yield Report(mine, token, verb, "after", 5.5)
            if head is not None and (mine is None or mine.i > token.i):
                yield Report(head, token, verb, "inverted", 5.5)
        head = by_place(token, here) if not is_passive(token, here) else None
        if head is not None and _nothing_said(tail[k + 1 : k + 2]):
            yield Report(head, token, verb, "after", 5.5)


def _nothing_said(following: Sequence[Token]) -> bool:
    return all(t.is_punct or t.pos_ in ("ADP", "NOUN", "PROPN", "ADV") for t in following)


def _signed(layout: Layout, scene: Scene) -> Iterator[Report]:
    """``“…” — Leon Li``, on the line or on the next"""
    match = _SIGNATURE.match(layout.text, scene.quoted.outer.end)
    if match and len(match.group(1).split()) <= _SIGNED_WORDS:
        span = layout.doc.char_span(*match.span(1), alignment_mode="expand")
        tokens = list(span) if span is not None else []
        head = noun_phrase_at(tokens)
        if head is not None and not any(t.tag_ in FINITE | {"MD"} for t in tokens):
            yield Report(head, None, None, "signed", 9.5)


def _from_word(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop the punctuation that tokens begin with."""
    k = 0
    while k < len(tokens) and tokens[k].is_punct:
        k += 1
    return tokens[k:]
