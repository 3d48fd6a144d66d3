"""What the search says: the scripts carry the English that translators are given."""

from __future__ import annotations

import json

import pytest
from gloss.assembly.templates import Theme, load_environment

from tests.search.conftest import ROOT

TEMPLATE = "partials/search_words.html"


def said(lang):
    theme = ROOT / "theme"
    given = Theme((str(theme / "templates"),), translations=str(theme / "translations"), lang=lang)
    printed = load_environment(given).get_template(TEMPLATE).render()
    return json.loads(printed[printed.index(">") + 1 : printed.rindex("<")])


def test_the_template_says_what_the_scripts_say(node):
    english = node("strings.js", {"say": []})["english"]
    theirs = said("en")
    assert theirs.keys() == english.keys()
    for key, words in english.items():
        if isinstance(words, str):
            assert theirs[key] == words
        else:
            forms = dict(theirs[key])
            assert forms == {n: words[0 if n == 1 else 1][1] for n in forms}


@pytest.mark.parametrize(
    ("lang", "n", "expected"),
    [
        ("en", 1, "1 result"),
        ("en", 0, "0 results"),
        ("en", 1234, "1,234 results"),
        ("de", 1, "1 Ergebnis"),
        ("de", 1234, "1.234 Ergebnisse"),
    ],
)
def test_counts_are_said_as_the_language_counts(node, lang, n, expected):
    words = said(lang) if lang != "en" else None
    assert node("strings.js", {"lang": lang, "words": words, "say": [n]})["said"] == [expected]


def test_a_language_may_have_more_plurals_than_two(node):
    forms = [(1, "{n} wynik"), (2, "{n} wyniki"), (6, "{n} wyników"), (100, "{n} wyników")]
    given = {"lang": "pl", "words": {"results": forms}, "say": [1, 3, 5, 22, 112]}
    assert node("strings.js", given)["said"] == [
        "1 wynik", "3 wyniki", "5 wyników", "22 wyniki", "112 wyników"
    ]  # fmt: skip
