"""The density chart above a timeline: how many dates each year has, drawn at build time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 64
STEP = 12
GAP = 3
LEAST = 3
# More bars than this are too thin to point at, and too many nodes; years are then put together.
MOST_BARS = 60


@dataclass(frozen=True)
class Bar:
    """A year (or decade, or century) with its count of dates; url: its page, or empty."""

    label: str
    count: int
    url: str
    x: int = 0
    y: int = 0
    height: int = 0


@dataclass(frozen=True)
class Chart:
    """A drawn chart: bars in a box of ``width`` by ``height``; open: the dates without a year."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    open: Bar | None


def draw_chart(bars: Sequence[Bar], open_: Bar | None) -> Chart | None:
    """Lay bars out side by side, tallest to the full height; None where there is nothing to draw.

    Heights follow the square root of the count, so that single dates stay visible beside a year
    of thousands; the table behind the chart has the figures.
    """
    bars = _fewer(bars)
    if not bars and open_ is None:
        return None
    most = max((bar.count for bar in bars), default=1)
    drawn = []
    for i, bar in enumerate(bars):
        height = max(LEAST, round(HEIGHT * (bar.count / most) ** 0.5))
        drawn.append(Bar(bar.label, bar.count, bar.url, i * STEP, HEIGHT - height, height))
    return Chart(max(len(drawn), 1) * STEP - GAP, HEIGHT, tuple(drawn), open_)


def _fewer(bars: Sequence[Bar]) -> Sequence[Bar]:
    """Put the oldest years together by decade, then by century, until few enough are left."""
    for digits, form in ((3, "{}0s"), (2, "{}00s")):
        if len(bars) <= MOST_BARS:
            return bars
        recent = MOST_BARS // 2
        together: dict[str, Bar] = {}
        for bar in bars[:-recent]:
            label = form.format(bar.label[:digits])
            before = together.get(label)
            count = bar.count + (before.count if before else 0)
            together[label] = Bar(label, count, before.url if before else bar.url)
        bars = [*together.values(), *bars[-recent:]]
    return bars[-MOST_BARS:]
