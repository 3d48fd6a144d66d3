"""What each setting may be: one that is something else is told before anything is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gloss.hooks.settings import DEFAULTS, PelicanSettings
from gloss.site import FEEDS, MARKS, PERIODS, TIMELINES

# A language (RFC 5646, 2.1, loosely): letters, then subtags.
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*")
# A domain or a mail address, and a year, month or day (RFC 4151, 2.1).
_TAG = re.compile(r"(?:[\w.-]+@)?[A-Za-z\d.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?")
# A folder of the same host, from its root or from the site's.
_ARCHIVE = re.compile(r"(?:/|(?:\.\./)+)(?:(?:[\w.~-]|%[0-9A-Fa-f]{2})+/)+")
# What no page, feed or name of a file can hold.
_CONTROL = re.compile("[\0-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Rule = tuple[str, Callable[[Any], bool]]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _CONTROL.search(value)


def _is_path(value: Any) -> bool:
    return isinstance(value, str | Path) and _is_text(str(value)) and str(value) != ""


def _is_site_address(value: Any) -> bool:
    if not (_is_text(value) and re.fullmatch(r"https?://[^\s/]\S*", value)):
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:  # a bracket of an IPv6 address that is not closed
        return False


def _is_count(least: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and value >= least


def _optional(rule: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or value == "" or rule(value)


def _one_of(values: tuple[str, ...]) -> Rule:
    return f"one of {', '.join(map(repr, values))}", lambda value: value in values


def _are_some_of(values: tuple[str, ...]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list | tuple) and all(one in values for one in value)


def _are_archives(value: Any) -> bool:
    """Tell whether all are folders on the host: a page may ask no other (its policy says so)."""
    return isinstance(value, list | tuple) and all(map(_is_archive, value))


def _is_archive(value: Any) -> bool:
    """Tell whether a text is such a folder; the page shows its name, so it must have one."""
    try:
        return bool(_ARCHIVE.fullmatch(value) and unquote(value, errors="strict"))
    except (TypeError, UnicodeDecodeError):
        return False


_TEXT: Rule = ("a line of text", _is_text)
_OPTIONAL_TEXT: Rule = ("a line of text, or None", _optional(_is_text))

# Of Pelican's settings those that Gloss reads, and all of Gloss's own.
EXPECTED: Mapping[str, Rule] = {
    "SITENAME": _TEXT,
    "SITESUBTITLE": _OPTIONAL_TEXT,
    "SITEURL": ("http://… or https://…, or empty", _optional(_is_site_address)),
    "AUTHOR": _OPTIONAL_TEXT,
    "DEFAULT_LANG": (
        "a language, such as 'en' or 'de'",
        lambda value: _is_text(value) and bool(_LANG.fullmatch(value)),
    ),
    "GLOSS_ARCHIVES": ("addresses on the same host, such as ['/2022/']", _are_archives),
    "GLOSS_CACHE": ("a folder", _is_path),
    "GLOSS_CARDS": ("True or False", lambda value: isinstance(value, bool)),
    "GLOSS_CLUSTER": ("'tcp://HOST:PORT', or None", _optional(_is_text)),
    "GLOSS_CONTACT": _OPTIONAL_TEXT,
    "GLOSS_EDITIONS": _one_of(PERIODS),
    "GLOSS_FEEDS": _one_of(FEEDS),
    "GLOSS_LICENCE_DATA": _OPTIONAL_TEXT,
    "GLOSS_LICENCE_TEXT": _OPTIONAL_TEXT,
    "GLOSS_MARKS": _one_of(MARKS),
    "GLOSS_MAX_SEED_BYTES": ("a whole number, 1 or more", _is_count(1)),
    "GLOSS_MODEL": ("the name of a spaCy pipeline, or None", _optional(_is_text)),
    "GLOSS_PER_PAGE": ("a whole number, 1 or more", _is_count(1)),
    "GLOSS_PROCESSES": ("a whole number, 0 or more", _optional(_is_count(0))),
    "GLOSS_SEEDS": ("a folder, or None", _optional(_is_path)),
    "GLOSS_TAG": (
        "a domain and a date: 'example.org,2026'",
        _optional(lambda value: _is_text(value) and bool(_TAG.fullmatch(value))),
    ),
    "GLOSS_TAGGER": ("'gloss' or 'spacy:PIPELINE'", _is_text),
    "GLOSS_TIMELINES": (f"some of {TIMELINES}", _are_some_of(TIMELINES)),
}


def wrong_settings(settings: PelicanSettings) -> Iterator[str]:
    """Yield a line for each setting that is not what it may be."""
    for name, (expected, holds) in EXPECTED.items():
        value = settings.get(name, DEFAULTS.get(name, ""))
        if not holds(value):
            yield f"{name} is {_shown(value)}; expected {expected}"


def _shown(value: Any) -> str:
    says = ascii(value) if _CONTROL.search(str(value)) else repr(value)
    return says if len(says) <= 80 else f"{says[:79]}…"
