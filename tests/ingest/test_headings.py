"""What is made of a headline once: the address of a story."""

from __future__ import annotations

import pytest
from gloss.ingest.headings import slug_of
from gloss.naming.slugs import slug


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Łódź mayor meets Ørsted chief", "lodz-mayor-meets-orsted-chief"),
        ("Straße closed", "strasse-closed"),
        ("Москва ждёт", "moskva-zhdiot"),
        ("Østfold og Ærø møter Đorđe", "ostfold-og-aero-moter-dorde"),
        ("U.S. to pay £5m", "us-to-pay-5m"),
        ("It’s Café & Co’s day", "its-cafe-and-cos-day"),
        ("🙂", "s1"),
        ("…", "s1"),
    ],
)
def test_a_headline_keeps_its_letters_in_its_address(headline, expected):
    assert slug_of(headline, "s1", ()) == expected


def test_a_story_and_a_name_of_one_spelling_have_one_slug():
    for words in ("Łódź", "Ørsted", "Straße", "Москва"):
        assert slug_of(words, "s1", ()) == slug(words)


def test_a_long_headline_is_cut_between_words():
    cut = slug_of("word " * 30, "s1", ())
    assert len(cut) <= 80
    assert cut.endswith("-word")
