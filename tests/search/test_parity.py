"""The cut index answers as one whole Lunr index over the same documents."""

from __future__ import annotations

import lunr.builder
import pytest
from gloss.search.fields import FIELDS

from tests.search.conftest import Collection
from tests.search.whole import documents

QUERIES = 560


@pytest.fixture(scope="module")
def whole(collection):
    return documents(collection.articles, collection.digest)


def test_answers_equal_lunr_js(node, collection, whole):
    given = {"documents": whole, "queries": QUERIES, "seed": 20180919}
    report = node("parity.js", given, collection.folder)
    assert report["different"] == []
    assert report["withResults"] > 400
    assert report["broad"] + 500 <= QUERIES
    assert min(report["asked"].values()) >= 20
    # Where documents score the same, Lunr's order is that of its own tables; so is ours.
    assert report["sameOrder"] >= 0.98 * (QUERIES - report["broad"])


def test_weights_equal_lunr_py(node, collection, whole):
    builder = lunr.builder.Builder()
    builder.ref("ref")
    for field, boost in FIELDS.items():
        builder.field(field, boost)
    for document in whole:
        builder.add(document)
    builder.build()
    weights = {
        word: _weights(posting, builder.field_vectors)
        for word, posting in builder.inverted_index.items()
    }
    given = {"words": sorted(weights)}
    ours = node("weights.js", given, collection.folder)
    assert ours.keys() == weights.keys()
    # Python rounds halves to even, JavaScript up: one unit in the third place.
    for word, expected in weights.items():
        assert ours[word] == pytest.approx(expected, abs=0.0011), word


def _weights(posting, vectors):
    index = posting["_index"]
    found = {}
    for field in FIELDS:
        for ref in posting[field]:
            elements = vectors[f"{field}/{ref}"].elements
            found[f"{field}/{ref}"] = dict(zip(elements[::2], elements[1::2], strict=True))[index]
    return found


def test_a_new_story_changes_the_files_of_its_words_only(collection, tmp_path):
    newest = max(collection.articles, key=lambda article: article.date)
    assert len(set(newest.story.text.split())) < 12
    others = [article for article in collection.articles if article is not newest]
    before = _files(Collection(others, tmp_path).folder)
    after = _files(collection.folder)
    assert len(after - before) <= 12 + 5  # its day of publication has five words
    assert len(before & after) > 0.7 * len(before)


def _files(folder):
    return {path.name for path in (folder / "search" / "w").iterdir()}
