"""Candidates behind a quotation: ``“…,” Leon Li said``, and its relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.asides import according, as_said, given_by
from gloss.annotate.quotes.candidate import Candidate, features
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.phrases import noun_phrase_at
from gloss.annotate.quotes.sayings import owner_before, owner_behind
from gloss.annotate.quotes.speakers import by_place, is_passive, speaker_of
from gloss.annotate.quotes.words import BE, FINITE, SAYINGS, WORDS, Verb, can_speak, verb_of

# A word that begins another clause than a reporting one.
_CLAUSE = frozenset(("CC", "IN", "WDT", "WP", "WRB", "TO", "VBG"))
_MANNER = frozenset(("ADV", "AUX", "PART"))
_SIGNATURE = re.compile(r"\s{0,4}[-–—―]{1,2}\s?(?:from )?([^\W\d_][^\n“”\"!?;:]{2,120})(?=\n|$)")
_SIGNED_WORDS = 18
# "was the verdict of" names its noun within so many words.
_VERDICT = 8
_DASHES = frozenset(("—", "–", "―", "--", "-"))
_FINITE = FINITE | {"MD"}
# A subject stands at a quotation within so many words.
_AT = 4


def behind(layout: Layout, scene: Scene) -> Iterator[Candidate]:
    """Yield whom the words behind a quotation show as its source."""
    yield from _inverted(scene)
    yield from _direct(scene)
    yield from given_by(scene)
    yield from as_said(scene)
    yield from _in_tail(scene)
    yield from _summed_up(scene)
    yield from _labelled(scene)
    yield from _signed(layout, scene)
    yield from according(scene.tail, scene)


def _inverted(scene: Scene) -> Iterator[Candidate]:
    """``“…,” said Leon Li``; any verb may do it behind a whole utterance: ``beamed Leon Li``."""
    tokens = _from_word(scene.behind)
    for k, token in enumerate(tokens[:3]):
        verb = verb_of(token)
        if verb is not None and verb.kind not in ("say", "think") and not _shouts(verb, scene):
            return  # "…,” Will described Jo Li as": who stands behind is whom the verb is about
        if _may_invert(token, verb, scene):
            head = _doer_behind(tokens[k + 1 :], scene)
            if head is None or not _is_manner(head):
                yield from _as_inverted(head, token, verb, scene, k)
                return
        elif token.pos_ not in _MANNER:
            return


def _shouts(verb: Verb, scene: Scene) -> bool:
    """``“…!” called a woman in a hat``"""
    return verb.lemma == "call" and scene.stands_alone


def _may_invert(token: Token, verb: Verb | None, scene: Scene) -> bool:
    """Say whether a word behind a quotation may have who said it behind itself."""
    if token.tag_ == "VBG" or verb is not None:
        return token.tag_ != "VBG"
    whole = scene.ends_open and not scene.before
    return whole and token.tag_ in ("VBD", "VBZ") and token.lower_ not in BE


def _doer_behind(tokens: Sequence[Token], scene: Scene) -> Token | None:
    tokens = tokens[1:] if tokens and tokens[0].pos_ == "ADV" else tokens
    head = noun_phrase_at(tokens)
    if head is None and tokens and tokens[0].text.istitle():
        head = tokens[0]  # a name that a tagger takes for something else: "said Young"
    return _who_shouts(head) if head is not None and head.i in scene.outside else None


def _as_inverted(
    head: Token | None, token: Token, verb: Verb | None, scene: Scene, k: int
) -> Iterator[Candidate]:
    if head is None:
        return
    named = head.pos_ in ("PROPN", "PRON")
    if not scene.before or named or (verb is not None and verb.kind == "say"):
        at_once = verb is not None and named and k == 0 and scene.ends_open
        facts = {
            "leads": scene.leads or at_once,
            "at once": at_once,  # "… — “why not?” asked Jo Li"
            "other verb": verb is None,
        }
        yield Candidate(head, "inverted", features("inverted", facts), token, verb)


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


def _direct(scene: Scene) -> Iterator[Candidate]:
    """``“…,” Leon Li said``; any verb may do it behind a whole utterance: ``Leon Li went on``."""
    tokens = _from_word(scene.behind)
    titled = len(tokens) > 1 and tokens[0].text.istitle() and tokens[1].pos_ == "PROPN"
    if not tokens or (tokens[0].tag_ in _CLAUSE and not titled):
        return
    other: Candidate | None = None
    for k, token in enumerate(tokens[1:], 1):
        verb = verb_of(token)
        verb = None if verb is not None and verb.kind == "as" else verb
        head = _doer(token, verb, tokens[:k], scene)
        if head is None:
            continue
        near = head.i - tokens[0].i <= _AT and other is None
        if verb is not None:
            facts = _facts(head, token, verb, scene, near)
            yield Candidate(head, "after", features("direct", facts), token, verb)
            return
        if other is None and scene.ends_open and not scene.before and token.tag_ in ("VBD", "VBZ"):
            facts = {"leads": scene.leads, "other verb": True}
            other = Candidate(head, "after", features("direct", facts), token)
    if other is not None:
        yield other


def _doer(token: Token, verb: Verb | None, before: Sequence[Token], scene: Scene) -> Token | None:
    """Return whose a verb behind a quotation is, in the words before it."""
    if verb is None and not token.tag_.startswith("VB"):
        return None
    if token.tag_ == "VBG" and not _speaks_itself(token):
        return None
    head = speaker_of(token, {t.i for t in scene.behind})
    if head is not None and before[0].lower_ in BE and _is_agent(head, token):
        return head
    if head is None and verb is not None and verb.kind == "say" and scene.stands_alone:
        head = noun_phrase_at(before)  # a parse gone wrong: what a clause starts with
    return None if head is None or head.i >= token.i or head.tag_ in ("WP", "WDT") else head


def _facts(head: Token, token: Token, verb: Verb, scene: Scene, near: bool) -> dict[str, bool]:
    """Return what is so of a clause behind a quotation."""
    inside = bool(scene.before)
    leads = scene.leads and (near or not inside)
    own = near and scene.quoted.last == "," and not (inside and scene.before[-1].text == ":")
    return {
        "leads": leads and head.i < token.i,
        "mid sentence": leads and inside,
        "not said": verb.kind != "say",
        "closes": own and _closes(head, token),
        "calls them": own and token.i - head.i == 1 and _calls(token, verb),
        "pronoun": inside and head.pos_ == "PRON",
        "agent": head.i > token.i,
        "of another": _is_predicate(scene.behind),
    }


def _is_predicate(behind: Sequence[Token]) -> bool:
    """Say whether quoted words are a subject: ``“Grave problems” are expected, it said``"""
    first = behind[0]
    return first.tag_ in _FINITE and verb_of(first) is None


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


def _calls(token: Token, verb: Verb) -> bool:
    """``their “friends,” he called them,``"""
    them = [c for c in token.rights if c.dep_ in ("dobj", "nsubj", "oprd") and c.pos_ == "PRON"]
    return verb.kind == "label" and any(c.i == token.i + 1 for c in them)


def _in_tail(scene: Scene) -> Iterator[Candidate]:
    """``“…” in the end, Leon Li said``, ``“…” in the end, said Leon Li``: a clause of its own."""
    tail = scene.tail
    here = {t.i for t in tail}
    for k, token in enumerate(tail):
        verb = verb_of(token)
        if verb is None or verb.kind != "say" or token.tag_ not in FINITE | {"VBN"}:
            continue
        paused = (k and tail[k - 1].text == ",") or token.i - 1 not in scene.outside
        if paused and verb.lemma not in WORDS["to_somebody"]:
            found = _at_pause(token, tail, k, scene)
            if found is not None:
                how = "inverted" if found.i > token.i else "after"
                yield Candidate(found, how, features("tail", {}), token, verb, k)
        head = by_place(token, here) if not is_passive(token, here) else None
        if head is not None and _nothing_said(tail[k + 1 : k + 2]):
            yield Candidate(head, "after", features("tail", {}), token, verb, k)


def _at_pause(token: Token, tail: Sequence[Token], k: int, scene: Scene) -> Token | None:
    """Return whose a verb behind a comma is: who stands behind it, or before what tells how."""
    mine = speaker_of(token, {t.i for t in tail})
    head = noun_phrase_at(tail[k + 1 :])
    if head is not None and _is_manner(head):
        mine = mine or noun_phrase_at(tail)
        return mine if scene.leads and mine is not None and mine.i < token.i else None
    return head if mine is None or mine.i > token.i else None


def _nothing_said(following: Sequence[Token]) -> bool:
    return all(t.is_punct or t.pos_ in ("ADP", "NOUN", "PROPN", "ADV") for t in following)


def _summed_up(scene: Scene) -> Iterator[Candidate]:
    """``“…” was the verdict of Leon Li``, ``“…” was Leon Li’s verdict``"""
    tokens = _from_word(scene.behind)
    if scene.before or not tokens or tokens[0].lower_ not in BE:
        return
    for k, token in enumerate(tokens[1 : 1 + _VERDICT], 1):
        if token.lower_ in SAYINGS and token.pos_ == "NOUN":
            owner = owner_before(tokens[:k]) or owner_behind(token)
            if owner is not None:
                yield Candidate(owner, "after", features("summed up", {}), token)
            return


def _labelled(scene: Scene) -> Iterator[Candidate]:
    """``“…”: Mayor of Lima gives way``, in a headline"""
    if scene.behind and scene.behind[0].text == ":" and not scene.before:
        head = noun_phrase_at(scene.behind[1:])
        if head is not None:
            yield Candidate(head, "label", features("label", {"alone": True}))


def _signed(layout: Layout, scene: Scene) -> Iterator[Candidate]:
    """``“…” — Leon Li``, on the line or on the next"""
    if scene.behind and scene.behind[0].text in _DASHES:
        head = noun_phrase_at(scene.behind[1:])
        plain = not any(t.tag_ in _FINITE for t in scene.behind)
        if plain and head is not None and head.pos_ == "PROPN":
            yield Candidate(head, "signed", features("signed", {}))
    match = _SIGNATURE.match(layout.text, scene.quoted.outer.end)
    if match is None or (scene.before and match.group(1)[0].islower()):
        return
    if len(match.group(1).split()) <= _SIGNED_WORDS:
        span = layout.doc.char_span(*match.span(1), alignment_mode="expand")
        tokens = list(span) if span is not None else []
        head = noun_phrase_at(tokens)
        if head is not None and not any(t.tag_ in _FINITE for t in tokens):
            yield Candidate(head, "signed", features("signed", {}))


def _from_word(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop the punctuation that tokens begin with."""
    k = 0
    while k < len(tokens) and tokens[k].is_punct:
        k += 1
    return tokens[k:]
