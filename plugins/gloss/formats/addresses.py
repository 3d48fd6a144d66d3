"""Addresses as machines are told them: absolute where the site knows its own."""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

from gloss.site import Site
from gloss.urls import relative

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def address(site: Site, target: str, page: str) -> str:
    """Return where ``target`` stands: absolute, or from ``page`` while the site has no address."""
    return f"{site.url}/{target}" if site.url else relative(target, page)


def identity(site: Site, target: str) -> str:
    """Return an IRI that stands for a page: its address, or a name-based UUID (RFC 9562) of it."""
    return f"{site.url}/{target}" if site.url else f"urn:uuid:{uuid5(NAMESPACE_URL, target)}"


def first_day(edtf: str | None, otherwise: str) -> str:
    """Return the first day that an EDTF date may mean, as ISO 8601; another where it says no year.

    >>> first_day("2018-09", "2020-01-01")
    '2018-09-01'
    """
    known = _DAY.match(edtf or "")
    if not known:
        return otherwise
    return f"{known[1]}-{known[2] or '01'}-{known[3] or '01'}"
