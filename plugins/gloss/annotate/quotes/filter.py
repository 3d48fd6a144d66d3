"""Which words between marks are a quotation, and which only look like one.

Marks also stand around titles of works (the film "Blue Hour"), nicknames (Ann "Red" Doe), words
taken up as words (the term "belt") and words that the writer keeps at a distance (the "experts").
Long stretches are nearly always somebody's words; short ones need a report that makes them so.
"""

from __future__ import annotations

import re

from gloss.annotate.quotes.layout import Layout, Scene
from gloss.annotate.quotes.report import Report, names
from gloss.annotate.quotes.words import MENTIONED, SAYINGS, SMALL_IN_TITLES

# More words than LONG are somebody's words, unless they are spelled like a title; no more than
# SHORT are not, where nothing says so.
LONG, SHORT = 6, 3
# Constructions that no reporting word shows: a word or two are kept at a distance, not quoted.
FAR = frozenset(("subject", "sentence before", "paragraph before"))

# What somebody gives a name with, not an opinion.
NAMING = frozenset(("name", "christen", "nickname", "tag"))

_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(MENTIONED))})(?: as)?\W{{0,3}}$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d[\w.-]*")
_WHOLE = frozenset(
    ("after", "inverted", "colon", "label", "signed", "colon before", "transcript", "carried on")
)


def is_quotation(layout: Layout, scene: Scene, report: Report | None) -> bool:
    """Say whether words between marks are a quotation, given what the text reports of them."""
    words = _WORD.findall(layout.text, scene.quoted.start, scene.quoted.end)
    if not words:
        return False
    if _is_uttered(scene, words, report):
        return True
    named = _NAMED.search(
        layout.text, max(0, scene.quoted.outer.start - 24), scene.quoted.outer.start
    )
    if named or (is_title(words) and scene.quoted.last not in "?!" and not _in_heading(scene)):
        return False
    if len(words) > LONG:
        return True
    modifies = bool(scene.behind) and scene.behind[0].pos_ in ("NOUN", "PROPN")
    modifies = modifies and scene.quoted.last.isalnum()
    if report is None:
        return len(words) > SHORT and not modifies
    if report.how == "carried on" and scene.before:
        return len(words) > SHORT
    return report.how not in FAR or (len(words) >= SHORT and not modifies)


def is_title(words: list[str]) -> bool:
    """Say whether words are spelled like a title: every one that is not small has a capital."""
    if words[0][0].islower() or (len(words) > 1 and all(w.isupper() for w in words)):
        return False
    return all(not w[0].islower() or w in SMALL_IN_TITLES for w in words)


def _in_heading(scene: Scene) -> bool:
    """Say whether the words around are spelled like a title too, so that spelling tells nothing."""
    words = [t.text for t in (*scene.before, *scene.tail) if t.text[0].isalpha()]
    return len(words) >= 3 and is_title(words)


def _is_uttered(scene: Scene, words: list[str], report: Report | None) -> bool:
    """Say whether a reporting word stands right at the quotation, as at a whole utterance."""
    if report is None:
        return False
    if report.how in _WHOLE and not scene.before:
        near = report.how != "after" or (
            bool(scene.behind) and report.head.i - scene.behind[0].i <= 8
        )
        return scene.quoted.last in ",?!.—…-" and near
    if report.cue is None or report.cue not in scene.before:
        return False
    between = scene.before[scene.before.index(report.cue) + 1 :]
    if report.verb is None or report.verb.kind not in ("label", "as"):
        # "said, “Go!”", "added the words “Go!”"
        return len(between) <= 1 or all(
            t.is_punct or t.pos_ == "DET" or t.lower_ in SAYINGS for t in between
        )
    if report.verb.lemma in NAMING and is_title(words):
        return False  # "named it “Bridge of the Year”"
    # "called him “Big Foot”", but "praised the Post’s “Big Foot”"
    return names(between) and (not between or between[-1].tag_ != "POS")
