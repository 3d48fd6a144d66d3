"""Candidates behind a quotation: ``“…,” Leon Li said``, and its relatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.asides import according, as_said, given_by
from gloss.annotate.quotes.labels import labels_behind
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.sayings import summed_up
from gloss.annotate.sources.candidate import SourceCandidate, features
from gloss.annotate.sources.phrases import RELATIVES, noun_phrase_at
from gloss.annotate.sources.reporting import BE, FINITE, SAYINGS, WORDS, Verb, can_speak, verb_of
from gloss.annotate.sources.speakers import by_place, is_passive, speaker_of

# A word that begins another clause than a reporting one.
_CLAUSE = frozenset(("CC", "IN", "WDT", "WP", "WRB", "TO", "VBG"))
_SAYING = frozenset(("say", "think"))
_TO_SOMEBODY = WORDS["to_somebody"]
_MANNER = frozenset(("ADV", "AUX", "PART"))
_FINITE = FINITE | {"MD"}
# A subject stands at a quotation within so many words.
_AT = 4


def behind(layout: Layout, scene: Scene) -> Iterator[SourceCandidate]:
    """Yield whom the words behind a quotation show as its source."""
    yield from _inverted(scene)
    yield from _direct(scene)
    yield from given_by(scene)
    yield from as_said(scene)
    yield from _in_tail(scene)
    yield from summed_up(scene)
    yield from labels_behind(layout, scene)
    yield from according(scene.tail, scene)


def _inverted(scene: Scene) -> Iterator[SourceCandidate]:
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
) -> Iterator[SourceCandidate]:
    if head is None:
        return
    named = head.pos_ in ("PROPN", "PRON")
    if not scene.before or named or (verb is not None and verb.kind == "say"):
        at_once = verb is not None and named and k == 0 and scene.ends_open
        facts = {
            "leads": scene.leads or at_once,
            "at once": at_once,  # "… — “why not?” asked Jo Li"
        }
        yield SourceCandidate(head, "inverted", features("inverted", facts), token, verb)


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


def _direct(scene: Scene) -> Iterator[SourceCandidate]:
    """``“…,” Leon Li said``; any verb may do it behind a whole utterance: ``Leon Li went on``."""
    tokens = _from_word(scene.behind)
    other: SourceCandidate | None = None
    for k, token in enumerate(() if _begins_clause(tokens) else tokens):
        verb = verb_of(token)
        head = _doer(token, verb, tokens[:k], scene) if k else None
        if head is not None and verb is not None:
            near = head.i - tokens[0].i <= _AT and other is None
            facts = _facts(head, token, verb, scene, near)
            yield SourceCandidate(head, "after", features("direct", facts), token, verb)
            return
        if head is not None and other is None and token.tag_ in ("VBD", "VBZ"):
            facts = {"leads": scene.leads, "other verb": True}
            other = SourceCandidate(head, "after", features("direct", facts), token)
    if other is not None and scene.stands_alone:
        yield other


def _begins_clause(tokens: Sequence[Token]) -> bool:
    """Say whether another clause than a reporting one begins; ``Under Secretary Jo Li`` is none."""
    if not tokens:
        return True
    titled = tokens[0].text.istitle() and len(tokens) > 1 and tokens[1].pos_ == "PROPN"
    return tokens[0].tag_ in _CLAUSE and not titled


def _doer(token: Token, verb: Verb | None, before: Sequence[Token], scene: Scene) -> Token | None:
    """Return whose a verb behind a quotation is, in the words before it."""
    if not (verb or token.tag_.startswith("VB")) or _describes(token, verb):
        return None
    head = speaker_of(token, {t.i for t in scene.behind})
    if head is None and scene.stands_alone and verb and verb.kind == "say":
        head = noun_phrase_at(before)  # a parse gone wrong: what a clause starts with
    return None if head is None or _is_elsewhere(head, token, before) else head


def _is_elsewhere(head: Token, verb: Token, before: Sequence[Token]) -> bool:
    """Say whether somebody is not before a verb, nor its agent: ``“…” was uttered once, by Li``"""
    agent = before[0].lower_ in BE and head.head.dep_ == "agent"
    return head.tag_ in RELATIVES or (head.i >= verb.i and not agent)


def _facts(head: Token, token: Token, verb: Verb, scene: Scene, near: bool) -> dict[str, bool]:
    """Return what is so of a clause behind a quotation."""
    inside = bool(scene.before)
    leads = scene.leads and (near or not inside)
    own = near and scene.quoted.last == ","
    return {
        "leads": leads,
        "mid sentence": leads and inside,
        "pronoun": inside and head.pos_ == "PRON",
        "closes": own and _closes(head, token),
        "calls them": own and _calls(token, verb),
        "of another": _is_predicate(scene.behind) and head.i < token.i,
    }


def _closes(head: Token, verb: Token) -> bool:
    """Say whether nothing but ``Li said.`` stands behind a quotation."""
    plain = head.pos_ != "PRON" and verb.i - head.i == 1 and verb.i + 1 < len(verb.doc)
    return plain and verb.nbor().text in (".", ",")


def _is_predicate(behind: Sequence[Token]) -> bool:
    """Say whether quoted words are a subject: ``“Grave problems” are expected, it said``"""
    return behind[0].tag_ in _FINITE and verb_of(behind[0]) is None


def _describes(verb: Token, known: Verb | None) -> bool:
    """Say whether a verb says what something is: ``a book telling``, ``Li sees it as``.

    Not so ``Li was saying``, ``Li is heard saying``, ``quoted Li as saying``.
    """
    if verb.tag_ != "VBG":
        return known is not None and known.kind == "as"
    participle = verb
    helped = participle.dep_ == "xcomp" or any(c.dep_ == "aux" for c in participle.lefts)
    return not helped and not (participle.i > 0 and participle.nbor(-1).lower_ == "as")


def _calls(token: Token, verb: Verb) -> bool:
    """``their “friends,” he called them,``"""
    them = [c for c in token.rights if c.dep_ in ("dobj", "nsubj", "oprd") and c.pos_ == "PRON"]
    return verb.kind == "label" and any(c.i == token.i + 1 for c in them)


def _in_tail(scene: Scene) -> Iterator[SourceCandidate]:
    """``“…” in the end, Leon Li said``, ``“…” in the end, said Leon Li``: a clause of its own."""
    tail = scene.tail
    here = {t.i for t in tail}
    for k, token in enumerate(tail):
        verb = verb_of(token)
        if verb is None or verb.kind not in _SAYING or token.tag_ not in FINITE | {"VBN"}:
            continue
        found = [_at_pause(token, tail, k, scene)] if verb.lemma not in _TO_SOMEBODY else []
        if _nothing_said(tail[k + 1 : k + 2]) and not is_passive(token, here):
            found.append(by_place(token, here))
        for head in filter(None, found):
            how = "inverted" if head.i > token.i else "after"
            yield SourceCandidate(head, how, features("tail", {}), token, verb, k)


def _at_pause(token: Token, tail: Sequence[Token], k: int, scene: Scene) -> Token | None:
    """Return whose a verb behind a comma is: who stands behind it, or before what tells how."""
    if token.i - 1 in scene.outside and "," not in map(str, tail[:k][-1:]):
        return None
    mine = speaker_of(token, {t.i for t in tail})
    head = noun_phrase_at(tail[k + 1 :])
    before = [t for t in (mine, noun_phrase_at(tail)) if t is not None and t.i < token.i]
    if head is not None and _is_manner(head):
        return before[0] if before and scene.leads else None
    return None if mine in before else head


def _nothing_said(following: Sequence[Token]) -> bool:
    return all(t.is_punct or t.pos_ in ("ADP", "NOUN", "PROPN", "ADV") for t in following)


def _from_word(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop the punctuation that tokens begin with."""
    k = 0
    while k < len(tokens) and tokens[k].is_punct:
        k += 1
    return tokens[k:]
