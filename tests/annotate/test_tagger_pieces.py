"""How a text is cut up for the name model."""

import pytest
from gloss.annotate.tagger import pieces
from gloss.annotate.tagger.pieces import may_hold_a_name, pack, shape, split_sentences, split_words
from hypothesis import given
from hypothesis import strategies as st


def letters(word):
    return [ord(letter) for letter in word]


def split_chunks(text, pieces_of, limit):
    return pack(text, split_sentences(text), pieces_of, limit)


def words_of(text, chunks):
    return [[text[start:end] for start, end in chunk.words] for chunk in chunks]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rain", pieces.LOWER),
        ("Rain", pieces.TITLE),
        ("UN", pieces.ACRONYM),
        ("RAIN", pieces.ACRONYM),
        ("FLOODS", pieces.SHOUT),
        ("J", pieces.CAPITAL),
        ("2018", pieces.DIGITS),
        ("McCoy", pieces.CAMEL),
        ("A380", pieces.CODE),
        ("3rd", pieces.OTHER),
        ("iPad", pieces.OTHER),
        ("—", pieces.PUNCTUATION),
        ("Élan", pieces.TITLE),
    ],
)
def test_shape(word, expected):
    assert shape(word) == expected


def test_sentences_end_at_marks_and_at_lines():
    text = "It rained. “Why?” he asked.\nHeadline without a stop\nThen Mr. Bell left"
    sentences = [text[s[0][0] : s[-1][1]] for s in split_sentences(text)]
    assert sentences == [
        "It rained.",
        "“Why?” he asked.",
        "Headline without a stop",
        "Then Mr.",  # rough, and harmless: sentences are packed together again
        "Bell left",
    ]


def test_whole_sentences_are_packed_until_a_chunk_is_full():
    text = "One two three. Four five six. Seven eight nine."
    chunks = words_of(text, split_chunks(text, lambda _: (1,), limit=8))
    assert [" ".join(words) for words in chunks] == [
        "One two three . Four five six .",
        "Seven eight nine .",
    ]


def test_a_sentence_too_long_for_a_chunk_is_cut():
    text = "a b c d e f g"
    chunks = words_of(text, split_chunks(text, lambda _: (1,), limit=3))
    assert chunks == [["a", "b", "c"], ["d", "e", "f"], ["g"]]


@given(st.text(max_size=300))
def test_no_word_is_lost_and_no_chunk_too_long(text):
    chunks = split_chunks(text, letters, limit=12)
    assert [word for chunk in chunks for word in chunk.words] == split_words(text)
    assert all(sum(map(len, chunk.pieces)) <= 12 or len(chunk.words) == 1 for chunk in chunks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rain fell, and I slept.", False),
        ("12 % of 3,400", False),
        ("Rain fell.", True),
        ("It helped US troops.", True),
        ("the new iPhone", True),
        ("it bought 3M shares", True),
        ("東京 is wet", True),
    ],
)
def test_a_sentence_of_small_letters_needs_no_model(text, expected):
    assert may_hold_a_name(text, split_words(text)) is expected
