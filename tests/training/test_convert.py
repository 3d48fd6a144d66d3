"""From the columns and relations of public sources to rows."""

import json

from training.convert import Mark, kinds_by_relation, marks_of, row, sentences


def test_columns_are_sentences_of_words_and_labels():
    lines = ["In\tO\n", "Cork\tB-location\n", "\n", "#BB\tB-product\n"]
    assert list(sentences(lines, 0)) == [
        [("In", "O"), ("Cork", "B-location")],
        [("#BB", "B-product")],
    ]
    lines = ["# text = Ann left\n", "1\tAnn\tB-PER\t-\n", "2\tleft\tO\t-\n"]
    assert list(sentences(lines, 1)) == [[("Ann", "B-PER"), ("left", "O")]]


def test_labels_are_names():
    labels = ["B-song", "I-song", "B-song", "O", "B-band"]
    assert list(marks_of(labels)) == [Mark(0, 2, "song"), Mark(2, 3, "song"), Mark(4, 5, "band")]


def test_words_are_written_as_text_is():
    words = ["He", "said", ",", '"', "It", "'s", "on", "(", "see", "Cork", ")", '"', "."]
    made = row(words, [Mark(9, 10, "place")])
    assert made["text"] == 'He said, "It\'s on (see Cork)".'
    (name,) = made["entities"]
    assert made["text"][name["start"] : name["end"]] == "Cork"
    assert json.dumps(made)


def test_a_relation_tells_what_a_thing_can_be():
    labels = [
        {"h": 0, "t": 1, "r": "P577"},  # published: a work or a product
        {"h": 0, "t": 2, "r": "P175"},  # performed: a work
        {"h": 3, "t": 4, "r": "P607"},  # took part in a conflict
        {"h": 3, "t": 5, "r": "P27"},
    ]
    assert kinds_by_relation({"labels": labels}) == {0: {"work"}, 4: {"event"}}
