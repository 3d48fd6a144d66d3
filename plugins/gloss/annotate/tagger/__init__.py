"""The name model: which words of a text are names, and of which of eight kinds.

    pieces      text -> sentences -> chunks of word pieces
    network     chunks -> the probability of each label for each word (onnxruntime)
    decode      probabilities -> names
    pipeline    any spaCy pipeline in the model's place

What is known from the rest of the story, from gazetteers or from the editor is not used here.
"""

from __future__ import annotations

from gloss.annotate import ToolError
from gloss.annotate.tagger.tagged import KINDS, Tagged, Tagger, WordProbs

__all__ = ["KINDS", "Tagged", "Tagger", "WordProbs", "load_tagger"]

SPACY = "spacy:"


def load_tagger(name: str) -> Tagger:
    """Load a tagger by its name in the settings.

    name: ``gloss`` for the model that this package carries, or ``spacy:NAME`` for an installed
        spaCy pipeline with an entity recogniser, such as ``spacy:en_core_web_sm``.

    Raises ToolError for any other name, and ModuleNotFoundError, with the command that helps,
    where what the tagger needs is not installed.
    """
    if name == "gloss":
        from gloss.annotate.tagger.network import load_network

        return load_network()
    if name.startswith(SPACY):
        from gloss.annotate.tagger.pipeline import load_pipeline

        return load_pipeline(name.removeprefix(SPACY))
    raise ToolError(f"no tagger is called {name!r}: it is gloss, or spacy:NAME")
