"""Which years a story has named: what a date without a year may count from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class NamedYears:
    """The years of a story's dates, as it is read from its beginning.

    last: of the date named last; ahead: whether that is one of "by 2010". compared: the same, but
    of two years that are compared the later. newest: the latest but for those of "by 2010".
    """

    last: int | None = None
    ahead: bool = False
    compared: int | None = None
    newest: int | None = None
    _named: Counter[int] = field(default_factory=Counter)
    _opening: set[int] = field(default_factory=set)

    def note(self, year: int, ahead: bool, opens: bool) -> None:
        """Remember the year of a date; opens: whether it stands in the headline or the lead."""
        self.last, self.ahead = year, ahead
        self._named[year] += 1
        if opens:
            self._opening.add(year)
        if not ahead:
            self.newest = max(year, self.newest or 0)
        if year + 1 != self.compared:
            self.compared = year

    def own(self) -> int | None:
        """Return the year that a story of unknown date is of, or None.

        That is the newest, where the story opens with it or comes back to it: a year that is told
        of once, further down, is that of something else.
        """
        newest = self.newest
        if newest is None or not (newest in self._opening or self._named[newest] > 1):
            return None
        return newest
