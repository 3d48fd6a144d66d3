"""How sure it is that a stretch is somebody's statement: its construction, times who is meant.

The figures are how often each construction was right in the project's own marked stories (600 of
them, 2,900 statements), what is no statement at all counted as wrong, and rounded towards the
careful side where one is rare. An article has those above ``gloss.speakers.SHOWN`` alone.
"""

from __future__ import annotations

from spacy.tokens import Token

from gloss.annotate.reports.reported import WORDS, Reported
from gloss.annotate.sources.reporting import reporting_verbs

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_VERBS = frozenset(("VERB", "AUX"))
_CONSTRUCTIONS = {
    "clause": 0.94,
    "according to": 0.94,
    "aside": 0.88,
    "infinitive": 0.5,
    "thing": 0.45,
    "matter": 0.6,
    "mind": 0.6,
    "noun": 0.6,
}
# Somebody says plainly what he wants, or takes a stand on: "promised to", "denied the charge".
PLAIN = 0.85
# A verb of finding or seeing has what was found for an object more often than what is thought.
_KINDS = {"say": 1.0, "think": 0.92, "label": 0.7, "as": 0.6, "know": 0.6}
# "did not say whether", "I think": what is left open, and what the paper says itself.
UNSAID, OWN = 0.5, 0.3


def confidence(reported: Reported, identity: float) -> float:
    """Return how likely a report is right, 0 to 1, two decimals.

    identity: how sure it is who the source's phrase stands for; 1 where it stands for nobody.
    """
    sure = _CONSTRUCTIONS[reported.how]
    lemma, cue, source = reported.lemma, reported.cue, reported.source
    if lemma in WORDS.get(f"plain_{reported.how}", ()):
        sure = PLAIN
    elif reported.how in ("clause", "aside"):
        verb = reporting_verbs().get(cue.lower_)
        kind = verb.kind if verb else "know"
        sure *= _KINDS["know" if kind != "say" and lemma in WORDS["to_know"] else kind]
    if source is None or _is_unsaid(cue) or not _says_something(reported):
        sure *= UNSAID
    elif source.lower_ in WORDS["own_voice"]:
        sure *= OWN
    return round(sure * identity, 2)


def _says_something(reported: Reported) -> bool:
    """Tell whether a clause has what it speaks of: none behind a comma is a clause of its own.

    "…, according to Li, writing for the Post"; "claimed the bridge, leading others to cross it".
    """
    content = reported.content
    if reported.how not in ("clause", "aside", "according to"):
        return True
    if any(child.dep_ in _SUBJECTS for child in content.lefts) or content.pos_ not in _VERBS:
        return True
    behind_comma = content.left_edge.i > 0 and content.left_edge.nbor(-1).text == ","
    return reported.how == "clause" and not behind_comma


def _is_unsaid(verb: Token) -> bool:
    """``did not say whether``, ``failed to recall that``"""
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ == "to") for c in verb.lefts)
