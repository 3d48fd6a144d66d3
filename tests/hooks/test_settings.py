"""Settings that are wrong are told, with what is expected."""

from __future__ import annotations

import pytest
from gloss.hooks.settings import site_of

PELICAN = {"SITENAME": "Sel", "SITEURL": "https://sel.example/", "DEFAULT_LANG": "en"}


@pytest.mark.parametrize("tag", ["", "sel.example,2026", "desk@sel.example,2026-03-01"])
def test_whose_ids_are(tag):
    assert site_of({**PELICAN, "GLOSS_TAG": tag}).tag == tag


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GLOSS_TAG", "sel.example"),
        ("GLOSS_TAG", "https://sel.example,2026"),
        ("GLOSS_FEEDS", "all"),
    ],
)
def test_a_setting_that_is_wrong_is_told(name, value):
    with pytest.raises(ValueError, match=f"{name} is '{value}'; expected"):
        site_of({**PELICAN, name: value})
