"""Addresses as machines are told them: absolute where the site knows its own."""

from __future__ import annotations

import re
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from gloss.site import Site
from gloss.urls import relative

_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_ALLOWED = re.compile(r"""[\s"<>\\^`{|}\x00-\x1f]+""")


def address(site: Site, target: str, page: str) -> str:
    """Return where ``target`` stands: absolute, or from ``page`` while the site has no address."""
    return f"{site.url}/{target}" if site.url else relative(target, page)


def on_the_web(address: str | None) -> bool:
    """Tell whether an address leads to the web: no other may become a link (``javascript:``)."""
    return bool(address) and str(address).lower().startswith(("https://", "http://"))


def valid_address(address: str) -> str:
    """Return an address as RFC 3986 allows it: what stands for nothing there is encoded.

    >>> valid_address("https://example.org/a?y=<2>&z=50 %&n=%C3%A9")
    'https://example.org/a?y=%3C2%3E&z=50%20%25&n=%C3%A9'
    """
    bare = _LONE_PERCENT.sub("%25", address)
    return _NOT_ALLOWED.sub(lambda found: quote(found[0], errors="replace"), bare)


def lasting_id(site: Site, target: str) -> str:
    """Return an IRI that stands for something of the digest wherever the digest stands.

    It is a tag URI (RFC 4151) where the settings say whose, else a name-based UUID (RFC 9562).
    """
    return f"tag:{site.tag}:{target}" if site.tag else f"urn:uuid:{uuid5(NAMESPACE_URL, target)}"
