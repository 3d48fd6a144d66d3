"""The density chart above a timeline: how many dates each year has, drawn at build time.

The axis is one of time, and an empty year leaves a gap. News is dated within some thirty years,
with a few dates far away: so the thirty years that hold most dates are drawn by year, what lies
before and after by decade, or by century where it is far; a space parts the scales. A date far
beyond all others has a bar of its own, behind a break in the axis: it stretches nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gloss.edtf import far_years, year_in_words

HEIGHT = 64
LEAST = 3
YEARS = 30  # drawn one by one
MOST_SPANS = 16  # decades, or centuries, on either side
NARROWEST = 24  # slots that the chart is divided into at least, so that one bar is no wall
_APART = 14  # per cent of the width that two labels of the axis need between them


@dataclass(frozen=True)
class Bar:
    """A year, or several, with the count of its dates; url: its first page, or empty.

    x, width: per cent of the chart's width; y, height: units of the chart's height.
    """

    label: str
    count: int
    url: str
    x: float = 0
    width: float = 0
    y: int = 0
    height: int = 0


@dataclass(frozen=True)
class Tick:
    """A label of the axis: it begins at ``x`` per cent, or ends there (``at_end``)."""

    label: str
    x: float
    at_end: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawn chart, ``height`` units high; open: the dates without a year.

    breaks: where the axis breaks off, in per cent of the width.
    """

    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    open: Bar | None
    breaks: tuple[float, ...] = ()


@dataclass(frozen=True)
class Years:
    """Years that share a bar: both ends are part of it."""

    first: int
    last: int

    def label(self, lang: str) -> str:
        """The years as they are said."""
        ends = dict.fromkeys(year_in_words(year, lang) for year in (self.first, self.last))
        return "–".join(ends)


def draw_chart(years: Mapping[int, Bar], open_: Bar | None, lang: str = "en") -> Chart | None:
    """Lay the years out on an axis of time, or return None where there is nothing to draw.

    years: each with a bar of its count and address. Heights follow the square root of the count, so
    that single dates stay visible beside a year of thousands; the table has the figures.
    """
    if not years:
        return Chart(HEIGHT, (), (), open_) if open_ else None
    far = far_years({year: bar.count for year, bar in years.items()})
    scales = _with_far(years, far)
    slots = max(sum(map(len, scales)) + len(scales) - 1, NARROWEST)
    bars, starts, place = [], [], 0
    for scale in scales:
        starts.append((place, scale[0].label(lang)))
        for span in scale:
            if bar := _together(span, years, lang):
                bars.append(replace(bar, x=_share(place, slots), width=_share(0.75, slots)))
            place += 1
        place += 1
    end = Tick(scales[-1][-1].label(lang), _share(place - 1, slots), at_end=True)
    breaks = _breaks([at for at, _ in starts], scales, far)
    return Chart(
        HEIGHT,
        _risen(bars),
        tuple(_ticks(starts, slots, end)),
        open_,
        tuple(_share(at, slots) for at in breaks),
    )


def _with_far(years: Mapping[int, Bar], far: Collection[int]) -> list[Sequence[Years]]:
    """The scales of the axis: years far before, all others by scales of their own, far behind."""
    near = {year: bar for year, bar in years.items() if year not in far}
    before = [Years(year, year) for year in sorted(far) if year < min(near)]
    behind = [Years(year, year) for year in sorted(far) if year > max(near)]
    return [scale for scale in (before, *_scales(near), behind) if scale]


def _breaks(
    starts: Sequence[int], scales: Sequence[Sequence[Years]], far: Collection[int]
) -> Iterator[float]:
    """Where the axis breaks off: in the space between a scale of far years and its neighbour."""
    for number in range(1, len(scales)):
        if {scales[number - 1][-1].last, scales[number][0].first} & set(far):
            yield starts[number] - 0.6


def _share(slots: float, of: int) -> float:
    return round(100 * slots / of, 2)


def _scales(years: Mapping[int, Bar]) -> tuple[Sequence[Years], Sequence[Years], Sequence[Years]]:
    """What lies far before, the busiest years one by one, and what lies far after."""
    first, last = min(years), max(years)
    start = _busiest(years)
    end = min(start + YEARS - 1, last)
    return (
        _spans(first, start - 1, last=start - 1),
        [Years(year, year) for year in range(start, end + 1)],
        _spans(end + 1, last, first=end + 1),
    )


def _busiest(years: Mapping[int, Bar]) -> int:
    """The first of the thirty years with most dates, as early as possible."""

    def dates(start: int) -> int:
        return sum(bar.count for year, bar in years.items() if start <= year < start + YEARS)

    return max(sorted(years), key=dates)


def _spans(oldest: int, newest: int, first: int = -9999, last: int = 9999) -> list[Years]:
    """Cut years into decades; where they are too many into centuries, then into millennia.

    first, last: beyond these the years are another scale's.
    """
    if oldest > newest:
        return []
    for size in (10, 100, 1000):
        starts = range(oldest // size * size, newest + 1, size)
        if len(starts) <= MOST_SPANS:
            return [Years(max(start, first), min(start + size - 1, last)) for start in starts]
    return [Years(oldest, newest)]


def _together(span: Years, years: Mapping[int, Bar], lang: str) -> Bar | None:
    some = [years[year] for year in sorted(years) if span.first <= year <= span.last]
    if not some:
        return None
    return Bar(span.label(lang), sum(bar.count for bar in some), some[0].url)


def _risen(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Give bars their heights: the tallest has the whole."""
    most = max(bar.count for bar in bars)
    heights = [max(LEAST, round(HEIGHT * (bar.count / most) ** 0.5)) for bar in bars]
    return tuple(replace(b, y=HEIGHT - h, height=h) for b, h in zip(bars, heights, strict=True))


def _ticks(starts: Sequence[tuple[int, str]], slots: int, end: Tick) -> Iterator[Tick]:
    """Label where each scale begins, and the end, as far as the labels have room."""
    last: Tick | None = None
    for place, label in starts:
        tick = Tick(label, _share(place, slots))
        roomy = last is None or tick.x - last.x >= _APART
        if roomy and (last is None or end.x - tick.x >= _APART):
            yield tick
            last = tick
    if last and end.label != last.label and end.x - last.x >= _APART:
        yield end
