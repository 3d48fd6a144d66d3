"""Which words between marks are a quotation, and which only look like one.

Marks also stand around titles of works (the film "Blue Hour"), nicknames (Ann "Red" Doe), words
taken up as words (the term "belt") and words that the writer keeps at a distance (the "experts").
Long stretches are nearly always somebody's words; short ones need a report that makes them so.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from gloss.annotate.quotes.around import FAR
from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.sentences import ENDS
from gloss.annotate.sources.candidate import WEIGHTS, SourceCandidate
from gloss.annotate.sources.reporting import SAYINGS, WORDS, is_label, names

# More words than LONG are somebody's words, unless they are spelled like a title; no more than
# SHORT are not, where nothing says so.
LONG, SHORT = 6, 3
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(WORDS['mentioned']))})(?: as)?\W{{0,3}}$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d[\w.-]*")
_WHOLE = frozenset(
    ("after", "inverted", "colon", "label", "signed", "colon before", "transcript", "carried on")
)
# A reporting clause names its speaker within so many words.
_NEAR = 8


def is_quotation(layout: Layout, scene: Scene, source: SourceCandidate | None) -> bool:
    """Say whether words between marks are a quotation, given what the text reports of them."""
    words = _WORD.findall(layout.text, scene.quoted.start, scene.quoted.end)
    if not words:
        return False
    if _stands_alone(scene) or (
        source and (_is_uttered(scene, source) or _is_told(scene, words, source))
    ):
        return True
    if _is_named(layout.text, scene) or _is_title(scene, words):
        return False
    return len(words) > min(LONG, _too_few(scene, source))


def _is_named(text: str, scene: Scene) -> bool:
    """``the so-called “bridge to nowhere”``"""
    opening = scene.quoted.outer.start
    return _NAMED.search(text, max(0, opening - 24), opening) is not None


def _is_title(scene: Scene, words: list[str]) -> bool:
    return is_title(words) and scene.quoted.last not in "?!" and not _in_heading(scene)


def _stands_alone(scene: Scene) -> bool:
    """Say whether words are a sentence of their own, or what stands behind a label."""
    sentence = scene.whole and scene.quoted.last in ".?!"
    return is_label(scene.before) or (sentence and not (scene.before or scene.behind))


def _too_few(scene: Scene, source: SourceCandidate | None) -> int:
    """Return how many words are kept at a distance rather than quoted."""
    modifies = bool(scene.behind) and scene.behind[0].pos_ in ("NOUN", "PROPN")
    if source is not None and source.how == "carried on" and scene.before:
        return SHORT
    if source is not None and source.how not in FAR and not _is_doubtful(source):
        return 0
    if modifies and scene.quoted.last.isalnum():
        return LONG
    return SHORT if source is None else SHORT - 1


def _is_doubtful(source: SourceCandidate) -> bool:
    """Say whether more speaks against a verb before a few words than for it."""
    return "before: is" in source.features and source.weight < WEIGHTS["before: is"]


def is_title(words: list[str]) -> bool:
    """Say whether words are spelled like a title: every one that is not small has a capital."""
    if words[0][0].islower() or (len(words) > 1 and all(w.isupper() for w in words)):
        return False
    return all(not w[0].islower() or w in WORDS["small_in_titles"] for w in words)


def _in_heading(scene: Scene) -> bool:
    """Say whether the words around are spelled like a title too, so that spelling tells nothing."""
    words = [t.text for t in (*scene.before, *scene.tail) if t.text[0].isalpha()]
    return len(words) >= 3 and is_title(words)


def _is_uttered(scene: Scene, source: SourceCandidate) -> bool:
    """Say whether words are a whole utterance, with the clause that reports it behind."""
    if source.how == "label" and scene.quoted.last in ENDS:
        return True
    if source.how not in _WHOLE or scene.before or scene.quoted.last not in ",?!.—…-":
        return False
    return source.how != "after" or (
        bool(scene.behind) and source.source.i - scene.behind[0].i <= _NEAR
    )


def _is_told(scene: Scene, words: list[str], source: SourceCandidate) -> bool:
    """Say whether a reporting word stands right before words, as before a whole utterance."""
    cue, verb = source.cue, source.verb
    if cue is None or cue not in scene.before:
        return False
    if verb is not None and verb.lemma in WORDS["naming"] and is_title(words):
        return False  # "named it “Bridge of the Year”", "sang “Blue Harbour”"
    between = scene.before[scene.before.index(cue) + 1 :]
    if verb is not None and verb.kind in ("label", "as"):
        # "called him “Big Foot”", but "praised the Post’s “Big Foot”"
        return names(between) and not any(t.tag_ == "POS" for t in between[-1:])
    # "said, “Go!”", "added the words “Go!”"
    return len(between) <= 1 or all(_leads_to(t) for t in between)


def _leads_to(token: Token) -> bool:
    return token.is_punct or token.pos_ == "DET" or token.lower_ in SAYINGS
