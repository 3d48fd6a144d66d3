"""A name without a page is a place in its story."""

from __future__ import annotations

from gloss.article.unmark import placed
from gloss.story import Block

MARK = '<a class="name place" data-entity="{0}" href="../../places/x/">Sel</a>'


def test_the_first_mark_is_the_place_and_the_others_lead_there():
    blocks = [Block("p1", "paragraph", f"<p>{MARK}</p>".format("place:at&amp;sel"))] * 2
    first, second = placed(blocks, {"place:at&sel"})
    here = 'data-entity="place:at&amp;sel" href="#place:at&amp;sel">Sel</a></p>'
    assert first.html == f'<p><a class="name place" id="place:at&amp;sel" {here}'
    assert second.html == f'<p><a class="name place" {here}'


def test_other_names_lead_to_their_pages():
    block = Block("p1", "paragraph", MARK.format("place:tor"))
    assert list(placed([block], {"place:sel"})) == [block]
