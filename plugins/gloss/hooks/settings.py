"""Gloss's own settings, in one place, read out of Pelican's (docs/settings.md explains each)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from gloss.site import OWN_FILES, Language, Site

# Every setting of Gloss, with what it is where pelicanconf.py does not say.
DEFAULTS: dict[str, Any] = {
    "GLOSS_ARCHIVES": Site.archives,
    "GLOSS_CACHE": ".cache/gloss",
    "GLOSS_CARDS": Site.cards,
    "GLOSS_CLUSTER": None,
    "GLOSS_CONTACT": "",
    "GLOSS_EDITIONS": Site.editions,
    "GLOSS_FEEDS": Site.feeds,
    "GLOSS_LICENCE_DATA": "",
    "GLOSS_LICENCE_TEXT": "",
    "GLOSS_MARKS": Site.marks,
    "GLOSS_MAX_SEED_BYTES": 2_000_000,
    "GLOSS_MODEL": None,
    "GLOSS_PER_PAGE": Site.per_page,
    "GLOSS_PROCESSES": 0,
    "GLOSS_SEEDS": "seeds",
    "GLOSS_TAG": "",
    "GLOSS_TAGGER": "gloss",
    "GLOSS_TIMELINES": Site.timelines,
}

PelicanSettings = Mapping[str, Any]


def value_of(settings: PelicanSettings, name: str) -> Any:
    """Return one of Gloss's settings."""
    return settings.get(name, DEFAULTS[name])


def site_of(settings: PelicanSettings) -> Site:
    """Return what the settings say of the site."""
    return Site(
        name=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", Site.subtitle) or "",
        url=_text(settings, "SITEURL").rstrip("/"),
        author=_text(settings, "AUTHOR"),
        lang=settings["DEFAULT_LANG"],
        direction=_direction(settings["DEFAULT_LANG"]),
        licence_text=_text(settings, "GLOSS_LICENCE_TEXT"),
        licence_data=_text(settings, "GLOSS_LICENCE_DATA"),
        contact=_text(settings, "GLOSS_CONTACT").removeprefix("mailto:"),
        per_page=value_of(settings, "GLOSS_PER_PAGE"),
        marks=value_of(settings, "GLOSS_MARKS"),
        feeds=value_of(settings, "GLOSS_FEEDS"),
        editions=value_of(settings, "GLOSS_EDITIONS"),
        tag=_text(settings, "GLOSS_TAG"),
        own=_own_files(settings),
        timelines=value_of(settings, "GLOSS_TIMELINES"),
        cards=value_of(settings, "GLOSS_CARDS"),
        archives=tuple(value_of(settings, "GLOSS_ARCHIVES")),
    )


def site_with(settings: PelicanSettings, context: Mapping[str, Any]) -> Site:
    """Return the site with what is known once pages are read: the editor's own, and languages.

    context: Pelican's; in it i18n_subsites puts the addresses of the sites in other languages.
    """
    pages = context.get("pages", ())
    own = sorted((str(Markup(page.title).striptags()), str(page.url)) for page in pages)
    return replace(
        site_of(settings),
        pages=tuple((url, title) for title, url in own),
        languages=_languages(context.get("lang_siteurls", {})),
    )


def _languages(sites: Mapping[str, str]) -> tuple[Language, ...]:
    """The languages of sites whose addresses are known, where there are several."""
    known = {lang: url.rstrip("/") for lang, url in sorted(sites.items()) if "://" in url}
    found = tuple(Language(lang, _own_name(lang), url) for lang, url in known.items())
    return found if len(found) > 1 else ()


def _own_name(lang: str) -> str:
    """What a language calls itself."""
    locale = _locale(lang)
    return str(locale.get_display_name() or lang) if locale else lang


def _direction(lang: str) -> Literal["ltr", "rtl"]:
    locale = _locale(lang)
    return "rtl" if locale and locale.text_direction == "rtl" else "ltr"


def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _text(settings: PelicanSettings, name: str) -> str:
    return cast(str, settings.get(name, DEFAULTS.get(name)) or "")


def _own_files(settings: PelicanSettings) -> tuple[str, ...]:
    static = Path(settings["PATH"]) / "static"
    if "static" not in settings.get("STATIC_PATHS", ["static"]):
        return ()
    return tuple(name for name in OWN_FILES if (static / name).is_file())


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
