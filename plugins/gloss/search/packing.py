"""Whole numbers as text that compresses well: base-64 digits, five bits each, the lowest first.

The digits are those of source maps (RFC 4648, table 1), without a sign bit: a digit from 32 on says
that another follows. Text, because static hosts compress JSON and leave unknown formats alone.

>>> pack([0, 31, 32, 1000])
'AfgBof'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class _Packed(dict[int, str]):
    """Numbers as text; each is worked out once."""

    def __missing__(self, number: int) -> str:
        digits, rest = "", number
        while rest > 31:
            digits += _DIGITS[rest % 32 + 32]
            rest //= 32
        return self.setdefault(number, digits + _DIGITS[rest])


PACKED = _Packed()


def pack(numbers: Iterable[int]) -> str:
    """Return numbers, zero or more, one after another."""
    return "".join(map(PACKED.__getitem__, numbers))


def gaps(numbers: Sequence[int]) -> list[int]:
    """Return the first of ascending numbers, then each one's distance from the one before."""
    return [numbers[0], *map(sub, numbers[1:], numbers)]
