"""A date that lies far beyond all others, as an hour that was read as a year does."""

from __future__ import annotations

from collections import Counter

import pytest
from gloss.edtf import far_years

NEWS = [*range(1985, 2020), 1945, 1914, 1969]


@pytest.mark.parametrize(
    ("years", "far"),
    [
        ([*NEWS, 1700], {1700}),
        ([*NEWS, -43], {-43}),
        ([*NEWS, 1700, 2900], {1700, 2900}),
        ([*NEWS, 1869], set()),
        ([*range(2000, 2017), 1776, 1492, 1066], set()),
        ([*NEWS, 1700, 1700, 1700], set()),
        ([2005, 1700], set()),
        ([], set()),
    ],
)
def test_the_years_that_lie_far_from_all_others(years, far):
    assert far_years(Counter(years)) == far
