"""Addresses as machines are told them: absolute where the site knows its own."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from gloss.site import Site
from gloss.urls import relative


def address(site: Site, target: str, page: str) -> str:
    """Return where ``target`` stands: absolute, or from ``page`` while the site has no address."""
    return f"{site.url}/{target}" if site.url else relative(target, page)


def lasting_id(site: Site, target: str) -> str:
    """Return an IRI that stands for something of the digest wherever the digest stands.

    It is a tag URI (RFC 4151) where the settings say whose, else a name-based UUID (RFC 9562).
    """
    return f"tag:{site.tag}:{target}" if site.tag else f"urn:uuid:{uuid5(NAMESPACE_URL, target)}"
