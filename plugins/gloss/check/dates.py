"""Dates without a year, dates that are none, and dates far from all others of the digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gloss.check.findings import Finding
from gloss.check.passages import words_of
from gloss.check.settled import Settled
from gloss.edtf import far_years, read, year_of
from gloss.story import Article


@dataclass(frozen=True)
class DateFound:
    """A date in an article: where it stands, in which words, its value and its year."""

    where: str
    words: str
    edtf: str
    year: int


def undated(name: str, article: Article, settled: Settled) -> Iterator[Finding]:
    """Find the dates of an article that say no year, and those that are no EDTF."""
    for moment, anchor in zip(article.annotations.moments, article.moment_ids, strict=True):
        if settled.holds("time", moment.start, moment.end):
            continue
        words = words_of(article, moment.start, moment.end)
        value = read(moment.edtf or "")
        if value and value.year is None:
            says = f"“{words}” is {moment.edtf}; a publication date may settle it"
            yield Finding("dates without a year", f"{name}#{anchor}", says)
        elif moment.edtf and not value:
            says = f"“{words}” is {moment.edtf!r}; expected EDTF, such as 2018-09-17"
            yield Finding("dates that cannot be read", f"{name}#{anchor}", says)


def dates_in(name: str, article: Article, settled: Settled) -> Iterator[DateFound]:
    """Yield the dates of an article that say a year, but for those that are settled."""
    for moment, anchor in zip(article.annotations.moments, article.moment_ids, strict=True):
        year = year_of(moment.edtf)
        is_open = not settled.holds("time", moment.start, moment.end)
        if moment.edtf and year is not None and is_open:
            words = words_of(article, moment.start, moment.end)
            yield DateFound(f"{name}#{anchor}", words, moment.edtf, year)


def far_from_all(dates: Sequence[DateFound]) -> Iterator[Finding]:
    """Find the dates that lie far beyond all others: an hour, or a code, may be read as a year."""
    far = far_years(Counter(date.year for date in dates))
    for date in dates:
        if date.year in far:
            says = (
                f"“{date.words}” is {date.edtf}, far from all other dates; if it is no date, take "
                "its mark away, if another, write its value"
            )
            yield Finding("dates far from all others", date.where, says)
