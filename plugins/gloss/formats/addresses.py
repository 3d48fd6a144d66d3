"""Addresses as machines are told them: absolute where the site knows its own."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from gloss.site import Site
from gloss.urls import relative


def address(site: Site, target: str, page: str) -> str:
    """Return where ``target`` stands: absolute, or from ``page`` while the site has no address."""
    return f"{site.url}/{target}" if site.url else relative(target, page)


def identity(site: Site, target: str) -> str:
    """Return an IRI that stands for a page: its address, or a name-based UUID (RFC 9562) of it."""
    return f"{site.url}/{target}" if site.url else f"urn:uuid:{uuid5(NAMESPACE_URL, target)}"
