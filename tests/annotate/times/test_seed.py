"""The user's own story, with and without a publication date."""

from __future__ import annotations

from pathlib import Path

import pytest

SEED = Path(__file__).parents[3] / "seeds" / "000_adcd39cadf25064d.txt"


@pytest.mark.parametrize(
    ("published", "met", "how"),
    [(None, "XXXX-09-17", ""), ("2018-09-19", "2018-09-17", "year from publication")],
)
def test_the_seed_names_two_dates(published, met, how, times):
    headline, _, body = SEED.read_text(encoding="utf-8-sig").partition("\n\n")
    text = f"{headline}\n\n{body}"
    dated = [
        (text[m.start : m.end], m.edtf, m.how)
        for m in times(body, published, headline=headline)
        if m.edtf
    ]
    assert dated == [("the 17th of September", met, how), ("2013", "2013", "")]
