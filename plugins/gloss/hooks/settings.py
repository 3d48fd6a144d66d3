"""Gloss's own settings, in one place, read out of Pelican's (docs/settings.md explains each)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup

from gloss.ingest import IngestSettings
from gloss.site import FEEDS, MARKS, Site

# Every setting of Gloss, with what it is where pelicanconf.py does not say.
DEFAULTS: dict[str, Any] = {
    "GLOSS_CACHE": ".cache/gloss",
    "GLOSS_CLUSTER": IngestSettings.cluster,
    "GLOSS_CONTACT": "",
    "GLOSS_FEEDS": Site.feeds,
    "GLOSS_LICENCE_DATA": "",
    "GLOSS_LICENCE_TEXT": "",
    "GLOSS_MARKS": Site.marks,
    "GLOSS_MAX_SEED_BYTES": IngestSettings.max_bytes,
    "GLOSS_MODEL": IngestSettings.model,
    "GLOSS_PER_PAGE": Site.per_page,
    "GLOSS_PROCESSES": 0,
    "GLOSS_SEEDS": "seeds",
    "GLOSS_TAG": "",
    "GLOSS_TAGGER": IngestSettings.tagger,
}

# A domain or a mail address, and a year, month or day (RFC 4151, 2.1).
_TAG = re.compile(r"(?:[\w.-]+@)?[A-Za-z\d.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?")

T = TypeVar("T")
PelicanSettings = Mapping[str, Any]


def value_of(settings: PelicanSettings, name: str) -> Any:
    """Return one of Gloss's settings."""
    return settings.get(name, DEFAULTS[name])


def site_of(settings: PelicanSettings) -> Site:
    """Return what the settings say of the site."""
    return Site(
        name=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", Site.subtitle),
        url=(settings["SITEURL"] or "").rstrip("/"),
        author=settings.get("AUTHOR") or "",
        lang=settings["DEFAULT_LANG"],
        licence_text=value_of(settings, "GLOSS_LICENCE_TEXT"),
        licence_data=value_of(settings, "GLOSS_LICENCE_DATA"),
        contact=value_of(settings, "GLOSS_CONTACT"),
        per_page=value_of(settings, "GLOSS_PER_PAGE"),
        marks=_one_of(MARKS, settings, "GLOSS_MARKS"),
        feeds=_one_of(FEEDS, settings, "GLOSS_FEEDS"),
        tag=_tag(settings),
    )


def site_with(settings: PelicanSettings, pages: Iterable[Any]) -> Site:
    """Return the site with the editor's own pages, which menus and the sitemap lead to."""
    own = sorted((str(Markup(page.title).striptags()), str(page.url)) for page in pages)
    return replace(site_of(settings), pages=tuple((url, title) for title, url in own))


def _one_of(values: tuple[T, ...], settings: PelicanSettings, name: str) -> T:
    """A setting that is one of some words; raises ValueError where it is none."""
    for value in values:
        if value == value_of(settings, name):
            return value
    expected = ", ".join(map(repr, values))
    raise ValueError(f"{name} is {value_of(settings, name)!r}; expected one of {expected}")


def _tag(settings: PelicanSettings) -> str:
    """Whose ids are; raises ValueError where it is no authority and date of a tag URI."""
    tag: str = value_of(settings, "GLOSS_TAG")
    if tag and not _TAG.fullmatch(tag):
        raise ValueError(f"GLOSS_TAG is {tag!r}; expected a domain and a date: 'example.org,2026'")
    return tag


def seed_settings_of(settings: PelicanSettings) -> IngestSettings:
    """Return how seeds are read and annotated."""
    return IngestSettings(
        max_bytes=value_of(settings, "GLOSS_MAX_SEED_BYTES"),
        tagger=value_of(settings, "GLOSS_TAGGER"),
        model=value_of(settings, "GLOSS_MODEL"),
        processes=value_of(settings, "GLOSS_PROCESSES") or None,
        cluster=value_of(settings, "GLOSS_CLUSTER"),
        cache=cache_of(settings),
    )


def seeds_of(settings: PelicanSettings) -> Path | None:
    """Return the folder of seeds, relative to where the settings stand; None: there is none."""
    seeds = value_of(settings, "GLOSS_SEEDS")
    return Path(seeds) if seeds else None


def stories_of(settings: PelicanSettings) -> Path:
    """Return the folder of articles."""
    return Path(settings["PATH"]) / "stories"


def register_of(settings: PelicanSettings) -> Path:
    """Return the register's file."""
    return Path(settings["PATH"]) / "entities.yaml"


def cache_of(settings: PelicanSettings) -> Path:
    """Return the folder of what need not be made twice."""
    return Path(value_of(settings, "GLOSS_CACHE"))
