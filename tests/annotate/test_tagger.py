"""The tagger: which words are names, and of which kind."""

import pytest
from gloss.annotate.tagger import load_tagger

TEXT = "Angela Merkel met the chief of Siemens in Berlin. German workers had waited all day."


@pytest.fixture(scope="module")
def spacy_tagger():
    return load_tagger("spacy:en_core_web_sm")


def named(text, names):
    return {text[name.start : name.end]: name.kind for name in names}


def test_a_spacy_pipeline_can_take_the_place_of_the_model(spacy_tagger):
    (names,) = spacy_tagger.tag([TEXT])
    found = named(TEXT, names)
    assert found["Angela Merkel"] == "PER"
    assert found["Berlin"] == "LOC"
    assert found["German"] == "MISC"
    assert "all day" not in found


def test_a_spacy_pipeline_gives_words_the_probabilities_of_its_names(spacy_tagger):
    names, words = spacy_tagger.tag_with_words(TEXT)
    assert words.mean(names[0].start, names[0].end) == pytest.approx(names[0].probs)
    met = TEXT.index("met")
    assert words.mean(met, met + 3) == (0, 0, 0, 0)


def test_an_unknown_tagger_is_named_in_the_error():
    with pytest.raises(ValueError, match="'flair'"):
        load_tagger("flair")


def test_a_pipeline_that_is_not_installed_is_named_in_the_error():
    with pytest.raises(ModuleNotFoundError, match="xx_no_such_model"):
        load_tagger("spacy:xx_no_such_model")
