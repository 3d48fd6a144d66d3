"""Read Gloss's settings out of Pelican's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gloss.site import Site


def site_of(settings: Mapping[str, Any]) -> Site:
    """Return what the settings say of the site."""
    return Site(
        name=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", Site.subtitle),
        url=settings["SITEURL"].rstrip("/"),
        author=settings.get("AUTHOR") or "",
        lang=settings["DEFAULT_LANG"],
        licence_text=settings.get("GLOSS_LICENCE_TEXT", ""),
        licence_data=settings.get("GLOSS_LICENCE_DATA", ""),
        contact=settings.get("GLOSS_CONTACT", ""),
        per_page=settings.get("GLOSS_PER_PAGE", Site.per_page),
    )
