"""The pictures of stories: their size, their title in lines that fit, and only where of use."""

from __future__ import annotations

from io import BytesIO

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.formats.cards import card_files
from gloss.register import Register
from gloss.site import Site
from PIL import Image

TITLES = (
    "Boats",
    "A title of a usual length, as newspapers write them on most of their days",
    "A very long title that goes on and on and on " * 8,
    "Onewordthatneverendsatall" * 10,
    "日本語の見出し Ελληνικά",
)


def _files(title, url="https://sel.example"):
    text = f"Title: {title}\nDate: 2026-01-02\nSlug: boats\nSource: Courier\n\nA boat came.\n"
    digest = make_digest([facts_of(read_article(text))], Register())
    return list(card_files(digest, Site(url=url, cards=True)))


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_a_card_is_drawn_for_any_title(title):
    whole, file = _files(title)
    assert whole.path == "theme/img/card.png"
    assert file.path == "stories/boats/card.png"
    content = file.make()
    picture = Image.open(BytesIO(content)).convert("RGB")
    assert picture.size == (600, 315)
    assert len(content) < 20_000
    margin = picture.crop((555, 0, 600, 315)).getcolors(10_000)
    assert len(margin) == 1  # nothing runs out of the card on the right


def test_a_site_without_an_address_has_no_cards():
    assert _files("Boats", url="") == []


def test_the_same_story_has_the_same_card():
    assert _files("Boats")[1].make() == _files("Boats")[1].make()
