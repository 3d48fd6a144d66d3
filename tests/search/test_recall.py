"""Every word of every story and of every name finds it, whole or begun."""

from __future__ import annotations

import os
import random
from collections import defaultdict
from pathlib import Path

import pytest
from gloss.search.tokenizer import SPEC, words_of
from gloss.seed import read_seed
from gloss.story import Annotations, Article
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.conftest import Collection
from tests.search.stories import TEXTS
from tests.search.whole import documents

CORPUS = Path(os.environ.get("GLOSS_CORPUS", ""))


def written_words(collection):
    """Words as stories and names write them, with the documents that hold them."""
    holders = defaultdict(set)
    for document in documents(collection.articles, collection.digest):
        for field in ("title", "text", "quote", "event"):
            for word in document[field]:
                holders[word].add(document["ref"])
    return holders


def spellings(collection):
    """Every stretch between blanks of every story and name, as it is written."""
    texts = [f"{a.title} {a.story.text}" for a in collection.articles]
    texts += [name.name for name in collection.digest.names.values()]
    return sorted({piece for text in texts for piece in text.split() if words_of(piece)})


def asked(collection, begun):
    """What is typed, and the documents it must find: those that hold each of its words."""
    holders = written_words(collection)
    every = [
        (piece, sorted(set.intersection(*(holders[word] for word in words_of(piece)))))
        for piece in spellings(collection)
        if '"' not in piece and not piece.startswith("-")
    ]
    some = [pair for pair in every if len(words_of(pair[0])) == 1]
    random.Random(7).shuffle(some)
    return {"words": every, "begun": [(words_of(p)[0], refs) for p, refs in some[:begun]]}


def test_every_word_finds_its_documents(node, collection):
    report = node("recall.js", asked(collection, begun=150), collection.folder)
    assert report["asked"] > 1500
    assert report["lost"] == []


@pytest.mark.slow
def test_every_word_of_the_corpus_finds_its_story(node, tmp_path):
    if not CORPUS.name or not CORPUS.is_dir():
        pytest.skip("GLOSS_CORPUS names no folder of stories")
    articles = [_article(path) for path in sorted(CORPUS.glob("*.txt"))]
    collection = Collection(articles, tmp_path)
    report = node("recall.js", asked(collection, begun=300), tmp_path)
    assert report["lost"] == []


def _article(path):
    story = read_seed(path).story
    return Article(path.stem, story.headline, story, Annotations(), "2020-01-01", digest=path.stem)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("aAbéİßΣσς'’.,&-1 23\u0301\u00ad\u200d™½ﬁ가カガ北नि😀’sS\"*~^:+"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


def test_both_sides_find_the_same_words(node, collection):
    texts = [*TEXTS, *TEXTS.values()]
    texts += [article.story.text for article in collection.articles]

    @settings(max_examples=600, database=None, derandomize=True)
    @given(HOSTILE)
    def collect(text):
        texts.append(text)

    collect()
    found = node("words.js", {"spec": SPEC, "texts": texts})
    for text, theirs in zip(texts, found, strict=True):
        assert [word for word, _ in theirs] == words_of(text), ascii(text)


def test_a_word_is_marked_where_it_stands(node):
    text = "Élysée’s O’Brien 😀 said: the U.S., AT&T—3.5bn été."
    ((*found,),) = node("words.js", {"spec": SPEC, "texts": [text]})
    assert [written for _, written in found] == [
        "Élysée’s", "O’Brien", "said", "the", "U.S", "AT&T", "3.5bn", "été",
    ]  # fmt: skip
