"""The syntax that is read side by side is spaCy's own, and a paragraph's is its own."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice

import pytest
import spacy
from gloss.annotate.language import MODELS, load_language
from gloss.annotate.syntax import COMPONENT
from spacy.language import Language
from spacy.tokens import Doc

from training.marked import read_stories

STORIES = islice(read_stories(), 0, 40, 8)
PARAGRAPHS = [paragraph.text for story in STORIES for paragraph in story.paragraphs[:6]]
STORY = "\n\n".join(PARAGRAPHS)
Rows = list[tuple[str, str, str, int]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language()


def _as_spacy_does(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for name in nlp.component_names:
        if name != COMPONENT:
            doc = nlp.get_pipe(name)(doc)
    return doc


def _syntax(doc: Doc) -> Rows:
    return [(t.text, t.tag_, t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize("text", PARAGRAPHS[:12])
def test_a_paragraph_has_the_syntax_that_spacy_gives_it(nlp: Language, text: str) -> None:
    doc, own = nlp(text), _as_spacy_does(nlp, text)
    assert _syntax(doc) == _syntax(own)
    assert [s.start for s in doc.sents] == [s.start for s in own.sents]


def test_no_head_and_no_sentence_crosses_a_paragraph(nlp: Language) -> None:
    doc = nlp(STORY)
    assert doc.has_annotation("DEP")
    for token in doc:
        first, last = sorted((token.i, token.head.i))
        assert "\n" not in doc[first:last].text.rstrip()
    assert all("\n" not in sentence.text.strip() for sentence in doc.sents)


def test_a_story_is_read_the_same_whatever_was_read_before(nlp: Language) -> None:
    first = _syntax(nlp(STORY))
    for text in reversed(PARAGRAPHS):
        nlp(text)
    assert _syntax(nlp(STORY)) == first


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\n One word.", "Word"])
def test_what_has_hardly_a_word_is_read(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_the_rules_of_words_are_the_models_own(nlp: Language) -> None:
    package = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    model = next(name for name in MODELS if name.startswith(package) and find_spec(name))
    own = spacy.load(model, exclude=nlp.component_names).tokenizer
    assert nlp.tokenizer.to_bytes(exclude=["vocab"]) == own.to_bytes(exclude=["vocab"])
