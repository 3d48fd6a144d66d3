"""The interface in another language: German says everything, with the same blanks to fill."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from gloss.assembly.translations import load_translations

THEME = Path(__file__).parents[2] / "theme"
BLANKS = re.compile(r"%\(\w+\)s|\{\w+\}")


def _asked_for():
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2)}
    found = extract_from_dir(str(THEME / "templates"), [("**.html", "jinja2")], keywords=keywords)
    return {message for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def german():
    with (THEME / "translations/de/LC_MESSAGES/messages.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_every_phrase_of_the_templates_has_its_german(german):
    said = {phrase for phrase, words in german.items() if words and all(words)}
    assert _asked_for() - said == set()


def test_nothing_is_translated_that_no_template_says(german):
    assert german.keys() - _asked_for() == set()


def test_a_translation_fills_the_same_blanks(german):
    for phrase, words in german.items():
        both = zip(
            *(each if isinstance(each, tuple) else (each,) for each in (phrase, words)), strict=True
        )
        for one, other in both:
            assert set(BLANKS.findall(one)) == set(BLANKS.findall(other)), one


def test_a_language_without_its_own_variant_and_one_without_any():
    folder = THEME / "translations"
    assert load_translations(folder, "de-AT").gettext("Timeline") == "Zeitleiste"
    assert load_translations(folder, "fr").gettext("Timeline") == "Timeline"
