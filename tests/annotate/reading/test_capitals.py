"""Lines in capitals, as the model reads them."""

from __future__ import annotations

import pytest
from gloss.annotate.reading.capitals import without_capitals
from gloss.story import Span

BODY = "Ida Berg left Oslo after a strike. The strike in Oslo hit McBain Ltd, it said."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("STRIKE IN OSLO: BERG QUITS", "strike in Oslo: Berg Quits"),
        ("MCBAIN LTD HIT", "McBain Ltd hit"),
        ("Strike in OSLO", "Strike in OSLO"),
        ("OSLO", "OSLO"),
    ],
)
def test_words_are_written_as_in_the_rest_of_the_story(headline, read):
    text = f"{headline}\n\n{BODY}"
    lines = [Span(0, len(headline)), Span(len(headline) + 2, len(text))]
    assert without_capitals(text, lines) == f"{read}\n\n{BODY}"
