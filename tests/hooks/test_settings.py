"""Settings that are wrong are told, with what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.hooks.expected import EXPECTED, wrong_settings
from gloss.hooks.seed_reading import seed_settings_of
from gloss.hooks.settings import DEFAULTS, site_of
from gloss.ingest import IngestSettings

PELICAN = {
    "SITENAME": "Sel",
    "SITEURL": "https://sel.example/",
    "DEFAULT_LANG": "en",
    "PATH": "content",
}


@pytest.mark.parametrize("tag", ["", "sel.example,2026", "desk@sel.example,2026-03-01"])
def test_whose_ids_are(tag):
    settings = {**PELICAN, "GLOSS_TAG": tag}
    assert not list(wrong_settings(settings))
    assert site_of(settings).tag == tag


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("GLOSS_TAG", "sel.example", "'sel.example'"),
        ("GLOSS_TAG", "https://sel.example,2026", "'https://sel.example,2026'"),
        ("GLOSS_EDITIONS", "year", "'year'"),
        ("GLOSS_FEEDS", "all", "'all'"),
        ("GLOSS_MARKS", None, "None"),
        ("GLOSS_PER_PAGE", 0, "0"),
        ("GLOSS_ARCHIVES", ["https://elsewhere.example/"], "['https://elsewhere.example/']"),
        ("GLOSS_ARCHIVES", "/2022/", "'/2022/'"),
        ("GLOSS_ARCHIVES", ["//elsewhere.example/"], "['//elsewhere.example/']"),
        ("GLOSS_ARCHIVES", ["/50%/"], "['/50%/']"),
        ("GLOSS_ARCHIVES", ["/%ff/"], "['/%ff/']"),
        ("GLOSS_ARCHIVES", [None], "[None]"),
        ("GLOSS_PER_PAGE", "50", "'50'"),
        ("GLOSS_PER_PAGE", True, "True"),
        ("GLOSS_PROCESSES", -1, "-1"),
        ("GLOSS_MAX_SEED_BYTES", 1.5, "1.5"),
        ("GLOSS_SEEDS", 5, "5"),
        ("GLOSS_CACHE", "", "''"),
        ("GLOSS_CONTACT", ["desk@sel.example"], "['desk@sel.example']"),
        ("GLOSS_MODEL", "en\ncore", r"'en\ncore'"),
        ("SITENAME", None, "None"),
        ("SITENAME", "half a character \ud83d", r"'half a character \ud83d'"),
        ("SITEURL", "sel.example", "'sel.example'"),
        ("SITEURL", "https://[", "'https://['"),
        ("DEFAULT_LANG", "English, please", "'English, please'"),
    ],
)
def test_a_setting_that_is_wrong_is_told(name, value, shown):
    [line] = wrong_settings({**PELICAN, name: value})
    assert line.startswith(f"{name} is {shown}; expected ")


@pytest.mark.parametrize(("lang", "direction"), [("de-AT", "ltr"), ("he", "rtl"), ("xx", "ltr")])
def test_a_language_has_a_direction(lang, direction):
    assert site_of({**PELICAN, "DEFAULT_LANG": lang}).direction == direction


def test_nothing_need_be_set_and_what_is_empty_is_so():
    empty = {"SITESUBTITLE": None, "GLOSS_CONTACT": None, "GLOSS_SEEDS": None, "AUTHOR": None}
    assert not list(wrong_settings({**PELICAN, **empty}))
    assert site_of({**PELICAN, **empty}).subtitle == ""


def test_of_each_setting_is_said_what_it_may_be():
    assert DEFAULTS.keys() <= EXPECTED.keys()


def test_seeds_are_read_as_the_annotator_reads_them_unless_set():
    assert seed_settings_of({}) == IngestSettings(cache=Path(DEFAULTS["GLOSS_CACHE"]))
