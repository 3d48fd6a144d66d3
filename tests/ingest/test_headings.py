"""What is made of a headline once: the address of a story."""

from __future__ import annotations

import pytest
from gloss.ingest.headings import Slugs, slug_of
from gloss.naming.slugs import slug

from tests.linear import takes_steps_in_proportion


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
    assert slug_of(headline, "s1") == expected


def test_a_story_and_a_name_of_one_spelling_have_one_slug():
    for words in ("Łódź", "Ørsted", "Straße", "Москва"):
        assert slug_of(words, "s1") == slug(words)


def test_a_long_headline_is_cut_between_words():
    cut = slug_of("word " * 30, "s1")
    assert len(cut) <= 80
    assert cut.endswith("-word")


def test_no_two_stories_have_one_slug_nor_one_that_differs_in_capitals_alone():
    slugs = Slugs(["Rain", "snow-2"])
    assert [slugs.take("Rain", "a") for _ in range(3)] == ["rain-2", "rain-3", "rain-4"]
    assert [slugs.take("Snow", "a") for _ in range(3)] == ["snow", "snow-3", "snow-4"]


def test_a_slug_is_no_device_of_windows():
    assert Slugs().take("Con", "a") == "con-2"
    assert Slugs().take("Concert", "a") == "concert"


def test_many_stories_of_one_headline_take_a_step_each():
    def take(count: int) -> None:
        slugs = Slugs()
        for _ in range(count):
            slugs.take("Rain", "a")

    assert takes_steps_in_proportion(int, take, 2000)
