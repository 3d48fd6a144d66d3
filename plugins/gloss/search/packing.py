"""Whole numbers as text that compresses well: base-64 digits, five bits each, the lowest first.

The digits are those of source maps (RFC 4648, table 1), without a sign bit: a digit from 32 on says
that another follows. Text, because static hosts compress JSON and leave unknown formats alone.

>>> pack([0, 31, 32, 1000])
'AfgBof'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import sub

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NUMBER = re.compile(f"[{_DIGITS[32:]}]*[{_DIGITS[:32]}]")


class _Packed(dict[int, str]):
    """Numbers as text; each is worked out once."""

    def __missing__(self, number: int) -> str:
        digits, rest = "", number
        while rest > 31:
            digits += _DIGITS[rest % 32 + 32]
            rest //= 32
        return self.setdefault(number, digits + _DIGITS[rest])


class _Unpacked(dict[str, int]):
    """Text as a number; each is worked out once."""

    def __missing__(self, digits: str) -> int:
        places = (_DIGITS.index(digit) % 32 << 5 * at for at, digit in enumerate(digits))
        return self.setdefault(digits, sum(places))


PACKED = _Packed()
UNPACKED = _Unpacked()


def pack(numbers: Iterable[int]) -> str:
    """Return numbers, zero or more, one after another."""
    return "".join(map(PACKED.__getitem__, numbers))


def digits_of(packed: str) -> list[str]:
    """Return packed numbers apart, each still as text.

    >>> [UNPACKED[digits] for digits in digits_of("AfgBof")]
    [0, 31, 32, 1000]
    """
    return _NUMBER.findall(packed)


def marked(numbers: Iterable[int], size: int) -> str:
    """Return which of the numbers below ``size`` there are: six in a digit, the lowest first.

    >>> marked({0, 3, 8}, 12)
    'JE'
    """
    groups = [0] * -(-size // 6)
    for number in numbers:
        groups[number // 6] |= 1 << number % 6
    return "".join(map(_DIGITS.__getitem__, groups))


def gaps(numbers: Sequence[int]) -> list[int]:
    """Return the first of ascending numbers, then each one's distance from the one before."""
    return [numbers[0], *map(sub, numbers[1:], numbers)]
